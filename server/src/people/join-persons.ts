import type { Queries } from '../database/database.js';
import { personKey } from './person-key.js';

interface Row {
  subject: string;
  person_id: string;
  listed: boolean;
  answers: number;
}

const persons = `
  select subject, person_id, listed_at is not null and left_at is null as listed,
    (select count(*)::int from policy_receiver.acknowledgements a where a.subject = p.subject)
      as answers
  from policy_receiver.persons p where person_id is not null`;

// Whose list entry it is stays; else who answered most.
const byWorth = (one: Row, other: Row): number =>
  Number(other.listed) - Number(one.listed) ||
  other.answers - one.answers ||
  (one.subject < other.subject ? -1 : 1);

/**
 * After migration 015: gives everybody their id as it is compared, and joins who stood there under two spellings.
 * What they answered stays as it was signed; it only is of one person now.
 * @returns what to tell about it
 */
export async function joinPersons(tx: Queries): Promise<string[]> {
  const { rows } = await tx.query<Row>(persons);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = personKey(row.person_id) || row.person_id;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const twice = [...groups.values()].filter((group) => group.length > 1);
  if (twice.length > 0) await joinAll(tx, twice);
  const kept = [...groups]
    .map(([key, group]) => ({ key, ...group.sort(byWorth)[0]! }))
    .filter(({ key, person_id: id }) => key !== id);
  await tx.query(
    `update policy_receiver.persons p set person_id = k.key, written_id = person_id
     from unnest($1::text[], $2::uuid[]) as k (key, subject) where p.subject = k.subject`,
    [kept.map(({ key }) => key), kept.map(({ subject }) => subject)],
  );
  return twice.map((group) => {
    const [main, ...others] = group.sort(byWorth);
    const names = others.map(({ person_id: id }) => JSON.stringify(id)).join(', ');
    return `${names} and ${JSON.stringify(main!.person_id)} were kept as different people; they are one now.`;
  });
}

async function joinAll(tx: Queries, groups: readonly Row[][]): Promise<void> {
  const pairs = groups.flatMap((group) => {
    const [main, ...others] = group.sort(byWorth);
    return others.map(({ subject }) => [subject, main!.subject] as const);
  });
  const columns = [pairs.map(([from]) => from), pairs.map(([, into]) => into)];
  const joined = 'unnest($1::uuid[], $2::uuid[]) as j (subject, into_subject)';
  await tx.exec(
    'alter table policy_receiver.acknowledgements disable trigger acknowledgements_append_only',
  );
  await tx.query(
    `update policy_receiver.acknowledgements a set subject = j.into_subject
     from ${joined} where a.subject = j.subject`,
    columns,
  );
  await tx.exec(
    'alter table policy_receiver.acknowledgements enable trigger acknowledgements_append_only',
  );
  // Reminded under either spelling is reminded.
  await tx.query(
    `insert into policy_receiver.reminders (subject, policy, major, reason, expired, state, answer, at)
     select j.into_subject, r.policy, r.major, r.reason, r.expired, r.state, r.answer, r.at
     from policy_receiver.reminders r join ${joined} on r.subject = j.subject
     on conflict do nothing`,
    columns,
  );
  await tx.query(
    `insert into policy_receiver.joined_subjects (subject, into_subject)
     select subject, into_subject from ${joined}`,
    columns,
  );
  await tx.query(
    `update policy_receiver.persons p
     set person_id = null, name = null, email = null, language = null, audience = '{}',
       listed_at = null, left_at = null, erased_at = clock_timestamp()
     from ${joined} where p.subject = j.subject`,
    columns,
  );
}
