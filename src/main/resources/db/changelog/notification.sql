--liquibase formatted sql

--changeset lianxing:notification-1
--comment Messages to people, written in the transaction that causes them and sent later.
create table outbox (
  id text primary key check (length(id) between 1 and 300),
  seq bigint generated always as identity unique,
  person text not null references person,
  kind text not null check (kind ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  subject_code text not null,
  text_zh text not null check (length(text_zh) between 1 and 4000),
  text_en text not null check (length(text_en) between 1 and 4000),
  due_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index outbox_unsent on outbox (due_at, seq) where sent_at is null;
create index outbox_person on outbox (person, seq desc);

--changeset lianxing:notification-2
--comment How often sending failed, and when it is tried again.
alter table outbox add column failures int not null default 0 check (failures >= 0);
alter table outbox add column try_after timestamptz;

--changeset lianxing:notification-3
--comment What a message asks for, so that it is not sent any more once that has ended.
alter table outbox add column about text check (length(about) between 1 and 200);
alter table outbox add column withdrawn_at timestamptz;
alter table outbox add check (sent_at is null or withdrawn_at is null);
create index outbox_about on outbox (about) where about is not null and sent_at is null and withdrawn_at is null;

--changeset lianxing:notification-4
--comment Somebody without an account, an agency or a lab, is written to at the address it gave.
alter table outbox alter column person drop not null;
alter table outbox add column outside text;
alter table outbox add column outside_address text check (length(outside_address) between 3 and 320);
alter table outbox add column outside_reads_zh boolean;
alter table outbox add constraint outbox_to_one check
  ((person is null) = (outside is not null) and (outside is null) = (outside_address is null)
    and (outside is null) = (outside_reads_zh is null));
create index outbox_outside on outbox (outside, seq desc) where outside is not null;

--changeset lianxing:notification-5
--comment When a message goes out at the reader's hours, with which others in one digest, and until when it may wait.
alter table outbox add column latest_at timestamptz;
alter table outbox add column send_at timestamptz;
alter table outbox add column digest text check (length(digest) between 3 and 200);
update outbox set send_at = due_at where sent_at is null;
create index outbox_unplanned on outbox (seq) where send_at is null and sent_at is null and withdrawn_at is null;
create index outbox_digest on outbox (digest, seq) where digest is not null and sent_at is null and withdrawn_at is null;
drop index outbox_unsent;
create index outbox_unsent on outbox (send_at, seq) where sent_at is null and withdrawn_at is null;
create index outbox_due on outbox (due_at, seq) where sent_at is null and withdrawn_at is null;
