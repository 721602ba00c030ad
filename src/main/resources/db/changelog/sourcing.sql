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
