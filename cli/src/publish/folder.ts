/** A folder that a web server serves: a version's files never change, and are all there before the switch. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestPolicy } from 'policy-elements';
import { readSource, type PublicationFile } from '@policy-elements/authoring';
import { writeWhole } from '../files.js';

const read = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });

/** A file is there, and what it holds cannot be read: that is not the same as no file. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
  constructor(readonly file: string) {
    super(`${file} is damaged.`);
  }
}

/** The value of a policy in the folder; nothing where there is none. @throws DamagedError */
export async function publishedIn(folder: string, path: string): Promise<unknown> {
  const file = join(folder, path);
  const text = await read(file);
  if (text === undefined) return undefined;
  const { value } = readSource(text);
  if (value === undefined) throw new DamagedError(file);
  return value;
}

/** The digest that a version was published with in this folder. */
export async function keptDigest(folder: string, path: string): Promise<string | undefined> {
  const value = await publishedIn(folder, path);
  return value === undefined ? undefined : digestPolicy(value);
}

/** Writes what is not there yet; a file that is already so is left alone, so that a kill is resumed. */
export async function writeFiles(folder: string, files: readonly PublicationFile[]): Promise<void> {
  for (const { path, content } of files) {
    const file = join(folder, path);
    if ((await read(file)) === content) continue;
    await writeWhole(file, content);
  }
}
