--liquibase formatted sql

--changeset lianxing:quotes-1
--comment Quotes are compared for every kind of purchase, each in its own unit.
alter table inbound_quote rename to quote_line;
update sheet_version set sheet = 'quote_line' where sheet = 'inbound_quote';
alter table quote_line add column unit text check (unit in ('KG', 'LB', 'CBM', 'CUFT', 'PIECE'));

--changeset lianxing:quotes-2
--comment Each time that something else stood under a supplier's quote number: a version of that quote, which never changes.
create view quote_version as
select project_code, sheet_version, position, saved_by, saved_at, supplier, quote_no, mode, incoterm, currency, amount, unit,
  transit_days, valid_until,
  row_number() over (partition by project_code, lower(supplier), lower(quote_no) order by sheet_version, position) as version
from (select line.*, line.version as sheet_version, said.text as said,
        lag(said.text) over (partition by line.project_code, lower(line.supplier), lower(line.quote_no)
          order by line.version, line.position) as said_before
      from quote_line line
        cross join lateral (select (line.mode, line.incoterm, line.currency, trim_scale(line.amount), line.unit,
          line.transit_days, line.valid_until)::text as text) said) as said
where said is distinct from said_before;

--changeset lianxing:quotes-3
--comment What a leg of the way costs by itself: added to quotes that leave it out.
create table leg_price (
  project_code text not null references project (code),
  shipment_id text not null,
  version bigint not null,
  position int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  leg text not null check (leg in ('ORIGIN', 'MAIN_CARRIAGE', 'DESTINATION', 'DUTY')),
  currency char(3) not null,
  amount numeric not null check (amount > 0),
  basis text not null,
  primary key (project_code, shipment_id, version, position)
);
call make_append_only('leg_price');

--changeset lianxing:quotes-4
--comment A choice keeps all that it was made from: each quote as compared, its rate, and what was added to it.
alter table chosen_quote add column lane text not null default '';
alter table chosen_quote add column unit text not null default 'CBM';
alter table chosen_quote add column incoterm text;
alter table chosen_quote add column last_usd numeric;
alter table chosen_quote add column median_usd numeric;
create index chosen_quote_by_lane on chosen_quote (service, lane, unit, id);
create table compared_quote (
  choice_id bigint not null references chosen_quote (id),
  position int not null,
  supplier text not null,
  quote_no text not null,
  quote_version int not null check (quote_version > 0),
  asked_minor bigint not null check (asked_minor > 0),
  asked_currency char(3) not null,
  rate numeric not null check (rate > 0),
  usd_minor bigint not null,
  unit_usd numeric not null,
  valid boolean not null,
  chosen boolean not null,
  primary key (choice_id, position)
);
create unique index compared_quote_chosen on compared_quote (choice_id) where chosen;
create table compared_leg (
  choice_id bigint not null,
  position int not null,
  leg text not null check (leg in ('ORIGIN', 'MAIN_CARRIAGE', 'DESTINATION', 'DUTY')),
  amount_minor bigint not null check (amount_minor <> 0),
  currency char(3) not null,
  rate numeric not null check (rate > 0),
  usd_minor bigint not null,
  primary key (choice_id, position, leg),
  foreign key (choice_id, position) references compared_quote (choice_id, position)
);
call make_append_only('compared_quote');
call make_append_only('compared_leg');

--changeset lianxing:quotes-5
--comment How many cubic centimetres carriers charge as a kilogram. Provisional until two people vouch for it.
insert into reference_value (key, scope, value, unit, effective_from, source_url, entered_by, entered_at) values
  ('freight.volumetricDivisor', 'AIR', 6000, 'cm3/kg', '2020-01-01', 'planning value: the carrier''s tariff counts', 'system', now()),
  ('freight.volumetricDivisor', 'EXPRESS', 5000, 'cm3/kg', '2020-01-01', 'planning value: the carrier''s tariff counts', 'system', now());

--changeset lianxing:quotes-6
--comment Services are compared as well: nothing travels, so their quotes name no Incoterm.
alter table quote_line alter column incoterm drop not null;
alter table chosen_quote add column purchase text not null default 'FREIGHT'
  check (purchase in ('GOODS', 'FREIGHT', 'AGENCY', 'US_AGENT', 'LAB_TESTS'));
alter table chosen_quote alter column purchase drop default;

--changeset lianxing:quotes-7
--comment Which services a project buys outside.
call make_sheet('service_need', 'purchase text not null, specification text not null, pieces bigint not null check (pieces > 0)');
