/**
 * A draft as one file, to take it to another server: its text in all languages with the states of
 * translations, and its images. No comments, approvals or names.
 */
import { IMAGE_NAME, imagesIn, type Draft } from '@policy-elements/authoring';
import { readImage } from '@policy-elements/authoring/images/image.js';
import { readPolicy } from 'policy-elements';
import { depthOf, limits } from '../drafts/limits.js';
import type { Images } from '../images/images.js';
import { Problem } from '../problem.js';

export const fileFormat = 'policy-draft';

export interface DraftFile {
  format: typeof fileFormat;
  policy: Draft;
  /** By name, in base64. */
  images: Readonly<Record<string, string>>;
}

/** What was in a file, once it is known to be sound. */
export interface ReadFile {
  policy: Draft & { readonly id: string };
  images: ReadonlyMap<string, Buffer>;
}

/** Bytes of a file as a whole. */
export const mostBytes = 30_000_000;

export async function makeFile(policy: Draft, images: Images): Promise<DraftFile> {
  const found: Record<string, string> = {};
  let bytes = JSON.stringify(policy).length;
  for (const name of imagesIn(policy)) {
    const image = await images.read(policy['id'] as string, name);
    if (!image) continue;
    found[name] = Buffer.from(image).toString('base64');
    bytes += found[name].length;
    if (bytes > mostBytes) {
      const detail = 'The images are more than one file holds (30 MB). Take some out of the text.';
      throw new Problem(413, 'too-large', detail);
    }
  }
  return { format: fileFormat, policy, images: found };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws Problem that names the place, what is wrong with it, and what to do */
export function readFile(source: unknown): ReadFile {
  if (!isRecord(source) || source['format'] !== fileFormat) {
    const detail =
      'This is no file of a draft. Save the draft as a file on the other server again.';
    throw new Problem(400, 'not-a-policy', detail, '/format');
  }
  const { policy, images = {} } = source;
  const id = isRecord(policy) ? policy['id'] : undefined;
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,80}$/.test(id)) {
    throw new Problem(400, 'not-a-policy', 'The policy in the file has no id.', '/policy/id');
  }
  if (depthOf(policy) > limits.depth || JSON.stringify(policy).length > limits.draft) {
    throw new Problem(413, 'too-large', 'The policy is more than a draft may be.', '/policy');
  }
  const read = readPolicy(policy);
  if (!read.policy) {
    const detail = 'A policy has an id, a title and sections: the file was changed or cut off.';
    throw new Problem(400, 'not-a-policy', detail, '/policy');
  }
  if (!isRecord(images)) {
    throw new Problem(400, 'bad-request', 'Images stand in an object, by name.', '/images');
  }
  return { policy: policy as ReadFile['policy'], images: readImages(images, policy as Draft) };
}

/** Only what the text shows, each of the content that its name says. */
function readImages(images: Record<string, unknown>, policy: Draft): ReadonlyMap<string, Buffer> {
  const named = imagesIn(policy);
  const found = new Map<string, Buffer>();
  for (const [name, text] of Object.entries(images)) {
    const at = `/images/${name.slice(0, 60)}`;
    if (!IMAGE_NAME.test(name) || !named.has(name)) {
      throw new Problem(400, 'bad-request', 'The text shows no image of this name.', at);
    }
    const bytes = Buffer.from(typeof text === 'string' ? text : '', 'base64');
    const image = readImage(bytes);
    if (typeof image === 'string') {
      const detail =
        'This is no image, or one that does more than show something. Replace it in the text on ' +
        'the other server, and save the file again.';
      throw new Problem(415, image === 'active' ? 'active-image' : 'not-an-image', detail, at);
    }
    if (image.name !== name) {
      const detail = 'The image is not the one its name says: the file was changed. Save it again.';
      throw new Problem(400, 'bad-request', detail, at);
    }
    found.set(name, bytes);
  }
  return found;
}
