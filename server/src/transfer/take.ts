import { imagesIn, type Draft } from '@policy-elements/authoring';
import { digestPolicy } from 'policy-elements';
import type { Drafts, StoredDraft } from '../drafts/drafts.js';
import type { Person } from '../people/person.js';
import { Problem } from '../problem.js';
import type { Publications } from '../publications/publications.js';
import type { ReadFile } from './file.js';

/** What is here already under the id of a file. */
export interface Present {
  draft: Draft;
  digest: string;
  /** The version it was begun from, where nobody has written on it here. */
  published?: { version: string; digest: string };
}

interface Desk {
  drafts: Drafts;
  publications: Publications | undefined;
}

export async function presentOf(
  { drafts, publications }: Desk,
  id: string,
): Promise<Present | undefined> {
  const stored = await drafts.read(id);
  if (stored) return { draft: stored.draft, digest: stored.digest };
  const [newest] = (await publications?.versions(id)) ?? [];
  if (!newest || !publications) return undefined;
  const draft = (await publications.source(id, newest.version)) as Draft;
  return { draft, digest: digestPolicy(draft), published: newest };
}

/** The text of a file as it would stand here: versions and their history are this server's own. */
export function asHere({ policy }: ReadFile, present: Present | undefined): Draft {
  if (!present) return policy;
  const own = ['version', 'status', 'history', 'effective'] as const;
  const rest = Object.entries(policy).filter(([key]) => !(own as readonly string[]).includes(key));
  const kept = own.flatMap((key) => (key in present.draft ? [[key, present.draft[key]]] : []));
  return Object.fromEntries([...rest, ...kept]) as Draft;
}

/** Images that the text shows, and that are neither in the file nor here. */
export async function missingImages({ drafts }: Desk, file: ReadFile): Promise<string[]> {
  const missing: string[] = [];
  for (const name of imagesIn(file.policy)) {
    const there = file.images.has(name) || (await drafts.images.read(file.policy.id, name));
    if (!there) missing.push(name);
  }
  return missing;
}

/**
 * Takes a file in: as a new draft, or as the next state of the one that was looked at.
 * @param expected digest of what is here, as it was looked at; nothing where there was nothing
 */
export async function takeFile(
  desk: Desk,
  file: ReadFile,
  { person, expected }: { person: Person; expected: string | undefined },
): Promise<StoredDraft> {
  const { drafts } = desk;
  const { id } = file.policy;
  const [missing] = await missingImages(desk, file);
  if (missing !== undefined) {
    const detail = 'The text shows an image that is not in the file. Save the file again.';
    throw new Problem(400, 'bad-request', detail, `/images/${missing}`);
  }
  const present = await presentOf(desk, id);
  if (present?.digest !== expected) {
    throw present && expected === undefined
      ? new Problem(409, 'draft-exists', 'There is a policy with this name: look at what changes.')
      : new Problem(409, 'draft-moved', 'The draft here changed since you looked. Look again.');
  }
  for (const bytes of file.images.values()) {
    const kept = await drafts.images.add(id, bytes, person);
    if ('fault' in kept) {
      const detail = 'There are as many images here as there may be.';
      throw new Problem(409, 'too-many-images', detail);
    }
  }
  const draft = asHere(file, present);
  if (!present) {
    const created = await drafts.create(id, draft, person);
    if (created) return created;
    throw new Problem(409, 'draft-exists', 'There is a policy with this name already.');
  }
  if (present.published) await drafts.create(id, present.draft, person, present.published);
  const taken = await drafts.replace(id, draft, person, present.digest);
  if (taken === 'moved' || !taken) {
    throw new Problem(409, 'draft-moved', 'The draft here changed since you looked. Look again.');
  }
  return taken;
}
