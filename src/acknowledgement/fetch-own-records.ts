import type { Act } from '../policy/schema.js';

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
  at: string;
  /** ISO date and time. */
  recordedAt: string;
  /** Compact JWS */
  receipt?: string;
}

/** What an endpoint knows of this reader and a policy. */
export interface OwnRecords {
  /** Who is signed in, as an opaque value that stays the same; where the endpoint tells. */
  reader?: string;
  /** False where it said that nobody is signed in. */
  signedIn?: false;
  /** Newest first. */
  records: OwnRecord[];
}

export interface AskOptions {
  headers?: HeadersInit | undefined;
  /** Milliseconds */
  timeout?: number;
}

const ACTS = new Set<unknown>(['acknowledge', 'decline', 'request-exception']);
const MOST = 500;

/** Asks the endpoint for this reader's records; resolves to nothing where it does not tell. */
export async function fetchOwnRecords(
  endpoint: string,
  policy: string,
  { headers, timeout = 15_000 }: AskOptions = {},
): Promise<OwnRecords | undefined> {
  try {
    const url = new URL(endpoint, document.baseURI);
    url.searchParams.set('policy', policy);
    const all = new Headers(headers);
    all.set('Accept', 'application/json');
    const response = await fetch(url, {
      headers: all,
      credentials: 'include',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
    });
    // Any other refusal says nothing: not every endpoint tells what it has.
    if (response.status === 401) return { signedIn: false, records: [] };
    return response.ok ? readOwn(await response.json(), policy) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the answer, whose shape nobody guarantees: what is no record is left out. */
export function readOwn(body: unknown, policy: string): OwnRecords | undefined {
  const { reader, records } = (body ?? {}) as Record<string, unknown>;
  if (!Array.isArray(records)) return undefined;
  const own = records
    .slice(0, MOST)
    .flatMap((each) => readRecord(each) ?? [])
    .filter((record) => record.policy === policy)
    .sort((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt));
  return { ...(text(reader, 500) && { reader: text(reader, 500)! }), records: own };
}

const text = (value: unknown, most = 10_000): string | undefined =>
  typeof value === 'string' && value.length <= most ? value : undefined;

function readRecord(value: unknown): OwnRecord | undefined {
  const from = (value ?? {}) as Record<string, unknown>;
  const { act, version, recordedAt } = from;
  const sound =
    ACTS.has(act) &&
    /^\d{1,6}\.\d{1,6}$/.test(String(version)) &&
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
