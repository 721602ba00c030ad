-- Run once on a new server, by its administrator, with psql: the owner makes and changes tables, the application only
-- works in them. The passwords are read from the two files named here.
\set owner_password `cat /run/secrets/database-owner`
\set app_password `cat /run/secrets/database-app`

create role lianxing_owner login password :'owner_password';
create role lianxing_app login password :'app_password';

create database lianxing owner lianxing_owner encoding 'UTF8' locale 'C.UTF-8' template template0;
-- As on a solid-state disk.
alter database lianxing set random_page_cost = 1.1;
revoke all on database lianxing from public;
grant connect on database lianxing to lianxing_app;
