import {
  releaseCandidate,
  translationStatus,
  withLanguagesOf,
  withoutLanguages,
  type Draft,
  type Release,
} from '@policy-elements/authoring';
import { digestPolicy, readPolicy } from 'policy-elements';
import type { SignedIn } from '../identity/identity.js';
import { Problem } from '../problem.js';
import { PublishError, type Texts } from '../publications/publications.js';
import type { Version } from '../publications/versions.js';
import { notThere, requireRole, toAnswer, type Asked, type StudioOptions } from './asked.js';
import type { Drafts, StoredDraft } from './drafts.js';

const moved = (): Problem =>
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

/**
 * Everybody is asked to confirm a new MAJOR: what those read who read another language is chosen,
 * and does not just happen.
 */
function requireChoice(candidate: Draft, { fallback }: Languages, newest?: Version): void {
  const [major = 0] = (candidate['version'] as string).split('.').map(Number);
  const { policy } = readPolicy(candidate);
  if (!newest || !policy || major <= Number(newest.version.split('.')[0])) return;
  const behind = Object.entries(translationStatus(policy).languages).flatMap(
    ([lang, { missing, stale, machine }]) => (missing + stale + machine > 0 ? [lang] : []),
  );
  const open = behind.filter((lang) => !fallback.includes(lang));
  if (open.length === 0) return;
  const detail = `Not all is translated: ${open.join(', ')}. Leave them out, or publish them as they are.`;
  throw new Problem(409, 'languages-behind', detail);
}

/** A candidate may leave out languages already: the draft with them, and which those are. */
function withHeld({ held, draft }: StoredDraft): { complete: Draft; left: string[] } {
  if (held === undefined) return { complete: draft, left: [] };
  const own = draft['languages'] as readonly string[];
  const all = held['languages'] as readonly string[];
  const left = all.filter((lang) => !own.includes(lang));
  return { complete: withLanguagesOf(draft, held), left };
}

export interface Ready {
  texts: Texts;
  person: SignedIn;
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
  request: Asked,
  person: SignedIn,
  change: (stored: StoredDraft, candidate: Draft) => Promise<void> = async () => {},
): Promise<Ready> {
  const { drafts, texts } = options;
  const { policy } = request.params;
  if (!texts) throw new Problem(404, 'not-found', 'This server publishes nothing.');
  const {
    digest,
    without = [],
    fallback = [],
    ...release
  } = request.body as Release & Partial<Languages> & { digest: string };
  const stored = await drafts.read(policy);
  if (!stored) throw notThere();
  if (stored.digest !== digest) throw moved();
  const versions = await texts.versions(policy);
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
  if (!isSame) requireChoice(candidate, { without, fallback }, versions[0]);
  const absent = await drafts.images.missingIn(candidate);
  if (absent !== undefined) {
    throw new Problem(409, 'not-publishable', `The image ${absent} is not here: add it again.`);
  }
  await change(stored, candidate);
  if (isSame) return { texts, person, stored, versions };
  const held = candidate === full ? undefined : full;
  const ready = await drafts.replace(policy, candidate, person, digest, held);
  if (ready === 'moved' || !ready) throw moved();
  return { texts, person, stored: ready, versions };
}

/** Where somebody else has to approve: that they did, and of this text as it is. */
async function requireApproval(
  { drafts, texts, fourEyes }: StudioOptions,
  stored: StoredDraft,
  candidate: Draft,
): Promise<void> {
  if (!fourEyes) return;
  const { policy } = stored;
  const digest = digestPolicy(candidate);
  // Published before, and asked again after an answer that was lost.
  if ((await texts!.versions(policy)).some((each) => each.digest === digest)) return;
  // The text that is published has this digest, whatever the draft becomes meanwhile.
  if (digest === stored.digest && (await drafts.approvals.covers(policy, digest))) return;
  throw new Problem(409, 'not-approved', 'Nobody else has approved this text as it is.');
}

/** What cannot be published leaves the draft as it is. */
async function requirePublishable({ texts }: StudioOptions, candidate: Draft): Promise<void> {
  try {
    await texts!.accept(candidate, { dryRun: true });
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    throw new Problem(409, 'not-publishable', error.message);
  }
}

/** Published already, with what was left out in the draft again: only the answer was lost. */
async function answeredBefore({ drafts, texts }: StudioOptions, request: Asked) {
  const { policy } = request.params;
  const { digest, version } = request.body as { digest: string; version: string };
  const [stored, published = []] = await Promise.all([
    drafts.read(policy),
    texts?.versions(policy),
  ]);
  const isDone = published.some((each) => each.digest === digest && each.version === version);
  return stored && isDone && stored.baseDigest === digest && stored.digest !== digest
    ? toAnswer(stored, { published, approval: await drafts.approvals.state(policy) })
    : undefined;
}

/** Candidate, check, publication, and the draft says so: a kill in between is resumed by the same call. */
export async function publish(options: StudioOptions, request: Asked) {
  const { drafts, rolesOf, fourEyes } = options;
  const person = requireRole(request, rolesOf, 'publish');
  const { policy } = request.params;
  const again = await answeredBefore(options, request);
  if (again) return again;
  const { texts, stored } = await candidateOf(
    options,
    request,
    person,
    async (draft, candidate) => {
      await requireApproval(options, draft, candidate);
      await requirePublishable(options, candidate);
    },
  );
  try {
    const { version, state } = await texts.publish(stored.draft);
    const { revision, digest } = stored;
    await drafts.published(stored, version, person);
    if (state === 'published') {
      await drafts.approvals.published({ policy, revision, digest, version, fourEyes }, person);
    }
    const published = await texts.versions(policy);
    return toAnswer((await drafts.read(policy))!, { published, approval: 'none' });
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    throw new Problem(409, 'not-publishable', error.message);
  }
}
