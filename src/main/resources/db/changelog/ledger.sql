--liquibase formatted sql

--changeset lianxing:ledger-1
--comment Budgets by project and line: what may be spent, what is set aside, what is gone.
create table budget_version (
  project_code text not null,
  version int not null check (version >= 1),
  event_id text not null unique,
  approval_id text not null,
  requested_by text not null,
  approved_by text not null,
  posted_by text not null,
  content_hash char(64) not null,
  at timestamptz not null,
  primary key (project_code, version),
  constraint budget_version_not_approved_by_requester check (approved_by <> requested_by)
);
call make_append_only('budget_version');

create table budget_line (
  project_code text not null,
  line text not null check (line ~ '^[A-Z_]+$'),
  limit_minor bigint not null default 0 check (limit_minor >= 0),
  held_minor bigint not null default 0 check (held_minor >= 0),
  spent_minor bigint not null default 0 check (spent_minor >= 0),
  excess_minor bigint not null default 0 check (excess_minor >= 0),
  version int not null default 0 check (version >= 0),
  primary key (project_code, line),
  constraint budget_line_not_overdrawn check (held_minor + spent_minor <= limit_minor + excess_minor),
  constraint budget_line_excess_is_what_is_over
    check (excess_minor = 0 or held_minor + spent_minor = limit_minor + excess_minor)
);

create table hold (
  hold_id text primary key,
  project_code text not null,
  line text not null,
  usd_minor bigint not null check (usd_minor > 0),
  settled_minor bigint not null default 0 check (settled_minor >= 0),
  released_minor bigint not null default 0 check (released_minor >= 0),
  status text not null generated always as
    (case when usd_minor > settled_minor + released_minor then 'OPEN' else 'CLOSED' end) stored,
  constraint hold_not_overdrawn check (settled_minor + released_minor <= usd_minor),
  foreign key (project_code, line) references budget_line
);
create index hold_by_line on hold (project_code, line);

create table ledger_entry (
  id text primary key check (length(id) between 1 and 500),
  seq bigint generated always as identity unique,
  project_code text not null,
  line text not null,
  type text not null check (type in ('BUDGET_SET', 'BUDGET_CHANGED', 'COMMIT', 'COMMIT_ADJUST', 'COMMIT_RELEASE',
                                     'ACTUAL', 'ACTUAL_REVERSAL')),
  usd_minor bigint not null,
  settled_minor bigint not null default 0,
  excess_minor bigint not null default 0 check (excess_minor >= 0),
  flagged boolean not null default false,
  orig_minor bigint not null,
  orig_currency char(3) not null check (orig_currency ~ '^[A-Z]{3}$'),
  rate numeric not null check (rate > 0),
  hold_id text references hold,
  reverses text unique references ledger_entry,
  invoice_no text,
  approval_id text,
  requested_by text not null,
  approved_by text,
  posted_by text not null,
  memo text not null,
  at timestamptz not null,
  content_hash char(64) not null,
  foreign key (project_code, line) references budget_line,
  constraint ledger_entry_not_approved_by_requester
    check (case when approval_id is null then approved_by is null
                else approved_by is not null and approved_by <> requested_by end),
  constraint ledger_entry_budget_is_approved
    check (type not in ('BUDGET_SET', 'BUDGET_CHANGED') or approval_id is not null),
  constraint ledger_entry_has_its_sign
    check (case type when 'BUDGET_SET' then usd_minor >= 0
                     when 'COMMIT' then usd_minor > 0
                     when 'COMMIT_RELEASE' then usd_minor <= 0
                     when 'ACTUAL' then usd_minor > 0
                     when 'ACTUAL_REVERSAL' then usd_minor < 0
                     else true end),
  constraint ledger_entry_settles_within_itself
    check (case type when 'ACTUAL' then settled_minor between 0 and usd_minor
                     when 'ACTUAL_REVERSAL' then settled_minor between usd_minor and 0
                     else settled_minor = 0 end),
  constraint ledger_entry_names_its_hold
    check (case when type in ('COMMIT', 'COMMIT_ADJUST', 'COMMIT_RELEASE') then hold_id is not null
                else type in ('ACTUAL', 'ACTUAL_REVERSAL') or hold_id is null end
           and (settled_minor = 0 or hold_id is not null)),
  constraint ledger_entry_unheld_is_flagged check (flagged = (type = 'ACTUAL' and usd_minor > settled_minor)),
  constraint ledger_entry_excess_is_unheld
    check (case type when 'ACTUAL' then excess_minor <= usd_minor - settled_minor else excess_minor = 0 end),
  constraint ledger_entry_reverses_an_actual check ((type = 'ACTUAL_REVERSAL') = (reverses is not null))
);
create index ledger_entry_by_project on ledger_entry (project_code, seq);
create index ledger_entry_by_line on ledger_entry (project_code, line);
create unique index ledger_entry_one_commit on ledger_entry (hold_id) where type = 'COMMIT';
call make_append_only('ledger_entry');

