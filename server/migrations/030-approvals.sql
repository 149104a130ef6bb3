-- Who wrote on a draft, and at which revision last: autosaves are thinned, and this is not.
create table policy_receiver.draft_authors (
  policy text not null,
  author uuid not null references policy_receiver.persons (subject),
  revision bigint not null,
  primary key (policy, author)
);

insert into policy_receiver.draft_authors (policy, author, revision)
  select policy, author, max(revision) from (
    -- Who opened what is published wrote nothing by it.
    select policy, author, revision from policy_receiver.draft_revisions r
      where kind = 'restored' or (kind = 'created'
        and not exists (select from policy_receiver.texts t where t.digest = r.digest))
    union all
    select policy, author, revision from policy_receiver.draft_autosaves
  ) written group by policy, author;

-- What was written after this revision is not published: whoever wrote it is an author of the draft.
alter table policy_receiver.drafts add column authors_since bigint not null default 0;

update policy_receiver.drafts d set authors_since = coalesce(
  (select max(revision) from policy_receiver.draft_revisions r
   where r.policy = d.policy and r.kind = 'published'), 0);

-- Who asked, who approved or sent back, who published: which text, by its digest and revision.
create table policy_receiver.approvals (
  id bigint generated always as identity primary key,
  policy text not null,
  revision bigint not null,
  digest text not null,
  version text not null,
  act text not null check (act in ('requested', 'approved', 'rejected', 'published')),
  person uuid not null references policy_receiver.persons (subject),
  at timestamptz(3) not null default clock_timestamp(),
  remark text,
  -- Whether somebody else had to approve, at that moment.
  four_eyes boolean not null
);

create index approvals_of_policy on policy_receiver.approvals (policy, id desc);

create trigger approvals_append_only
  before update or delete on policy_receiver.approvals
  for each row execute function policy_receiver.refuse_revision_change();
create trigger approvals_never_emptied
  before truncate on policy_receiver.approvals
  for each statement execute function policy_receiver.refuse_revision_change();

-- Everybody under whose number something of a text is kept.
create view policy_receiver.authorship as
  select author as subject from policy_receiver.draft_revisions
  union select author from policy_receiver.draft_autosaves
  union select author from policy_receiver.draft_authors
  union select updated_by from policy_receiver.drafts where updated_by is not null
  union select person from policy_receiver.approvals
  union select author from policy_receiver.images where author is not null;
