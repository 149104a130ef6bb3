import type { Database } from '../database/database.js';
import { forgetOnDisk } from './erase.js';

export interface Retained {
  /** Everything recorded before this moment was due. */
  before: Date;
  acknowledgements: number;
  /** People who left, or were only known by an answer that is gone, and have no answer left. */
  persons: number;
  reminders: number;
}

class DryRun extends Error {}

/**
 * Deletes what is older than the organisation keeps it.
 * @param period ISO 8601 duration, at least thirty days
 */
export async function retain(
  database: Database,
  period: string,
  { dryRun = false } = {},
): Promise<Retained> {
  let retained: Retained | undefined;
  try {
    await database.transaction(async (tx) => {
      // The database refuses to delete anything younger, whatever the statements below say.
      const { rows } = await tx.query<{ before: Date }>(
        `select clock_timestamp() - $1::interval as before
         from set_config('policy_receiver.retention', $1, true)`,
        [period],
      );
      const { before } = rows[0]!;
      const count = async (sql: string): Promise<number> =>
        (await tx.query(`${sql} returning 1`, [before])).rows.length;
      // About nobody, and of no use once it is old; also where nothing is counted any more.
      await count('delete from policy_receiver.searches where last_month < $1');
      retained = {
        before,
        acknowledgements: await count(
          'delete from policy_receiver.acknowledgements where recorded_at < $1',
        ),
        reminders:
          (await count('delete from policy_receiver.reminders where at < $1')) +
          (await count('delete from policy_receiver.notices where at < $1')),
        persons: await count(
          `delete from policy_receiver.persons p
           where (listed_at is null or left_at < $1)
             and not exists (
               select from policy_receiver.acknowledgements a where a.subject = p.subject)
             and not exists (
               select from policy_receiver.authorship w where w.subject = p.subject)`,
        ),
      };
      if (dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  if (!dryRun) await forgetOnDisk(database);
  return retained!;
}
