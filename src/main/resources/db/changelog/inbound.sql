--liquibase formatted sql

--changeset lianxing:inbound-1
--comment Which version of a sheet counts; the rows themselves are append-only.
create table sheet_version (
  project_code text not null references project (code),
  shipment_id text not null,
  sheet text not null,
  version bigint not null check (version >= 0),
  primary key (project_code, shipment_id, sheet)
);

--changeset lianxing:inbound-2
create table inbound_item (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  sku text not null references sku (code),
  quantity bigint not null check (quantity between 1 and 500000),
  forecast_daily numeric not null check (forecast_daily > 0),
  sellable bigint not null check (sellable >= 0),
  inbound bigint not null check (inbound >= 0),
  primary key (project_code, shipment_id, version, position)
);
create table inbound_label (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  sku text not null references sku (code),
  barcode_type text not null check (barcode_type in ('FNSKU', 'MANUFACTURER')),
  fnsku text,
  expiry_date date,
  primary key (project_code, shipment_id, version, position)
);
create table inbound_quote (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  supplier text not null,
  quote_no text not null,
  mode text not null,
  incoterm text not null,
  currency char(3) not null,
  amount numeric not null check (amount > 0),
  transit_days bigint not null check (transit_days > 0),
  valid_until date not null,
  primary key (project_code, shipment_id, version, position)
);
create table inbound_budget (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  line text not null,
  currency char(3) not null,
  amount numeric not null check (amount >= 0),
  basis text,
  primary key (project_code, shipment_id, version, position)
);
create table inbound_box (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  sku text not null references sku (code),
  units_per_box bigint not null check (units_per_box > 0),
  boxes bigint not null check (boxes between 1 and 10000),
  length numeric not null check (length > 0),
  width numeric not null check (width > 0),
  height numeric not null check (height > 0),
  length_unit text not null check (length_unit in ('IN', 'CM')),
  weight numeric not null check (weight > 0),
  weight_unit text not null check (weight_unit in ('LB', 'KG')),
  primary key (project_code, shipment_id, version, position)
);
create table inbound_split (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  amazon_shipment_id text not null,
  fulfilment_center text not null,
  sku text not null references sku (code),
  units bigint not null check (units > 0),
  primary key (project_code, shipment_id, version, position)
);
create table inbound_receipt (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  sku text not null references sku (code),
  received bigint not null check (received >= 0),
  primary key (project_code, shipment_id, version, position)
);
create table inbound_invoice (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  line text not null,
  invoice_no text not null,
  supplier text not null,
  currency char(3) not null,
  amount numeric not null check (amount > 0),
  primary key (project_code, shipment_id, version, position)
);

--changeset lianxing:inbound-3
call make_append_only('inbound_item');
call make_append_only('inbound_label');
call make_append_only('inbound_quote');
call make_append_only('inbound_budget');
call make_append_only('inbound_box');
call make_append_only('inbound_split');
call make_append_only('inbound_receipt');
call make_append_only('inbound_invoice');

--changeset lianxing:inbound-4
--comment A shipment of a project, once Amazon's plan is confirmed.
create table shipment (
  id text primary key,
  project_code text not null references project (code),
  position int not null,
  amazon_shipment_id text not null,
  fulfilment_center text not null,
  units bigint not null check (units > 0),
  unique (project_code, position),
  unique (amazon_shipment_id)
);

--changeset lianxing:inbound-5
--comment What the world reported, kept whether or not somebody waits for it.
create table outside_fact (
  id text primary key,
  project_code text not null references project (code),
  message text not null,
  subject text not null,
  content jsonb not null,
  reported_by text not null,
  reported_at timestamptz not null,
  occurred_at timestamptz
);
create index outside_fact_subject on outside_fact (message, subject);
call make_append_only('outside_fact');

--changeset lianxing:inbound-6
--comment What a SKU cost until it lay in Amazon's shelf, per budget line; one row each, written when the project is settled.
create table landed_cost (
  project_code text not null references project (code),
  sku text not null references sku (code),
  line text not null,
  usd_minor bigint not null,
  units bigint not null check (units >= 0),
  primary key (project_code, sku, line)
);
call make_append_only('landed_cost');

--changeset lianxing:inbound-7
--comment How the goods travel, and Amazon's plan for them; the last row of a project counts.
create table freight_choice (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  mode text not null,
  incoterm text not null,
  lane text not null,
  volume_cbm numeric not null check (volume_cbm > 0),
  gross_kg numeric not null check (gross_kg > 0),
  chosen_by text not null,
  chosen_at timestamptz not null
);
call make_append_only('freight_choice');
create table amazon_plan (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  plan_id text not null,
  name text not null,
  created_local timestamp not null,
  created_zone text not null,
  created_at timestamptz not null,
  entered_by text not null
);
call make_append_only('amazon_plan');

--changeset lianxing:inbound-plan-void
--comment Plans of which Amazon expects nothing any more.
create table amazon_plan_void (
  project_code text not null references project (code),
  plan_id text not null,
  voided_by text not null,
  voided_at timestamptz not null,
  primary key (project_code, plan_id)
);
call make_append_only('amazon_plan_void');

--changeset lianxing:inbound-8
--comment Of two reports in the same moment the later one counts.
alter table outside_fact add column seq bigint generated always as identity;

