import { createHash } from 'node:crypto';
import { faultOf, type Draft, type Edit } from '@policy-elements/authoring';
import { readPolicy } from 'policy-elements';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reportPath } from '../admin/address.js';
import { approving } from '../approvals/api.js';
import { commenting } from '../comments/api.js';
import { makeAuthHook } from '../identity/auth-hook.js';
import type { SignedIn } from '../identity/identity.js';
import { requireSameOrigin } from '../identity/origin.js';
import { machineTranslating } from '../machine-translation/api.js';
import { previewing } from '../previews/api.js';
import { transferring } from '../transfer/api.js';
import { searchesForAuthors } from '../searches/api.js';
import { rememberGroups, translatorsIn } from '../people/studio-groups.js';
import { Problem } from '../problem.js';
import { scheduling } from '../schedule/api.js';
import { withdrawing } from '../withdrawal/api.js';
import {
  notThere,
  requireRole,
  studioApi,
  toAnswer,
  type Asked,
  type StudioOptions,
} from './asked.js';
import { audiences } from './audiences.js';
import { ConflictProblem } from './conflict.js';
import { draftImages } from './image-routes.js';
import { depthOf, limits } from './limits.js';
import { Presence } from './presence.js';
import { publish } from './publishing.js';
import { earlierSources } from './earlier-sources.js';
import { overview } from './overview.js';
import { mayEdit } from './roles.js';
import {
  draftAnswer,
  draftProblems,
  editsBody,
  policyParams,
  releaseBody,
  savedAnswer,
} from './schemas.js';

const bodyLimit = limits.draft * 2;

const languageOf = (draft: Draft): string =>
  ((draft['languages'] ?? []) as readonly string[])[0] ?? 'en';

/** A draft must at least be a policy: an object with a title or sections, not too much of it. */
function soundDraft(source: unknown): Draft {
  const read = readPolicy(source);
  const id = (source as Draft | null)?.['id'];
  if (!read.policy || typeof id !== 'string' || !/^[a-z0-9-]{1,80}$/.test(id)) {
    throw new Problem(400, 'not-a-policy', 'A policy has an id, a title and sections.', '/policy');
  }
  if (depthOf(source) > limits.depth || JSON.stringify(source).length > limits.draft) {
    throw new Problem(413, 'too-large', 'This is more than a draft may be.');
  }
  return source as Draft;
}

/** The draft of a policy, begun from what is published where nobody wrote on it yet. */
async function openDraft(
  { drafts, publications }: StudioOptions,
  policy: string,
  person: SignedIn,
) {
  const published = (await publications?.versions(policy)) ?? [];
  const newest = published[0];
  let stored = await drafts.read(policy);
  const source = async (): Promise<Draft> =>
    (await publications!.source(policy, newest!.version)) as Draft;
  if (!stored && newest) {
    stored =
      (await drafts.create(policy, await source(), person, newest)) ?? (await drafts.read(policy));
  }
  if (!stored) throw notThere();
  if (newest && newest.digest !== stored.baseDigest && stored.digest === stored.baseDigest) {
    stored = (await drafts.follow(policy, await source(), newest)) ?? stored;
  }
  const newer = newest && newest.digest !== stored.baseDigest ? { newer: newest.version } : {};
  const [approval, at] = await Promise.all([
    drafts.approvals.state(policy),
    drafts.schedules.waiting(policy),
  ]);
  const scheduled = at && { scheduled: at.toISOString() };
  return toAnswer(stored, { published, approval, ...newer, ...scheduled });
}

async function saveEdits(options: StudioOptions, request: Asked): Promise<Record<string, unknown>> {
  const { drafts, rolesOf } = options;
  const person = requireRole(request, rolesOf);
  const { policy } = request.params;
  const { edits } = request.body as { edits: Edit[] };
  const fault = edits.map(faultOf).find((each) => each !== undefined);
  if (fault !== undefined) throw new Problem(400, 'bad-request', `A change is wrong: ${fault}.`);
  const before = await drafts.read(policy);
  if (!before) throw notThere();
  const [roles, first] = [rolesOf(person), languageOf(before.draft)];
  if (!edits.every((edit) => mayEdit(roles, edit, first))) {
    throw new Problem(403, 'not-allowed', 'Your role does not include this text.');
  }
  const saved = await drafts.save(policy, edits, person);
  if (saved.state === 'absent') throw notThere();
  if (saved.state === 'too-large') {
    throw new Problem(413, 'too-large', 'With this the draft would be more than it may be.');
  }
  if (saved.state === 'conflict') throw new ConflictProblem(saved.draft, saved.conflicts);
  const since = Number(request.headers['studio-revision'] ?? saved.before);
  const { revision, digest, draft } = saved.draft;
  const isOther = since !== saved.before || before.held !== undefined;
  const others = isOther ? { policy: draft } : {};
  return { revision, digest, before: saved.before, ...others };
}

const hello =
  ({ drafts, rolesOf, translation, searches, mayReview, home, fourEyes }: StudioOptions) =>
  async (request: FastifyRequest) => {
    const { id, name } = request.person!;
    await rememberGroups(drafts.database, request.person!, rolesOf);
    // The same each time, and nothing can be read from it: whose unsaved texts a browser holds.
    const key = createHash('sha256').update(`studio:${id}`).digest('base64url').slice(0, 16);
    const service = translation && { name: translation.name, host: translation.host };
    const roles = [...rolesOf(request.person!)];
    const report = (await mayReview(request.person!, request)) && { report: reportPath };
    const counted = searches && { searches: true };
    const checked = fourEyes && { fourEyes };
    // Whoever writes asks them.
    const asked = roles.includes('write') && {
      translators: await translatorsIn(drafts.database, rolesOf),
    };
    const more = { ...checked, ...counted, ...report, ...asked };
    return { key, name, roles, translation: service, home, ...more };
  };

