--liquibase formatted sql

--changeset lianxing:reference-1
--comment Fees, limits, rates and dates that outsiders set: each with its days, its source and the two people who vouch for it.
create table reference_value (
  id bigint generated always as identity primary key,
  key text not null check (key ~ '^[A-Za-z0-9]([A-Za-z0-9._-]{0,118}[A-Za-z0-9])?$'),
  scope text not null check (scope ~ '^[A-Za-z0-9][A-Za-z0-9/._-]{0,119}$'),
  value numeric,
  text_value text,
  unit text not null,
  currency char(3) check (currency ~ '^[A-Z]{3}$'),
  effective_from date not null,
  effective_to date,
  source_url text not null check (length(source_url) between 1 and 1000),
  supersedes bigint references reference_value,
  entered_by text not null,
  entered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  status text not null generated always as
    (case when confirmed_by is null then 'PROVISIONAL' else 'CONFIRMED' end) stored,
  constraint reference_value_is_one_thing check ((value is null) <> (text_value is null)),
  constraint reference_value_days check (effective_to >= effective_from),
  constraint reference_value_confirmed_by_a_second_person check (confirmed_by <> entered_by),
  constraint reference_value_confirmation_has_a_time check ((confirmed_by is null) = (confirmed_at is null))
);
create index reference_value_lookup on reference_value (key, scope, effective_from);

--changeset lianxing:reference-2 splitStatements:false
--comment A value is confirmed once and never changes otherwise; a correction is a new value.
create function reference_value_fixed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if old.confirmed_by is not null
      or (new.id, new.key, new.scope, new.unit, new.effective_from, new.source_url, new.entered_by, new.entered_at)
        is distinct from
        (old.id, old.key, old.scope, old.unit, old.effective_from, old.source_url, old.entered_by, old.entered_at)
      or (new.value, new.text_value, new.currency, new.effective_to, new.supersedes)
        is distinct from (old.value, old.text_value, old.currency, old.effective_to, old.supersedes) then
    raise exception 'reference value % is fixed: only its confirmation may be added, once', old.id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger reference_value_rows before update or delete on reference_value
  for each row execute function reference_value_fixed();
create trigger reference_value_table before truncate on reference_value
  for each statement execute function reference_value_fixed();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on reference_value from lianxing_app;
  end if;
end $$;
