import type { FastifyInstance } from 'fastify';
import { makeAuthHook } from '../identity/auth-hook.js';
import type { Identify } from '../identity/identity.js';
import { ReaderIds } from '../identity/reader.js';
import { answerAllowedOrigin, requireSameOrigin } from '../identity/origin.js';
import { Problem } from '../problem.js';
import type { Publications } from '../publications/publications.js';
import { policyId, recordSchema, type AcknowledgementRecord, type SentRecord } from './record.js';
import { confirmationSchema, idempotencyKey, ownRecordsSchema, problems } from './schemas.js';
import type { Person } from '../people/person.js';
import type { Outcome, Store, StoredAcknowledgement } from './store.js';

const bodyLimit = 64 * 1024;
const allowed = 'GET, HEAD, POST, OPTIONS';

export interface ApiOptions {
  store: Store;
  /** What was published; without it, records are taken unchecked. */
  publications: Publications | undefined;
  endpoint: string;
  allowedOrigins: ReadonlySet<string>;
  identify: Identify;
  /** Requests a person may make in a minute; 0 for any number. */
  perMinute: number;
}

const toReceipt = ({ recordedAt, receipt }: { recordedAt: Date; receipt?: string }) => ({
  recordedAt: recordedAt.toISOString(),
  ...(receipt !== undefined && { receipt }),
});

function toOwn(stored: StoredAcknowledgement): Record<string, unknown> {
  const { subject, ...record } = stored.record;
  return { ...record, ...toReceipt(stored) };
}

/**
 * Text first, and then the record. One that was recorded before stays so, whatever was published
 * since: its answer got lost, and it comes again.
 */
async function settle(
  { store, publications }: Pick<ApiOptions, 'store' | 'publications'>,
  record: AcknowledgementRecord,
  person: Person,
): Promise<Outcome> {
  try {
    await publications?.check(record);
  } catch (error) {
    const known = error instanceof Problem ? await store.known(record, person) : undefined;
    if (known?.state === 'known') return known;
    throw error;
  }
  return store.record(record, person);
}

const postSchema = {
  summary: 'Record what a reader answered',
  description: 'The same record may come any number of times: it is stored once.',
  headers: idempotencyKey,
  body: recordSchema,
  response: { 200: confirmationSchema, 201: confirmationSchema, ...problems },
};

const getSchema = {
  summary: "A reader's own records",
  querystring: { type: 'object', properties: { policy: policyId } },
  response: { 200: ownRecordsSchema, ...problems },
};

/** The HTTP API of readers: records come in, and a reader's own go out. */
export async function api(app: FastifyInstance, options: ApiOptions): Promise<void> {
  const { store, publications, endpoint, allowedOrigins } = options;
  // Only JSON: what a form of another site can send must not even be read.
  app.removeContentTypeParser('text/plain');
  const signedIn = await makeAuthHook(app, options);
  const readers = new ReaderIds(store.queries);

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    answerAllowedOrigin(request, reply, allowedOrigins);
    if (request.method === 'POST') requireSameOrigin(request, allowedOrigins);
  });

  app.post<{ Body: SentRecord }>(
    endpoint,
    { schema: postSchema, bodyLimit, onRequest: signedIn },
    async (request, reply) => {
      const { reader, ...record } = request.body;
      // Some proxies take the header away; the id stands in the record as well.
      const key = request.headers['idempotency-key'] ?? record.id;
      if (String(key).toLowerCase() !== record.id.toLowerCase()) {
        throw new Problem(400, 'id-mismatch', 'Send the id of the record as Idempotency-Key.');
      }
      await readers.require(request.person!, [reader, request.headers['acknowledgement-reader']]);
      const outcome = await settle(options, record, request.person!);
      if (outcome.state === 'conflict') {
        throw new Problem(409, 'id-conflict', 'Another record with this id was recorded before.');
      }
      return reply.code(outcome.state === 'stored' ? 201 : 200).send(toReceipt(outcome));
    },
  );

  app.get<{ Querystring: { policy?: string } }>(
    endpoint,
    { schema: getSchema, onRequest: signedIn },
    async (request) => {
      const { policy } = request.query;
      const own = await store.ofPerson(request.person!.id, policy);
      const published = policy ? await publications?.taken(policy) : undefined;
      return {
        reader: await readers.of(request.person!),
        records: own.map(toOwn),
        ...(published && { published }),
      };
    },
  );

  const hide = { schema: { hide: true } };
  app.options(endpoint, hide, (_request, reply) => reply.code(204).header('allow', allowed).send());
  app.route({
    ...hide,
    method: ['PUT', 'PATCH', 'DELETE'],
    url: endpoint,
    onRequest: async (_request, reply) => {
      reply.header('allow', allowed);
      throw new Problem(405, 'method-not-allowed', `Records are kept. Use ${allowed}.`);
    },
    handler: () => undefined,
  });
}
