import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identify } from '../identity/identity.js';
import { answerAllowedOrigin, requireSameOrigin } from '../identity/origin.js';
import { Problem } from '../problem.js';
import { policyId, recordSchema, type AcknowledgementRecord } from './record.js';
import type { Person, Store, StoredAcknowledgement } from './store.js';

const bodyLimit = 64 * 1024;
const allowed = 'GET, HEAD, POST, OPTIONS';

export interface ApiOptions {
  store: Store;
  endpoint: string;
  allowedOrigins: ReadonlySet<string>;
  identify: Identify;
}

/** Whoever is signed in, else 401. */
export async function requirePerson(request: FastifyRequest, identify: Identify): Promise<Person> {
  const person = await identify(request);
  if (person) return person;
  throw new Problem(401, 'not-signed-in', 'Sign in first, then send the record again.');
}

function toOwn({ record, recordedAt }: StoredAcknowledgement): Record<string, unknown> {
  const { id, act, policy, version, languages, statement, at } = record;
  return {
    id,
    act,
    policy,
    version,
    languages,
    statement,
    at,
    recordedAt: recordedAt.toISOString(),
  };
}

/** The wire: records come in, and a reader's own go out. */
export async function api(app: FastifyInstance, options: ApiOptions): Promise<void> {
  const { store, endpoint, allowedOrigins, identify } = options;
  // Only JSON: what a form of another site can send must not even be read.
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    answerAllowedOrigin(request, reply, allowedOrigins);
    if (request.method === 'POST') requireSameOrigin(request, allowedOrigins);
  });

  app.post<{ Body: AcknowledgementRecord }>(
    endpoint,
    { schema: { body: recordSchema }, bodyLimit },
    async (request, reply) => {
      const person = await requirePerson(request, identify);
      const record = request.body;
      if (request.headers['idempotency-key'] !== record.id) {
        throw new Problem(400, 'id-mismatch', 'Send the id of the record as Idempotency-Key.');
      }
      const outcome = await store.record(record, person);
      if (outcome.state === 'conflict') {
        throw new Problem(409, 'id-conflict', 'Another record with this id was recorded before.');
      }
      return reply
        .code(outcome.state === 'stored' ? 201 : 200)
        .send({ recordedAt: outcome.recordedAt.toISOString() });
    },
  );

  app.get<{ Querystring: { policy?: string } }>(
    endpoint,
    { schema: { querystring: { type: 'object', properties: { policy: policyId } } } },
    async (request) => {
      const person = await requirePerson(request, identify);
      const own = await store.ofPerson(person.id, request.query.policy);
      return { records: own.map(toOwn) };
    },
  );

  app.options(endpoint, (_request, reply) => reply.code(204).header('allow', allowed).send());
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: endpoint,
    onRequest: async (_request, reply) => {
      reply.header('allow', allowed);
      throw new Problem(405, 'method-not-allowed', `Records are kept. Use ${allowed}.`);
    },
    handler: () => undefined,
  });
}
