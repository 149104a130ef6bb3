import { readFile as readBytes, writeFile } from 'node:fs/promises';
import { comparePolicies, readPolicy } from 'policy-elements';
import { UsageError } from '../configuration.js';
import { openDatabase, placeOf } from '../database/open.js';
import { Drafts } from '../drafts/drafts.js';
import { Problem } from '../problem.js';
import { PublishError, Publications } from '../publications/publications.js';
import { makeFile, mostBytes, readFile, type ReadFile } from '../transfer/file.js';
import { asHere, presentOf, takeFile, type Present } from '../transfer/take.js';
import type { Command } from './command.js';

interface Desk {
  drafts: Drafts;
  publications: Publications;
}

export const command: Command = {
  summary: 'takes a draft to another server: saves it as a file, or takes one in',
  words: 'export <id> | import <file>',
  settings: ['data', 'databaseUrl', 'migrateUrl'],
  flags: {
    out: { type: 'string', value: 'file', help: 'where the file of a draft goes' },
    person: { type: 'string', value: 'id', help: 'who takes it in, as the history says' },
    replace: { type: 'boolean', help: 'takes it in over the draft that is here' },
  },
  async run({ configuration, words: [what, name, ...rest], flags }) {
    if ((what !== 'export' && what !== 'import') || name === undefined || rest.length) {
      throw new UsageError('Say export and the id of a policy, or import and a file.');
    }
    const { out, person, replace } = flags;
    if (what === 'import' && typeof person !== 'string') {
      throw new UsageError('Say who takes it in: --person <id>.');
    }
    const database = await openDatabase(placeOf(configuration));
    try {
      const desk = { drafts: new Drafts(database), publications: new Publications(database, true) };
      return what === 'export'
        ? await save(desk, name, typeof out === 'string' ? out : undefined)
        : await take(desk, name, { person: String(person), replace: replace === true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { detail, pointer } = error;
      throw new PublishError(`${name}${pointer ? ` ${pointer}` : ''}: ${detail}`);
    } finally {
      await database.close();
    }
  },
};

async function save({ drafts }: Desk, id: string, out?: string): Promise<number> {
  const stored = await drafts.read(id);
  if (!stored) throw new PublishError(`There is no draft of ${id} here.`);
  const text = `${JSON.stringify(await makeFile(stored.draft, drafts.images))}\n`;
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text, { mode: 0o600 });
  return 0;
}

async function take(
  desk: Desk,
  path: string,
  { person, replace }: { person: string; replace: boolean },
): Promise<number> {
  const file = readFile(await parsed(path));
  const { id } = file.policy;
  const present = await presentOf(desk, id);
  if (present) process.stdout.write(changesOf(file, present));
  if (present && !replace) {
    process.stdout.write(`${id} is here already: nothing was taken in. To do so, add --replace.\n`);
    return 1;
  }
  const taken = await takeFile(desk, file, {
    person: { id: person, name: person },
    expected: present?.digest,
  });
  process.stdout.write(`${id} is taken in, as revision ${taken.revision}: ${taken.digest}\n`);
  return 0;
}

async function parsed(path: string): Promise<unknown> {
  const bytes = await readBytes(path);
  if (bytes.length > mostBytes) throw new PublishError(`${path} is larger than 30 MB.`);
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new PublishError(`${path} is damaged, save it again: ${(error as Error).message}`);
  }
}

function changesOf(file: ReadFile, present: Present): string {
  const [before, after] = [
    readPolicy(present.draft).policy,
    readPolicy(asHere(file, present)).policy,
  ];
  if (!before || !after) return '';
  const { changes } = comparePolicies(before, after, after.languages[0] ?? 'en');
  const lines = changes.map(({ change, title }) => `  ${change.padEnd(8)} ${title}`);
  return `${changes.length} changes for readers:\n${lines.map((line) => `${line}\n`).join('')}`;
}
