--liquibase formatted sql

--changeset lianxing:sourcing-1
--comment Whom we buy from; verified by somebody who neither made nor last changed the entry.
create table supplier (
  id uuid primary key,
  seq bigint generated always as identity unique,
  name text not null check (length(name) between 1 and 200),
  name_key text not null unique,
  kind text not null check (kind in ('FACTORY', 'FORWARDER', 'CUSTOMS_BROKER', 'LAB', 'AGENCY', 'OTHER')),
  country char(2) not null check (country ~ '^[A-Z]{2}$'),
  risk_rating text not null check (risk_rating in ('LOW', 'MEDIUM', 'HIGH')),
  version int not null default 1 check (version >= 1),
  created_by text not null,
  created_at timestamptz not null,
  edited_by text not null,
  edited_at timestamptz not null,
  verified_by text,
  verified_at timestamptz,
  verification text not null generated always as
    (case when verified_by is null then 'UNVERIFIED' else 'VERIFIED' end) stored,
  constraint supplier_verified_by_a_second_person check (verified_by <> created_by and verified_by <> edited_by),
  constraint supplier_verification_has_a_time check ((verified_by is null) = (verified_at is null))
);

--changeset lianxing:sourcing-chosen-quote
--comment Which quote was chosen, among how many, and why: what later ones are compared with.
create table chosen_quote (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  service text not null,
  supplier text not null,
  quote_no text not null,
  usd_minor bigint not null check (usd_minor > 0),
  unit_usd numeric not null check (unit_usd >= 0),
  quantity numeric not null check (quantity > 0),
  quotes int not null check (quotes > 0),
  cheapest boolean not null,
  valid_until date not null,
  reason text not null,
  chosen_by text not null,
  chosen_at timestamptz not null
);
create index chosen_quote_by_project on chosen_quote (project_code, id);
create index chosen_quote_by_service on chosen_quote (service, id);
call make_append_only('chosen_quote');

--changeset lianxing:sourcing-due-diligence splitStatements:false
--comment What was found at each point of a supplier; it counts for what stood of the supplier then.
create table supplier_check (
  id bigint generated always as identity primary key,
  supplier_id uuid not null references supplier,
  supplier_version int not null,
  item text not null check (item in
    ('LICENCE', 'BANK_ACCOUNT', 'DOMAIN_RECORD', 'REVIEWS', 'MARKETPLACES', 'REFERENCE')),
  passed boolean not null,
  finding text not null check (length(finding) between 1 and 1000),
  checked_by text not null,
  checked_at timestamptz not null
);
create index supplier_check_by_supplier on supplier_check (supplier_id, supplier_version);
call make_append_only('supplier_check');

--changeset lianxing:sourcing-contract splitStatements:false
--comment What was agreed with a supplier. It counts with all clauses and a second person only, and is fixed from then on.
create table supplier_contract (
  id uuid primary key,
  seq bigint generated always as identity unique,
  supplier_id uuid not null references supplier,
  project_code text not null references project (code),
  number text not null check (length(number) between 1 and 80),
  starts date not null,
  every_months int not null check (every_months between 1 and 120),
  notice_days int not null check (notice_days between 0 and 365),
  scope text not null check (length(scope) <= 2000),
  service_level text not null check (length(service_level) <= 2000),
  invoice_type text check (invoice_type in ('VAT_SPECIAL', 'VAT_ORDINARY', 'COMMERCIAL')),
  refund text not null check (length(refund) <= 2000),
  edited_by text not null,
  edited_at timestamptz not null,
  activated_by text,
  activated_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  end_reason text check (length(end_reason) between 1 and 1000),
  constraint supplier_contract_activated_whole check ((activated_by is null) = (activated_at is null)),
  constraint supplier_contract_ended_whole
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null)),
  constraint supplier_contract_activated_by_a_second_person check (activated_by <> edited_by),
  constraint supplier_contract_needs_its_clauses check (activated_by is null
    or (scope <> '' and service_level <> '' and invoice_type is not null and refund <> ''))
);
create index supplier_contract_by_supplier on supplier_contract (supplier_id, seq);
create function supplier_contract_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.ended_by is not null then
    raise exception 'contract % has ended', old.number using errcode = 'restrict_violation';
  end if;
  if (new.id, new.supplier_id, new.project_code, new.number, new.starts, new.every_months, new.notice_days)
      is distinct from
      (old.id, old.supplier_id, old.project_code, old.number, old.starts, old.every_months, old.notice_days)
      or (old.activated_by is not null and
        (to_jsonb(new) - '{ended_by,ended_at,end_reason}'::text[]) is distinct from
        (to_jsonb(old) - '{ended_by,ended_at,end_reason}'::text[])) then
    raise exception 'what contract % says is fixed', old.number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger supplier_contract_rows before update or delete on supplier_contract
  for each row execute function supplier_contract_fixed();
create trigger supplier_contract_table before truncate on supplier_contract
  for each statement execute function supplier_contract_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on supplier_contract from lianxing_app;
  end if;
end $$;

--changeset lianxing:sourcing-reverification splitStatements:false
--comment Which verification was asked about once it was a year old: each once.
create table supplier_reverification (
  supplier_id uuid not null references supplier,
  verified_at timestamptz not null,
  process_instance text not null unique,
  asked_at timestamptz not null,
  primary key (supplier_id, verified_at)
);
call make_append_only('supplier_reverification');

--changeset lianxing:sourcing-score
--comment How well a supplier did in a project, as was said at its closing.
create table supplier_score (
  supplier_id uuid not null references supplier,
  project_code text not null references project (code),
  score int not null check (score between 1 and 5),
  scored_by text not null,
  scored_at timestamptz not null,
  primary key (supplier_id, project_code)
);
call make_append_only('supplier_score');
