import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.js';
import { problems } from '../records/schemas.js';
import type { Store } from '../records/store.js';

/** Who asks whether a server is ready asks again soon, and must not queue up. */
const patience = 2_000;

const ok = { type: 'object', properties: { status: { type: 'string', const: 'ok' } } };

const aliveSchema = {
  summary: '200 as long as the process lives',
  response: { 200: ok },
};

const readySchema = {
  summary: '200 as long as the database has the tables of this version, and takes what is written',
  response: { 200: ok, 503: problems[503] },
};

/**
 * `/healthz` for who would restart it, `/readyz` for who sends it requests: a database that is away
 * does not come back because servers are restarted.
 */
export async function health(app: FastifyInstance, { store }: { store: Store }): Promise<void> {
  app.addHook(
    'onRequest',
    async (_request, reply) => void reply.header('cache-control', 'no-store'),
  );
  let checking: Promise<void> | undefined;
  app.get('/healthz', { schema: aliveSchema }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: readySchema }, async () => {
    // Whoever asks while another is being answered gets the same answer.
    checking ??= withinPatience(check(store)).finally(() => (checking = undefined));
    await checking;
    return { status: 'ok' };
  });
}

async function check(store: Store): Promise<void> {
  let current: boolean;
  try {
    current = await store.isCurrent();
  } catch (cause) {
    throw unready('The database does not answer, or is not one for this version.', cause);
  }
  if (!current) throw unready('The tables are older than this version: policy-server migrate.');
  try {
    await store.tryWrite();
  } catch (cause) {
    throw unready('The database takes nothing: it may be full, or read-only.', cause);
  }
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const refuse = (): void => reject(unready('The database does not answer in time.'));
    timer = setTimeout(refuse, patience);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function unready(detail: string, cause?: unknown): Problem {
  const problem = new Problem(503, 'unavailable', detail);
  problem.cause = cause;
  return problem;
}
