-- Compact JWS over the record as it stands here, and who and when; nothing where none was made.
alter table policy_receiver.acknowledgements add column receipt text;

create or replace function policy_receiver.refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

-- What was published, word for word. A version is published once.
create table policy_receiver.texts (
  -- sha-256 of `canonical`.
  digest text primary key check (digest ~ '^sha-256:[0-9a-f]{64}$'),
  policy text not null check (policy <> ''),
  version text not null,
  major integer not null,
  minor integer not null,
  status text not null check (status in ('published', 'withdrawn')),
  -- The canonical (RFC 8785) JSON, as text: not a byte is the database's own idea.
  canonical text not null,
  published_at timestamptz(3) not null default clock_timestamp(),
  unique (policy, version)
);

-- Public keys, for ever: a receipt outlives the key it was signed with.
create table policy_receiver.keys (
  kid text primary key,
  jwk jsonb not null,
  added_at timestamptz(3) not null default clock_timestamp()
);

create trigger texts_append_only
  before update or delete on policy_receiver.texts
  for each row execute function policy_receiver.refuse_change();
create trigger texts_never_emptied
  before truncate on policy_receiver.texts
  for each statement execute function policy_receiver.refuse_change();
create trigger keys_append_only
  before update or delete on policy_receiver.keys
  for each row execute function policy_receiver.refuse_change();
create trigger keys_never_emptied
  before truncate on policy_receiver.keys
  for each statement execute function policy_receiver.refuse_change();
