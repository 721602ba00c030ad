--liquibase formatted sql

--changeset lianxing:schedule-1
--comment What was planned when a plan was approved or its target moved, and each date that moved since. Nothing of it ever changes.
create table schedule_baseline (
  project_code text not null references project,
  version int not null check (version > 0),
  reason text not null check (reason in ('PLAN_APPROVED', 'TARGET_MOVED')),
  target_at timestamptz not null,
  finish_at timestamptz not null,
  buffer_days int not null check (buffer_days >= 0),
  frozen_by text not null,
  frozen_at timestamptz not null,
  primary key (project_code, version)
);
call make_append_only('schedule_baseline');

create table schedule_baseline_step (
  project_code text not null,
  version int not null,
  step text not null,
  start_at timestamptz not null,
  finish_at timestamptz not null,
  latest_finish_at timestamptz not null,
  primary key (project_code, version, step),
  foreign key (project_code, version) references schedule_baseline
);
call make_append_only('schedule_baseline_step');

create table date_change (
  seq bigint generated always as identity primary key,
  project_code text not null references project,
  kind text not null check (kind in ('TARGET', 'FORECAST', 'DUE')),
  step text,
  before_at timestamptz,
  after_at timestamptz not null,
  cause text not null check (cause in ('STEP_DONE', 'STEP_BEGAN', 'TARGET_MOVED', 'TIME_PASSED')),
  cause_step text,
  reason text check (length(reason) between 1 and 2000),
  changed_by text not null,
  changed_at timestamptz not null,
  constraint date_change_of_step check ((kind = 'DUE') = (step is not null))
);
create index date_change_project on date_change (project_code, seq desc);
call make_append_only('date_change');
comment on column date_change.before_at is 'Null where there was none before.';
comment on column date_change.cause_step is 'The step that was done or began, as the diagram calls it.';
