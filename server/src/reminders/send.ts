import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport, type Transporter } from 'nodemailer';
import type { Queries } from '../database/database.js';
import { ReminderError, type Due, type Reminders } from './due.js';
import { oneLine, reminderMail } from './mail.js';

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

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  syscall?: string;
}

type Failure = 'refused' | 'later' | 'stop' | 'unknown';

/** What a failure says about the mail: only where it surely did not go may it be tried again. */
function judge({ code = '', command, responseCode, syscall }: SmtpError): Failure {
  if (responseCode !== undefined && responseCode !== 421 && command === 'RCPT TO') {
    return responseCode >= 500 ? 'refused' : 'later';
  }
  const surely = responseCode !== undefined || syscall === 'connect' || syscall === 'getaddrinfo';
  return surely || /^(EDNS|EAUTH|ETLS|EENVELOPE)$/.test(code) ? 'stop' : 'unknown';
}

/** Resolves to nothing where this reminder was tried before, here or by another run. */
async function reserve(
  database: Queries,
  { policy, major }: Reminders,
  { subject, reason, expired }: Due,
): Promise<number | undefined> {
  const { rows } = await database.query<{ id: number }>(
    `insert into policy_receiver.reminders (subject, policy, major, reason, expired, state)
     values ($1, $2, $3, $4, $5, 'sending') on conflict do nothing returning id`,
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

const describe = ({ code, responseCode, message }: SmtpError): string =>
  oneLine(`${code ?? responseCode ?? ''} ${message}`);

async function sendOne(
  database: Queries,
  transport: Transporter,
  reminders: Reminders,
  person: Due,
  from: string,
): Promise<{ outcome: 'sent' | 'known' | Failure; error?: SmtpError }> {
  const id = await reserve(database, reminders, person);
  if (id === undefined) return { outcome: 'known' };
  const { lang, subject, text } = reminderMail(reminders, person);
  const to = person.email!;
  try {
    await transport.sendMail({
      from,
      to: { name: oneLine(person.name), address: to },
      envelope: { from, to },
      ...{ subject, text, disableFileAccess: true, disableUrlAccess: true },
      // Machines that answer by themselves stay silent.
      headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' },
    });
  } catch (cause) {
    const error = cause as SmtpError;
    const outcome = judge(error);
    if (outcome === 'refused') await settle(database, id, 'refused', error.responseCode!);
    else if (outcome !== 'unknown') await release(database, id);
    return { outcome, error };
  }
  await settle(database, id, 'sent', 250);
  return { outcome: 'sent' };
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
  const due = reminders.people.filter(({ reminder }) => reminder === 'due');
  const result: Sent = { sent: 0, refused: 0, later: 0 };
  if (due.length === 0) return result;
  const transport = createTransport(smtpUrl);
  try {
    await transport.verify().catch((error: SmtpError) => {
      throw new ReminderError(
        `The mail server cannot be used, nothing was sent: ${describe(error)}`,
      );
    });
    for (const [index, person] of due.entries()) {
      if (index > 0) await sleep(pause);
      const { outcome, error } = await sendOne(database, transport, reminders, person, from);
      if (outcome === 'sent' || outcome === 'refused' || outcome === 'later') result[outcome] += 1;
      if (outcome !== 'stop' && outcome !== 'unknown') continue;
      result.later += due.length - index - (outcome === 'unknown' ? 1 : 0);
      return { ...result, stopped: describe(error!) };
    }
    return result;
  } finally {
    transport.close();
  }
}
