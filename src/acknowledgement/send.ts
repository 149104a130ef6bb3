import { resolveHeaders, type HostHeaders } from './host-headers.js';
import type { AcknowledgementRecord } from './record.js';

/** The endpoint's word that a record is kept. */
export interface Confirmation {
  /** Compact JWS, where the endpoint gives one. */
  receipt?: string;
  /** ISO date and time. */
  recordedAt?: string;
  /** What `sendRecord` says: also an answer without a body confirms. */
  recorded?: true;
}

export type SendProblemCode =
  | 'no-endpoint'
  | 'unreachable'
  /** The endpoint answered with a status from 500 on. */
  | 'server-error'
  | 'timeout'
  | 'not-signed-in'
  | 'other-reader'
  | 'forbidden'
  | 'stale-version'
  | 'unknown-text'
  | 'rejected'
  | 'not-made'
  /** `send`, `headers` or `respondWith` of the page threw, or gave what cannot be used. */
  | 'host-error'
  /** They ended without saying whether the record is kept. */
  | 'no-answer';

interface SendErrorOptions extends ErrorOptions {
  after?: number | undefined;
  isHosts?: boolean | undefined;
}

/** Why a record was not confirmed. */
export class SendError extends Error {
  override readonly name = 'SendError';
  /** Milliseconds that the endpoint asked to wait before the record is sent again. */
  readonly after: number | undefined;
  /** The page around is at fault: nothing is sent again before the reader or the next page asks. */
  readonly isHosts: boolean;

  constructor(
    readonly code: SendProblemCode,
    /** Sending the same record again may help. */
    readonly retry: boolean,
    { after, isHosts = false, ...options }: SendErrorOptions = {},
  ) {
    super(code, options);
    this.after = after;
    this.isHosts = isHosts;
  }

  /** Tells the developer of the page what only they can mend. */
  report(): void {
    if (!this.isHosts) return;
    console.error(
      `policy-acknowledgement: an answer was not recorded by a fault of this page (${this.code}).`,
      this.cause ?? this,
    );
  }
}

export interface SendOptions {
  endpoint: string;
  headers?: HostHeaders | undefined;
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
  const all = await resolveHeaders(headers).catch((cause: unknown) => {
    throw asHostError(cause);
  });
  const limit = AbortSignal.timeout(timeout);
  let response: Response;
  let body: unknown;
  try {
    all.set('Content-Type', 'application/json');
    all.set('Idempotency-Key', record.id);
    if (reader) all.set('Acknowledgement-Reader', asToken(reader));
    response = await fetch(endpoint, {
      method: 'POST',
      headers: all,
      // In the body too: a proxy may take away a header that it does not know.
      body: JSON.stringify({ ...record, ...(reader && { reader }) }),
      credentials: 'include',
      // A redirect leads to where one signs in, which may be on an origin that must not be read.
      redirect: 'manual',
      signal: limit,
    });
    body = await bodyOf(response);
  } catch (cause) {
    throw new SendError(limit.aborted ? 'timeout' : 'unreachable', true, { cause });
  }
  return { recorded: true, ...judge(response, body) };
}

/** A header has no room for other letters; the body has the value as it is. */
const asToken = (reader: string): string =>
  /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(reader) ? reader : encodeURIComponent(reader);

/**
 * Reads what a host answered in the endpoint's place. Recorded it is by `true`, by `{ recordedAt }`,
 * by what `sendRecord` resolves to, or by the `Response` of an endpoint. `false` says that nothing
 * was recorded. All else says nothing: a forgotten `return` must not count as a confirmation.
 * @throws SendError
 */
export async function hostAnswer(answer: unknown): Promise<Confirmation> {
  if (answer === true) return {};
  if (answer === false) throw new SendError('rejected', false);
  if (isResponse(answer)) return judgeHosts(answer);
  const { recorded, recordedAt } = (answer ?? {}) as Partial<Confirmation>;
  if (recorded === true || isDate(recordedAt)) return confirmation(answer);
  throw new SendError('no-answer', true, {
    isHosts: true,
    cause: new TypeError(
      `It ended with ${describe(answer)}. Return the Response of the endpoint, { recordedAt: '2026-03-01T09:30:00Z' }, or true once the record is kept.`,
    ),
  });
}

