-- A version that is to be published by itself, at a time. The text is kept here as it was looked at,
-- until it is out, or will not be.
create table policy_receiver.schedules (
  id bigint generated always as identity primary key,
  policy text not null,
  revision bigint not null,
  digest text not null,
  version text not null,
  -- Canonical JSON (RFC 8785).
  canonical text,
  -- It leaves out languages, which come back into the draft.
  leaves_out boolean not null default false,
  -- Languages that are behind, and are published all the same.
  fallback text[] not null default '{}',
  publish_at timestamptz(3) not null,
  -- IANA name: in which the date and the time were chosen.
  time_zone text not null,
  person uuid not null references policy_receiver.persons (subject),
  at timestamptz(3) not null default clock_timestamp(),
  state text not null default 'waiting'
    check (state in ('waiting', 'publishing', 'published', 'cancelled', 'stopped')),
  -- Why it will not be published.
  reason text,
  ended_at timestamptz(3),
  ended_by uuid references policy_receiver.persons (subject),
  check ((state in ('waiting', 'publishing')) = (ended_at is null)),
  check ((state = 'stopped') = (reason is not null)),
  check (state not in ('waiting', 'publishing') or canonical is not null)
);

create unique index schedules_one_open on policy_receiver.schedules (policy)
  where state in ('waiting', 'publishing');
create index schedules_of_policy on policy_receiver.schedules (policy, id desc);

-- Who planned, called off or withdrew a version is kept as who approved it is.
alter table policy_receiver.approvals
  drop constraint approvals_act_check,
  add constraint approvals_act_check check (act in (
    'requested', 'approved', 'rejected', 'published', 'scheduled', 'unscheduled', 'withdrawn'));

-- Mails to people at the desk. A row is there before the mail goes, so that none goes twice.
create table policy_receiver.notices (
  id bigint generated always as identity primary key,
  kind text not null
    check (kind in ('approval-asked', 'approved', 'rejected', 'not-published', 'review')),
  policy text not null,
  -- What it is about: the number of an approval or a schedule, or a date.
  about text not null,
  -- Nothing where it goes to an address that stands in the policy.
  subject uuid references policy_receiver.persons on delete cascade,
  state text not null check (state in ('sending', 'sent', 'failed', 'refused')),
  answer int,
  at timestamptz(3) not null default clock_timestamp()
);

create unique index notices_once on policy_receiver.notices
  (kind, policy, about, coalesce(subject, '00000000-0000-0000-0000-000000000000'));

create or replace view policy_receiver.authorship as
  select author as subject from policy_receiver.draft_revisions
  union select author from policy_receiver.draft_autosaves
  union select author from policy_receiver.draft_authors
  union select updated_by from policy_receiver.drafts where updated_by is not null
  union select person from policy_receiver.approvals
  union select author from policy_receiver.images where author is not null
  union select author from policy_receiver.comments
  union select resolved_by from policy_receiver.comments where resolved_by is not null
  union select made_by from policy_receiver.previews
  union select person from policy_receiver.schedules
  union select ended_by from policy_receiver.schedules where ended_by is not null;
