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
  | 'other-reader'
  | 'forbidden'
  | 'stale-version'
  | 'unknown-text'
  | 'rejected'
  | 'not-made';

/** Why a record was not confirmed. */
export class SendError extends Error {
  override readonly name = 'SendError';
  /** Milliseconds that the endpoint asked to wait before the record is sent again. */
  readonly after: number | undefined;

  constructor(
    readonly code: SendProblemCode,
    /** Sending the same record again may help. */
    readonly retry: boolean,
    { after, ...options }: ErrorOptions & { after?: number | undefined } = {},
  ) {
    super(code, options);
    this.after = after;
  }
}

export interface SendOptions {
  endpoint: string;
  headers?: HeadersInit;
  /** Who confirmed, as the endpoint named them: it refuses the record of somebody else. */
  reader?: string;
  /** Milliseconds */
  timeout?: number;
}

const RETRY = new Set([408, 425, 429]);
const TIMEOUT = 15_000;
const DAY = 86_400_000;

/**
 * Sends a record; resolves when the endpoint has confirmed it, and not before.
 * @throws SendError
 */
export async function sendRecord(
  record: AcknowledgementRecord,
  { endpoint, headers, reader, timeout = TIMEOUT }: SendOptions,
): Promise<Confirmation> {
  const limit = AbortSignal.timeout(timeout);
  let response: Response;
  let body: unknown;
  try {
    const all = new Headers(headers);
    all.set('Content-Type', 'application/json');
    all.set('Idempotency-Key', record.id);
    if (reader) all.set('Acknowledgement-Reader', reader);
    response = await fetch(endpoint, {
      method: 'POST',
      headers: all,
      body: JSON.stringify(record),
      credentials: 'include',
      signal: limit,
    });
    body = await bodyOf(response);
  } catch (cause) {
    throw new SendError(limit.aborted ? 'timeout' : 'unreachable', true, { cause });
  }
  return judge(response, body);
}

/**
 * Reads what a host answered in the endpoint's place: what an endpoint would, the `Response` of
 * one, or `false` where nothing was recorded.
 * @throws SendError
 */
export async function hostAnswer(answer: unknown): Promise<Confirmation> {
  if (answer === false) throw new SendError('rejected', false);
  if (!(answer instanceof Response)) return confirmation(answer);
  const body = await bodyOf(answer).catch((cause: unknown) => {
    throw new SendError('unreachable', true, { cause });
  });
  return judge(answer, body);
}

/** Whatever went wrong, as a problem that can be told; other copies of the library throw as well. */
export function asSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { name, code, retry, after } = (error ?? {}) as Partial<SendError>;
  return name === 'SendError' && code
    ? new SendError(code, retry ?? true, { cause: error, after })
    : new SendError('unreachable', true, { cause: error });
}

/** Reads an answer of an endpoint, whose shape nobody guarantees. */
function confirmation(body: unknown): Confirmation {
  const { receipt, recordedAt } = (body ?? {}) as Record<string, unknown>;
  return {
    ...(typeof receipt === 'string' && { receipt }),
    ...(typeof recordedAt === 'string' && { recordedAt }),
  };
}

/** The JSON of an answer; nothing where it has none. A text that breaks off is no answer. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function judge(response: Response, body: unknown): Confirmation {
  // A page to sign in, or that of a network's gate, answers 200 as well: that confirms nothing.
  const html = response.headers.get('content-type')?.includes('html');
  const page = body === undefined && (response.redirected || html);
  if (response.ok && !page) return confirmation(body);
  if (page && response.ok) throw new SendError('not-signed-in', true);
  throw refusal(response, body);
}

function refusal({ status, headers }: Response, body: unknown): SendError {
  if (status >= 500 || status < 400 || RETRY.has(status))
    return new SendError('unreachable', true, { after: waitFor(headers.get('retry-after')) });
  const error = (body as { error?: unknown } | undefined)?.error;
  if (error === 'stale-version' || error === 'unknown-text') return new SendError(error, false);
  // Signing in again, in another tab, makes the same record welcome.
  if (status === 401) return new SendError('not-signed-in', true);
  if (error === 'other-reader') return new SendError(error, true);
  return new SendError(status === 403 ? 'forbidden' : 'rejected', false);
}

/** Milliseconds, of a `Retry-After` in seconds or as a date; a day at most. */
export function waitFor(header: string | null, now = Date.now()): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), DAY);
}
