import { randomUUID } from 'node:crypto';
import { makeRecord, readPolicy } from 'policy-elements';
import type { AcknowledgementRecord } from '../records/record.js';
import { checks, type Answer, type Check, type Endpoint } from './checks.js';

export interface ConformOptions {
  /** Address of the endpoint. */
  url: string;
  /** For who signs in: a cookie, a token. */
  headers?: Record<string, string>;
  /** A policy that the endpoint knows, parsed; without it an invented one is confirmed. */
  policy?: unknown;
  /** Milliseconds to wait for an answer; default 15 000. */
  timeout?: number;
}

export interface Verdict extends Pick<Check, 'level' | 'name'> {
  /** What is wrong; nothing where all is well. */
  fault: string | undefined;
}

/** The policy cannot be confirmed, so that nothing can be tried with it. */
export class ConformError extends Error {
  override name = 'ConformError';
}

const digest = `sha-256:${'a'.repeat(64)}`;

const invented = (): AcknowledgementRecord => ({
  id: randomUUID(),
  act: 'acknowledge',
  policy: 'conformity-test',
  version: '1.0',
  digest,
  shown: digest,
  languages: { nl: 41, fr: 2 },
  statement: 'Ik heb dit gelezen en begrepen. “J’ai lu.” 😀',
  audience: [],
  at: new Date().toISOString(),
});

function recordsOf(policy: unknown): () => AcknowledgementRecord {
  if (policy === undefined) return invented;
  const read = readPolicy(policy);
  if (!read.policy?.acknowledgement) {
    throw new ConformError('This is no policy that asks for an acknowledgement.');
  }
  const lang = read.policy.languages[0] ?? 'nl';
  return () => {
    const { audience, ...record } = makeRecord(read, { act: 'acknowledge', lang });
    return { ...record, audience: [...audience] };
  };
}

/**
 * Tries an endpoint as the page would, and as the page never should. It writes records there.
 * @throws ConformError
 */
export async function conform(options: ConformOptions): Promise<Verdict[]> {
  const { url, headers = {}, policy, timeout = 15_000 } = options;
  const ask = async (address: string, init: RequestInit): Promise<Answer> => {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(address, { ...init, signal, redirect: 'manual' });
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    return { status: response.status, headers: response.headers, type, json: parse(text) };
  };
  const endpoint: Endpoint = {
    record: recordsOf(policy),
    published: policy !== undefined,
    send: (record, change = {}) => {
      const own = { 'content-type': 'application/json', 'idempotency-key': record.id };
      const all = { ...own, ...headers, ...change.headers };
      return ask(url, {
        method: 'POST',
        headers: all,
        body: change.body ?? JSON.stringify(record),
      });
    },
    own: (id) => {
      const address = new URL(url);
      address.searchParams.set('policy', id);
      return ask(address.href, { headers });
    },
  };
  const verdicts: Verdict[] = [];
  for (const { level, name, run } of checks) {
    const fault = await run(endpoint).catch((error: Error) => `no answer: ${reason(error)}`);
    verdicts.push({ level, name, fault });
  }
  return verdicts;
}

const reason = (error: Error): string =>
  error.cause instanceof Error ? error.cause.message || error.message : error.message;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
