--liquibase formatted sql

--changeset lianxing:audit-1
--comment What happened to each subject: a chain in which every entry carries the hash of the one before.
create table audit_entry (
  id bigint generated always as identity primary key,
  subject_type text not null check (subject_type ~ '^[a-z-]{1,60}$'),
  subject_id text not null check (length(subject_id) between 1 and 300),
  seq bigint not null check (seq >= 1),
  at timestamptz not null,
  zone text not null,
  actor text not null,
  on_behalf_of text,
  action text not null check (action ~ '^[A-Za-z][A-Za-z0-9._:-]{1,100}$'),
  content text not null,
  shown_hash char(64),
  rule text,
  model_version text,
  previous_hash char(64) not null,
  hash char(64) not null,
  unique (subject_type, subject_id, seq)
);
call make_append_only('audit_entry');

--changeset lianxing:audit-2
--comment Where each chain ends; the row is the lock under which it grows.
create table audit_head (
  subject_type text not null,
  subject_id text not null,
  seq bigint not null check (seq >= 0),
  hash char(64) not null,
  primary key (subject_type, subject_id)
) with (fillfactor = 50);

--changeset lianxing:audit-3 splitStatements:false
--comment A chain never gets shorter.
create function audit_head_grows() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'append-only table %: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  if new.seq < old.seq or new.subject_type <> old.subject_type or new.subject_id <> old.subject_id then
    raise exception 'the chain of % % cannot shrink from % to %', old.subject_type, old.subject_id, old.seq, new.seq
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger audit_head_rows before update or delete on audit_head for each row execute function audit_head_grows();
create trigger audit_head_table before truncate on audit_head for each statement execute function audit_head_grows();
do $$
begin
  if exists (select 1 from pg_roles where rolname = 'lianxing_app') then
    revoke delete, truncate on audit_head from lianxing_app;
  end if;
end $$;

--changeset lianxing:audit-4
--comment Tells the checkpoint files of one database from those of another in the same data directory.
create table audit_origin (
  one boolean primary key default true check (one),
  id uuid not null default gen_random_uuid()
);
insert into audit_origin default values;
call make_append_only('audit_origin');

--changeset lianxing:audit-5
--comment What a person was shown before deciding: exactly as it was rendered, kept once.
create table shown_view (
  sha256 char(64) primary key,
  content_type text not null,
  content text not null
);
call make_append_only('shown_view');
create table shown_to (
  id bigint generated always as identity primary key,
  task_id text not null,
  person text not null,
  sha256 char(64) not null references shown_view,
  at timestamptz not null
);
create index shown_to_last on shown_to (task_id, person, id desc);
call make_append_only('shown_to');
