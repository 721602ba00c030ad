--liquibase formatted sql

--changeset lianxing:obligation-1 splitStatements:false
--comment What recurs, and what became of each period. What was agreed never changes but for goods that are added; a breached one is replaced.
create table obligation (
  id uuid primary key,
  kind text not null check (kind in ('COSMETIC_FACILITY', 'FOOD_FACILITY', 'DRUG_ESTABLISHMENT', 'DEVICE_ESTABLISHMENT',
                                     'RADIATION_REPORT', 'CONTRACT', 'SUBSCRIPTION')),
  anchor date not null,
  every_months int not null check (every_months between 0 and 120),
  notice_days int not null check (notice_days between 0 and 365),
  name text not null check (length(name) between 1 and 200),
  number text not null check (length(number) between 1 and 80),
  project_code text not null references project,
  owner text not null references person,
  deputy text not null references person,
  skus text[] not null,
  first_period int not null check (first_period >= 1),
  made_by text not null,
  made_at timestamptz not null,
  replaced_by uuid references obligation,
  constraint obligation_deputy_is_not_owner check (owner <> deputy)
);
create index obligation_of on obligation (project_code);
create table obligation_period (
  obligation_id uuid not null references obligation,
  number int not null check (number >= 1),
  state text not null check (state in ('OPEN', 'RENEWED', 'BREACHED', 'RECOVERED')),
  opened_at timestamptz not null,
  process_instance text unique,
  done_by text,
  done_number text,
  settled_by text,
  settled_at timestamptz,
  primary key (obligation_id, number),
  constraint obligation_period_settled_whole
    check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (state = 'OPEN'))
);
create function obligation_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.replaced_by is not null
      or not new.skus @> old.skus
      or (to_jsonb(new) - '{replaced_by,skus}'::text[]) is distinct from (to_jsonb(old) - '{replaced_by,skus}'::text[]) then
    raise exception 'obligation % never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger obligation_rows before update or delete on obligation for each row execute function obligation_fixed();
create trigger obligation_table before truncate on obligation for each statement execute function obligation_fixed();
create function obligation_period_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.state not in ('OPEN', 'BREACHED') or (new.state = 'OPEN' and old.state <> 'OPEN')
      or (new.obligation_id, new.number, new.opened_at)
        is distinct from (old.obligation_id, old.number, old.opened_at) then
    raise exception 'period % of obligation % is settled', old.number, old.obligation_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger obligation_period_rows before update or delete on obligation_period
  for each row execute function obligation_period_fixed();
create trigger obligation_period_table before truncate on obligation_period
  for each statement execute function obligation_period_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on obligation, obligation_period from lianxing_app;
  end if;
end $$;

--changeset lianxing:obligation-2
--comment Adverse events that were learned of, and who reported the serious ones.
create table adverse_event (
  process_instance text primary key,
  project_code text not null references project,
  learned_on date not null,
  serious boolean not null,
  what text not null check (length(what) between 1 and 1000),
  learned_by text not null,
  recorded_at timestamptz not null
);
call make_append_only('adverse_event');
create table adverse_event_report (
  id bigint generated always as identity primary key,
  process_instance text not null references adverse_event,
  number text not null,
  reported_on date not null,
  reported_by text not null,
  recorded_at timestamptz not null
);
call make_append_only('adverse_event_report');

--changeset lianxing:obligation-people splitStatements:false
--comment Owner and deputy change while it goes on; it ends once, with a reason, and nothing of it changes from then on.
alter table obligation add column ended_by text;
alter table obligation add column ended_at timestamptz;
alter table obligation add column end_reason text check (length(end_reason) between 1 and 1000);
alter table obligation add constraint obligation_ended_whole
  check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null));
alter table obligation_period drop constraint obligation_period_state_check;
alter table obligation_period add constraint obligation_period_state_check
  check (state in ('OPEN', 'RENEWED', 'BREACHED', 'RECOVERED', 'ENDED'));
create or replace function obligation_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.replaced_by is not null or old.ended_by is not null
      or not new.skus @> old.skus
      or (to_jsonb(new) - '{replaced_by,skus,owner,deputy,ended_by,ended_at,end_reason}'::text[]) is distinct from
         (to_jsonb(old) - '{replaced_by,skus,owner,deputy,ended_by,ended_at,end_reason}'::text[]) then
    raise exception 'obligation % never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
