import type { Database } from '../database/database.js';
import { asCompared } from '../records/store.js';
import type { ListedPerson } from './read.js';

export interface ImportOptions {
  /** The list is everybody: who was listed before and is not in it, has left. */
  complete?: boolean;
  /** Tells what would happen, and changes nothing. */
  dryRun?: boolean;
}

export interface ImportOutcome {
  added: number;
  changed: number;
  unchanged: number;
  /** Marked as having left; 0 unless the list is complete. */
  left: number;
}

// A column the list does not have is a key the row does not have, and leaves what is known.
const merge = `
  with listed as (
    select row ->> 'id' as person_id, row ->> 'name' as name, row ->> 'written' as written_id, row
    from jsonb_array_elements($1::jsonb) row
  ), wanted as (
    select l.person_id, l.name, l.written_id,
      case when l.row ? 'email' then l.row ->> 'email' else p.email end as email,
      case when l.row ? 'language' then l.row ->> 'language' else p.language end as language,
      case when l.row ? 'audience'
        then array(select jsonb_array_elements_text(l.row -> 'audience'))
        else coalesce(p.audience, '{}') end as audience,
      p.subject is null as is_new,
      p.listed_at is null or p.left_at is not null as returns,
      p.written_id as old_written, p.name as old_name, p.email as old_email, p.language as old_language,
      p.audience as old_audience
    from listed l left join policy_receiver.persons p on p.person_id = l.person_id
  ), differing as (
    select * from wanted
    where is_new or returns or (name, written_id, email, language, audience)
      is distinct from (old_name, old_written, old_email, old_language, old_audience)
  ), merged as (
    insert into policy_receiver.persons
      (person_id, name, written_id, email, language, audience, listed_at)
    select person_id, name, written_id, email, language, audience, clock_timestamp()
    from differing
    on conflict (person_id) do update set
      name = excluded.name, written_id = excluded.written_id, email = excluded.email, language = excluded.language,
      audience = excluded.audience, listed_at = excluded.listed_at, left_at = null
  )
  select count(*) filter (where is_new)::int as added,
    count(*) filter (where not is_new)::int as changed
  from differing`;

const leave = `
  update policy_receiver.persons p set left_at = clock_timestamp()
  where listed_at is not null and left_at is null and person_id is not null
    and not exists (
      select from jsonb_array_elements($1::jsonb) row where row ->> 'id' = p.person_id)
  returning 1`;

class DryRun extends Error {}

/** Takes over a whole list or nothing of it. */
export async function importPeople(
  database: Database,
  people: readonly ListedPerson[],
  { complete = false, dryRun = false }: ImportOptions = {},
): Promise<ImportOutcome> {
  const list = JSON.stringify(people.map((person) => asCompared(person)));
  let outcome: ImportOutcome | undefined;
  try {
    await database.transaction(async (tx) => {
      const { rows } = await tx.query<{ added: number; changed: number }>(merge, [list]);
      const { added, changed } = rows[0]!;
      const left = complete ? (await tx.query(leave, [list])).rows.length : 0;
      outcome = { added, changed, unchanged: people.length - added - changed, left };
      if (dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return outcome!;
}
