import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { Problem } from '../problem.js';
import type { Identify, SignedIn } from './identity.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; set by the gate, before the body is read. */
    person?: SignedIn;
  }
}

export interface GateOptions {
  identify: Identify;
  /** Requests a person may make in a minute; 0 for any number. */
  perMinute: number;
}

type Gate = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Whoever is signed in, else 401. */
export async function requirePerson(
  request: FastifyRequest,
  identify: Identify,
): Promise<SignedIn> {
  const person = request.person ?? (await identify(request));
  if (person) return (request.person = person);
  throw new Problem(401, 'not-signed-in', 'Sign in first, then send the record again.');
}

/**
 * Lets in who is signed in, and not too often. Who is not is counted by address, in memory only:
 * an address is stored nowhere and told to nobody.
 */
export async function makeGate(app: FastifyInstance, options: GateOptions): Promise<Gate> {
  const { identify, perMinute } = options;
  if (perMinute === 0) return async (request) => void (await requirePerson(request, identify));

  await app.register(rateLimit, { global: false });
  const shared = { max: perMinute, timeWindow: 60_000 };
  const ofPerson = app.createRateLimit({
    ...shared,
    keyGenerator: (request) => `person ${request.person?.id}`,
  });
  const ofStranger = app.createRateLimit({
    ...shared,
    keyGenerator: (request) => `address ${request.ip}`,
  });
  return async (request) => {
    // A stranger who goes on is not even listened to: checking a token costs something.
    refuseExcess(await ofStranger(request, { increment: false }));
    try {
      await requirePerson(request, identify);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) refuseExcess(await ofStranger(request));
      throw error;
    }
    refuseExcess(await ofPerson(request));
  };
}

type Verdict = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

function refuseExcess(verdict: Verdict): void {
  if (verdict.isAllowed || !verdict.isExceeded) return;
  const seconds = Math.max(1, verdict.ttlInSeconds);
  const detail = `At most ${verdict.max} requests a minute. Send it again in ${seconds} s.`;
  throw new Problem(429, 'too-many', detail, undefined, seconds);
}
