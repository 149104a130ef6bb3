-- Links that show a draft to somebody without an account, for a while. The link itself is nowhere:
-- only its hash, by which it is known again.
create table policy_receiver.previews (
  id bigint generated always as identity primary key,
  policy text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references policy_receiver.persons (subject),
  made_at timestamptz(3) not null default clock_timestamp(),
  ends_at timestamptz(3) not null,
  ended_at timestamptz(3),
  check (ends_at > made_at and ends_at <= made_at + interval '91 days')
);

create index previews_of_policy on policy_receiver.previews (policy, id);

create or replace view policy_receiver.authorship as
  select author as subject from policy_receiver.draft_revisions
  union select author from policy_receiver.draft_autosaves
  union select author from policy_receiver.draft_authors
  union select updated_by from policy_receiver.drafts where updated_by is not null
  union select person from policy_receiver.approvals
  union select author from policy_receiver.images where author is not null
  union select author from policy_receiver.comments
  union select resolved_by from policy_receiver.comments where resolved_by is not null
  union select made_by from policy_receiver.previews;
