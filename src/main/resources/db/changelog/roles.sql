--liquibase formatted sql

--changeset lianxing:roles-1 splitStatements:false
--comment What the owner makes from here on, the application may use; it owns nothing.
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    grant usage on schema public to lianxing_app;
    alter default privileges in schema public grant select, insert, update, delete on tables to lianxing_app;
    alter default privileges in schema public grant usage, select on sequences to lianxing_app;
    alter default privileges in schema public grant execute on functions to lianxing_app;
  end if;
end $$;

--changeset lianxing:roles-2 splitStatements:false
--comment Trigger of every append-only table: no row changes or leaves, whatever the role may do.
create function append_only() returns trigger language plpgsql as $$
begin
  raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

--changeset lianxing:roles-3 splitStatements:false
--comment Makes a table append-only: triggers for everybody, and no right at all for the application.
create procedure make_append_only(table_name regclass) language plpgsql as $$
begin
  execute format('create trigger append_only_rows before update or delete on %s for each row execute function append_only()', table_name);
  execute format('create trigger append_only_table before truncate on %s for each statement execute function append_only()', table_name);
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    execute format('revoke update, delete, truncate on %s from lianxing_app', table_name);
  end if;
end $$;