--changeset lianxing:ledger-2 splitStatements:false
--comment A CHECK sees one state only. That nothing but money already spent goes over a limit needs the state before.
create function excess_rises_by_spending_only() returns trigger language plpgsql as $$
declare
  excess_before bigint := 0;
  spent_before bigint := 0;
begin
  if tg_op = 'UPDATE' then
    excess_before := old.excess_minor;
    spent_before := old.spent_minor;
  end if;
  if new.excess_minor > excess_before and new.excess_minor - excess_before > new.spent_minor - spent_before then
    raise exception 'budget line % of %: only money spent raises the excess', new.line, new.project_code
      using errcode = 'check_violation', constraint = 'budget_line_excess_rises_by_spending_only';
  end if;
  return new;
end $$;
create trigger budget_line_excess before insert or update on budget_line
  for each row execute function excess_rises_by_spending_only();

--changeset lianxing:ledger-3 splitStatements:false
--comment Balances change, but their rows neither leave nor move to another project or line.
create function row_stays() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % stay where they are: % is refused', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end $$;
create trigger stays_rows before update of project_code, line or delete on budget_line
  for each row execute function row_stays();
create trigger stays_table before truncate on budget_line for each statement execute function row_stays();
create trigger stays_rows before update of hold_id, project_code, line or delete on hold
  for each row execute function row_stays();
create trigger stays_table before truncate on hold for each statement execute function row_stays();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on budget_line, hold from lianxing_app;
  end if;
end $$;

--changeset lianxing:ledger-4 splitStatements:false
--comment At commit the balance of a line is what its entries and its holds add up to, whoever wrote them.
create function balance_follows_entries() returns trigger language plpgsql as $$
declare
  balance record;
  entries record;
  rests bigint;
begin
  select limit_minor, held_minor, spent_minor into balance
    from budget_line where project_code = new.project_code and line = new.line;
  select coalesce(sum(usd_minor) filter (where type in ('BUDGET_SET', 'BUDGET_CHANGED')), 0) as limit_minor,
         coalesce(sum(usd_minor) filter (where type like 'COMMIT%'), 0) - coalesce(sum(settled_minor), 0) as held_minor,
         coalesce(sum(usd_minor) filter (where type like 'ACTUAL%'), 0) as spent_minor
    into entries from ledger_entry where project_code = new.project_code and line = new.line;
  select coalesce(sum(usd_minor - settled_minor - released_minor), 0) into rests
    from hold where project_code = new.project_code and line = new.line;
  if (balance.limit_minor, balance.held_minor, balance.spent_minor)
       is distinct from (entries.limit_minor, entries.held_minor, entries.spent_minor)
     or balance.held_minor is distinct from rests then
    raise exception 'budget line % of %: its balance is not what its entries add up to', new.line, new.project_code
      using errcode = 'check_violation', constraint = 'balance_follows_entries';
  end if;
  return null;
end $$;
create constraint trigger balance_follows_entries after insert or update on budget_line
  deferrable initially deferred for each row execute function balance_follows_entries();
create constraint trigger balance_follows_entries after insert or update on hold
  deferrable initially deferred for each row execute function balance_follows_entries();
create constraint trigger balance_follows_entries after insert on ledger_entry
  deferrable initially deferred for each row execute function balance_follows_entries();

--changeset lianxing:ledger-5
--comment Every amount belongs to a project.
alter table budget_version add foreign key (project_code) references project (code);
alter table budget_line add foreign key (project_code) references project (code);

--changeset lianxing:ledger-6
--comment Money that comes back from outside, such as a paid claim: it lowers the cost and makes no room in the budget.
alter table ledger_entry drop constraint ledger_entry_type_check;
alter table ledger_entry add constraint ledger_entry_type_check
  check (type in ('BUDGET_SET', 'BUDGET_CHANGED', 'COMMIT', 'COMMIT_ADJUST', 'COMMIT_RELEASE', 'ACTUAL',
                  'ACTUAL_REVERSAL', 'CREDIT'));
alter table ledger_entry add constraint ledger_entry_credit_is_negative check (type <> 'CREDIT' or usd_minor < 0);
