import {
  aged,
  checkOwner,
  concerns,
  failed,
  hurried,
  isNamed,
  isOver,
  leased,
  recorded,
  serves,
  type OutboxItem,
  type OutboxSubscriber,
} from './outbox-entry.js';
import { OutboxEntries } from './outbox-entries.js';
import { IndexedDbStore, type Entry, type OutboxStore } from './outbox-store.js';
import { pace } from './pace.js';
import { onPendingChange } from './pending-flag.js';
import { asSendError, SendError, type Confirmation } from './send.js';

/** So many attempts by itself; then it waits until the reader asks. */
const MAX_ATTEMPTS = 200;

type Draft = Pick<Entry, 'record' | 'to' | 'via' | 'reader'>;
type Change = (entry: Entry) => Entry;

/** Sends records until they are confirmed. One per page. What is kept, and where: OutboxEntries. */
export class Outbox {
  readonly #entries: OutboxEntries;
  readonly #me = `${Date.now()}.${Math.random()}`;
  readonly #subscribers = new Set<OutboxSubscriber>();
  /** Records that were made in this page. */
  readonly #here = new Set<string>();
  /** Records that were made here, or that the reader said are theirs. */
  readonly #theirs = new Set<string>();
  /** Records that the reader said are theirs. */
  readonly #claimed = new Set<string>();
  readonly #inFlight = new Set<string>();
  /** Records whose pause is skipped, also where another tab still has the lease. */
  readonly #hurried = new Set<string>();
  /** Records that failed by a fault of the host: to send them again would be the same again. */
  readonly #held = new Set<string>();
  /** What the last attempt of a record met. */
  readonly #causes = new Map<string, unknown>();
  /** Records from before this page that it has met. */
  readonly #met = new Set<string>();
  readonly #since = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(store: OutboxStore = new IndexedDbStore()) {
    this.#entries = new OutboxEntries(store);
    onPendingChange(() => void this.look());
    addEventListener('online', () => void this.look(() => true));
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.look();
    });
  }

  /** An element is there, or knows more than before. */
  join(subscriber: OutboxSubscriber): void {
    this.#subscribers.add(subscriber);
    void this.look();
  }

  leave(subscriber: OutboxSubscriber): void {
    this.#subscribers.delete(subscriber);
  }

  /** Keeps a record, and sends it when it is kept. Resolves when it is. */
  async add(draft: Draft, first?: Promise<Confirmation>): Promise<void> {
    const now = Date.now();
    const entry: Entry = { ...draft, made: now, state: 'waiting', attempts: 0, due: now };
    // It is ours from the start: another tab that hears of it leaves it alone.
    entry.lease = { by: this.#me, until: now + pace.lease };
    const { id } = entry.record;
    this.#here.add(id);
    this.#theirs.add(id);
    // Who looks while it is being kept leaves the sending to us.
    this.#inFlight.add(id);
    await this.#entries.add(entry);
    const subscriber = this.#subscriberOf(entry);
    if (subscriber) return void this.#send(entry, subscriber, first);
    first?.catch(() => undefined);
    this.#inFlight.delete(id);
    await this.look();
  }

  /** The reader wants it sent now, and says by that whose it is. */
  async retryNow(id: string): Promise<void> {
    this.#theirs.add(id);
    this.#claimed.add(id);
    this.#held.delete(id);
    await this.#entries.change(id, hurried);
    await this.look();
  }

  /** The reader takes it back, or has seen what became of it. */
  async drop(id: string): Promise<void> {
    await this.#entries.change(id, () => undefined);
    await this.look();
  }

  /** Looks what there is to do and to show; `skipsBackoff`: pauses that only the outbox made are over. */
  look(skipsBackoff: (entry: Entry) => boolean = () => false): Promise<void> {
    return (this.#turn = this.#turn
      .then(() => this.#work(skipsBackoff))
      .catch((error: unknown) => console.error('policy-elements: the outbox.', error)));
  }

  async #work(skipsBackoff: (entry: Entry) => boolean): Promise<void> {
    clearTimeout(this.#timer);
    const now = Date.now();
    const entries = await this.#tidy(now);
    let wake = now + 60_000;
    for (const entry of entries) {
      const subscriber = this.#subscriberOf(entry);
      if (!subscriber || !this.#isToSend(entry, subscriber)) continue;
      if (!entry.firm && (this.#isNew(entry) || skipsBackoff(entry)))
        this.#hurried.add(entry.record.id);
      const due = this.#hurried.has(entry.record.id) ? 0 : entry.due;
      const free = entry.lease && entry.lease.by !== this.#me ? entry.lease.until : 0;
      const at = Math.max(due, free);
      if (at <= now) void this.#send(entry, subscriber);
      // Where another tab is at it, it may close before it is done.
      wake = Math.min(wake, at <= now ? now + pace.lease : at);
    }
    this.#wakeAt(wake, entries);
    this.#show(entries);
  }

  /** Who opens a page is there now, and need not wait out the pauses of the one before. */
  #isNew({ made, record: { id } }: Entry): boolean {
    const isNew = made < this.#since && !this.#met.has(id);
    this.#met.add(id);
    return isNew;
  }

  #isToSend(entry: Entry, subscriber: OutboxSubscriber): boolean {
    const { id } = entry.record;
    return (
      entry.state === 'waiting' &&
      entry.attempts < MAX_ATTEMPTS &&
      !this.#inFlight.has(id) &&
      !this.#held.has(id) &&
      this.#isCertain(entry, subscriber)
    );
  }

  #wakeAt(wake: number, entries: readonly Entry[]): void {
    const { reread } = this.#entries;
    const waiting = reread !== undefined || entries.some(({ state }) => state === 'waiting');
    if (!this.#subscribers.size || !waiting) return;
    const pause = Math.min(wake - Date.now(), reread ?? Infinity);
    this.#timer = setTimeout(() => void this.look(), Math.max(pause, 10));
  }

  /** All entries, after those whose time is over were given up or thrown away. */
  async #tidy(now: number): Promise<Entry[]> {
    const tidied: Entry[] = [];
    for (const entry of await this.#entries.read()) {
      const next = aged(entry, now);
      if (next !== entry)
        await this.#entries.change(entry.record.id, (each) => each && aged(each, now));
      if (next) tidied.push(next);
    }
    await this.#entries.flag(tidied.length > 0);
    return tidied;
  }

  async #send(
    { record: { id }, attempts }: Entry,
    subscriber: OutboxSubscriber,
    first?: Promise<Confirmation>,
  ): Promise<void> {
    this.#inFlight.add(id);
    const isFirst = attempts === 0 && this.#here.has(id) && !this.#hurried.has(id);
    const entry = await this.#lease(id);
    if (entry) {
      this.#hurried.delete(id);
      this.#show(await this.#entries.read());
      const beat = setInterval(() => void this.#lease(id), pace.lease / 3);
      const outcome = await this.#outcome(entry, subscriber, isFirst, first);
      clearInterval(beat);
      if (outcome) await this.#settle(entry, outcome);
    }
    // Not before: until the end of it is written down, it would be taken for one to send.
    this.#inFlight.delete(id);
    if (entry) await this.look();
  }

  /** Sends it, if it is certain for whom; resolves to what it becomes by that. */
  async #outcome(
    entry: Entry,
    subscriber: OutboxSubscriber,
    isFirst: boolean,
    first?: Promise<Confirmation>,
  ): Promise<Change | undefined> {
    const { id } = entry.record;
    try {
      const owner = first ? {} : await this.#owner(entry, subscriber, isFirst);
      if ('problem' in owner) throw owner.problem;
      if ('whose' in owner) {
        this.#theirs.delete(id);
        this.#here.delete(id);
        return undefined;
      }
      const { reader } = owner;
      const owned = reader ? { ...entry, reader } : entry;
      if (reader && !entry.reader)
        await this.#entries.change(id, (each) => each && { ...each, reader });
      const confirmation = await this.#within(id, first ?? subscriber.deliver(owned));
      return (each) => recorded(each, confirmation);
    } catch (error) {
      const problem = asSendError(error);
      problem.report();
      this.#causes.set(id, problem.cause);
      if (problem.isHosts) this.#held.add(id);
      return (each) => failed(each, problem, this.#me);
    }
  }

  async #owner(entry: Entry, subscriber: OutboxSubscriber, isFirst: boolean) {
    const isNaming = subscriber.reader !== undefined;
    const isClaimed =
      this.#claimed.has(entry.record.id) ||
      (Boolean(entry.record.subject) && entry.record.subject === subscriber.subject);
    const answer = await subscriber.whoIsSignedIn(entry);
    return checkOwner(entry, answer, { isFirst, isClaimed, isNaming });
  }

  /** What a host does in the endpoint's place may never end. Where it does so late, it counts. */
  #within(id: string, work: Promise<Confirmation>): Promise<Confirmation> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        reject(new SendError('timeout', true, { isHosts: true }));
      }, pace.hostTimeout);
      work.then((confirmation) => {
        if (isLate) void this.#confirmLate(id, confirmation);
        else resolve(confirmation);
      }, reject);
      work.finally(() => clearTimeout(timer)).catch(() => undefined);
    });
  }

  async #confirmLate(id: string, confirmation: Confirmation): Promise<void> {
    await this.#entries.change(id, (each) => each && recorded(each, confirmation));
    await this.look();
  }

  async #settle(entry: Entry, outcome: Change): Promise<void> {
    const { id } = entry.record;
    const told = outcome(entry);
    this.#doubt(told);
    const last = await this.#entries.change(id, (each) => each && outcome(each));
    // What was confirmed is told, even where it was taken back meanwhile or can no longer be kept.
    if (!last && told.state === 'recorded') this.#show([...(await this.#entries.read()), told]);
  }

  /** Whose session ended may not be who signs in next: where nobody names the reader, they are asked. */
  #doubt({ problem, reader, record }: Entry): void {
    if (problem !== 'not-signed-in' || reader) return;
    this.#theirs.delete(record.id);
    this.#claimed.delete(record.id);
  }

  /** Takes or renews the lease of a record; resolves to nothing where another tab has it. */
  async #lease(id: string): Promise<Entry | undefined> {
    let mine: Entry | undefined;
    await this.#entries.change(
      id,
      (each) => {
        mine = leased(each, this.#me, Date.now());
        return mine ?? each;
      },
      true,
    );
    return isOver(mine) ? undefined : mine;
  }

  /** A subscriber that may send the record, sooner one for the same policy. */
  #subscriberOf(entry: Entry): OutboxSubscriber | undefined {
    const open = [...this.#subscribers].filter((subscriber) => serves(subscriber, entry));
    return open.find((subscriber) => subscriber.policy === entry.record.policy) ?? open[0];
  }

  #isCertain(entry: Entry, subscriber: OutboxSubscriber): boolean {
    return this.#theirs.has(entry.record.id) || isNamed(entry, subscriber);
  }

  #show(entries: readonly Entry[]): void {
    for (const subscriber of this.#subscribers) {
      const items = entries
        .filter(
          (entry) =>
            entry.record.policy === subscriber.policy &&
            entry.to === subscriber.to &&
            concerns(entry, subscriber),
        )
        .map((entry) => this.#item(entry, subscriber));
      subscriber.show(items, this.#entries.isReadable);
    }
  }

  #item(entry: Entry, subscriber: OutboxSubscriber): OutboxItem {
    const { id } = entry.record;
    return {
      entry,
      kept: this.#entries.isKept(id),
      inFlight: this.#inFlight.has(id),
      certain: this.#isCertain(entry, subscriber),
      named: isNamed(entry, subscriber),
      here: this.#here.has(id),
      held: this.#held.has(id),
      cause: this.#causes.get(id),
    };
  }
}

let shared: Outbox | undefined;

/** The outbox of this page. */
export const outbox = (): Outbox => (shared ??= new Outbox());

export { pace } from './pace.js';
export { hostAnswer, SendError, sendRecord } from './send.js';
