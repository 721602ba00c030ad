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

--changeset lianxing:reference-china splitStatements:false
--comment Public holidays of mainland China and the weekend days worked in exchange, a year each. What the State Council has announced is confirmed with the release. A provisional year holds what law and moon fix: Spring Festival from the eve to the seventh day, National Day of seven days (eight with Mid-Autumn inside), and no days worked in exchange, so that a date computed over it is rather too late than too early.
insert into reference_value (key, scope, text_value, unit, effective_from, effective_to, source_url, entered_by, entered_at,
  confirmed_by, confirmed_at) values
  ('calendar.china', '2025', 'HOLIDAY,2025-01-01,2025-01-01,元旦,New Year
MAKEUP_WORKDAY,2025-01-26,2025-01-26,春节,Spring Festival
HOLIDAY,2025-01-28,2025-02-04,春节,Spring Festival
MAKEUP_WORKDAY,2025-02-08,2025-02-08,春节,Spring Festival
HOLIDAY,2025-04-04,2025-04-06,清明节,Qingming
MAKEUP_WORKDAY,2025-04-27,2025-04-27,劳动节,Labour Day
HOLIDAY,2025-05-01,2025-05-05,劳动节,Labour Day
HOLIDAY,2025-05-31,2025-06-02,端午节,Dragon Boat Festival
MAKEUP_WORKDAY,2025-09-28,2025-09-28,国庆节/中秋节,National Day / Mid-Autumn Festival
HOLIDAY,2025-10-01,2025-10-08,国庆节/中秋节,National Day / Mid-Autumn Festival
MAKEUP_WORKDAY,2025-10-11,2025-10-11,国庆节/中秋节,National Day / Mid-Autumn Festival', 'days', '2025-01-01', '2025-12-31', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm', 'system', now(), 'release', now()),
  ('calendar.china', '2026', 'HOLIDAY,2026-01-01,2026-01-03,元旦,New Year
MAKEUP_WORKDAY,2026-01-04,2026-01-04,元旦,New Year
MAKEUP_WORKDAY,2026-02-14,2026-02-14,春节,Spring Festival
HOLIDAY,2026-02-15,2026-02-23,春节,Spring Festival
MAKEUP_WORKDAY,2026-02-28,2026-02-28,春节,Spring Festival
HOLIDAY,2026-04-04,2026-04-06,清明节,Qingming
HOLIDAY,2026-05-01,2026-05-05,劳动节,Labour Day
MAKEUP_WORKDAY,2026-05-09,2026-05-09,劳动节,Labour Day
HOLIDAY,2026-06-19,2026-06-21,端午节,Dragon Boat Festival
MAKEUP_WORKDAY,2026-09-20,2026-09-20,国庆节,National Day
HOLIDAY,2026-09-25,2026-09-27,中秋节,Mid-Autumn Festival
HOLIDAY,2026-10-01,2026-10-07,国庆节,National Day
MAKEUP_WORKDAY,2026-10-10,2026-10-10,国庆节,National Day', 'days', '2026-01-01', '2026-12-31', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm', 'system', now(), 'release', now()),
  ('calendar.china', '2027', 'HOLIDAY,2027-01-01,2027-01-01,元旦,New Year
HOLIDAY,2027-02-05,2027-02-12,春节,Spring Festival
HOLIDAY,2027-04-05,2027-04-05,清明节,Qingming
HOLIDAY,2027-05-01,2027-05-05,劳动节,Labour Day
HOLIDAY,2027-06-09,2027-06-09,端午节,Dragon Boat Festival
HOLIDAY,2027-09-15,2027-09-15,中秋节,Mid-Autumn Festival
HOLIDAY,2027-10-01,2027-10-07,国庆节,National Day', 'days', '2027-01-01', '2027-12-31', 'statutory holidays on lunar dates; no notice yet', 'system', now(), null, null),
  ('calendar.china', '2028', 'HOLIDAY,2028-01-01,2028-01-01,元旦,New Year
HOLIDAY,2028-01-25,2028-02-01,春节,Spring Festival
HOLIDAY,2028-04-04,2028-04-04,清明节,Qingming
HOLIDAY,2028-05-01,2028-05-05,劳动节,Labour Day
HOLIDAY,2028-05-28,2028-05-28,端午节,Dragon Boat Festival
HOLIDAY,2028-10-01,2028-10-08,国庆节/中秋节,National Day / Mid-Autumn Festival', 'days', '2028-01-01', '2028-12-31', 'statutory holidays on lunar dates; no notice yet', 'system', now(), null, null),
  ('calendar.china', '2029', 'HOLIDAY,2029-01-01,2029-01-01,元旦,New Year
HOLIDAY,2029-02-12,2029-02-19,春节,Spring Festival
HOLIDAY,2029-04-04,2029-04-04,清明节,Qingming
HOLIDAY,2029-05-01,2029-05-05,劳动节,Labour Day
HOLIDAY,2029-06-16,2029-06-16,端午节,Dragon Boat Festival
HOLIDAY,2029-09-22,2029-09-22,中秋节,Mid-Autumn Festival
HOLIDAY,2029-10-01,2029-10-07,国庆节,National Day', 'days', '2029-01-01', '2029-12-31', 'statutory holidays on lunar dates; no notice yet', 'system', now(), null, null),
  ('calendar.china', '2030', 'HOLIDAY,2030-01-01,2030-01-01,元旦,New Year
HOLIDAY,2030-02-02,2030-02-09,春节,Spring Festival
HOLIDAY,2030-04-05,2030-04-05,清明节,Qingming
HOLIDAY,2030-05-01,2030-05-05,劳动节,Labour Day
HOLIDAY,2030-06-05,2030-06-05,端午节,Dragon Boat Festival
HOLIDAY,2030-09-12,2030-09-12,中秋节,Mid-Autumn Festival
HOLIDAY,2030-10-01,2030-10-07,国庆节,National Day', 'days', '2030-01-01', '2030-12-31', 'statutory holidays on lunar dates; no notice yet', 'system', now(), null, null),
  ('calendar.china', '2031', 'HOLIDAY,2031-01-01,2031-01-01,元旦,New Year
HOLIDAY,2031-01-22,2031-01-29,春节,Spring Festival
HOLIDAY,2031-04-05,2031-04-05,清明节,Qingming
HOLIDAY,2031-05-01,2031-05-05,劳动节,Labour Day
HOLIDAY,2031-06-24,2031-06-24,端午节,Dragon Boat Festival
HOLIDAY,2031-10-01,2031-10-08,国庆节/中秋节,National Day / Mid-Autumn Festival', 'days', '2031-01-01', '2031-12-31', 'statutory holidays on lunar dates; no notice yet', 'system', now(), null, null);
