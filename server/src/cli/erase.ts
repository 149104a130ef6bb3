import { UsageError } from '../configuration.js';
import { openAsOwner, placeOf } from '../database/open.js';
import { erase } from '../privacy/erase.js';
import type { Command } from './command.js';

export const command: Command = {
  summary: 'erases a person: the answers stay, without a name',
  words: '<person-id>',
  settings: ['data', 'databaseUrl', 'migrateUrl'],
  flags: { yes: { type: 'boolean', help: 'does it; without this it only tells what it would do' } },
  async run({ configuration, words: [personId, ...rest], flags }) {
    if (personId === undefined || rest.length > 0) throw new UsageError('Name one person, by id.');
    const dryRun = flags['yes'] !== true;
    const database = await openAsOwner(placeOf(configuration));
    try {
      const erasure = await erase(database, personId, { dryRun });
      if (!erasure) {
        process.stderr.write(`Nobody has the id "${personId}".\n`);
        return 1;
      }
      const { subject, acknowledgements, remarks, reminders } = erasure;
      process.stdout.write(
        `${dryRun ? 'Would erase' : 'Erased'} "${personId}", with ${remarks} remarks and ` +
          `${reminders} reminders. ${acknowledgements} answers stay, of ${subject}.\n` +
          (dryRun ? 'This cannot be undone. Say --yes to do it.\n' : ''),
      );
    } finally {
      await database.close();
    }
    return 0;
  },
};
