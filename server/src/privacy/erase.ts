import { personKey } from '../people/person-key.js';
import type { Database } from '../database/database.js';

export interface Erasure {
  /** What remains of the person: the random id under which the evidence knows them. */
  subject: string;
  /** Answers that stay, without a name. */
  acknowledgements: number;
  /** Reasons and the like that are gone. */
  remarks: number;
  /** Reminders and other mails. */
  reminders: number;
}

const erasePerson = `
  update policy_receiver.persons
  set person_id = null, written_id = null, name = null, email = null, language = null, audience = '{}',
    listed_at = null, left_at = null, erased_at = clock_timestamp()
  where person_id = $1
  returning subject`;

class DryRun extends Error {}

/**
 * Takes a person out of everything but the evidence, which never named them. Counts stay, and so
 * do receipts. Resolves to nothing where nobody has this id.
 */
export async function erase(
  database: Database,
  personId: string,
  { dryRun = false } = {},
): Promise<Erasure | undefined> {
  let erasure: Erasure | undefined;
  try {
    await database.transaction(async (tx) => {
      const [person] = (await tx.query<{ subject: string }>(erasePerson, [personKey(personId)]))
        .rows;
      if (!person) return;
      const count = async (sql: string): Promise<number> =>
        (await tx.query(sql, [person.subject])).rows.length;
      await tx.query('delete from policy_receiver.studio_groups where subject = $1', [
        person.subject,
      ]);
      const own = 'select id from policy_receiver.acknowledgements where subject = $1';
      erasure = {
        subject: person.subject,
        acknowledgements: await count(own),
        remarks: await count(
          `delete from policy_receiver.remarks where acknowledgement in (${own}) returning 1`,
        ),
        reminders:
          (await count('delete from policy_receiver.reminders where subject = $1 returning 1')) +
          (await count('delete from policy_receiver.notices where subject = $1 returning 1')),
      };
      if (dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  if (erasure && !dryRun) await forgetOnDisk(database);
  return erasure;
}

/** What was deleted stays readable in the database's files until it is cleared up. */
export async function forgetOnDisk(database: Database): Promise<void> {
  for (const table of [
    'persons',
    'studio_groups',
    'remarks',
    'reminders',
    'notices',
    'acknowledgements',
  ]) {
    await database.exec(`vacuum policy_receiver.${table}`);
  }
}
