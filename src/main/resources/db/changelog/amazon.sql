--liquibase formatted sql

--changeset lianxing:amazon-1
--comment What was asked of Amazon and how it went: written before the call, so that no crash asks twice.
create table amazon_operation (
  id bigint generated always as identity primary key,
  instance_id text not null,
  attempt int not null check (attempt > 0),
  project_code text not null references project (code),
  step text not null,
  state text not null check (state in ('SENDING', 'IN_PROGRESS', 'SUCCESS', 'FAILED')),
  plan_id text,
  operation_id text,
  failure text,
  problem text,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  unique (instance_id, attempt)
);
create index amazon_operation_project on amazon_operation (project_code, step);
