import { readFile } from 'node:fs/promises';
import { UsageError } from '../configuration.js';
import { openDatabase, placeOf } from '../database/open.js';
import { PublishError, Publications } from '../publications/publications.js';
import type { Command } from './command.js';

/**
 * Publishes the policy in a file; resolves to what to tell.
 * @throws PublishError
 */
export async function publishFile(publications: Publications, file: string): Promise<string> {
  let source: unknown;
  try {
    source = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new PublishError(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    const { state, policy, version, digest } = await publications.publish(source);
    const what = state === 'known' ? 'was published before' : 'is published';
    return `${policy} ${version} ${what}, ${digest}\n`;
  } catch (error) {
    if (error instanceof PublishError) throw new PublishError(`${file}: ${error.message}`);
    throw error;
  }
}

export const command: Command = {
  summary: 'keeps versions of policies for ever, so that they can be confirmed',
  words: '<policy.json> …',
  settings: ['data', 'databaseUrl', 'migrateUrl'],
  async run({ configuration, words }) {
    if (words.length === 0) throw new UsageError('Name the file of the policy.');
    const database = await openDatabase(placeOf(configuration));
    try {
      const publications = new Publications(database, true);
      for (const file of words) process.stdout.write(await publishFile(publications, file));
    } finally {
      await database.close();
    }
    return 0;
  },
};
