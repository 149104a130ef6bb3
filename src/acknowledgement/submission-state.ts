import type { OutboxItem } from './outbox-entry.js';
import type { Entry } from './outbox-store.js';
import type { AcknowledgementRecord } from './record.js';
import type { Confirmation, SendProblemCode } from './send.js';

/** A record that will not be sent again as it is. */
export interface Refusal {
  code: SendProblemCode | 'given-up';
  /** Absent where it was never kept. */
  entry?: Entry;
  cause?: unknown;
}

/** What a form shows of the reader's answer. */
export type SubmissionState =
  | { status: 'idle' }
  | {
      status: 'sending';
      /** It waited before. */
      item?: OutboxItem;
    }
  | { status: 'waiting'; item: OutboxItem }
  | { status: 'recorded'; record: AcknowledgementRecord; confirmation: Confirmation }
  | { status: 'failed'; refusal: Refusal };

/** The state of one form, with what it has to remember of the records it has seen. */
export interface SubmissionSnapshot {
  readonly state: SubmissionState;
  /** The record whose sending the reader waits for. */
  readonly awaited?: string | undefined;
  /** Records whose end this form tells. */
  readonly followed: ReadonlySet<string>;
  /** Records that the reader said are not theirs, or is done with. */
  readonly ignored: ReadonlySet<string>;
}

export const IDLE: SubmissionSnapshot = {
  state: { status: 'idle' },
  followed: new Set(),
  ignored: new Set(),
};

/**
 * The state that follows when the outbox shows these items. Pure: what has to happen besides is
 * seen by comparing before and after, e.g. `recorded` was not the state before and now is.
 */
export function nextState(
  before: SubmissionSnapshot,
  items: readonly OutboxItem[],
): SubmissionSnapshot {
  const done = items.find(
    ({ entry }) => entry.state === 'recorded' && before.followed.has(entry.record.id),
  );
  if (done) return finished(before, done.entry);
  const newest = items
    .filter(({ entry }) => !before.ignored.has(entry.record.id))
    .sort((a, b) => b.entry.made - a.entry.made);
  const waiting = newest.find(({ entry }) => entry.state === 'waiting');
  if (waiting) return waits(before, waiting);
  const over = newest.find(({ entry }) => entry.state === 'refused' || entry.state === 'expired');
  if (over) return refused(before, over.entry);
  // What was waited for has ended elsewhere: the endpoint knows how.
  return before.state.status === 'waiting' ? { ...before, state: { status: 'idle' } } : before;
}

function finished(
  before: SubmissionSnapshot,
  { record, confirmation = {} }: Entry,
): SubmissionSnapshot {
  return {
    ...before,
    state: { status: 'recorded', record, confirmation },
    awaited: undefined,
    followed: without(before.followed, record.id),
  };
}

function waits(before: SubmissionSnapshot, item: OutboxItem): SubmissionSnapshot {
  const { entry, inFlight } = item;
  const { id } = entry.record;
  const followed = new Set([...before.followed, id]);
  const isAwaited = before.awaited === id;
  if (inFlight && isAwaited) {
    const waited = 'item' in before.state && before.state.item;
    return { ...before, followed, state: { status: 'sending', ...(waited && { item }) } };
  }
  // The reader is told of the first failure, and then left in peace.
  const awaited = isAwaited && entry.attempts > 0 ? undefined : before.awaited;
  if (awaited && before.state.status === 'sending') return { ...before, followed };
  return { ...before, followed, awaited, state: { status: 'waiting', item } };
}

function refused(before: SubmissionSnapshot, entry: Entry): SubmissionSnapshot {
  const { state } = before;
  const known = state.status === 'failed' && state.refusal.entry?.record.id === entry.record.id;
  if (known) return before;
  const code = entry.state === 'expired' ? 'given-up' : (entry.problem ?? 'rejected');
  return {
    ...before,
    awaited: undefined,
    state: { status: 'failed', refusal: { code, entry } },
  };
}

/** The reader presses the button. */
export const sending = (before: SubmissionSnapshot): SubmissionSnapshot => ({
  ...before,
  state: { status: 'sending' },
});

/** The record is made, and about to be kept. */
export const following = (before: SubmissionSnapshot, id: string): SubmissionSnapshot => ({
  ...before,
  followed: new Set([...before.followed, id]),
  awaited: id,
});

/** It came to nothing before it was kept. */
export const failing = (before: SubmissionSnapshot, refusal: Refusal): SubmissionSnapshot => ({
  ...before,
  awaited: undefined,
  state: { status: 'failed', refusal },
});

/** The entry shown is somebody else's, or done with: it is not shown again. */
export function ignoring(before: SubmissionSnapshot): SubmissionSnapshot {
  const entry = entryOf(before.state);
  return {
    ...before,
    state: { status: 'idle' },
    ignored: entry ? new Set([...before.ignored, entry.record.id]) : before.ignored,
    followed: entry ? without(before.followed, entry.record.id) : before.followed,
  };
}

/** What is shown of the outbox. */
export function entryOf(state: SubmissionState): Entry | undefined {
  if (state.status === 'waiting') return state.item.entry;
  return state.status === 'failed' ? state.refusal.entry : undefined;
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((each) => each !== id));
