-- Who answered moves out of what was answered. The append-only table keeps a random subject; the
-- person behind it stands apart, where a name can be erased without touching any evidence.
create table policy_receiver.persons (
  subject uuid primary key default gen_random_uuid(),
  -- As identity and HR know this person. Null: erased.
  person_id text unique check (person_id <> ''),
  name text,
  erased_at timestamptz(3),
  constraint erased_means_unknown
    check (case when erased_at is null then person_id is not null and name is not null
                else person_id is null and name is null end)
);

insert into policy_receiver.persons (person_id, name)
  select distinct on (person_id) person_id, person_name
  from policy_receiver.acknowledgements
  order by person_id, seq desc;

-- What people wrote themselves, and what the page said about them. It may name anybody, so it can
-- be deleted; it can never be changed.
create table policy_receiver.remarks (
  acknowledgement uuid primary key references policy_receiver.acknowledgements on delete cascade,
  reason text,
  page_subject text,
  check (num_nonnulls(reason, page_subject) > 0)
);

insert into policy_receiver.remarks (acknowledgement, reason, page_subject)
  select id, record ->> 'reason', record ->> 'subject'
  from policy_receiver.acknowledgements
  where record ?| array['reason', 'subject'];

create function policy_receiver.refuse_remark_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'remarks are deleted or kept, never changed: % is refused', tg_op
    using errcode = 'restrict_violation';
end
$$;

create trigger remarks_never_changed
  before update on policy_receiver.remarks
  for each row execute function policy_receiver.refuse_remark_change();

alter table policy_receiver.acknowledgements
  add column subject uuid references policy_receiver.persons (subject);

alter table policy_receiver.acknowledgements disable trigger acknowledgements_append_only;
update policy_receiver.acknowledgements a
  set subject = p.subject, record = a.record - 'reason' - 'subject'
  from policy_receiver.persons p
  where p.person_id = a.person_id;
alter table policy_receiver.acknowledgements enable trigger acknowledgements_append_only;

alter table policy_receiver.acknowledgements
  alter column subject set not null,
  drop column person_id,
  drop column person_name;

create index acknowledgements_of_subject
  on policy_receiver.acknowledgements (subject, policy, seq desc);

-- A dropped column stays in the file until its rows are written anew.
cluster policy_receiver.acknowledgements using acknowledgements_seq_key;
