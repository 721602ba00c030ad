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

--changeset lianxing:amazon-2
--comment What Amazon offered, as it was asked for: evidence of what was chosen from. A later operation withdraws it.
alter table amazon_operation add column shipment int check (shipment >= 0);
comment on column amazon_operation.shipment is 'Of a step about one shipment: its place among the plan''s, from 0.';

create table amazon_placement_offer (
  operation_id bigint not null references amazon_operation (id),
  option_id text not null,
  shipments int not null check (shipments > 0),
  fee_minor bigint not null check (fee_minor >= 0),
  discount_minor bigint not null check (discount_minor >= 0),
  currency char(3) not null,
  expires_at timestamptz,
  primary key (operation_id, option_id)
);
call make_append_only('amazon_placement_offer');

create table amazon_window_offer (
  operation_id bigint not null references amazon_operation (id),
  confirmation_id text not null,
  window_id text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  availability text not null,
  valid_until timestamptz not null,
  primary key (operation_id, window_id)
);
call make_append_only('amazon_window_offer');
