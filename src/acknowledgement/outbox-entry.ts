/** What an entry of the outbox may become, and whose it is. Pure: nothing here keeps or sends. */
import type { OwnRecordsAnswer } from './fetch-own-records.js';
import type { Entry } from './outbox-store.js';
import { pace } from './pace.js';
import { HostError } from './host-headers.js';
import { asSendError, SendError, type Confirmation } from './send.js';

/** Other tabs have heard by then that a record was confirmed. */
const RECORDED_RETENTION = 60_000;
/** What nobody came back for is thrown away in the end. */
const FORGOTTEN = 180 * 86_400_000;

/** Something that shows, and may send, what is in the outbox for one policy and endpoint. */
export interface OutboxSubscriber {
  readonly policy: string;
  /** Address of the endpoint, in full; empty without one. */
  readonly to: string;
  readonly subject: string | undefined;
  /** Who is signed in, as the endpoint named them; absent while it has not. */
  readonly reader: string | undefined;
  /** Which of the ways a record was first sent by are open here. */
  readonly transports: readonly Entry['via'][];
  /** Asks the endpoint, at this moment; nothing where there is nobody to ask. */
  whoIsSignedIn(entry: Entry): Promise<OwnRecordsAnswer | undefined>;
  /** Sends the record; resolves with the word that it is kept. Never before. */
  deliver(entry: Entry): Promise<Confirmation>;
  /** Takes what it may show; `complete`: the browser's database could be read. */
  show(items: readonly OutboxItem[], complete: boolean): void;
}

/** An entry as one subscriber may show it. */
export interface OutboxItem {
  entry: Entry;
  /** It outlives the page. */
  kept: boolean;
  /** Being sent by this page. */
  inFlight: boolean;
  /** It is certain who confirmed it: it is sent by itself. Else the reader is asked. */
  certain: boolean;
  /** It stays so after the page is left. */
  named: boolean;
  /** It was made in this page, since it was loaded. */
  here: boolean;
  /** Not sent again before the reader asks, or the page is loaded anew: the host has to be mended. */
  held: boolean;
  /** What the last attempt in this page met. */
  cause: unknown;
}

/** The entry after time went by; nothing where it is thrown away. */
export function aged(entry: Entry, now: number): Entry | undefined {
  const { state, made, ended = made } = entry;
  if (state === 'recorded') return now - ended > RECORDED_RETENTION ? undefined : entry;
  if (state !== 'waiting') return now - ended > FORGOTTEN ? undefined : entry;
  const inFlight = entry.lease && entry.lease.until > now;
  return now - made > pace.expiry && !inFlight ? { ...entry, state: 'expired', ended: now } : entry;
}

/** The entry with a lease for this page; nothing where it is done, or another page has one. */
export function leased(entry: Entry | undefined, me: string, now: number): Entry | undefined {
  if (entry?.state !== 'waiting') return undefined;
  if (entry.lease && entry.lease.by !== me && entry.lease.until > now) return undefined;
  return { ...entry, lease: { by: me, until: now + pace.lease } };
}

function released(entry: Entry): Entry {
  const next = { ...entry };
  delete next.lease;
  return next;
}

export function recorded(
  entry: Entry,
  { receipt, recordedAt }: Confirmation,
  now = Date.now(),
): Entry {
  return {
    ...released(entry),
    state: 'recorded',
    ended: now,
    confirmation: { ...(receipt && { receipt }), ...(recordedAt && { recordedAt }) },
  };
}

export function failed(
  entry: Entry,
  { code, retry, after }: SendError,
  me: string,
  now = Date.now(),
): Entry {
  // Another tab took over, because this one was silent for too long: it has the last word.
  if (entry.state !== 'waiting' || (entry.lease && entry.lease.by !== me)) return entry;
  if (!retry) return { ...released(entry), state: 'refused', ended: now, problem: code };
  const pause = Math.random() * Math.min(pace.ceiling, pace.base * 2 ** entry.attempts);
  return {
    ...released(entry),
    attempts: entry.attempts + 1,
    due: now + Math.max(after ?? 0, pause),
    firm: after !== undefined,
    problem: code,
  };
}

/** The reader wants it sent now. What the endpoint asked to wait stays. */
export function hurried(entry: Entry | undefined): Entry | undefined {
  if (entry?.state !== 'waiting') return entry;
  return { ...entry, attempts: 0, due: entry.firm ? entry.due : 0 };
}

/** What is over stays over, whatever another page or a late write says. */
export const isOver = (entry: Entry | undefined): boolean => entry?.state !== 'waiting';

/** Not known to be somebody else's. */
export function concerns({ reader, record }: Entry, subscriber: OutboxSubscriber): boolean {
  if (reader && subscriber.reader) return reader === subscriber.reader;
  if (!reader && record.subject) return record.subject === subscriber.subject;
  return true;
}

/** May send the record: for the same address, by the same way, of the same reader. */
export const serves = (subscriber: OutboxSubscriber, entry: Entry): boolean =>
  subscriber.to === entry.to &&
  subscriber.transports.includes(entry.via) &&
  (entry.via === 'endpoint' || subscriber.policy === entry.record.policy) &&
  concerns(entry, subscriber);

/** The endpoint or the page names the reader: it is nobody else's by mistake. */
export function isNamed(entry: Entry, { to, reader, subject }: OutboxSubscriber): boolean {
  // The endpoint is asked who is signed in before it is sent.
  if (entry.reader) return to !== '' || entry.reader === reader;
  return Boolean(entry.record.subject) && entry.record.subject === subject;
}

export interface Claim {
  /** It was made a moment ago, by who is there, and was never tried. */
  isFirst: boolean;
  /** The reader said in this page that it is theirs, or the page names them. */
  isClaimed: boolean;
  /** The endpoint has named a reader in this page before. */
  isNaming: boolean;
}

/**
 * Whether an entry may be sent for who is signed in. `reader`: whose it is from now on. `whose`: the
 * reader has to be asked. On a shared computer, the session may be somebody else's by now.
 */
export function checkOwner(
  { reader }: Entry,
  answer: OwnRecordsAnswer | undefined,
  { isFirst, isClaimed, isNaming }: Claim,
): { reader?: string } | { whose: true } | { problem: SendError } {
  const problem = (code: 'not-signed-in' | 'other-reader') => ({
    problem: new SendError(code, true),
  });
  if (answer === undefined) return {};
  const named = answer.state === 'told' ? answer.reader : undefined;
  if (answer.state === 'failed' && (reader || (isNaming && !isFirst)))
    return { problem: whyNotAsked(answer.cause) };
  if (!reader) return named === undefined ? {} : own(named, isFirst || isClaimed);
  if (named === reader) return { reader };
  if (named) return problem('other-reader');
  // It named readers when this was made, and names nobody now.
  return isClaimed && answer.state !== 'signed-out' ? { reader } : problem('not-signed-in');
}

const whyNotAsked = (cause: unknown): SendError =>
  cause instanceof HostError ? asSendError(cause) : new SendError('unreachable', true, { cause });

const own = (reader: string, isTheirs: boolean) =>
  isTheirs ? { reader } : { whose: true as const };
