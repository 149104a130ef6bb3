import { writeFile } from 'node:fs/promises';
import { UsageError, type Called } from '../configuration.js';
import { webUrl } from '../configuration/readers.js';
import { openAsOwner, placeOf } from '../database/open.js';
import { dueReminders, reminderCsv } from '../reminders/due.js';
import { sendReminders, type SendOptions, type Sent } from '../reminders/send.js';
import { Publications } from '../publications/publications.js';
import type { Command } from './command.js';

function readBaseUrl(given: Called['flags'][string]): string | undefined {
  if (typeof given !== 'string') return undefined;
  try {
    return webUrl(given);
  } catch (error) {
    throw new UsageError(`--base-url ${(error as Error).message}.`);
  }
}

function sendOptions({ configuration, flags }: Called): SendOptions | undefined {
  if (flags['send'] !== true) return undefined;
  const { smtpUrl, mailFrom: from, mailPause: pause } = configuration;
  if (smtpUrl === undefined || from === undefined) {
    throw new UsageError('--send needs SMTP_URL and MAIL_FROM: which mail server, and from whom.');
  }
  if (flags['base-url'] === undefined) {
    throw new UsageError('--send needs --base-url: the page on which people answer.');
  }
  return { smtpUrl, from, pause };
}

function tell({ sent, refused, later, stopped }: Sent): number {
  process.stderr.write(`${sent} sent, ${refused} refused, ${later} left for a later run.\n`);
  if (stopped === undefined) return 0;
  process.stderr.write(`It stopped: ${stopped}. Run it again when the mail server works.\n`);
  return 1;
}

export const command: Command = {
  summary: 'lists who has not answered, and mails them once',
  settings: ['data', 'databaseUrl', 'migrateUrl', 'smtpUrl', 'mailFrom', 'mailPause'],
  flags: {
    policy: { type: 'string', value: 'id', help: 'the policy that was published' },
    'base-url': { type: 'string', value: 'address', help: 'the page on which people answer it' },
    out: { type: 'string', value: 'file.csv', help: 'where the list goes; else it is printed' },
    send: { type: 'boolean', help: 'sends; without this it only lists' },
  },
  async run(called) {
    const { configuration, flags } = called;
    const policy = flags['policy'];
    if (typeof policy !== 'string') throw new UsageError('Name the policy: --policy <id>.');
    const baseUrl = readBaseUrl(flags['base-url']);
    const options = sendOptions(called);
    const database = await openAsOwner(placeOf(configuration));
    try {
      const find = () => dueReminders(database, new Publications(database, true), policy, baseUrl);
      const reminders = await find();
      const sent = options && (await sendReminders(database, reminders, options));
      const csv = reminderCsv(sent ? await find() : reminders);
      if (typeof flags['out'] === 'string') await writeFile(flags['out'], csv, { mode: 0o600 });
      else process.stdout.write(csv);
      return sent ? tell(sent) : 0;
    } finally {
      await database.close();
    }
  },
};
