import { createHash, timingSafeEqual } from 'node:crypto';
import { digestPolicy } from 'policy-elements';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Approvals } from '../approvals/approvals.js';
import type { Images } from '../images/images.js';
import { acceptImages, keepImage } from '../images/routes.js';
import { Problem, type ProblemCode } from '../problem.js';
import { PublishError, type Prospect, type Publications } from './publications.js';
import * as schemas from './schemas.js';
import { stateOf, type InForce } from './versions.js';

export interface PublishApiOptions {
  publications: Publications | undefined;
  images: Images | undefined;
  /** The bearer token of who may publish; without one nobody may. */
  token: string | undefined;
  /** Where somebody else has to approve: who knows whether they did. */
  approvals: Pick<Approvals, 'covers'> | undefined;
}

const bodyLimit = 8 * 1024 * 1024;

const statuses: Partial<Record<ProblemCode, number>> = {
  'invalid-policy': 400,
  'not-found': 404,
};

const isSame = (one: string, other: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
};

function requireToken(request: FastifyRequest, token: string | undefined): void {
  if (token === undefined) {
    throw new Problem(403, 'not-allowed', 'Nobody may publish here: set POLICY_PUBLISH_TOKEN.');
  }
  if (isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return;
  throw new Problem(401, 'not-signed-in', 'Send POLICY_PUBLISH_TOKEN as a bearer token.');
}

/** What cannot be published is told with its reason, as a problem. */
async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    throw new Problem(statuses[error.code] ?? 409, error.code, error.message);
  }
}

const toCurrent = (current: InForce | undefined) =>
  current === undefined
    ? null
    : {
        ...{ version: current.version, digest: current.digest, withdrawn: current.withdrawn },
        since: current.at.toISOString(),
      };

const toAnswer = (prospect: Prospect) => ({ ...prospect, current: toCurrent(prospect.current) });

function requireSame(source: unknown, id: string, version: string): void {
  const named = (source ?? {}) as { id?: unknown; version?: unknown };
  if (named.id === id && named.version === version) return;
  throw new Problem(
    400,
    'version-mismatch',
    `The address is of ${id} ${version}, and the text is ${JSON.stringify(named.id)} ` +
      `${JSON.stringify(named.version)}.`,
  );
}

/** A program publishes nothing either that nobody approved; what is known already, it may repeat. */
async function requireApproved(
  { approvals, publications }: PublishApiOptions,
  id: string,
  source: unknown,
): Promise<void> {
  if (!approvals) return;
  const digest = digestPolicy(source);
  if ((await publications!.versions(id)).some((each) => each.digest === digest)) return;
  if (await approvals.covers(id, digest)) return;
  throw new Problem(409, 'not-approved', 'Nobody has approved this text in the studio.');
}

type Of<Params, Body = unknown> = {
  Params: Params;
  Body: Body;
  Querystring: { 'dry-run'?: string };
};

/** Publishing by a program: accept a text, put it in force, withdraw it. */
export async function publishApi(app: FastifyInstance, options: PublishApiOptions): Promise<void> {
  const { token } = options;
  const publications = options.publications!;
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    requireToken(request, token);
  });

  app.put<Of<{ id: string; version: string }>>(
    '/api/policies/:id/versions/:version',
    { schema: schemas.putVersion, bodyLimit },
    async (request, reply) => {
      const { id, version } = request.params;
      requireSame(request.body, id, version);
      const dryRun = request.query['dry-run'] === 'true';
      if (!dryRun) await requireApproved(options, id, request.body);
      const { state, digest } = await told(publications.accept(request.body, { dryRun }));
      const answer = toAnswer(await publications.prospect(id, version, digest));
      return reply.code(state === 'published' && !dryRun ? 201 : 200).send(answer);
    },
  );

  const { images } = options;
  if (images) {
    acceptImages(app);
    app.put<Of<{ id: string; name: string }>>(
      '/api/policies/:id/images/:name',
      { schema: schemas.putImage },
      async (request) => {
        const { id, name } = request.params;
        const kept = await keepImage(images, id, request.body);
        if (kept.name === name) return kept;
        throw new Problem(400, 'bad-request', `What was sent is ${kept.name}.`);
      },
    );
  }

  app.put<Of<{ id: string }, { version: string; digest?: string }>>(
    '/api/policies/:id/current',
    { schema: schemas.putCurrent },
    async (request) => {
      const { id } = request.params;
      const { version, digest } = request.body;
      const known = (await publications.versions(id)).find((each) => each.version === version);
      if (known && digest !== undefined && digest !== known.digest) {
        const detail = `${id} ${version} is another text here (${known.digest}).`;
        throw new Problem(409, 'version-taken', detail);
      }
      await told(publications.putInForce(id, version));
      return toAnswer(await publications.prospect(id, version, known?.digest ?? ''));
    },
  );

  app.delete<Of<{ id: string }>>(
    '/api/policies/:id/current',
    { schema: schemas.deleteCurrent },
    async (request) => {
      const { id } = request.params;
      await told(publications.withdraw(id));
      const { current } = await publications.known(id);
      return toAnswer(await publications.prospect(id, current!.version, current!.digest));
    },
  );

  app.get<Of<{ id: string }>>(
    '/api/policies/:id',
    { schema: schemas.getPolicy },
    async (request) => {
      const { id } = request.params;
      const { versions, current } = await publications.known(id);
      if (versions.length === 0) {
        throw new Problem(404, 'not-found', `Nothing of ${id} was published here.`);
      }
      return {
        policy: id,
        current: toCurrent(current),
        versions: versions.map((each) => ({
          ...{ version: each.version, digest: each.digest },
          state: stateOf(each, current),
          acceptedAt: each.publishedAt.toISOString(),
        })),
      };
    },
  );
}
