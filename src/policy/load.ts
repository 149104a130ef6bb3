import type { ParseResult } from './findings.js';
import { parseJson } from './json.js';
import { loadReader, readNow, readSoon } from './parser.js';

/** A policy that was loaded, or the copy that was kept of it. */
export interface LoadedPolicy extends ParseResult {
  url: string;
  /** When the copy was made, as the server could not be reached; ISO date and time. */
  copiedAt?: string;
}

export type LoadProblemCode =
  'unreachable' | 'timeout' | 'refused' | 'missing' | 'broken-json' | 'not-json' | 'not-a-policy';

/** Why no policy could be loaded. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  constructor(
    readonly code: LoadProblemCode,
    readonly url: string,
    /** HTTP status, where the server answered. */
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${url}${status ? ` (${status})` : ''}`, options);
  }
}

export interface LoadOptions {
  signal?: AbortSignal;
  /** Milliseconds for one attempt, the body included. */
  timeout?: number;
  /** Milliseconds before the second attempt. */
  pause?: number;
}

const TIMEOUT = 10_000;
const PAUSE = 500;

interface Shared {
  promise: Promise<LoadedPolicy>;
  controller: AbortController;
  readers: number;
  settled: boolean;
}

const requests = new Map<string, Shared>();

/**
 * Loads and reads a policy. Elements with the same address share one request; it is aborted when
 * the last of them no longer wants it. A failure is not kept: the next call asks again.
 * @throws LoadError, or the signal's reason when aborted.
 */
export async function loadPolicy(url: string, options: LoadOptions = {}): Promise<LoadedPolicy> {
  options.signal?.throwIfAborted();
  const shared = requests.get(url) ?? start(url, options);
  shared.readers++;
  return leaveOnAbort(url, shared, options.signal);
}

/** Forgets what was loaded from an address, so that the next call asks the server. */
export const forgetPolicy = (url: string): void => void requests.delete(url);

function start(url: string, options: LoadOptions): Shared {
  const controller = new AbortController();
  const shared: Shared = { controller, readers: 0, settled: false, promise: undefined! };
  requests.set(url, shared);
  shared.promise = attempts(url, { ...options, signal: controller.signal }).then(
    (loaded) => {
      shared.settled = true;
      // A copy is shown, but the server is asked again when somebody else comes for it.
      if (loaded.copiedAt) drop(url, shared);
      return loaded;
    },
    (error: unknown) => {
      drop(url, shared);
      throw error;
    },
  );
  return shared;
}

function drop(url: string, shared: Shared): void {
  shared.settled = true;
  if (requests.get(url) === shared) requests.delete(url);
}

function leaveOnAbort(url: string, shared: Shared, signal?: AbortSignal): Promise<LoadedPolicy> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason);
      if (--shared.readers > 0 || shared.settled) return;
      drop(url, shared);
      shared.controller.abort();
    });
    shared.promise.then(resolve, reject);
  });
}

async function attempts(url: string, options: LoadOptions): Promise<LoadedPolicy> {
  try {
    return await attempt(url, options);
  } catch (error) {
    if (!isAway(error)) throw error;
    if (error.code === 'timeout') return copyOr(error);
    await new Promise((resolve) => setTimeout(resolve, options.pause ?? PAUSE));
    options.signal?.throwIfAborted();
  }
  try {
    return await attempt(url, options);
  } catch (error) {
    if (!isAway(error)) throw error;
    return copyOr(error);
  }
}

const isAway = (error: unknown): error is LoadError =>
  error instanceof LoadError && (error.code === 'unreachable' || error.code === 'timeout');

/** How the files of compiled policies are named: they need no reader, others do. */
const COMPILED = /\.compiled\.[^/]*$/;

async function attempt(url: string, options: LoadOptions): Promise<LoadedPolicy> {
  // Neither waits for the other. Where it cannot be had, `readJson` says so.
  if (!COMPILED.test(url)) loadReader().catch(() => undefined);
  const json = await fetchText(url, options);
  const loaded = await readJson(json, url);
  keepCopy(url, json);
  return loaded;
}

/** Notepad does not always write UTF-8: nobody should read `cli\ufffdnten`. */
async function textOf(bytes: ArrayBuffer): Promise<string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Letters of two bytes are sound UTF-8 too: every other one is a zero.
    if (!text.slice(0, 2).includes('\0')) return text;
  } catch {
    // It is read below.
  }
  return (await loadReader()).decodeText(new Uint8Array(bytes)).text;
}

async function fetchText(url: string, { signal, timeout = TIMEOUT }: LoadOptions): Promise<string> {
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: signal ? anySignal(signal, limit) : limit,
    });
    if (!response.ok) throw refusal(url, response.status);
    return await textOf(await response.arrayBuffer());
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof LoadError) throw error;
    throw new LoadError(limit.aborted ? 'timeout' : 'unreachable', url, undefined, {
      cause: error,
    });
  }
}

// `AbortSignal.any` came to Safari with 17.4.
function anySignal(...signals: AbortSignal[]): AbortSignal {
  if (AbortSignal.any) return AbortSignal.any(signals);
  const controller = new AbortController();
  for (const signal of signals) {
    signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
}

function refusal(url: string, status: number): LoadError {
  if (status >= 500 || status === 408 || status === 425 || status === 429) {
    return new LoadError('unreachable', url, status);
  }
  // Whoever may not read it any more does not read the copy either.
  dropCopy(url);
  return new LoadError(status === 404 || status === 410 ? 'missing' : 'refused', url, status);
}

/**
 * Reads the text of a policy; at once where nothing has to be fetched for it.
 * @param url where it came from: relative addresses in it start there.
 * @throws LoadError
 */
export function readJson(json: string, url: string): LoadedPolicy | Promise<LoadedPolicy> {
  const value = parse(json, url);
  const read = readNow(value);
  if (read) return placed(read, url);
  return readSoon(value).then(
    (late) => placed(late, url),
    (cause: unknown) => {
      throw new LoadError('unreachable', url, undefined, { cause });
    },
  );
}

function placed(read: ParseResult, url: string): LoadedPolicy {
  if (!read.policy) throw new LoadError('not-a-policy', url);
  // The same object: whoever is handed the policy later knows where it came from.
  return Object.assign(read, { url });
}

function parse(json: string, url: string): unknown {
  try {
    return parseJson(json);
  } catch (cause) {
    // What starts as a policy is one with a slip in it; anything else is a page of somebody's.
    const code = /^\s*\{/.test(json) ? 'broken-json' : 'not-json';
    throw new LoadError(code, url, undefined, { cause });
  }
}

// The last good copy. Storage may be blocked or full: then there is none.

const COPY = 'policy-elements:copy:';
const COPY_LIMIT = 1_000_000;

function keepCopy(url: string, json: string): void {
  if (json.length > COPY_LIMIT) return;
  // Not while the reader waits for the first paint.
  setTimeout(() => {
    try {
      localStorage.setItem(COPY + url, JSON.stringify({ at: new Date().toISOString(), json }));
    } catch {
      // No copy, then.
    }
  }, 1000);
}

function dropCopy(url: string): void {
  try {
    localStorage.removeItem(COPY + url);
  } catch {
    // There was none.
  }
}

async function copyOr(error: LoadError): Promise<LoadedPolicy> {
  try {
    const { at, json } = JSON.parse(localStorage.getItem(COPY + error.url)!) as Record<
      string,
      string
    >;
    return Object.assign(await readJson(json!, error.url), { copiedAt: at! });
  } catch {
    throw error;
  }
}
