/** Images that a policy brings along: in a folder of its name, beside its file. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { IMAGE_NAME, imageAddress } from '@policy-elements/authoring';
import { readImage, type ImageFault } from '@policy-elements/authoring/images/image.js';
import { writeWhole } from './files.js';

const folderOf = (file: string, policy: string): string | undefined =>
  /^[a-z0-9-]{1,80}$/.test(policy) ? join(dirname(file), policy, 'images') : undefined;

/** The bytes of an image; nothing where it is not there, or is not what its name says. */
export async function imageBeside(
  file: string,
  policy: string,
  name: string,
): Promise<Uint8Array | undefined> {
  const folder = folderOf(file, policy);
  if (folder === undefined || !IMAGE_NAME.test(name)) return undefined;
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  const read = bytes && readImage(bytes);
  return typeof read === 'object' && read.name === name ? bytes : undefined;
}

/** Puts an image beside a policy, and answers the address that a text shows it by. */
export async function keepImageBeside(
  file: string,
  policy: string,
  bytes: Uint8Array,
): Promise<{ name: string; src: string } | ImageFault> {
  const read = readImage(bytes);
  const folder = folderOf(file, policy);
  if (typeof read === 'string' || folder === undefined)
    return typeof read === 'string' ? read : 'not-an-image';
  const { name } = read;
  await writeWhole(join(folder, name), bytes);
  return { name, src: imageAddress(policy, name) };
}
