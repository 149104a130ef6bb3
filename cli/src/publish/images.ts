/** The images of a version are there before its texts are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { imageAddress, imagesIn } from '@policy-elements/authoring';
import type { Policy } from 'policy-elements';
import { writeWhole } from '../files.js';
import { imageBeside } from '../images.js';
import { CommandError, type Call } from '../command.js';
import { ask } from './server.js';

const MISSING = {
  nl: 'De afbeelding {name} ontbreekt, of is geen afbeelding. Ze hoort in de map {folder}, naast het beleid.',
  fr: 'L’image {name} manque, ou n’est pas une image. Sa place est dans le dossier {folder}, à côté de la charte.',
  en: 'The image {name} is missing, or is no image. It belongs in the folder {folder}, beside the policy.',
};

export type NamedImages = ReadonlyMap<string, Uint8Array>;

/** @throws CommandError where one is missing */
export async function imagesOf(call: Call, { id }: Policy, source: unknown): Promise<NamedImages> {
  const [file = ''] = call.words;
  const found = new Map<string, Uint8Array>();
  for (const name of imagesIn(source as { id?: unknown })) {
    const bytes = await imageBeside(file, id, name);
    if (!bytes) throw new CommandError(call.say(MISSING, { name, folder: `${id}/images` }));
    found.set(name, bytes);
  }
  return found;
}

/** Beside the policy, and beside the text of the version, which name them alike. */
export async function writeImages(
  folder: string,
  { id, version }: Policy,
  images: NamedImages,
): Promise<void> {
  for (const [name, bytes] of images) {
    for (const base of [folder, join(folder, id, version)]) {
      const file = join(base, imageAddress(id, name));
      if (!existsSync(file)) await writeWhole(file, bytes);
    }
  }
}

export async function sendImages(
  call: Call,
  server: string,
  id: string,
  images: NamedImages,
): Promise<void> {
  for (const [name, bytes] of images) {
    const body = new Blob([Uint8Array.from(bytes)]);
    const type = 'application/octet-stream';
    await ask(call, server, `/api/policies/${id}/images/${name}`, { method: 'PUT', body, type });
  }
}
