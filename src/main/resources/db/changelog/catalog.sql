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

--changeset lianxing:catalog-block splitStatements:false
--comment What keeps a piece from being imported or sold, cause by cause; while one lasts, it is blocked whatever else is said.
create table sku_block (
  id bigint generated always as identity primary key,
  sku text not null references sku (code),
  cause text not null check (length(cause) between 1 and 200),
  blocked_by text not null,
  blocked_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  constraint sku_block_ends_whole check ((ended_at is null) = (ended_by is null))
);
create unique index sku_block_open on sku_block (sku, cause) where ended_at is null;
create function sku_block_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.ended_at is not null
      or (new.id, new.sku, new.cause, new.blocked_by, new.blocked_at)
        is distinct from (old.id, old.sku, old.cause, old.blocked_by, old.blocked_at) then
    raise exception 'block % of % is ended once and never changes', old.id, old.sku using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger sku_block_rows before update or delete on sku_block for each row execute function sku_block_fixed();
create trigger sku_block_table before truncate on sku_block for each statement execute function sku_block_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on sku_block from lianxing_app;
  end if;
end $$;
