--liquibase formatted sql

--changeset lianxing:approval-1
--comment What was asked, by whom and why. What was asked never changes; how it was routed and how it ended is added once.
create table approval_request (
  id text primary key check (length(id) between 1 and 200),
  seq bigint generated always as identity unique,
  project_code text not null references project (code),
  type text not null check (type in ('INITIAL', 'COMMITMENT', 'CHANGE', 'OVERRUN', 'REALLOCATE')),
  line text check (line ~ '^[A-Z_]+$'),
  orig_minor bigint not null,
  orig_currency char(3) not null check (orig_currency ~ '^[A-Z]{3}$'),
  rate numeric check (rate > 0),
  rate_source text,
  usd_minor bigint,
  requested_by text not null,
  requested_at timestamptz not null,
  vendor_id uuid references supplier (id),
  external boolean not null,
  quotes int not null check (quotes >= 0),
  reason text not null check (length(reason) between 1 and 4000),
  need_by_local timestamp not null,
  need_by_zone text not null,
  need_by_kind text not null,
  need_by_at timestamptz not null,
  actual_id text unique,
  excess_minor bigint check (excess_minor >= 0),
  content_hash char(64) not null,
  process_instance_id text unique,
  checked_as text check (checked_as in ('INITIAL', 'COMMITMENT', 'CHANGE', 'OVERRUN', 'REALLOCATE')),
  shortfall_minor bigint check (shortfall_minor >= 0),
  compared_minor bigint,
  route text check (route in ('REJECT', 'REALLOCATE', 'REALLOCATE_LARGE', 'FAST', 'PASS_THROUGH', 'NORMAL')),
  level int check (level between 1 and 5),
  outcome text,
  closed_at timestamptz,
  unique (id, requested_by),
  constraint approval_request_rate_makes_dollars check ((rate is null) = (usd_minor is null)),
  constraint approval_request_one_line
    check (case type when 'OVERRUN' then line is not null when 'COMMITMENT' then true else line is null end),
  constraint approval_request_overrun_of_an_actual check ((actual_id is null) = (excess_minor is null)),
  constraint approval_request_closed_has_a_time check ((outcome is null) = (closed_at is null))
);
create index approval_request_by_project on approval_request (project_code, seq);
create index approval_request_by_vendor on approval_request (vendor_id, requested_at) where vendor_id is not null;
create index approval_request_open on approval_request (project_code) where outcome is null;

create table approval_line (
  request_id text not null references approval_request,
  line text not null check (line ~ '^[A-Z_]+$'),
  usd_minor bigint not null,
  primary key (request_id, line)
);
call make_append_only('approval_line');

--changeset lianxing:approval-2
--comment Who is asked, in order. Who asked is never among them.
create table approval_step (
  request_id text not null,
  position int not null check (position >= 0),
  role text not null,
  person text,
  requested_by text not null,
  primary key (request_id, position),
  unique (request_id, person),
  foreign key (request_id, requested_by) references approval_request (id, requested_by),
  constraint approval_step_not_asked_of_requester check (person <> requested_by)
);

--changeset lianxing:approval-3
--comment What was decided: written once, by somebody who neither asked nor decided before on the same request.
create table approval_decision (
  request_id text not null,
  position int not null,
  requested_by text not null,
  decided_by text not null,
  role text not null,
  verdict text not null check (verdict in ('APPROVE', 'RETURN', 'REJECT')),
  comment text not null default '' check (length(comment) <= 1000),
  at timestamptz not null,
  zone text not null,
  shown_hash char(64),
  primary key (request_id, position),
  foreign key (request_id, position) references approval_step,
  foreign key (request_id, requested_by) references approval_request (id, requested_by),
  constraint approval_decision_nobody_twice unique (request_id, decided_by),
  constraint approval_decision_not_by_requester check (decided_by <> requested_by),
  constraint approval_decision_says_why check (verdict = 'APPROVE' or length(trim(comment)) > 0)
);
call make_append_only('approval_decision');

