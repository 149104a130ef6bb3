-- What people say to each other about a text. It hangs on the id of what the text belongs to, on the
-- field and the language, never on a position; the digest says which words were meant.
create table policy_receiver.comments (
  id bigint generated always as identity primary key,
  policy text not null,
  -- What it answers; then it has no place of its own.
  thread bigint references policy_receiver.comments (id),
  -- Empty for the policy itself.
  thing text,
  field text,
  lang text,
  digest text,
  -- The words that were meant, for when they have changed.
  about text,
  author uuid not null references policy_receiver.persons (subject),
  at timestamptz(3) not null default clock_timestamp(),
  words text not null check (words <> ''),
  resolved_by uuid references policy_receiver.persons (subject),
  resolved_at timestamptz(3),
  check ((thread is null) = (thing is not null and field is not null and digest is not null)),
  check ((resolved_by is null) = (resolved_at is null)),
  check (thread is null or resolved_at is null)
);

create index comments_of_policy on policy_receiver.comments (policy, id);
create index comments_of_thread on policy_receiver.comments (thread) where thread is not null;

create or replace view policy_receiver.authorship as
  select author as subject from policy_receiver.draft_revisions
  union select author from policy_receiver.draft_autosaves
  union select author from policy_receiver.draft_authors
  union select updated_by from policy_receiver.drafts where updated_by is not null
  union select person from policy_receiver.approvals
  union select author from policy_receiver.images where author is not null
  union select author from policy_receiver.comments
  union select resolved_by from policy_receiver.comments where resolved_by is not null;
