import { ServiceError } from './service.js';

export interface Answered {
  status: number;
  /** Nothing where it is no JSON. */
  json: unknown;
  retryAfter: number | undefined;
}

/** Milliseconds until a service that is silent has not answered. */
const patience = 20_000;
/** Bytes of an answer: some times what is sent at most. */
const mostBytes = 2_000_000;

/** Asks a service, once. @throws ServiceError where no answer comes, or one without an end. */
export async function ask(
  address: string,
  signal: AbortSignal,
  {
    headers = {},
    body,
    timeout = patience,
  }: { headers?: Record<string, string>; body?: unknown; timeout?: number } = {},
): Promise<Answered> {
  try {
    const response = await fetch(address, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      // A key and texts go where the organisation said, and nowhere else.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    const text = await readAll(response);
    return {
      status: response.status,
      json: parsed(text),
      retryAfter: secondsOf(response.headers.get('retry-after')),
    };
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new ServiceError('unavailable', 0);
  }
}

async function readAll(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new ServiceError('unreadable', response.status);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `Retry-After` is a number of seconds, or a date. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** What of an answer is a list of texts, as many as were sent. */
export function textsOfAnswer(found: unknown, count: number, status: number): readonly string[] {
  const isSound =
    Array.isArray(found) &&
    found.length === count &&
    found.every((each): each is string => typeof each === 'string');
  if (!isSound) throw new ServiceError('unreadable', status);
  return found;
}

/** The words of an error, where it has some. */
export function wordsOf(answer: unknown, field: string): string {
  const words = fieldOf(answer, field);
  return typeof words === 'string' ? words : '';
}

export const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined;
