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

--changeset lianxing:deliverable-2
--comment Who delivers from outside, what is wanted of them, and each version by its hash.
create table outside_party (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  name_key text not null unique,
  language text not null check (language in ('zh', 'en')),
  zone text not null,
  email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254)
);

create table deliverable (
  id uuid primary key,
  seq bigint generated always as identity unique,
  project_code text not null references project,
  kind text not null check (kind ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  process_instance text unique,
  party_id uuid references outside_party,
  brief text not null default '' check (length(brief) <= 4000),
  due_local timestamp,
  due_zone text,
  max_rounds int not null check (max_rounds between 1 and 20),
  round int not null default 0 check (round >= 0),
  asked_at timestamptz,
  constraint deliverable_due_has_a_zone check ((due_local is null) = (due_zone is null)),
  constraint deliverable_asked_for_until check (round = 0 or (asked_at is not null and due_local is not null))
);
create index deliverable_by_project on deliverable (project_code, seq);
create index deliverable_by_party on deliverable (party_id);

create table deliverable_version (
  deliverable_id uuid not null references deliverable,
  number int not null check (number >= 1),
  sha256 char(64) not null references document_content,
  document_id uuid not null references document,
  party_id uuid references outside_party,
  round int not null check (round >= 1),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  delivered_at timestamptz not null,
  delivered_by text not null,
  primary key (deliverable_id, number),
  constraint deliverable_version_differs unique (deliverable_id, sha256),
  constraint deliverable_version_hash unique (deliverable_id, number, sha256)
);
create index deliverable_version_by_party on deliverable_version (party_id);
call make_append_only('deliverable_version');

--changeset lianxing:deliverable-3
--comment A verdict names one version and its hash, and only an ACCEPT of that very version releases it. Older reviews had no versions.
alter table deliverable_review add column deliverable_id uuid;
alter table deliverable_review add column version int;
alter table deliverable_review add column sha256 char(64);
alter table deliverable_review add constraint review_of_a_version
  foreign key (deliverable_id, version, sha256) references deliverable_version (deliverable_id, number, sha256);
alter table deliverable_review add constraint review_names_its_version
  check (deliverable_id is not null and version is not null and sha256 is not null) not valid;
alter table deliverable_review add constraint review_verdict_of_version
  unique (id, deliverable_id, version, sha256, verdict);
create index deliverable_review_by_version on deliverable_review (deliverable_id, version, seq);

create table deliverable_release (
  deliverable_id uuid primary key references deliverable,
  review_id text not null,
  version int not null,
  sha256 char(64) not null,
  verdict text not null default 'ACCEPT',
  constraint release_needs_acceptance check (verdict = 'ACCEPT'),
  constraint release_of_what_was_accepted foreign key (review_id, deliverable_id, version, sha256, verdict)
    references deliverable_review (id, deliverable_id, version, sha256, verdict)
);
call make_append_only('deliverable_release');

--changeset lianxing:deliverable-4
--comment The way in for an outside party: the token itself is nowhere kept.
create table portal_link (
  id uuid primary key,
  seq bigint generated always as identity unique,
  deliverable_id uuid not null references deliverable,
  party_id uuid not null references outside_party,
  token_sha256 char(64) not null unique,
  issued_by text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  constraint portal_link_ends check (expires_at > issued_at and expires_at <= issued_at + interval '90 days'),
  constraint portal_link_revoked_by_somebody check ((revoked_by is null) = (revoked_at is null))
);
create index portal_link_by_deliverable on portal_link (deliverable_id, seq);

create table deliverable_comment (
  id bigint generated always as identity primary key,
  deliverable_id uuid not null references deliverable,
  author text not null,
  text text not null check (length(text) between 1 and 2000),
  at timestamptz not null
);
create index deliverable_comment_of on deliverable_comment (deliverable_id, id);
call make_append_only('deliverable_comment');

--changeset lianxing:deliverable-5 splitStatements:false
--comment A link is only ever revoked: it opens nothing else, lives no longer, and comes back never.
create function portal_link_only_revoked() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.revoked_at is not null or new.revoked_at is null
      or (old.id, old.deliverable_id, old.party_id, old.token_sha256, old.issued_by, old.issued_at, old.expires_at)
        is distinct from
        (new.id, new.deliverable_id, new.party_id, new.token_sha256, new.issued_by, new.issued_at, new.expires_at) then
    raise exception 'portal_link %: a link is only ever revoked, once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger portal_link_only_revoked before update or delete on portal_link
  for each row execute function portal_link_only_revoked();

--changeset lianxing:deliverable-6
--comment Whether a file is a version already.
create index deliverable_version_by_document on deliverable_version (document_id);

--changeset lianxing:deliverable-7
--comment Which of several of a kind: the report of one SKU and test.
alter table deliverable add column subject text not null default '' check (length(subject) <= 300);
