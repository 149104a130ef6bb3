-- What is being written. One open draft a policy; it is changed in place, and every saving is a
-- revision of its own beside it.
create table policy_receiver.drafts (
  policy text primary key check (policy ~ '^[a-z0-9-]+$'),
  -- Canonical JSON (RFC 8785).
  canonical text not null,
  digest text not null,
  revision bigint not null check (revision > 0),
  -- The version it started from, or that was published from it last.
  base_version text,
  base_digest text,
  updated_by uuid references policy_receiver.persons (subject),
  updated_at timestamptz(3) not null default clock_timestamp()
);

-- What somebody did on purpose: kept as it is. Authors are known by their random subject, so that
-- a name can be erased without touching the history of a text.
create table policy_receiver.draft_revisions (
  policy text not null,
  revision bigint not null,
  kind text not null check (kind in ('created', 'published', 'restored')),
  author uuid not null references policy_receiver.persons (subject),
  at timestamptz(3) not null default clock_timestamp(),
  digest text not null,
  canonical text not null,
  version text,
  primary key (policy, revision)
);

create function policy_receiver.refuse_revision_change() returns trigger
  language plpgsql
as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

create trigger draft_revisions_append_only
  before update or delete on policy_receiver.draft_revisions
  for each row execute function policy_receiver.refuse_revision_change();

-- What was saved while writing: thinned, and may be erased.
create table policy_receiver.draft_autosaves (
  policy text not null,
  revision bigint not null,
  author uuid not null references policy_receiver.persons (subject),
  at timestamptz(3) not null default clock_timestamp(),
  digest text not null,
  canonical text not null,
  primary key (policy, revision)
);

create index draft_autosaves_of_author on policy_receiver.draft_autosaves (policy, author, at);
