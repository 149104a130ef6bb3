import { UsageError } from '../configuration.js';
import { openAsOwner, placeOf } from '../database/open.js';
import { exportPerson } from '../privacy/export.js';
import type { Command } from './command.js';

export const command: Command = {
  summary: 'all that is kept about one person, as JSON',
  words: '<person-id>',
  settings: ['data', 'databaseUrl', 'migrateUrl'],
  async run({ configuration, words: [personId, ...rest] }) {
    if (personId === undefined || rest.length > 0) throw new UsageError('Name one person, by id.');
    const database = await openAsOwner(placeOf(configuration));
    try {
      const all = await exportPerson(database, personId);
      if (!all) {
        process.stderr.write(`Nobody has the id "${personId}".\n`);
        return 1;
      }
      process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    } finally {
      await database.close();
    }
    return 0;
  },
};
