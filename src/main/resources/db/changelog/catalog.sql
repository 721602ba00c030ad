--liquibase formatted sql

--changeset lianxing:catalog-1
--comment What we sell, as one piece.
create table sku (
  code text primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  name_zh text not null check (length(name_zh) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  asin text check (asin ~ '^[A-Z0-9]{10}$'),
  fnsku text check (fnsku ~ '^[A-Z0-9]{10}$'),
  hts10 text check (hts10 ~ '^[0-9]{10}$'),
  unit_cost numeric not null check (unit_cost >= 0),
  unit_cost_currency char(3) not null check (unit_cost_currency ~ '^[A-Z]{3}$'),
  weight_grams bigint not null check (weight_grams > 0),
  volume_cm3 bigint not null check (volume_cm3 > 0),
  category text not null
    check (category in ('CONSUMER_ELECTRONICS', 'HOME', 'BEAUTY', 'FOOD_SUPPLEMENT', 'OTHER')),
  compliance_state text not null default 'NOT_CLEARED'
    check (compliance_state in ('CLEARED', 'NOT_CLEARED', 'BLOCKED'))
);
create index sku_code_prefix on sku (upper(code) text_pattern_ops);

--changeset lianxing:catalog-dangers
--comment Whether a piece may fly, as compliance found it.
alter table sku add column battery text not null default 'NONE'
  check (battery in ('NONE', 'CONTAINED', 'PACKED_WITH', 'STANDALONE'));
alter table sku add column hazmat text not null default 'NOT_HAZMAT'
  check (hazmat in ('NOT_HAZMAT', 'ACCEPTED', 'UNDER_REVIEW', 'NOT_BY_AIR'));