--changeset lianxing:inbound-9
--comment The dates a shipment sails by, as stated by the carrier; the last row of a shipment counts.
create table shipment_voyage (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  shipment_id text not null references shipment (id),
  cause text not null check (cause in ('BOOKED', 'ROLLED', 'CARRIER_CHANGED', 'DEPARTED')),
  cutoff_local timestamp not null,
  cutoff_zone text not null,
  lading_local timestamp not null,
  lading_zone text not null,
  arrival_local timestamp not null,
  arrival_zone text not null,
  entered_by text not null,
  entered_at timestamptz not null
);
create index shipment_voyage_of on shipment_voyage (shipment_id, id);
call make_append_only('shipment_voyage');

--changeset lianxing:inbound-10
--comment How a shipment ended, once.
create table shipment_end (
  shipment_id text primary key references shipment (id),
  outcome text not null check (outcome in ('RECEIVED', 'RECEIVED_WITH_CLAIM', 'WRITTEN_OFF', 'REFUSED_BY_CBP',
                                           'REFUSED_BY_FC', 'ABANDONED')),
  ended_at timestamptz not null
);
call make_append_only('shipment_end');

--changeset lianxing:inbound-11
--comment Terms a shipment goes by. Provisional until two people vouch for them; a newer value takes over by its days.
insert into reference_value (key, scope, value, unit, effective_from, source_url, entered_by, entered_at) values
  ('customs.isf.beforeLading', 'US', 24, 'hour', '2020-01-01', '19 CFR 149.2(b)', 'system', now()),
  ('customs.isf.beforeArrival', 'US', 24, 'hour', '2020-01-01', '19 CFR 149.2(b)', 'system', now()),
  ('customs.isf.firstReminder', 'US', 72, 'hour', '2020-01-01', 'company policy', 'system', now()),
  ('customs.isf.secondReminder', 'US', 48, 'hour', '2020-01-01', 'company policy', 'system', now()),
  ('customs.entry.afterLanding', 'US', 15, 'day', '2020-01-01', '19 CFR 142.2', 'system', now()),
  ('customs.summary.afterEntry', 'US', 10, 'working day', '2020-01-01', '19 CFR 142.12(b)', 'system', now()),
  ('customs.summary.financeAlert', 'US', 7, 'working day', '2020-01-01', 'company policy', 'system', now()),
  ('customs.summary.escalation', 'US', 9, 'working day', '2020-01-01', 'company policy', 'system', now()),
  ('port.freeTime', 'US', 5, 'day', '2020-01-01', 'terminal tariff', 'system', now()),
  ('shipment.departure.patience', 'US', 2, 'day', '2020-01-01', 'company policy', 'system', now()),
  ('amazon.splits.afterFirst', 'US', 30, 'day', '2020-01-01', 'Seller Central: inbound defects', 'system', now()),
  ('amazon.splits.reminder', 'US', 20, 'day', '2020-01-01', 'company policy', 'system', now()),
  ('amazon.receiving.patience', 'US', 7, 'day', '2020-01-01', 'company policy', 'system', now()),
  ('amazon.reconcile.afterDelivery', 'US', 30, 'day', '2020-01-01', 'company policy', 'system', now()),
  ('amazon.receipt.tolerance', 'US', 0, 'percent', '2020-01-01', 'company policy', 'system', now());

--changeset lianxing:inbound-duty-estimate
--comment What duty the shipments not entered yet would cost, each time that changed.
create table duty_estimate (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  usd_minor bigint not null check (usd_minor >= 0),
  priced_at timestamptz not null
);
create index duty_estimate_by_project on duty_estimate (project_code, id);
call make_append_only('duty_estimate');

--changeset lianxing:inbound-duty-by-shipment
--comment A row of a shipment is its price; a row without one is a change of the whole, with what the same shipments were priced at before.
alter table duty_estimate add column shipment_id text;
alter table duty_estimate add column was_minor bigint check (was_minor >= 0);
create index duty_estimate_by_shipment on duty_estimate (project_code, shipment_id, id) where shipment_id is not null;

--changeset lianxing:inbound-margin
--comment What a unit earns when it is sold: without it nobody can say whether flying pays.
alter table inbound_item add column margin_usd numeric check (margin_usd >= 0);

--changeset lianxing:inbound-freight-rates
--comment What freight usually costs, to weigh flying against being sold out. Provisional until two people vouch for it.
insert into reference_value (key, scope, value, unit, effective_from, source_url, entered_by, entered_at) values
  ('freight.airPerKg', 'CN-US', 6.50, 'USD/kg', '2020-01-01', 'planning value', 'system', now()),
  ('freight.oceanPerCbm', 'CN-US', 150, 'USD/cbm', '2020-01-01', 'planning value', 'system', now()),
  ('amazon.arrival.afterPlan', 'US', 75, 'day', '2020-01-01', 'Seller Central: inbound defects', 'system', now());

--changeset lianxing:inbound-arrival-reminder
--comment How many days before Amazon's arrival limit people hear of what is still on its way.
insert into reference_value (key, scope, value, unit, effective_from, source_url, entered_by, entered_at) values
  ('amazon.arrival.reminder', 'US', 14, 'day', '2020-01-01', 'planning value', 'system', now());

--changeset lianxing:inbound-item-by-sku
--comment Which projects move a SKU is asked when it is cleared.
create index inbound_item_by_sku on inbound_item (sku);

--changeset lianxing:inbound-fda-path
--comment Which of the FDA's rules compliance found for a SKU; the latest counts.
create table inbound_fda_path (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  sku text not null references sku (code),
  path text not null,
  found_by text not null,
  found_at timestamptz not null
);
create index inbound_fda_path_of on inbound_fda_path (project_code, sku, id);
call make_append_only('inbound_fda_path');
