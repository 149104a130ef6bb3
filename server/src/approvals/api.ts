import type { FastifyInstance } from 'fastify';
import { candidateOf, readWanted, requirePublishable } from '../drafts/candidate.js';
import {
  notThere,
  requireRole,
  studioApi,
  toAnswer,
  type Asked,
  type StudioOptions,
} from '../drafts/asked.js';
import { draftAnswer, draftProblems, policyParams } from '../drafts/schemas.js';
import { Problem } from '../problem.js';
import type { ApprovalEntry, Decided } from './approvals.js';
import { toldOf } from './asked.js';
import { approvalsAnswer, decisionBody, recordAnswer, requestBody } from './schemas.js';

const refusals: Record<Exclude<Decided, 'decided'>, () => Problem> = {
  absent: notThere,
  moved: () => new Problem(409, 'draft-moved', 'Somebody changed the draft: look at it again.'),
  'not-requested': () =>
    new Problem(409, 'not-requested', 'Nobody asked for approval of this text as it is.'),
  'own-text': () =>
    new Problem(403, 'own-text', 'You wrote something of this text: somebody else approves it.'),
};

const toEntry = ({ at, ...entry }: ApprovalEntry) => ({ ...entry, at: at.toISOString() });

/** How the draft stands, who did what so far, and whether this person may approve. */
async function told(options: StudioOptions, request: Asked) {
  const { drafts, rolesOf, fourEyes } = options;
  const person = requireRole(request, rolesOf);
  const { policy } = request.params;
  const { approvals } = drafts;
  const [state, own, log] = await Promise.all([
    approvals.state(policy),
    approvals.isAuthor(policy, person),
    approvals.log(policy),
  ]);
  const asked = state === 'requested' && { told: await toldOf(options, policy) };
  return { state, fourEyes, own, log: log.map(toEntry), ...asked };
}

async function ask(options: StudioOptions, request: Asked) {
  const { drafts, rolesOf, fourEyes } = options;
  const person = requireRole(request, rolesOf, 'write', 'publish');
  const { policy } = request.params;
  const wanted = readWanted(policy, request.body);
  const { stored, versions } = await candidateOf(options, wanted, person, (_, candidate) =>
    // What cannot be published is not worth anybody's look.
    requirePublishable(options, candidate, 'new'),
  );
  const { revision, digest, draft } = stored;
  const version = draft['version'] as string;
  const entry = { policy, revision, digest, version, fourEyes };
  if ((await drafts.approvals.request(entry, person)) === 'moved') throw refusals.moved();
  return toAnswer(stored, { published: versions, approval: 'requested' });
}

async function decide(options: StudioOptions, request: Asked) {
  const { drafts, rolesOf, fourEyes } = options;
  const person = requireRole(request, rolesOf, 'approve');
  const {
    digest,
    decision,
    remark = '',
  } = request.body as {
    digest: string;
    decision: 'approved' | 'rejected';
    remark?: string;
  };
  const reason = remark.replaceAll('\0', '').trim();
  if (decision === 'rejected' && reason === '') {
    throw new Problem(400, 'bad-request', 'Say why, so that it can be mended.', '/remark');
  }
  const { policy } = request.params;
  const decided = await drafts.approvals.decide(
    policy,
    digest,
    { act: decision, remark: reason || undefined, fourEyes },
    person,
  );
  if (decided !== 'decided') throw refusals[decided]();
  return told(options, request);
}

/** Who asked for, approved and published a version, to be kept with it. */
async function record({ drafts, publications, rolesOf }: StudioOptions, request: Asked) {
  requireRole(request, rolesOf);
  const { policy, which } = request.params;
  const found = (await publications?.versions(policy))?.find(({ version }) => version === which);
  if (!found) throw notThere();
  const log = await drafts.approvals.log(policy, found.digest);
  return {
    ...{ policy, version: found.version, digest: found.digest },
    acceptedAt: found.publishedAt.toISOString(),
    log: log.map(toEntry),
  };
}

/** Asking for approval, and giving it. Stands within the studio's plugin, behind its sign-in. */
export async function approving(app: FastifyInstance, options: StudioOptions): Promise<void> {
  const own = `${studioApi}/policies/:policy`;
  const params = policyParams;
  const answer = { 200: approvalsAnswer, ...draftProblems };
  app.get(
    `${own}/approvals`,
    {
      schema: { summary: 'Who approved what, and how the draft stands', params, response: answer },
    },
    (request: Asked) => told(options, request),
  );
  app.post(
    `${own}/approvals/request`,
    {
      schema: {
        summary: 'Ask for approval of the draft as a version',
        description: 'The draft becomes the release candidate: publishing changes no byte of it.',
        ...{ params, body: requestBody, response: { 200: draftAnswer, ...draftProblems } },
      },
    },
    (request: Asked) => ask(options, request),
  );
  app.post(
    `${own}/approvals/decision`,
    {
      schema: {
        summary: 'Approve the draft, or send it back with a reason',
        description: 'Names the digest of what was looked at, and ends with any change.',
        ...{ params, body: decisionBody, response: answer },
      },
    },
    (request: Asked) => decide(options, request),
  );
  app.get(
    `${own}/versions/:which/approvals`,
    {
      schema: {
        summary: 'Who approved a published version',
        ...{ params, response: { 200: recordAnswer, ...draftProblems } },
      },
    },
    (request: Asked) => record(options, request),
  );
}
