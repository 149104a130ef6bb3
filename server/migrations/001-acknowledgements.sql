-- What people answered. A row is evidence: it is added once and never changed.
create table policy_receiver.acknowledgements (
  id uuid primary key,
  -- The order of arrival; two rows may share a moment, never a number.
  seq bigint generated always as identity unique,
  -- Who, as the endpoint knew it, and never what the record says about itself.
  person_id text not null check (person_id <> ''),
  person_name text not null,
  policy text not null,
  -- The whole record as it was sent. jsonb, so that equal content is equal here.
  record jsonb not null,
  recorded_at timestamptz(3) not null default clock_timestamp()
);

create index acknowledgements_of_person
  on policy_receiver.acknowledgements (person_id, policy, seq desc);

create function policy_receiver.refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'acknowledgements are append-only: % is refused', tg_op
    using errcode = 'restrict_violation';
end
$$;

create trigger acknowledgements_append_only
  before update or delete on policy_receiver.acknowledgements
  for each row execute function policy_receiver.refuse_change();

create trigger acknowledgements_never_emptied
  before truncate on policy_receiver.acknowledgements
  for each statement execute function policy_receiver.refuse_change();
