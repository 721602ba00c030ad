--liquibase formatted sql

--changeset lianxing:access-1
create table department (
  id text primary key check (id ~ '^[a-z0-9-]+$'),
  name_zh text not null,
  name_en text not null
);
create table person (
  id text primary key check (id ~ '^[a-z0-9-]+$'),
  name text not null,
  language text not null check (language in ('zh', 'en')),
  zone text not null,
  department text not null references department
);

--changeset lianxing:access-2
--comment Where messages are sent; nobody needs an address.
alter table person add column email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254);
