--liquibase formatted sql

--changeset lianxing:deliverable-1
--comment How each version of what an outside party delivered was reviewed.
create table deliverable_review (
  id text primary key,
  seq bigint generated always as identity unique,
  project_code text not null references project (code),
  kind text not null,
  round int not null check (round >= 1),
  verdict text not null check (verdict in ('ACCEPT', 'REVISE', 'REJECT')),
  score int not null check (score between 1 and 5),
  comment text not null,
  reviewed_by text not null,
  reviewed_at timestamptz not null
);
create index deliverable_review_by_project on deliverable_review (project_code, kind);
call make_append_only('deliverable_review');
