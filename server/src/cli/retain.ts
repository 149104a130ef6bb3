import { UsageError } from '../configuration.js';
import { openAsOwner, placeOf } from '../database/open.js';
import { retain } from '../privacy/retain.js';
import type { Command } from './command.js';

export const command: Command = {
  summary: 'deletes what is older than it is kept',
  settings: ['retention', 'data', 'databaseUrl', 'migrateUrl'],
  flags: { 'dry-run': { type: 'boolean', help: 'tells what would go, and deletes nothing' } },
  async run({ configuration, flags }) {
    const { retention } = configuration;
    if (retention === undefined) {
      throw new UsageError('Say how long answers are kept: --retention P5Y, or RETENTION=P5Y.');
    }
    const dryRun = flags['dry-run'] === true;
    const database = await openAsOwner(placeOf(configuration));
    try {
      const outcome = await retain(database, retention, { dryRun });
      const { before, acknowledgements, persons, reminders } = outcome;
      process.stdout.write(
        `${dryRun ? 'Would delete' : 'Deleted'} what is from before ${before.toISOString()}: ` +
          `${acknowledgements} answers, ${persons} people, ${reminders} reminders.\n`,
      );
    } finally {
      await database.close();
    }
    return 0;
  },
};
