/** Files as the commands read and write them. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readSource, type PolicySource } from '@policy-elements/authoring';
import { CommandError, type Call, type Words } from './command.js';

const MISSING: Words = {
  nl: 'Het bestand {file} bestaat niet. Kijk na of de naam en de map kloppen.',
  fr: 'Le fichier {file} n’existe pas. Vérifiez son nom et son dossier.',
  en: 'There is no file {file}. Check its name and folder.',
};
const UNREADABLE: Words = {
  nl: 'Het bestand {file} kan niet gelezen worden: {cause}',
  fr: 'Le fichier {file} ne peut pas être lu : {cause}',
  en: 'The file {file} cannot be read: {cause}',
};

const UNWRITABLE: Words = {
  nl: 'Het bestand {file} kan niet geschreven worden: {cause}',
  fr: 'Le fichier {file} ne peut pas être écrit : {cause}',
  en: 'The file {file} cannot be written: {cause}',
};
const IS_FOLDER: Words = {
  nl: '{file} is een map. Geef de naam van een bestand.',
  fr: '{file} est un dossier. Indiquez le nom d’un fichier.',
  en: '{file} is a folder. Give the name of a file.',
};

/** `-` is standard input. @throws CommandError with exit code 2 */
export async function readBytes(file: string, { say }: Pick<Call, 'say'>): Promise<Uint8Array> {
  try {
    return file === '-' ? await readStandardInput() : await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const words = code === 'ENOENT' ? MISSING : UNREADABLE;
    throw new CommandError(say(words, { file, cause: message }), 2);
  }
}

export const readPolicyFile = async (
  file: string,
  call: Pick<Call, 'say'>,
): Promise<PolicySource> => readSource(await readBytes(file, call));

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

/** A file could not be written; the command says so in words. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  constructor(
    readonly file: string,
    override readonly cause: NodeJS.ErrnoException,
  ) {
    super(cause.message);
  }

  describe({ say }: Pick<Call, 'say'>): string {
    const { file, cause } = this;
    const folder = cause.code === 'EISDIR' || (cause.code === 'ENOTDIR' && /[\\/]$/.test(file));
    return say(folder ? IS_FOLDER : UNWRITABLE, { file, cause: cause.message });
  }
}

/**
 * Writes a file whole or not at all: into one beside it, which then takes its name. What a link
 * points to is written, and who may read it stays as it was. @throws WriteError
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeBeside(await realpath(file).catch(() => file), content);
  } catch (error) {
    throw new WriteError(file, error as NodeJS.ErrnoException);
  }
}

async function writeBeside(target: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => 0o644,
  );
  const suffix = randomBytes(6).toString('hex');
  const beside = join(dirname(target), `.${basename(target)}.${suffix}.tmp`);
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** To the file of `--out`, else to standard output. */
export async function writeResult(call: Call, content: string): Promise<void> {
  const out = call.option('out');
  if (out === undefined || out === '-') call.output.write(content);
  else await writeWhole(out, content);
}
