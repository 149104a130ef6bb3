import { setTimeout as sleep } from 'node:timers/promises';
import type { Transporter } from 'nodemailer';
import type { Queries } from '../database/database.js';
import { ReminderError, type Due, type Reminders } from './due.js';
import { deliver, describe, openTransport, type Failure, type SmtpError } from './deliver.js';
import { reminderMail } from './mail.js';

export interface Sent {
  sent: number;
  /** Addresses that the mail server refused for good. */
  refused: number;
  /** Still to be sent, by a later run. */
  later: number;
  /** Why it stopped; nothing where it came to the end. */
  stopped?: string;
}

export interface SendOptions {
  smtpUrl: string;
  from: string;
  /** Milliseconds between one mail and the next. */
  pause: number;
}

/** So many in a row that did not go, and it is the mail server, not the addresses. */
const mostInARow = 5;

/** A run that ended in the middle of a mail: nobody knows whether it went, and nobody waits for it. */
const settleDead = (database: Queries): Promise<unknown> =>
  database.query(
    `update policy_receiver.reminders set state = 'failed'
     where state = 'sending' and at < clock_timestamp() - interval '15 minutes'`,
  );

/**
 * Resolves to nothing where this reminder was tried before, here or by another run. One that was
 * refused is tried again where HR's list has named the person anew since.
 */
async function reserve(
  database: Queries,
  { policy, major }: Reminders,
  { subject, reason, expired }: Due,
): Promise<number | undefined> {
  const { rows } = await database.query<{ id: number }>(
    `insert into policy_receiver.reminders as r (subject, policy, major, reason, expired, state)
     values ($1, $2, $3, $4, $5, 'sending')
     on conflict (subject, policy, major, reason,
       coalesce(expired, '00000000-0000-0000-0000-000000000000'))
     do update set state = 'sending', answer = null, at = clock_timestamp()
       where r.state = 'refused' and exists (
         select from policy_receiver.persons p
         where p.subject = excluded.subject and p.listed_at > r.at)
     returning id`,
    [subject, policy.id, major, reason, expired],
  );
  return rows[0]?.id;
}

const settle = (database: Queries, id: number, state: string, answer: number): Promise<unknown> =>
  database.query('update policy_receiver.reminders set state = $2, answer = $3 where id = $1', [
    ...[id, state, answer],
  ]);

const release = (database: Queries, id: number): Promise<unknown> =>
  database.query('delete from policy_receiver.reminders where id = $1', [id]);

async function sendOne(
  database: Queries,
  transport: Transporter,
  reminders: Reminders,
  person: Due,
  from: string,
): Promise<{ outcome: 'sent' | 'known' | Failure; id?: number; error?: SmtpError }> {
  const id = await reserve(database, reminders, person);
  if (id === undefined) return { outcome: 'known' };
  const { lang, subject, text } = reminderMail(reminders, person);
  const to = person.email!;
  const { outcome, error } = await deliver(transport, {
    ...{ from, to, name: person.name, lang, subject, text },
  });
  if (outcome === 'sent') await settle(database, id, 'sent', 250);
  else if (outcome === 'refused') await settle(database, id, 'refused', error!.responseCode!);
  else if (outcome === 'unknown') await settle(database, id, 'failed', 0);
  else await release(database, id);
  return { outcome, id, ...(error && { error }) };
}

/**
 * Mails everybody who is due, each at most once for one reason: what is written down before a mail
 * goes stays when nobody can tell whether it went.
 * @throws ReminderError where the mail server cannot be used at all; nothing was sent then
 */
export async function sendReminders(
  database: Queries,
  reminders: Reminders,
  { smtpUrl, from, pause }: SendOptions,
): Promise<Sent> {
  await settleDead(database);
  const due = reminders.people.filter(({ reminder }) => reminder === 'due');
  const result: Sent = { sent: 0, refused: 0, later: 0 };
  if (due.length === 0) return result;
  const transport = openTransport(smtpUrl);
  try {
    await transport.verify().catch((error: SmtpError) => {
      throw new ReminderError(
        `The mail server cannot be used, nothing was sent: ${describe(error)}`,
      );
    });
    // Refused one after the other, at the end of their mails.
    let row: number[] = [];
    let failures = 0;
    for (const [index, person] of due.entries()) {
      if (index > 0) await sleep(pause);
      const { outcome, id, error } = await sendOne(database, transport, reminders, person, from);
      if (outcome === 'known') continue;
      if (outcome === 'sent' || outcome === 'refused' || outcome === 'later') result[outcome] += 1;
      if (outcome === 'down' || outcome === 'stop') result.later += 1;
      const isAddress = error?.command === 'RCPT TO';
      failures = outcome === 'sent' || isAddress ? 0 : failures + 1;
      row = failures === 0 ? [] : [...row, ...(outcome === 'refused' ? [id!] : [])];
      if (outcome !== 'stop' && failures < mostInARow) continue;
      // Then it was not these people who were refused.
      for (const each of row) await release(database, each);
      result.refused -= row.length;
      result.later += row.length + due.length - index - 1;
      return { ...result, stopped: describe(error!) };
    }
    return result;
  } finally {
    transport.close();
  }
}
