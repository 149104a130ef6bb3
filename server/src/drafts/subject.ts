import type { Queries } from '../database/database.js';
import type { Person } from '../people/person.js';

/** The random id of a person, under which alone a text knows them. */
export async function subjectOf(queries: Queries, { id, name, written }: Person): Promise<string> {
  const { rows } = await queries.query<{ subject: string }>(
    `insert into policy_receiver.persons (person_id, name, written_id) values ($1, $2, $3)
     on conflict (person_id) do update
       set name = case when persons.listed_at is null then excluded.name else persons.name end
     returning subject`,
    [id, name, written ?? null],
  );
  return rows[0]!.subject;
}
