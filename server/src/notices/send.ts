import type { Queries } from '../database/database.js';
import { address } from '../reminders/due.js';
import { deliver, describe, openTransport } from '../reminders/deliver.js';
import { dueNotices, keyOf, type Notice, type NoticeKey, type NoticeOptions } from './due.js';

export interface NoticeMail extends Pick<
  NoticeOptions,
  'studioUrl' | 'approversMail' | 'reviewDays'
> {
  smtpUrl: string;
  from: string;
}

/** What was tried before, by any server, and is not tried again. */
async function triedBefore(database: Queries): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<NoticeKey>(
    `select kind, policy, about, subject from policy_receiver.notices
     where kind = 'review' or at > clock_timestamp() - interval '4 days'`,
  );
  return new Set(rows.map(keyOf));
}

/** Written down before it goes; nothing where another server was faster. */
async function reserve(database: Queries, notice: Notice): Promise<number | undefined> {
  const { kind, policy, about, subject } = notice;
  const { rows } = await database.query<{ id: number }>(
    `insert into policy_receiver.notices (kind, policy, about, subject, state)
     values ($1, $2, $3, $4, 'sending') on conflict do nothing returning id`,
    [kind, policy, about, subject ?? null],
  );
  return rows[0]?.id;
}

const settle = (database: Queries, id: number, state: string, answer: number): Promise<unknown> =>
  database.query('update policy_receiver.notices set state = $2, answer = $3 where id = $1', [
    ...[id, state, answer],
  ]);

/**
 * Sends what is due and was not sent yet, each once: what may have gone is not sent again.
 * @throws Error where the mail server cannot be used; what did not go is sent later
 */
export async function sendNotices(
  options: NoticeOptions,
  { smtpUrl, from }: Pick<NoticeMail, 'smtpUrl' | 'from'>,
  now: Date,
): Promise<void> {
  const { database } = options;
  // Cut off in the middle: nobody knows whether it went.
  await database.query(
    `update policy_receiver.notices set state = 'failed'
     where state = 'sending' and at < clock_timestamp() - interval '15 minutes'`,
  );
  const tried = await triedBefore(database);
  const notices = await dueNotices(options, now, (key) => tried.has(keyOf(key)));
  const due = notices.filter(({ to }) => address.test(to));
  if (due.length === 0) return;
  const transport = openTransport(smtpUrl);
  try {
    for (const notice of due) {
      const id = await reserve(database, notice);
      if (id === undefined) continue;
      const { to, name, lang, mail } = notice;
      const { outcome, error } = await deliver(transport, { from, to, name, lang, ...mail });
      if (outcome === 'sent') await settle(database, id, 'sent', 250);
      else if (outcome === 'refused') await settle(database, id, 'refused', error!.responseCode!);
      else if (outcome === 'unknown') await settle(database, id, 'failed', 0);
      else {
        await database.query('delete from policy_receiver.notices where id = $1', [id]);
        throw new Error(`The mail server did not take a mail: ${describe(error!)}`);
      }
    }
  } finally {
    transport.close();
  }
}
