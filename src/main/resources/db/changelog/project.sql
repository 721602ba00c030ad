--liquibase formatted sql

--changeset lianxing:project-1
--comment The last number given, by type and year; its row is locked until the registration commits, so no gap stays.
create table project_number (
  type text not null check (type in ('FBA', 'FDA', 'BFS')),
  year int not null check (year between 2000 and 2999),
  last int not null check (last >= 0),
  primary key (type, year)
);

create table project (
  code text primary key check (code ~ '^(FBA|FDA|BFS)-US-[0-9]{4}-[0-9]{3,}$'),
  lifecycle text not null check (lifecycle in ('fba-inbound', 'fda-certification', 'black-friday-launch')),
  name text not null check (length(name) between 1 and 120),
  name_key text not null,
  owner text not null references person,
  sponsor text not null references person,
  department text not null references department,
  target_local timestamp not null,
  target_zone text not null,
  target_at timestamptz not null,
  channels text[] not null check (cardinality(channels) >= 1),
  status text not null check (status in ('DRAFT', 'BUDGET_PENDING', 'ACTIVE', 'ON_HOLD', 'CLOSING',
                                         'CLOSED_SUCCESS', 'CLOSED_FAILED', 'REJECTED', 'CANCELLED')),
  request_key text not null unique check (length(request_key) between 1 and 200),
  request_hash char(64) not null,
  created_at timestamptz not null,
  constraint project_owner_is_not_sponsor check (owner <> sponsor)
);
create unique index project_open_name on project (lifecycle, name_key)
  where status not in ('CLOSED_SUCCESS', 'CLOSED_FAILED', 'REJECTED', 'CANCELLED');

create table project_team (
  project_code text not null references project,
  role text not null,
  person text not null references person,
  primary key (project_code, role)
);
create index project_team_person on project_team (person);

--changeset lianxing:project-2 splitStatements:false
--comment What a project is called and where it comes from never changes, and no project disappears.
create function project_identity_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if (new.code, new.lifecycle, new.request_key, new.request_hash, new.created_at)
      is distinct from (old.code, old.lifecycle, old.request_key, old.request_hash, old.created_at) then
    raise exception 'project %: code, lifecycle and origin are fixed', old.code using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger project_rows before update or delete on project for each row execute function project_identity_fixed();
create trigger project_table before truncate on project for each statement execute function project_identity_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on project, project_number from lianxing_app;
  end if;
end $$;

--changeset lianxing:project-3
--comment When a milestone was reached the first time.
create table project_milestone (
  project_code text not null references project,
  key text not null check (key ~ '^[A-Z][A-Z0-9_]{0,59}$'),
  at timestamptz not null,
  primary key (project_code, key)
);
call make_append_only('project_milestone');

--changeset lianxing:project-4
--comment What people submitted, task by task.
create table project_step (
  id bigint generated always as identity primary key,
  project_code text not null references project,
  shipment_id text,
  step text not null,
  task_id text not null unique,
  person text not null,
  at timestamptz not null,
  content jsonb not null,
  form_hash char(64) not null
);
create index project_step_of on project_step (project_code, step, id);
call make_append_only('project_step');

--changeset lianxing:project-5 splitStatements:false
--comment When and why a project was put on hold, and when it went on. A pause is ended once and never changes otherwise.
create table project_pause (
  id bigint generated always as identity primary key,
  project_code text not null references project,
  hold_key text not null unique check (length(hold_key) between 1 and 200),
  held_by text not null,
  held_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 1000),
  resume_key text unique check (length(resume_key) between 1 and 200),
  resumed_by text,
  resumed_at timestamptz,
  resume_reason text check (length(resume_reason) between 1 and 1000),
  constraint project_pause_ends_whole
    check ((resumed_at is null) = (resumed_by is null) and (resumed_at is null) = (resume_key is null)
           and (resumed_at is null) = (resume_reason is null)),
  constraint project_pause_ends_after_it_begins check (resumed_at >= held_at)
);
create unique index project_pause_open on project_pause (project_code) where resumed_at is null;
create function project_pause_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.resumed_at is not null
      or (new.id, new.project_code, new.hold_key, new.held_by, new.held_at, new.reason)
        is distinct from (old.id, old.project_code, old.hold_key, old.held_by, old.held_at, old.reason) then
    raise exception 'pause % of %: it is ended once and never changes', old.id, old.project_code
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger project_pause_rows before update or delete on project_pause
  for each row execute function project_pause_fixed();
