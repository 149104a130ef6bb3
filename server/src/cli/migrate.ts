import { openAsOwner, placeOf } from '../database/open.js';
import { hasServiceRole, migrateAsOwner, serviceRole } from '../database/migrate.js';
import type { Command } from './command.js';

const withoutRole = `There is no role ${serviceRole}, and this user may not create one. Either have it made by
who may:
  create role ${serviceRole} nologin;
  grant ${serviceRole} to <user of the service>;
and run this again, or name the user of the service: policy-server migrate --service <user>
`;

export const command: Command = {
  summary: 'brings the database to the newest shape, as its owner',
  settings: ['data', 'databaseUrl', 'migrateUrl'],
  flags: {
    service: {
      type: 'string',
      value: 'user',
      help: `who the service signs in as, where no role ${serviceRole} can be made`,
    },
  },
  async run({ configuration, flags }) {
    const user = typeof flags['service'] === 'string' ? flags['service'] : undefined;
    const database = await openAsOwner(placeOf(configuration));
    try {
      await migrateAsOwner(database, undefined, user);
      if (user === undefined && !(await hasServiceRole(database))) {
        process.stderr.write(withoutRole);
      }
    } finally {
      await database.close();
    }
    process.stdout.write('The database is up to date.\n');
    return 0;
  },
};
