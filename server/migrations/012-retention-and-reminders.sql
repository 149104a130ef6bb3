-- Evidence may be deleted for one reason only: it is older than the organisation keeps it. Whoever
-- deletes names the period, and has the right to; the service's role has not.
create function policy_receiver.refuse_change_while_kept() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'DELETE'
    and old.recorded_at < clock_timestamp()
      - nullif(current_setting('policy_receiver.retention', true), '')::interval
    -- A slip in the period must not cost last month's answers.
    and old.recorded_at < clock_timestamp() - interval '30 days'
  then
    return old;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

drop trigger acknowledgements_append_only on policy_receiver.acknowledgements;
create trigger acknowledgements_append_only
  before update or delete on policy_receiver.acknowledgements
  for each row execute function policy_receiver.refuse_change_while_kept();

-- Who was reminded of what. A row is there before the mail goes, so that none goes twice.
create table policy_receiver.reminders (
  id bigint generated always as identity primary key,
  subject uuid not null references policy_receiver.persons on delete cascade,
  policy text not null,
  major int not null,
  reason text not null check (reason in ('outstanding', 'expired')),
  -- The confirmation that expired: the next one that does is another reason.
  expired uuid,
  -- `sending` that stays means that nobody knows whether the mail went.
  state text not null check (state in ('sending', 'sent', 'failed', 'refused')),
  -- What the mail server answered, as a number; its words may repeat the address.
  answer int,
  at timestamptz(3) not null default clock_timestamp(),
  check ((reason = 'expired') = (expired is not null))
);

create unique index reminders_once on policy_receiver.reminders
  (subject, policy, major, reason, coalesce(expired, '00000000-0000-0000-0000-000000000000'));
