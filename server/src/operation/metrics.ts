import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { isLoopback } from '../identity/identity.js';
import { Problem } from '../problem.js';

export interface MetricsOptions {
  /** Who may read them from anywhere; without it, only this machine may. */
  token: string | undefined;
  /** Path of the HTTP API that records come in by. */
  endpoint: string;
}

const prefix = 'policy_receiver_';

/*
 * A label has few values, and all of them are ours: a route as it was registered, a code of
 * `Problem`. What a reader sent never is one.
 */
function makeInstruments(registry: Registry) {
  const registers = [registry];
  return {
    records: new Counter({
      name: `${prefix}records_total`,
      help: 'Records that came in: recorded, known, refused or failed, and why',
      labelNames: ['outcome', 'reason'],
      registers,
    }),
    problems: new Counter({
      name: `${prefix}problems_total`,
      help: 'Answers that were errors, at any address',
      labelNames: ['status', 'error'],
      registers,
    }),
    durations: new Histogram({
      name: `${prefix}request_duration_seconds`,
      help: 'From the first byte of a request until its answer is ready',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
  };
}

/** Counts what is answered, and tells it at `/metrics` in the format of Prometheus. */
export function useMetrics(app: FastifyInstance, options: MetricsOptions): void {
  const registry = new Registry();
  const { records, problems, durations } = makeInstruments(registry);

  // Before it is sent: a record whose reader went away counts as well.
  app.addHook('onSend', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'none';
    const status = String(reply.statusCode);
    durations.observe({ method, route, status }, reply.elapsedTime / 1000);
    const error = reply.problem?.code;
    if (error !== undefined) problems.inc({ status, error });
    if (method === 'POST' && route === options.endpoint) {
      records.inc({ outcome: outcomeOf(reply), reason: error ?? '' });
    }
  });

  let collecting = false;
  const onRequest = async (request: FastifyRequest): Promise<void> => guard(request, options.token);
  app.register(async (room) => {
    room.get('/metrics', { schema: { hide: true }, onRequest }, async (_request, reply) => {
      // The process is watched as soon as somebody looks: several servers may live in one.
      if (!collecting) collectDefaultMetrics({ register: registry });
      collecting = true;
      return reply
        .header('cache-control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics());
    });
  });
}

function outcomeOf({ statusCode }: FastifyReply): string {
  if (statusCode === 201) return 'recorded';
  if (statusCode === 200) return 'known';
  return statusCode < 500 ? 'refused' : 'failed';
}

const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

function guard(request: FastifyRequest, token: string | undefined): void {
  if (token !== undefined) {
    if (isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return;
    throw new Problem(403, 'not-allowed', 'Send POLICY_METRICS_TOKEN as a bearer token.');
  }
  // What a proxy on this machine hands on comes from somewhere else.
  const direct = forwarded.every((name) => request.headers[name] === undefined);
  if (direct && isLoopback(request.socket.remoteAddress ?? '')) return;
  throw new Problem(403, 'not-allowed', 'Ask on this machine, or set POLICY_METRICS_TOKEN.');
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
