import { readFile } from 'node:fs/promises';
import { UsageError } from '../configuration.js';
import { openAsOwner, placeOf } from '../database/open.js';
import { importPeople } from '../people/import.js';
import { readPeople, type ListFault } from '../people/read.js';
import type { Command } from './command.js';

const shown = 50;

function tell(file: string, faults: readonly ListFault[]): void {
  const lines = faults
    .slice(0, shown)
    .map(({ line, column, message }) => `${file}:${line}${column && ` "${column}"`}: ${message}\n`);
  const more = faults.length > shown ? `... and ${faults.length - shown} more.\n` : '';
  process.stderr.write(`${lines.join('')}${more}Nothing was imported.\n`);
}

export const command: Command = {
  summary: 'takes over the list of people HR keeps (CSV)',
  words: 'import <file.csv>',
  settings: ['data', 'databaseUrl', 'migrateUrl'],
  flags: {
    complete: {
      type: 'boolean',
      help: 'the list is everybody: whoever is missing from it has left',
    },
    'dry-run': { type: 'boolean', help: 'tells what would happen, and changes nothing' },
  },
  async run({ configuration, words: [action, file, ...rest], flags }) {
    if (action !== 'import' || file === undefined || rest.length > 0) {
      throw new UsageError('Say what to import: policy-server people import people.csv');
    }
    const { people, faults, ignored } = readPeople(await readFile(file));
    if (faults.length > 0) {
      tell(file, faults);
      return 1;
    }
    if (ignored.length > 0) {
      process.stdout.write(`Not read: ${ignored.map((name) => `"${name}"`).join(', ')}\n`);
    }
    const dryRun = flags['dry-run'] === true;
    const database = await openAsOwner(placeOf(configuration));
    try {
      const outcome = await importPeople(database, people, {
        complete: flags['complete'] === true,
        dryRun,
      });
      const { added, changed, unchanged, left } = outcome;
      process.stdout.write(
        `${dryRun ? 'Would be: ' : ''}${added} added, ${changed} changed, ` +
          `${unchanged} as they were, ${left} left\n`,
      );
    } finally {
      await database.close();
    }
    return 0;
  },
};
