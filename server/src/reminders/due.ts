import { stringify } from 'csv-stringify/sync';
import { toFragment, type Policy } from 'policy-elements';
import type { Queries } from '../database/database.js';
import { listStates, type ReportRow, type ReportText } from '../reports/report.js';
import type { Publications } from '../publications/publications.js';
import { OperatorError } from '../operator-error.js';

/** Nobody can be reminded, or not now; the message says why and what to do. */
export class ReminderError extends OperatorError {
  override name = 'ReminderError';
}

export type Reason = 'outstanding' | 'expired';

/** Somebody who should answer. */
export interface Due {
  subject: string;
  name: string;
  email: string | null;
  language: string | null;
  reason: Reason;
  /** Id of the confirmation that expired. */
  expired: string | null;
  /** What became of the reminder: `due` is not tried yet, `no-address` cannot be. */
  reminder: 'due' | 'no-address' | 'sending' | 'sent' | 'failed' | 'refused';
}

export interface Reminders {
  policy: Policy;
  major: number;
  /** Where to answer; empty where nobody said where the policy stands. */
  link: string;
  people: Due[];
}

/** Nothing that could end a header or hide another address in it. */
export const address = /^[^\s@<>(),;:"\\\p{C}]+@[^\s@<>(),;:"\\\p{C}]+$/u;

function toDue(row: ReportRow, known: ReadonlyMap<string, Due['reminder']>): Due {
  const { subject, name, id, email, language } = row;
  const reason = row.state as Reason;
  const expired = reason === 'expired' ? (row.record?.id ?? null) : null;
  const untried = email !== null && address.test(email) ? 'due' : 'no-address';
  return {
    ...{ subject, name: name ?? id ?? '', email, language, reason, expired },
    reminder: known.get(keyOf(subject, reason, expired)) ?? untried,
  };
}

const keyOf = (...parts: (string | null)[]): string => parts.join(' ');

function textOf(policy: Policy): ReportText {
  const { id, version, audiences = [], acknowledgement } = policy;
  const validFor = acknowledgement?.validFor;
  return {
    ...{ policy: id, major: Number(version.split('.')[0]), current: true },
    ...(validFor !== undefined && { validFor }),
    audiences: audiences.map((audience) => audience.id),
  };
}

function linkTo(policy: string, baseUrl: string | undefined): string {
  if (baseUrl === undefined) return '';
  const url = new URL(baseUrl);
  url.hash = toFragment(policy, 'acknowledgement');
  return url.href;
}

/**
 * Who has not answered the MAJOR that is current, or has to answer again, by name.
 * @throws ReminderError where nobody is asked to answer
 */
export async function dueReminders(
  database: Queries,
  publications: Publications,
  policyId: string,
  baseUrl?: string,
): Promise<Reminders> {
  const policy = await publications.current(policyId);
  if (!policy?.acknowledgement) {
    throw new ReminderError(
      `Nobody is asked to answer "${policyId}": it was not published here, is withdrawn, or has ` +
        'no acknowledgement. See to its id, or publish it first.',
    );
  }
  const text = textOf(policy);
  const { rows: before } = await database.query<{
    subject: string;
    reason: string;
    expired: string | null;
    state: Due['reminder'];
  }>(
    // An address that was refused may have been corrected since.
    `select subject, reason, expired, state from policy_receiver.reminders r
     join policy_receiver.persons p using (subject)
     where policy = $1 and major = $2
       and not (state = 'refused' and coalesce(p.listed_at > r.at, false))`,
    [text.policy, text.major],
  );
  const known = new Map(
    before.map(({ subject, reason, expired, state }) => [keyOf(subject, reason, expired), state]),
  );
  const people: Due[] = [];
  for (const state of ['outstanding', 'expired'] as const) {
    const range = { offset: 0, limit: 1_000_000, order: 'name' } as const;
    const { rows } = await listStates(database, text, { state }, range);
    people.push(...rows.map((row) => toDue(row, known)));
  }
  return { policy, major: text.major, link: linkTo(policy.id, baseUrl), people };
}

/** The list for a spreadsheet, in which no cell becomes a formula. */
export function reminderCsv({ people, link }: Reminders): string {
  const rows = people.map(({ name, email, language, reason, reminder }) => [
    ...[name, email ?? '', language ?? '', reason, link, reminder],
  ]);
  const columns = ['name', 'e-mail', 'language', 'reason', 'link', 'reminder'];
  return stringify([columns, ...rows], { bom: true, escape_formulas: true });
}
