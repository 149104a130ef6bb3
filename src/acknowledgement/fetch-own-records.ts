import type { Act } from '../policy/schema.js';
import { resolveHeaders, type HostHeaders } from './host-headers.js';

/** A record of this reader, as the endpoint has it. */
export interface OwnRecord {
  id: string;
  act: Act;
  reason?: string;
  policy: string;
  version: string;
  digest?: string;
  shown?: string;
  languages: Record<string, number>;
  statement: string;
  /** Absent is everything. */
  covers?: 'core';
  at: string;
  /** ISO date and time. */
  recordedAt: string;
  /** Compact JWS */
  receipt?: string;
}

/** The texts of a policy that the endpoint takes confirmations of now. */
export interface PublishedTexts {
  /** MAJOR.MINOR of the newest. */
  version?: string;
  /** `sha-256:<hex>` each; none where nothing can be confirmed. */
  digests: readonly string[];
}

/** What an endpoint that tells knows of this reader and a policy. */
export interface OwnRecords {
  /** Who is signed in, as an opaque value that stays the same; where the endpoint tells. */
  reader?: string;
  /** Newest first; absent where it tells none. */
  records?: readonly OwnRecord[];
  published?: PublishedTexts;
}

/**
 * What came of asking. `silent`: it does not tell, and need not be asked again. `failed`: it could
 * not be asked, or not now. An error is never taken for "no records".
 */
export type OwnRecordsAnswer =
  | ({ state: 'told' } & OwnRecords)
  | { state: 'silent' }
  | { state: 'signed-out' }
  | { state: 'failed'; cause?: unknown };

export interface AskOptions {
  headers?: HostHeaders | undefined;
  /** Milliseconds */
  timeout?: number;
}

const ACTS = new Set<unknown>(['acknowledge', 'decline', 'request-exception']);
const MAX_RECORDS = 500;
const LATER = new Set([408, 425, 429]);
const NOT_IMPLEMENTED = 501;

/** Asks the endpoint for this reader's records. Never rejects. */
export async function fetchOwnRecords(
  endpoint: string,
  policy: string,
  { headers, timeout = 15_000 }: AskOptions = {},
): Promise<OwnRecordsAnswer> {
  try {
    const url = new URL(endpoint, document.baseURI);
    url.searchParams.set('policy', policy);
    const all = await resolveHeaders(headers);
    all.set('Accept', 'application/json');
    const response = await fetch(url, {
      headers: all,
      credentials: 'include',
      cache: 'no-store',
      // A redirect leads to where one signs in, which may be on an origin that must not be read.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    return await read(response, policy);
  } catch (cause) {
    return { state: 'failed', cause };
  }
}

async function read(response: Response, policy: string): Promise<OwnRecordsAnswer> {
  const { status, type, ok } = response;
  if (status === 401 || type === 'opaqueredirect') return { state: 'signed-out' };
  if (LATER.has(status) || (status >= 500 && status !== NOT_IMPLEMENTED)) {
    return { state: 'failed', cause: new Error(`The endpoint answered ${status}.`) };
  }
  // Any other refusal says nothing: not every endpoint tells what it has.
  if (!ok) return { state: 'silent' };
  const own = readOwn(parse(await response.text()), policy);
  return own ? { state: 'told', ...own } : { state: 'silent' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads the answer, whose shape nobody guarantees: what is no record is left out. */
export function readOwn(body: unknown, policy: string): OwnRecords | undefined {
  const from = (body ?? {}) as Record<string, unknown>;
  const reader = text(from['reader'], 500);
  const published = readPublished(from['published']);
  const records = Array.isArray(from['records']) ? readRecords(from['records'], policy) : undefined;
  if (!reader && !records && !published) return undefined;
  return {
    ...(reader && { reader }),
    ...(records && { records }),
    ...(published && { published }),
  };
}

const readRecords = (records: readonly unknown[], policy: string): OwnRecord[] =>
  records
    .slice(0, MAX_RECORDS)
    .flatMap((each) => readRecord(each) ?? [])
    .filter((record) => record.policy === policy)
    .sort((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt));

function readPublished(value: unknown): PublishedTexts | undefined {
  const { version, digests } = (value ?? {}) as Record<string, unknown>;
  if (!Array.isArray(digests)) return undefined;
  return {
    ...(VERSION.test(String(version)) && { version: String(version) }),
    digests: digests.filter((each): each is string => typeof each === 'string'),
  };
}

const VERSION = /^\d{1,6}\.\d{1,6}$/;

const text = (value: unknown, most = 10_000): string | undefined =>
  typeof value === 'string' && value.length <= most ? value : undefined;

function readRecord(value: unknown): OwnRecord | undefined {
  const from = (value ?? {}) as Record<string, unknown>;
  const { act, version, recordedAt } = from;
  const sound =
    ACTS.has(act) &&
    VERSION.test(String(version)) &&
    !Number.isNaN(Date.parse(text(recordedAt, 40) ?? ''));
  if (!sound) return undefined;
  const optional = ['reason', 'digest', 'shown', 'receipt'].flatMap((name) => {
    const found = text(from[name]);
    return found ? [[name, found]] : [];
  });
  return {
    ...(Object.fromEntries(optional) as Partial<OwnRecord>),
    id: text(from['id'], 100) ?? '',
    act: act as Act,
    policy: text(from['policy']) ?? '',
    version: String(version),
    languages: counts(from['languages']),
    statement: text(from['statement']) ?? '',
    ...(from['covers'] === 'core' && { covers: 'core' as const }),
    at: text(from['at'], 40) ?? (recordedAt as string),
    recordedAt: recordedAt as string,
  };
}

const counts = (value: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(value ?? {})
      .filter(([, count]) => typeof count === 'number')
      .slice(0, 50),
  );
