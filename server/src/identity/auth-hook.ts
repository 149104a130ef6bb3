import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { personKey, plainText } from '../people/person-key.js';
import { Problem } from '../problem.js';
import { asCompared } from '../records/store.js';
import type { Identify, SignedIn } from './identity.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; set before the body is read. */
    person?: SignedIn;
  }
}

export interface AuthHookOptions {
  identify: Identify;
  /** Requests a person may make in a minute; 0 for any number. */
  perMinute: number;
}

export type AuthHook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** As the database keeps and compares people; somebody without a name of letters is nobody. */
function settle(person: SignedIn | undefined): SignedIn | undefined {
  if (!person || personKey(person.id) === '') return undefined;
  const name = plainText(person.name) || plainText(person.id);
  return asCompared({ ...person, name });
}

/** Whoever is signed in, else 401. */
export async function requirePerson(
  request: FastifyRequest,
  identify: Identify,
): Promise<SignedIn> {
  const person = request.person ?? settle(await identify(request));
  if (person) return (request.person = person);
  throw new Problem(401, 'not-signed-in', 'Sign in first, then send the record again.');
}

/**
 * Lets in who is signed in, and not too often. Who is not is counted by address, in memory only: an
 * address is stored nowhere and told to nobody. Behind one address there may be a whole
 * organisation, so that whoever proves who they are is never held up by those who do not.
 */
export async function makeAuthHook(
  app: FastifyInstance,
  options: AuthHookOptions,
): Promise<AuthHook> {
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
    keyGenerator: (request) => `address ${networkOf(request.ip)}`,
  });
  return async (request) => {
    try {
      await requirePerson(request, identify);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) refuseExcess(await ofStranger(request));
      throw error;
    }
    refuseExcess(await ofPerson(request));
  };
}

/** For what nobody signs in to: counted by address, as above. */
export async function makeStrangerHook(app: FastifyInstance, perMinute: number): Promise<AuthHook> {
  if (perMinute === 0) return async () => {};
  await app.register(rateLimit, { global: false });
  const ofStranger = app.createRateLimit({
    ...{ max: perMinute, timeWindow: 60_000 },
    keyGenerator: (request) => `address ${networkOf(request.ip)}`,
  });
  return async (request) => refuseExcess(await ofStranger(request));
}

/** One household or office has a whole range of IPv6 addresses, and may take another each time. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).join(':');
}

type Verdict = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

function refuseExcess(verdict: Verdict): void {
  if (verdict.isAllowed || !verdict.isExceeded) return;
  const seconds = Math.max(1, verdict.ttlInSeconds);
  const detail = `At most ${verdict.max} requests a minute. Send it again in ${seconds} s.`;
  throw new Problem(429, 'too-many', detail, undefined, seconds);
}
