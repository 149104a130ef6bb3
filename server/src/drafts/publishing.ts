import canonicalize from 'canonicalize';
import { Problem } from '../problem.js';
import { PublishError } from '../publications/publications.js';
import { requireRole, toAnswer, type Asked, type StudioOptions } from './asked.js';
import { candidateOf, readWanted, requireApproval, requirePublishable } from './candidate.js';

/** Published already, with what was left out in the draft again: only the answer was lost. */
async function answeredBefore({ drafts, publications }: StudioOptions, request: Asked) {
  const { policy } = request.params;
  const { digest, version } = request.body as { digest: string; version: string };
  const [stored, published = []] = await Promise.all([
    drafts.read(policy),
    publications?.versions(policy),
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
  const wanted = readWanted(policy, request.body);
  const { publications, stored } = await candidateOf(
    options,
    wanted,
    person,
    async (draft, candidate) => {
      await requireApproval(options, draft, candidate);
      await requirePublishable(options, candidate);
    },
  );
  try {
    const { version } = await publications.publish(stored.draft);
    const { revision, digest, draft, held } = stored;
    const canonical = canonicalize(draft)!;
    const leavesOut = held !== undefined;
    const done = { policy, revision, digest, version, canonical, leavesOut, fourEyes };
    await drafts.published(done, person);
    const published = await publications.versions(policy);
    return toAnswer((await drafts.read(policy))!, { published, approval: 'none' });
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    throw new Problem(409, 'not-publishable', error.message);
  }
}