create trigger project_pause_table before truncate on project_pause
  for each statement execute function project_pause_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on project_pause from lianxing_app;
  end if;
end $$;

--changeset lianxing:project-6 splitStatements:false
--comment Steps that were done wrongly and are done again: asked for by one person, confirmed by a second.
create table step_back (
  id bigint generated always as identity primary key,
  request_key text not null unique check (length(request_key) between 1 and 200),
  project_code text not null references project,
  task_id text not null references project_step (task_id),
  asked_by text not null,
  asked_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 1000),
  reverses_payments boolean not null,
  verdict text check (verdict in ('CONFIRMED', 'REFUSED')),
  decided_by text,
  decided_at timestamptz,
  constraint step_back_decided_whole
    check ((verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null)),
  constraint step_back_confirmed_by_a_second_person check (verdict <> 'CONFIRMED' or decided_by <> asked_by)
);
create unique index step_back_open on step_back (project_code) where verdict is null;
create function step_back_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.verdict is not null
      or (new.id, new.request_key, new.project_code, new.task_id, new.asked_by, new.asked_at, new.reason,
          new.reverses_payments)
        is distinct from (old.id, old.request_key, old.project_code, old.task_id, old.asked_by, old.asked_at,
          old.reason, old.reverses_payments) then
    raise exception 'step back % is decided once and never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger step_back_rows before update or delete on step_back for each row execute function step_back_fixed();
create trigger step_back_table before truncate on step_back for each statement execute function step_back_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on step_back from lianxing_app;
  end if;
end $$;
create table project_step_superseded (
  step_id bigint primary key references project_step (id),
  step_back_id bigint not null references step_back
);
call make_append_only('project_step_superseded');

--changeset lianxing:project-7 splitStatements:false
--comment Which project waits for which, and how many days before its own target. A link ends once and never changes otherwise.
create table project_link (
  id bigint generated always as identity primary key,
  waiting_code text not null references project,
  needed_code text not null references project,
  kind text not null check (kind in ('NEEDS_CLEARANCE', 'FEEDS_STOCK')),
  buffer_days int not null check (buffer_days between 0 and 365),
  made_by text not null,
  made_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  end_reason text check (length(end_reason) between 1 and 1000),
  constraint project_link_of_two check (waiting_code <> needed_code),
  constraint project_link_ends_whole
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
create unique index project_link_open on project_link (waiting_code, needed_code) where ended_at is null;
create index project_link_needed on project_link (needed_code) where ended_at is null;
create function project_link_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.ended_at is not null
      or (new.id, new.waiting_code, new.needed_code, new.kind, new.buffer_days, new.made_by, new.made_at)
        is distinct from (old.id, old.waiting_code, old.needed_code, old.kind, old.buffer_days, old.made_by, old.made_at)
  then
    raise exception 'link % is ended once and never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger project_link_rows before update or delete on project_link
  for each row execute function project_link_fixed();
create trigger project_link_table before truncate on project_link
  for each statement execute function project_link_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on project_link from lianxing_app;
  end if;
end $$;

--changeset lianxing:project-8 splitStatements:false
--comment Projects that nobody worked on for long: while one is not decided on, lists leave it out. Decided once.
create table project_stale (
  id bigint generated always as identity primary key,
  project_code text not null references project,
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  outcome text check (outcome in ('EXTENDED', 'CLOSED', 'ACTIVE')),
  next_review_on date,
  constraint project_stale_decided_whole
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (outcome is null)),
  constraint project_stale_extended_until check ((outcome is not distinct from 'EXTENDED') = (next_review_on is not null))
);
create unique index project_stale_open on project_stale (project_code) where decided_at is null;
create function project_stale_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.decided_at is not null
      or (new.id, new.project_code, new.found_at) is distinct from (old.id, old.project_code, old.found_at) then
    raise exception 'stale project % is decided on once and never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger project_stale_rows before update or delete on project_stale
  for each row execute function project_stale_fixed();
create trigger project_stale_table before truncate on project_stale
  for each statement execute function project_stale_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on project_stale from lianxing_app;
  end if;
end $$;
