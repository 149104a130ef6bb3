-- What HR's list says about a person, so that it can be said who has not answered yet.
alter table policy_receiver.persons
  add column email text,
  add column language text,
  -- Ids of the policies' audiences; nobody named is everybody.
  add column audience text[] not null default '{}',
  -- Null: not on any list, only known from signing in.
  add column listed_at timestamptz(3),
  add column left_at timestamptz(3),
  drop constraint erased_means_unknown,
  add constraint erased_means_unknown
    check (case when erased_at is null then person_id is not null and name is not null
                else num_nonnulls(person_id, name, email, language) = 0 and audience = '{}' end);

-- Which answer to which text, in columns of their own: a report over thousands of people must not
-- unpack thousands of records.
alter table policy_receiver.acknowledgements
  add column major int not null
    generated always as (split_part(record ->> 'version', '.', 1)::int) stored,
  add column act text not null generated always as (record ->> 'act') stored;

create index acknowledgements_of_policy
  on policy_receiver.acknowledgements (policy, major, subject, seq desc) include (act, recorded_at, id);
