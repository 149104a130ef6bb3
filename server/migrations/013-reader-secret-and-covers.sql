-- What keys the ids by which pages know their reader, so that nobody can work one out. The same for
-- all servers of this database, and for ever: a page may hold one for months.
create table policy_receiver.secrets (
  name text primary key,
  value text not null
);

insert into policy_receiver.secrets (name, value)
  values ('reader', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- What was confirmed: the whole text, or its core. Records from before say nothing, and mean all.
alter table policy_receiver.acknowledgements
  add column covers text not null
    generated always as (coalesce(record ->> 'covers', 'all')) stored;
