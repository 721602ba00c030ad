--liquibase formatted sql

--changeset lianxing:document-1
--comment Files by their hash, each once; a new version is a new row.
create table document_content (
  sha256 char(64) primary key,
  bytes bytea not null check (octet_length(bytes) between 1 and 20971520)
);
alter table document_content alter column bytes set storage external;
call make_append_only('document_content');

create table document (
  id uuid primary key,
  seq bigint generated always as identity unique,
  subject_type text not null,
  subject_id text not null,
  kind text not null check (kind ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  name text not null check (length(name) between 1 and 200),
  version int not null check (version >= 1),
  sha256 char(64) not null references document_content,
  size bigint not null check (size >= 1),
  content_type text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  task_id text,
  unique (subject_type, subject_id, kind, name, version)
);
call make_append_only('document');

--changeset lianxing:document-2
--comment What was attached at a task.
create index document_by_task on document (task_id, seq) where task_id is not null;
