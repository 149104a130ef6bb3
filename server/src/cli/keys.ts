import { join } from 'node:path';
import { UsageError } from '../configuration.js';
import type { Configuration } from '../configuration/settings.js';
import { openDatabase, placeOf } from '../database/open.js';
import { rotateKey } from '../receipts/keys.js';
import { publicKeysOf, publishKey } from '../receipts/signer.js';
import type { Command } from './command.js';

const folderOf = ({ keys, data }: Configuration): string => keys ?? join(data, 'keys');

export const command: Command = {
  summary: 'the keys that receipts are signed with: list the public ones, or add a new key',
  words: 'list | rotate',
  settings: ['data', 'databaseUrl', 'migrateUrl', 'keys', 'signingKey'],
  async run({ configuration, words }) {
    const [what, ...more] = words;
    if ((what !== 'list' && what !== 'rotate') || more.length > 0) {
      throw new UsageError('Say "list" or "rotate".');
    }
    if (what === 'rotate' && configuration.signingKey !== undefined) {
      throw new UsageError('The key stands in POLICY_SIGNING_KEY: replace it there.');
    }
    const database = await openDatabase(placeOf(configuration));
    try {
      if (what === 'rotate') {
        const { kid, jwk } = await rotateKey(folderOf(configuration));
        await publishKey(database, jwk);
        process.stdout.write(
          `${kid} signs from now on; a running server takes it in half a minute.\n`,
        );
      } else {
        process.stdout.write(`${JSON.stringify(await publicKeysOf(database), null, 2)}\n`);
      }
    } finally {
      await database.close();
    }
    return 0;
  },
};
