import { openAsOwner, placeOf } from '../database/open.js';
import { migrateAsOwner } from '../database/migrate.js';
import type { Verb } from './command.js';

export const verb: Verb = {
  summary: 'brings the database to the newest shape, as its owner',
  settings: ['data', 'databaseUrl', 'migrateUrl'],
  async run({ configuration }) {
    const database = await openAsOwner(placeOf(configuration));
    try {
      await migrateAsOwner(database);
    } finally {
      await database.close();
    }
    process.stdout.write('The database is up to date.\n');
    return 0;
  },
};
