--liquibase formatted sql

--changeset lianxing:sheet-table splitStatements:false
--comment The table of a sheet: whole versions beside each other, none of which ever changes.
create procedure make_sheet(sheet text, columns text) language plpgsql as $$
begin
  execute format(
    'create table %I (project_code text not null references project (code), shipment_id text not null, '
      'version bigint not null, position int not null, saved_by text not null, saved_at timestamptz not null, '
      '%s, primary key (project_code, shipment_id, version, position))',
    sheet, columns);
  call make_append_only(sheet::regclass);
end $$;

--changeset lianxing:certification-sheets
--comment Rows that people enter about a product: its SKUs, claims, formula, factories, agents, identifiers and numbers.
call make_sheet('certification_sku', 'sku text not null');
call make_sheet('certification_claim', 'claim text not null, place text not null, kind text not null');
call make_sheet('certification_ingredient', 'inci text not null, percent numeric not null check (percent > 0 and percent <= 100)');
call make_sheet('certification_factory', 'name text not null, address text not null, fei text, duns text');
call make_sheet('certification_agent', 'agent_type text not null, name text not null, us_address text not null, phone text not null, email text not null, consent_on date not null, contract_from date not null, contract_to date not null');
call make_sheet('certification_identifier', 'kind text not null, number text not null, holder text not null, expires_on date');
call make_sheet('certification_registration', 'path text not null, type text not null, number text not null, effective_on date not null, renewal_due_on date, public_source text');

--changeset lianxing:certification-product
--comment What was said of the product each time, and which paths were found and confirmed for it; the last of each counts.
create table certification_product (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  kind text not null,
  use text not null,
  emission text not null,
  monograph_ingredient boolean not null,
  product_code char(3) check (product_code ~ '^[A-Z]{3}$'),
  intended_use text not null,
  country_of_origin char(2) not null check (country_of_origin ~ '^[A-Z]{2}$'),
  described_by text not null,
  described_at timestamptz not null
);
create index certification_product_by_project on certification_product (project_code, id);
call make_append_only('certification_product');
create table certification_paths (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  paths text[] not null check (cardinality(paths) > 0),
  device_route text,
  reason text not null,
  found_by text not null,
  found_at timestamptz not null
);
create index certification_paths_by_project on certification_paths (project_code, id);
call make_append_only('certification_paths');

--changeset lianxing:certification-filing
--comment What was filed with the FDA on a path, and each thing that became of it.
create table filing (
  id text primary key check (length(id) between 1 and 100),
  project_code text not null references project (code),
  path text not null,
  unique (project_code, path)
);
call make_append_only('filing');
create table filing_event (
  id bigint generated always as identity primary key,
  filing_id text not null references filing (id),
  kind text not null check (kind in ('SUBMITTED', 'ACKNOWLEDGED', 'REFUSED_TO_ACCEPT', 'HELD', 'ANSWERED', 'GRANTED',
                                     'NOT_GRANTED', 'WITHDRAWN')),
  happened_at timestamptz not null,
  note text not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index filing_event_by_filing on filing_event (filing_id, id);
call make_append_only('filing_event');

--changeset lianxing:certification-terms
--comment Fees by fiscal year (from 1 October), by the day they are paid, and how long the FDA takes. Provisional until two people vouch for them.
insert into reference_value (key, scope, value, unit, currency, effective_from, effective_to, source_url, entered_by, entered_at) values
  ('fda.fee.device', 'US', 7653, 'USD', 'USD', '2023-10-01', '2024-09-30', 'FDA: Device Registration and Listing fees', 'system', now()),
  ('fda.fee.device', 'US', 9280, 'USD', 'USD', '2024-10-01', '2025-09-30', 'FDA: Device Registration and Listing fees', 'system', now()),
  ('fda.fee.device', 'US', 11423, 'USD', 'USD', '2025-10-01', '2026-09-30', 'FDA: Device Registration and Listing fees', 'system', now()),
  ('fda.fee.510k', 'US', 26067, 'USD', 'USD', '2025-10-01', '2026-09-30', 'FDA: MDUFA user fees', 'system', now()),
  ('fda.fee.drugFacility', 'US', 34166, 'USD', 'USD', '2023-10-01', '2024-09-30', 'FDA: OMUFA user fees', 'system', now());
insert into reference_value (key, scope, value, unit, effective_from, source_url, entered_by, entered_at) values
  ('fda.review.registration', 'US', 10, 'day', '2020-01-01', 'planning value', 'system', now()),
  ('fda.review.510k', 'US', 90, 'day', '2020-01-01', 'FDA: MDUFA performance goals', 'system', now()),
  ('fda.review.premarketApproval', 'US', 320, 'day', '2020-01-01', 'planning value', 'system', now()),
  ('fda.review.answer', 'US', 180, 'day', '2020-01-01', 'FDA: requests for additional information', 'system', now());

--changeset lianxing:certification-succession
--comment Which project goes on with a product that changed, and which proofs it need not get again.
create table certification_succession (
  project_code text primary key references project (code),
  predecessor text not null unique references project (code),
  kept text[] not null,
  reason text not null check (length(reason) between 1 and 1000),
  made_by text not null,
  made_at timestamptz not null,
  constraint certification_succession_of_two check (project_code <> predecessor)
);
call make_append_only('certification_succession');

--changeset lianxing:certification-lookup
--comment What the FDA's public data said of a number; no hits recorded where nobody answered.
create table certification_lookup (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  number text not null,
  hits bigint check (hits >= 0),
  source text not null,
  looked_up_at timestamptz not null
);
create index certification_lookup_of on certification_lookup (project_code, number, id);
call make_append_only('certification_lookup');

--changeset lianxing:certification-lookup-register
--comment Numbers, product codes and names of firms are looked up in several registers.
alter table certification_lookup add column register text not null default 'DEVICE_REGISTRATION' check (register in
  ('DEVICE_REGISTRATION', 'PREMARKET_NOTIFICATION', 'DEVICE_CLASSIFICATION', 'DEVICE_RECALL', 'FOOD_RECALL'));
alter table certification_lookup alter column register drop default;
drop index certification_lookup_of;
create index certification_lookup_of on certification_lookup (project_code, register, number, id);

--changeset lianxing:certification-test
--comment Which report of a laboratory proves what of which SKU.
call make_sheet('certification_test', 'sku text not null, test text not null, standard text not null');