--changeset lianxing:approval-4 splitStatements:false
--comment A request is checked and routed once, and closed once; nothing of what was asked changes.
create function approval_request_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.outcome is not null then
    raise exception 'approval request % is closed', old.id using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{process_instance_id,checked_as,shortfall_minor,compared_minor,route,level,outcome,closed_at}'::text[])
      is distinct from
     (to_jsonb(old) - '{process_instance_id,checked_as,shortfall_minor,compared_minor,route,level,outcome,closed_at}'::text[])
     or (old.process_instance_id is not null and new.process_instance_id is distinct from old.process_instance_id)
     or (old.route is not null and (new.checked_as, new.shortfall_minor, new.compared_minor, new.route, new.level)
         is distinct from (old.checked_as, old.shortfall_minor, old.compared_minor, old.route, old.level)) then
    raise exception 'approval request %: what was asked and how it was routed is fixed', old.id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger approval_request_rows before update or delete on approval_request
  for each row execute function approval_request_fixed();
create trigger approval_request_table before truncate on approval_request
  for each statement execute function approval_request_fixed();

create function approval_step_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if (new.request_id, new.position, new.requested_by) is distinct from (old.request_id, old.position, old.requested_by)
     or exists (select 1 from approval_decision d where d.request_id = old.request_id and d.position = old.position) then
    raise exception 'step % of approval request % is fixed', old.position, old.request_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger approval_step_rows before update or delete on approval_step
  for each row execute function approval_step_fixed();
create trigger approval_step_table before truncate on approval_step
  for each statement execute function approval_step_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on approval_request, approval_step from lianxing_app;
  end if;
end $$;

--changeset lianxing:approval-5 splitStatements:false
--comment An approval needs every step approved: no row says APPROVED otherwise, whoever writes it.
create function approval_is_earned() returns trigger language plpgsql as $$
begin
  if new.outcome = 'APPROVED' and (
      not exists (select 1 from approval_step s where s.request_id = new.id)
      or exists (select 1 from approval_step s
                 where s.request_id = new.id
                   and not exists (select 1 from approval_decision d
                                   where d.request_id = s.request_id and d.position = s.position
                                     and d.verdict = 'APPROVE'))) then
    raise exception 'approval request % is not approved by all who were asked', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approval_request_earned before insert or update on approval_request
  for each row execute function approval_is_earned();

--changeset lianxing:approval-raise
--comment A request whose money makes an open hold larger instead of making a hold of its own.
create table approval_raise (
  request_id text primary key references approval_request,
  hold_id text not null references hold
);
call make_append_only('approval_raise');

--changeset lianxing:approval-excess
--comment What was spent beyond the limit of each line, where one settlement went beyond several.
create table approval_excess (
  request_id text not null references approval_request,
  line text not null check (line ~ '^[A-Z_]+$'),
  usd_minor bigint not null check (usd_minor >= 0),
  primary key (request_id, line)
);
insert into approval_excess (request_id, line, usd_minor)
  select id, line, excess_minor from approval_request where actual_id is not null;
call make_append_only('approval_excess');
alter table approval_request drop constraint approval_request_one_line;
alter table approval_request add constraint approval_request_one_line
  check (case when type in ('OVERRUN', 'COMMITMENT') then true else line is null end);

--changeset lianxing:approval-payment
--comment A payment of what was bought: of one line, released by finance.
alter table approval_request drop constraint approval_request_type_check;
alter table approval_request add constraint approval_request_type_check
  check (type in ('INITIAL', 'COMMITMENT', 'CHANGE', 'OVERRUN', 'REALLOCATE', 'PAYMENT'));
alter table approval_request drop constraint approval_request_checked_as_check;
alter table approval_request add constraint approval_request_checked_as_check
  check (checked_as in ('INITIAL', 'COMMITMENT', 'CHANGE', 'OVERRUN', 'REALLOCATE', 'PAYMENT'));
alter table approval_request drop constraint approval_request_route_check;
alter table approval_request add constraint approval_request_route_check
  check (route in ('REJECT', 'REALLOCATE', 'REALLOCATE_LARGE', 'FAST', 'PASS_THROUGH', 'PAYMENT', 'NORMAL'));
alter table approval_request drop constraint approval_request_one_line;
alter table approval_request add constraint approval_request_one_line check (case
  when type in ('OVERRUN', 'COMMITMENT') then true when type = 'PAYMENT' then line is not null else line is null end);
