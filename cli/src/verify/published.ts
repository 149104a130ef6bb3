/** Published files: each compiled file beside its policy, each policy beside the version kept for ever. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePolicy, digestPolicy, readPolicy } from 'policy-elements';
import { publishedIn } from '../publish/folder.js';
import type { Fault } from './faults.js';
import { isObject } from './receipt.js';

export interface Compiled {
  [key: string]: unknown;
  compiled: 1;
  lang: string;
  digest: string;
}

export const isCompiled = (value: unknown): value is Compiled =>
  isObject(value) &&
  value['compiled'] === 1 &&
  typeof value['lang'] === 'string' &&
  typeof value['digest'] === 'string';

/** Where the other languages are differs from place to place; nothing else does. */
const content = (compiled: object): string => JSON.stringify({ ...compiled, files: {} });

export function compareCompiled(compiled: Compiled, source: unknown): Fault[] {
  if (!readPolicy(source).policy) return [{ code: 'unreadable' }];
  const digest = digestPolicy(source);
  const { lang } = compiled;
  if (compiled.digest !== digest) return [{ code: 'digest', expected: compiled.digest, digest }];
  return content(compiled) === compiledAgain(source, lang) ? [] : [{ code: 'compiled', lang }];
}

function compiledAgain(source: unknown, lang: string): string | undefined {
  try {
    return content(compilePolicy(source, lang));
  } catch {
    // It has no such language.
    return undefined;
  }
}

/** What is found in a folder that `policy publish` wrote. */
export interface Folder {
  /** `<id> <version>`, each with its digest. */
  versions: { policy: string; version: string; digest: string }[];
  faults: Fault[];
}

const ID = /^[a-z0-9-]+(\.json)?$/;
const VERSION = /^\d+\.\d+$/;

/** What is kept at a place: nothing where nothing is, null where something is that cannot be read. */
const valueIn = (folder: string, path: string): Promise<unknown> =>
  publishedIn(folder, path).catch(() => null);

async function versionsIn(folder: string, id: string): Promise<string[]> {
  const names = await readdir(join(folder, id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return names.filter((name) => VERSION.test(name));
}

export async function compareFolder(folder: string): Promise<Folder> {
  const found: Folder = { versions: [], faults: [] };
  const names = (await readdir(folder)).filter((name) => ID.test(name));
  const ids = new Set(names.map((name) => name.replace(/\.json$/, '')));
  for (const id of [...ids].sort()) await comparePolicy(folder, id, found);
  return found;
}

async function comparePolicy(folder: string, id: string, found: Folder): Promise<void> {
  const shown = await valueIn(folder, `${id}.json`);
  const current = readPolicy(shown).policy;
  const versions = await versionsIn(folder, id);
  if (current?.id !== id) {
    // Any other JSON may lie there too; beside versions that are kept it is their policy.
    if (versions.length === 0) return;
    const code = shown === undefined ? 'missing' : 'unreadable';
    found.faults.push({ code, file: `${id}.json` });
  } else if (!versions.includes(current.version)) versions.push(current.version);
  for (const version of versions) {
    const path = `${id}/${version}/`;
    const kept = await valueIn(folder, `${path}${id}.json`);
    await compareFiles(folder, path, id, kept, found);
    if (!readPolicy(kept).policy) continue;
    const digest = digestPolicy(kept);
    found.versions.push({ policy: id, version, digest });
    if (current?.id !== id || version !== current.version) continue;
    const now = digestPolicy(shown);
    if (now !== digest) {
      found.faults.push({ code: 'digest', file: `${id}.json`, expected: digest, digest: now });
    }
    await compareFiles(folder, '', id, kept, found);
  }
}

/** The policy at a place of the folder, and its compiled files there. */
async function compareFiles(
  folder: string,
  path: string,
  id: string,
  source: unknown,
  found: Folder,
): Promise<void> {
  const { policy } = readPolicy(source);
  if (!policy) {
    const code = source === undefined ? 'missing' : 'unreadable';
    found.faults.push({ code, file: `${path}${id}.json` });
    return;
  }
  for (const lang of policy.languages) {
    const file = `${path}${id}.${lang}.compiled.json`;
    const value = await valueIn(folder, file);
    const faults: Fault[] = isCompiled(value)
      ? compareCompiled(value, source)
      : [{ code: value === undefined ? 'missing' : 'compiled', lang }];
    found.faults.push(...faults.map((fault) => ({ ...fault, file })));
  }
}
