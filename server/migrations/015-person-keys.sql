-- `person_id` is from now on the id as it is compared: without case, and without what nobody sees.
-- How it was written stands beside it, where that is something else.
alter table policy_receiver.persons
  add column written_id text,
  add constraint erased_is_not_written check (erased_at is null or written_id is null);

-- A subject that another one took the place of: receipts made out to it hold, and are of that person.
-- Who stood there under two spellings is joined by the program, after this.
create table policy_receiver.joined_subjects (
  subject uuid primary key,
  into_subject uuid not null references policy_receiver.persons (subject) on delete cascade,
  at timestamptz(3) not null default clock_timestamp()
);