async function reading(app: FastifyInstance, options: StudioOptions): Promise<void> {
  const { drafts, publications, rolesOf } = options;
  const hidden = { schema: { hide: true, params: policyParams } };
  app.get(
    `${studioApi}/me`,
    { schema: { summary: 'Who is signed in, and their roles' } },
    hello(options),
  );
  app.get(
    `${studioApi}/policies`,
    { schema: { summary: 'Every policy and its draft' } },
    overview(options),
  );
  app.get(
    `${studioApi}/policies/:policy`,
    {
      schema: {
        summary: 'The draft of a policy',
        params: policyParams,
        response: { 200: draftAnswer, ...draftProblems },
      },
    },
    async (request: Asked) =>
      openDraft(options, request.params.policy, requireRole(request, rolesOf)),
  );
  app.get(`${studioApi}/policies/:policy/revisions`, hidden, async (request: Asked) => {
    requireRole(request, rolesOf);
    return { revisions: await drafts.revisions(request.params.policy) };
  });
  app.get(`${studioApi}/policies/:policy/revisions/:which`, hidden, async (request: Asked) => {
    requireRole(request, rolesOf);
    const { policy, which } = request.params;
    const draft = /^\d{1,12}$/.test(which)
      ? await drafts.revision(policy, Number(which))
      : undefined;
    if (!draft) throw notThere();
    return { policy: draft };
  });
  app.get(
    `${studioApi}/policies/:policy/earlier-sources/:which`,
    hidden,
    async (request: Asked) => {
      requireRole(request, rolesOf);
      const { policy, which } = request.params;
      return { sources: await earlierSources(drafts, policy, which) };
    },
  );
  app.get(`${studioApi}/policies/:policy/versions/:which`, hidden, async (request: Asked) => {
    requireRole(request, rolesOf);
    const { policy, which } = request.params;
    const source = await publications?.source(policy, which);
    if (source === undefined) throw notThere();
    return { policy: source };
  });
}

async function writing(app: FastifyInstance, options: StudioOptions): Promise<void> {
  const { drafts, rolesOf } = options;
  const presence = new Presence();
  const hidden = { bodyLimit, schema: { hide: true } };
  app.post(`${studioApi}/policies`, hidden, async (request, reply: FastifyReply) => {
    const person = requireRole(request, rolesOf, 'write');
    const draft = soundDraft((request.body as { policy?: unknown } | null)?.policy);
    const id = draft['id'] as string;
    const published = (await options.publications?.versions(id)) ?? [];
    const created = published.length ? undefined : await drafts.create(id, draft, person);
    if (!created) {
      throw new Problem(409, 'draft-exists', 'There is a policy with this name already.');
    }
    return reply.code(201).send(toAnswer(created, { published: [] }));
  });
  app.patch(
    `${studioApi}/policies/:policy`,
    {
      bodyLimit,
      schema: {
        summary: 'Save changes: all of them, or none',
        params: policyParams,
        body: editsBody,
        response: { 200: savedAnswer, ...draftProblems },
      },
    },
    (request: Asked) => saveEdits(options, request),
  );
  app.post(`${studioApi}/policies/:policy/presence`, hidden, async (request: Asked) => {
    const person = requireRole(request, rolesOf);
    const { policy } = request.params;
    const { at = '', gone } = (request.body ?? {}) as { at?: string; gone?: boolean };
    if (gone) presence.leave(policy, person.id);
    const others = gone ? [] : presence.say(policy, person, String(at).slice(0, 80));
    const [stored, approval, scheduled] = await Promise.all([
      drafts.read(policy),
      drafts.approvals.state(policy),
      drafts.schedules.waiting(policy),
    ]);
    return { others, revision: stored?.revision, approval, scheduled };
  });
  app.post(`${studioApi}/policies/:policy/restore`, hidden, async (request: Asked) => {
    const person = requireRole(request, rolesOf, 'write');
    const { policy } = request.params;
    const { revision } = request.body as { revision: number };
    const restored = Number.isSafeInteger(revision)
      ? await drafts.restore(policy, revision, person)
      : undefined;
    if (!restored) throw notThere();
    return toAnswer(restored);
  });
  app.post(
    `${studioApi}/policies/:policy/publish`,
    {
      schema: {
        summary: 'Publish the draft as it was looked at',
        params: policyParams,
        body: releaseBody,
        response: { 200: draftAnswer, ...draftProblems },
      },
    },
    (request: Asked) => publish(options, request),
  );
}

/** The studio's side of the server: nobody reads or changes a draft without a role. */
export async function studio(app: FastifyInstance, options: StudioOptions): Promise<void> {
  app.removeContentTypeParser('text/plain');
  const { identify } = options;
  // Whoever writes saves every second or so.
  const perMinute = options.perMinute && options.perMinute * 3;
  app.addHook('onRequest', await makeAuthHook(app, { identify, perMinute }));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    if (request.method !== 'GET') requireSameOrigin(request, new Set());
  });
  await draftImages(app, options);
  await reading(app, options);
  await audiences(app, options);
  await writing(app, options);
  await approving(app, options);
  await commenting(app, options);
  await previewing(app, options);
  await scheduling(app, options);
  await withdrawing(app, options);
  await machineTranslating(app, options);
  await searchesForAuthors(app, options);
  await transferring(app, options);
}
