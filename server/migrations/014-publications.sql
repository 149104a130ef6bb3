-- Which text of a policy is in force. A text may be known, and confirmed, before it is: so that
-- nobody is refused while a site is switched over. The last row of a policy counts.
create table policy_receiver.publications (
  id bigint generated always as identity primary key,
  policy text not null,
  digest text not null references policy_receiver.texts,
  -- Nobody is asked to confirm it any more.
  withdrawn boolean not null default false,
  at timestamptz(3) not null default clock_timestamp()
);

create index publications_of_policy on policy_receiver.publications (policy, id desc);

create trigger publications_append_only
  before update or delete on policy_receiver.publications
  for each row execute function policy_receiver.refuse_change();
create trigger publications_never_emptied
  before truncate on policy_receiver.publications
  for each statement execute function policy_receiver.refuse_change();

-- Until now the newest was the one in force.
insert into policy_receiver.publications (policy, digest, withdrawn, at)
  select distinct on (policy) policy, digest, status = 'withdrawn', published_at
  from policy_receiver.texts
  order by policy, major desc, minor desc;

create view policy_receiver.texts_in_force as
  select distinct on (p.policy) p.policy, p.digest, p.withdrawn, p.at, t.version, t.major, t.minor
  from policy_receiver.publications p join policy_receiver.texts t using (digest)
  order by p.policy, p.id desc;
