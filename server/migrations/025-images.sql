-- Images that a policy brings along, under the hash of their bytes: added, and never changed.
create table policy_receiver.images (
  policy text not null check (policy ~ '^[a-z0-9-]+$'),
  name text not null check (name ~ '^[0-9a-f]{32}\.[a-z]+$'),
  bytes bytea not null,
  -- Nothing where a program brought it.
  author uuid references policy_receiver.persons (subject),
  at timestamptz(3) not null default clock_timestamp(),
  primary key (policy, name)
);
