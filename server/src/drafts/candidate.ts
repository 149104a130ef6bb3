import {
  releaseCandidate,
  translationStatus,
  withLanguagesOf,
  withoutLanguages,
  type Draft,
  type Release,
  type StopReason,
} from '@policy-elements/authoring';
import { digestPolicy, readPolicy, type Policy } from 'policy-elements';
import type { Person } from '../people/person.js';
import { Problem } from '../problem.js';
import { PublishError, type Publications } from '../publications/publications.js';
import type { Version } from '../publications/versions.js';
import { leftOutOf, notThere, type StudioOptions } from './asked.js';
import type { Drafts, StoredDraft } from './drafts.js';

export const moved = (): Problem =>
  new Problem(409, 'draft-moved', 'Somebody changed the draft: look at it again.');

/** What stands in the history of a draft, and was never published: approval was asked for it once. */
async function withoutForgotten(
  drafts: Drafts,
  policy: string,
  draft: Draft,
  published: readonly Version[],
): Promise<Draft> {
  if (!Array.isArray(draft['history'])) return draft;
  const history = draft['history'] as readonly { version?: string }[];
  const known = new Set(published.map(({ version }) => version));
  const asked = await drafts.approvals.askedFor(policy);
  const kept = history.filter(({ version = '' }) => known.has(version) || !asked.has(version));
  return { ...draft, history: kept };
}

/** What becomes of languages that are behind. */
interface Languages {
  without: readonly string[];
  fallback: readonly string[];
}

/** What is to be published: which draft, and what publishing says of it. */
export interface Wanted extends Languages {
  policy: string;
  digest: string;
  release: Release;
  /** What becomes of a version that waits for its time, where this is another one. */
  stops?: StopReason;
}

/** As the body of a request names it. */
export function readWanted(policy: string, body: unknown): Wanted {
  const {
    digest,
    without = [],
    fallback = [],
    ...release
  } = body as Release & Partial<Languages> & { digest: string };
  return { policy, digest, without, fallback, release };
}

const behindIn = (policy: Policy): string[] =>
  Object.entries(translationStatus(policy).languages).flatMap(
    ([lang, { missing, stale, machine }]) => (missing + stale + machine > 0 ? [lang] : []),
  );

/** Languages that a candidate has, and that are behind: it was chosen to publish them so. */
export function behindOf(candidate: Draft): string[] {
  const { policy } = readPolicy(candidate);
  return policy ? behindIn(policy) : [];
}

/**
 * Everybody is asked to confirm a new MAJOR: what those read who read another language is chosen,
 * and does not just happen.
 */
export function requireChoice(
  candidate: Draft,
  { fallback }: Pick<Languages, 'fallback'>,
  newest?: Version,
): void {
  const [major = 0] = (candidate['version'] as string).split('.').map(Number);
  const { policy } = readPolicy(candidate);
  if (!newest || !policy || major <= Number(newest.version.split('.')[0])) return;
  const open = behindIn(policy).filter((lang) => !fallback.includes(lang));
  if (open.length === 0) return;
  const detail = `Not all is translated: ${open.join(', ')}. Leave them out, or publish them as they are.`;
  throw new Problem(409, 'languages-behind', detail);
}

/** A candidate may leave out languages already: the draft with them, and which those are. */
function withHeld(stored: StoredDraft): { complete: Draft; left: string[] } {
  const { held, draft } = stored;
  if (held === undefined) return { complete: draft, left: [] };
  return { complete: withLanguagesOf(draft, held), left: leftOutOf(stored) };
}

export interface Ready {
  publications: Publications;
  /** The draft, which is the candidate now. */
  stored: StoredDraft;
  versions: readonly Version[];
}

/**
 * Makes the draft that was looked at the release candidate, byte for byte what publishing will
 * publish.
 */
export async function candidateOf(
  options: StudioOptions,
  { policy, digest, release, without, fallback, stops }: Wanted,
  person: Person,
  check: (stored: StoredDraft, candidate: Draft) => Promise<void>,
): Promise<Ready> {
  const { drafts, publications } = options;
  if (!publications) throw new Problem(404, 'not-found', 'This server publishes nothing.');
  const stored = await drafts.read(policy);
  if (!stored) throw notThere();
  if (stored.digest !== digest) throw moved();
  const versions = await publications.versions(policy);
  // For readers who know an earlier version: the page shows them what changed since.
  const earlier = versions.map(
    ({ version }) => [version, `${policy}/${version}/${policy}.json`] as const,
  );
  // Put together first: what stands in a list without ids finds its place by the length of the list.
  const { complete, left } = withHeld(stored);
  const draft = await withoutForgotten(drafts, policy, complete, versions);
  const full = releaseCandidate(draft, release, Object.fromEntries(earlier));
  // Who chose to publish one as it is takes it back.
  const candidate = withoutLanguages(full, [
    ...without,
    ...left.filter((lang) => !fallback.includes(lang)),
  ]);
  const isSame = digestPolicy(candidate) === stored.digest;
  // What stands as a candidate was chosen about when it became one.
  if (!isSame) requireChoice(candidate, { fallback }, versions[0]);
  const absent = await drafts.images.missingIn(candidate);
  if (absent !== undefined) {
    throw new Problem(409, 'not-publishable', `The image ${absent} is not here: add it again.`);
  }
  await check(stored, candidate);
  if (isSame) return { publications, stored, versions };
  const held = candidate === full ? undefined : full;
  const ready = await drafts.replace(policy, candidate, person, digest, { held, stops });
  if (ready === 'moved' || !ready) throw moved();
  return { publications, stored: ready, versions };
}

/** Where somebody else has to approve: that they did, and of this text as it is. */
export async function requireApproval(
  { drafts, publications, fourEyes }: StudioOptions,
  stored: StoredDraft,
  candidate: Draft,
): Promise<void> {
  if (!fourEyes) return;
  const { policy } = stored;
  const digest = digestPolicy(candidate);
  // Published before, and asked again after an answer that was lost.
  if ((await publications!.versions(policy)).some((each) => each.digest === digest)) return;
  // The text that is published has this digest, whatever the draft becomes meanwhile.
  if (digest === stored.digest && (await drafts.approvals.covers(policy, digest))) return;
  throw new Problem(409, 'not-approved', 'Nobody else has approved this text as it is.');
}

/** What cannot be published leaves the draft as it is. */
export async function requirePublishable(
  { publications }: StudioOptions,
  candidate: Draft,
  which: 'new' | 'any' = 'any',
): Promise<void> {
  try {
    const { state } = await publications!.accept(candidate, { dryRun: true });
    if (which === 'new' && state === 'known') throw new PublishError('This is published already.');
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    throw new Problem(409, 'not-publishable', error.message);
  }
}