// Also one of another frame or of a library, which is of another class.
const isResponse = (value: unknown): value is Response =>
  value instanceof Response || Object.prototype.toString.call(value) === '[object Response]';

const isDate = (value: unknown): boolean =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

function describe(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null)
    return JSON.stringify(answer) ?? String(answer);
  return `an object with ${Object.keys(answer).slice(0, 5).join(', ') || 'nothing in it'}`;
}

async function judgeHosts(response: Response): Promise<Confirmation> {
  if (response.type === 'opaque' || response.type === 'error') {
    throw new SendError('no-answer', true, {
      isHosts: true,
      cause: new TypeError("It ended with a Response that cannot be read: mode 'no-cors'?"),
    });
  }
  // The host may have read the body: then the status says it.
  const body = response.bodyUsed
    ? undefined
    : await bodyOf(response).catch((cause: unknown) => {
        throw new SendError('unreachable', true, { cause });
      });
  return judge(response, body);
}

/** What the network says by an exception, in each engine. */
const NETWORK =
  /^(Failed to fetch|NetworkError when attempting|Load failed|network error|fetch failed|The network connection was lost|The Internet connection appears to be offline)/i;

/** Whatever went wrong, as a problem that can be told; other copies of the library throw as well. */
export function asSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { code, retry, after, isHosts } = (error ?? {}) as Partial<SendError>;
  const { name, message = '' } = (error ?? {}) as Partial<Error>;
  if (name === 'SendError' && code)
    return new SendError(code, retry ?? true, { cause: error, after, isHosts });
  if (name === 'TimeoutError') return new SendError('timeout', true, { cause: error });
  if (name === 'NetworkError' || (name === 'TypeError' && NETWORK.test(message)))
    return new SendError('unreachable', true, { cause: error });
  return asHostError(error);
}

const asHostError = (cause: unknown): SendError =>
  new SendError('host-error', true, { cause, isHosts: true });

/** Reads an answer of an endpoint, whose shape nobody guarantees. */
function confirmation(body: unknown): Confirmation {
  const { receipt, recordedAt } = (body ?? {}) as Record<string, unknown>;
  return {
    ...(typeof receipt === 'string' && { receipt }),
    ...(isDate(recordedAt) && { recordedAt: recordedAt as string }),
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
  // A session that ended answers with the way to where one signs in.
  if (response.type === 'opaqueredirect') throw new SendError('not-signed-in', true);
  // A page to sign in, or that of a captive portal, answers 200 as well: that confirms nothing.
  const html = response.headers.get('content-type')?.includes('html');
  const page = body === undefined && (response.redirected || html);
  if (response.ok && !page) return confirmation(body);
  if (page && response.ok) throw new SendError('not-signed-in', true);
  throw refusal(response, body);
}

function refusal(response: Response, body: unknown): SendError {
  const { status, headers, url } = response;
  const error = (body as { error?: unknown } | undefined)?.error;
  // For the developer, who hears of it by `policy-problem`.
  const said = typeof error === 'string' ? `: ${error.slice(0, 100)}` : '';
  const cause = new Error(`${url || 'The endpoint'} answered ${status}${said}`);
  if (status >= 500 || status < 400 || RETRY.has(status)) {
    const code = status >= 500 ? 'server-error' : 'unreachable';
    return new SendError(code, true, { cause, after: waitFor(headers.get('retry-after')) });
  }
  if (error === 'stale-version' || error === 'unknown-text')
    return new SendError(error, false, { cause });
  // Signing in again, in another tab, makes the same record welcome.
  if (status === 401) return new SendError('not-signed-in', true, { cause });
  if (error === 'other-reader') return new SendError(error, true, { cause });
  return new SendError(status === 403 ? 'forbidden' : 'rejected', false, { cause });
}

/** Milliseconds, of a `Retry-After` in seconds or as a date; a day at most. */
export function waitFor(header: string | null, now = Date.now()): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), DAY);
}
