import type { AcknowledgementRecord } from './record.js';

/** The endpoint's word that a record is kept. */
export interface Confirmation {
  /** Compact JWS, where the endpoint gives one. */
  receipt?: string;
  /** ISO date and time. */
  recordedAt?: string;
}

export type SendProblemCode =
  | 'no-endpoint'
  | 'unreachable'
  | 'timeout'
  | 'not-signed-in'
  | 'forbidden'
  | 'stale-version'
  | 'unknown-text'
  | 'rejected'
  | 'not-made';

/** Why a record was not confirmed. */
export class SendError extends Error {
  override readonly name = 'SendError';
  constructor(
    readonly code: SendProblemCode,
    /** Sending the same record again may help. */
    readonly retry: boolean,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

export interface SendOptions {
  endpoint: string;
  headers?: HeadersInit;
  /** Milliseconds */
  timeout?: number;
}

const RETRY = new Set([408, 425, 429]);
const TIMEOUT = 15_000;

/**
 * Sends a record; resolves when the endpoint has confirmed it, and not before.
 * @throws SendError
 */
export async function sendRecord(
  record: AcknowledgementRecord,
  { endpoint, headers, timeout = TIMEOUT }: SendOptions,
): Promise<Confirmation> {
  const limit = AbortSignal.timeout(timeout);
  let response: Response;
  let body: unknown;
  try {
    const all = new Headers(headers);
    all.set('Content-Type', 'application/json');
    all.set('Idempotency-Key', record.id);
    response = await fetch(endpoint, {
      method: 'POST',
      headers: all,
      body: JSON.stringify(record),
      credentials: 'include',
      signal: limit,
    });
    body = await response.json().catch(() => undefined);
  } catch (cause) {
    throw new SendError(limit.aborted ? 'timeout' : 'unreachable', true, { cause });
  }
  // A page to sign in, reached by a redirect, answers 200 as well: that confirms nothing.
  const page = response.redirected && body === undefined;
  if (response.ok && !page) return confirmation(body);
  if (page) throw new SendError('not-signed-in', true);
  throw refusal(response.status, body);
}

/** Reads an answer of an endpoint, whose shape nobody guarantees. */
export function confirmation(body: unknown): Confirmation {
  const { receipt, recordedAt } = (body ?? {}) as Record<string, unknown>;
  return {
    ...(typeof receipt === 'string' && { receipt }),
    ...(typeof recordedAt === 'string' && { recordedAt }),
  };
}

function refusal(status: number, body: unknown): SendError {
  if (status >= 500 || RETRY.has(status)) return new SendError('unreachable', true);
  const error = (body as { error?: unknown } | undefined)?.error;
  if (error === 'stale-version' || error === 'unknown-text') return new SendError(error, false);
  // Signing in again, in another tab, makes the same record welcome.
  if (status === 401) return new SendError('not-signed-in', true);
  return new SendError(status === 403 ? 'forbidden' : 'rejected', false);
}
