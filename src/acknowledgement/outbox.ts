import { isPending, setPending, onPendingChange } from './pending-flag.js';
import { asSendError, type Confirmation, type SendError } from './send.js';
import { IndexedDbStore, MemoryStore, type Entry, type OutboxStore } from './outbox-store.js';

/** How fast the outbox goes about it; milliseconds. A host may change it before anything is sent. */
export const pace = {
  /** The first pause after a failure lasts at most this long; it doubles each time. */
  base: 2000,
  /** The longest pause. */
  ceiling: 15 * 60_000,
  /** For how long a tab has a record to itself, unless it says again that it is at it. */
  lease: 10_000,
  /** How long to wait for an answer. */
  timeout: 15_000,
  /** A record that was not confirmed by then is given up, and the reader told. */
  expiry: 30 * 86_400_000,
};

/** So many attempts by itself; then it waits until the reader asks. */
const ATTEMPTS = 200;
/** So many records in the lasting outbox; one more stays in the page's memory, and says so. */
const MAX_ENTRIES = 50;
/** Other tabs have heard by then that a record was confirmed. */
const RECORDED_RETENTION = 60_000;
/** What nobody came back for is thrown away in the end. */
const FORGOTTEN = 180 * 86_400_000;

/** An element that shows, and may send, what is in the outbox for its policy and endpoint. */
export interface OutboxSubscriber {
  policy: string;
  /** Address of the endpoint, in full; empty without one. */
  to: string;
  subject?: string | undefined;
  /** Who is signed in, as the endpoint named them; absent while it has not. */
  reader?: string | undefined;
  /** Which of the ways a record was first sent by are open here. */
  transports: readonly Entry['via'][];
  /** Sends the record; resolves with the word that it is kept. Never before. */
  deliver(entry: Entry): Promise<Confirmation>;
  /** Takes what it may show. */
  show(items: readonly OutboxItem[]): void;
}

/** An entry as one element may show it. */
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
}

type Draft = Pick<Entry, 'record' | 'to' | 'via' | 'reader'>;

/** Keeps records until they are confirmed, and sends them again until then. One per page. */
export class Outbox {
  readonly #lasting: OutboxStore;
  readonly #memory: OutboxStore = new MemoryStore();
  readonly #me = `${Date.now()}.${Math.random()}`;
  readonly #subscribers = new Set<OutboxSubscriber>();
  readonly #here = new Set<string>();
  /** Records that were made here, or that the reader said are theirs. */
  readonly #theirs = new Set<string>();
  readonly #inFlight = new Set<string>();
  /** Records whose pause is over, also where another tab still has the lease. */
  readonly #hurried = new Set<string>();
  #opened = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(lasting: OutboxStore = new IndexedDbStore()) {
    this.#lasting = lasting;
    onPendingChange(() => void this.look());
    addEventListener('online', () => void this.look(true));
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.look();
    });
  }

  /** An element is there, or knows more than before. */
  join(subscriber: OutboxSubscriber): void {
    // Who opens a page is there now, and need not wait out the pauses of the one before.
    const opened = !this.#opened;
    this.#opened = true;
    this.#subscribers.add(subscriber);
    void this.look(opened);
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
    this.#here.add(entry.record.id);
    this.#theirs.add(entry.record.id);
    await this.#keep(entry);
    const subscriber = this.#subscriberOf(entry);
    if (subscriber) void this.#attempt(entry, subscriber, first);
    else await this.look();
  }

  /** The reader wants it sent now, and says by that whose it is. */
  async retryNow(id: string): Promise<void> {
    this.#theirs.add(id);
    await this.#change(id, (entry) => {
      if (entry?.state !== 'waiting') return entry;
      return { ...entry, attempts: 0, due: entry.firm ? entry.due : 0 };
    });
    await this.look();
  }

  /** The reader takes it back, or has seen what became of it. */
  async drop(id: string): Promise<void> {
    await this.#change(id, () => undefined);
    await this.look();
  }

  /** Looks what there is to do and to show; `hasty`: pauses that only the outbox made are over. */
  look(hasty = false): Promise<void> {
    return (this.#turn = this.#turn.then(() => this.#work(hasty)).catch(() => undefined));
  }

  async #work(hasty: boolean): Promise<void> {
    clearTimeout(this.#timer);
    const now = Date.now();
    const entries = await this.#tidy(now);
    let wake = now + 60_000;
    for (const entry of entries) {
      const subscriber = this.#subscriberOf(entry);
      if (entry.state !== 'waiting' || this.#inFlight.has(entry.record.id)) continue;
      if (!subscriber || !this.#certain(entry, subscriber) || entry.attempts >= ATTEMPTS) continue;
      if (hasty && !entry.firm) this.#hurried.add(entry.record.id);
      const due = this.#hurried.has(entry.record.id) ? 0 : entry.due;
      const free = entry.lease && entry.lease.by !== this.#me ? entry.lease.until : 0;
      const at = Math.max(due, free);
      if (at <= now) void this.#attempt(entry, subscriber);
      // Where another tab is at it, it may close before it is done.
      wake = Math.min(wake, at <= now ? now + pace.lease : at);
    }
    if (this.#subscribers.size && entries.some(({ state }) => state === 'waiting')) {
      this.#timer = setTimeout(() => void this.look(), Math.max(wake - Date.now(), 10));
    }
    await this.#show(entries);
  }

  /** All entries, after those whose time is over were given up or thrown away. */
  async #tidy(now: number): Promise<Entry[]> {
    const tidied: Entry[] = [];
    for (const entry of await this.#all()) {
      const next = aged(entry, now);
      if (next !== entry) {
        const again = (each: Entry | undefined) => each && aged(each, now);
        await this.#change(entry.record.id, again).catch(() => undefined);
      }
      if (next) tidied.push(next);
    }
    if (!tidied.length && isPending()) {
      setPending(false);
      // Another tab may have kept one in the meantime.
      if ((await this.#all()).length) setPending(true);
    }
    return tidied;
  }

  async #attempt(
    { record: { id } }: Entry,
    subscriber: OutboxSubscriber,
    first?: Promise<Confirmation>,
  ): Promise<void> {
    if (this.#inFlight.has(id)) return;
    this.#inFlight.add(id);
    const entry = await this.#claim(id).catch(() => undefined);
    if (!entry) {
      this.#inFlight.delete(id);
      return;
    }
    this.#hurried.delete(id);
    await this.#show(await this.#all());
    const beat = setInterval(() => void this.#claim(id).catch(() => undefined), pace.lease / 3);
    const outcome = await (first ?? subscriber.deliver(entry)).then(
      (confirmation) => (each: Entry) => recorded(each, confirmation),
      (error: unknown) => {
        const problem = asSendError(error);
        return (each: Entry) => failed(each, problem, this.#me);
      },
    );
    clearInterval(beat);
    const told = outcome(entry);
    this.#doubt(told);
    const last = await this.#change(id, (each) => each && outcome(each)).catch(() => undefined);
    // Not before: until the end of it is written down, it would be taken for one to send.
    this.#inFlight.delete(id);
    // What was confirmed is told, even where it was taken back meanwhile or can no longer be kept.
    if (!last && told.state === 'recorded') await this.#show([...(await this.#all()), told]);
    await this.look();
  }

  /** Whose session ended may not be who signs in next: where nobody names the reader, they are asked. */
  #doubt({ problem, reader, record }: Entry): void {
    if (problem === 'not-signed-in' && !reader) this.#theirs.delete(record.id);
  }

  /** Takes or renews the lease of a record; resolves to nothing where another tab has it. */
  async #claim(id: string): Promise<Entry | undefined> {
    let mine = false;
    const entry = await this.#change(
      id,
      (each) => {
        const now = Date.now();
        mine = false;
        if (each?.state !== 'waiting') return each;
        if (each.lease && each.lease.by !== this.#me && each.lease.until > now) return each;
        mine = true;
        return { ...each, lease: { by: this.#me, until: now + pace.lease } };
      },
      true,
    );
    return mine ? entry : undefined;
  }

  async #keep(entry: Entry): Promise<void> {
    const { id } = entry.record;
    try {
      setPending(true);
      const room = (await this.#lasting.all()).length < MAX_ENTRIES;
      if (room && (await this.#lasting.change(id, () => entry))) return setPending(true);
    } catch {
      // Storage that is blocked, full or silent: the page itself keeps it.
    }
    await this.#memory.change(id, () => entry);
  }

  async #change(
    id: string,
    change: (entry: Entry | undefined) => Entry | undefined,
    quiet = false,
  ): Promise<Entry | undefined> {
    const inMemory = (await this.#memory.all()).some(({ record }) => record.id === id);
    if (inMemory) return this.#memory.change(id, change);
    const next = await this.#lasting.change(id, change);
    if (!quiet) setPending(true);
    return next;
  }

  async #all(): Promise<Entry[]> {
    const kept = await this.#lasting.all().catch(() => []);
    return [...kept, ...(await this.#memory.all())];
  }

  /** An element that may send the record: for the same address, by the same way, of the same reader. */
  #subscriberOf(entry: Entry): OutboxSubscriber | undefined {
    const open = [...this.#subscribers].filter(
      (subscriber) =>
        subscriber.to === entry.to &&
        subscriber.transports.includes(entry.via) &&
        (entry.via === 'endpoint' || subscriber.policy === entry.record.policy) &&
        this.#concerns(entry, subscriber),
    );
    return open.find((subscriber) => subscriber.policy === entry.record.policy) ?? open[0];
  }

  /** Not known to be somebody else's. */
  #concerns({ reader, record }: Entry, subscriber: OutboxSubscriber): boolean {
    if (reader && subscriber.reader) return reader === subscriber.reader;
    if (!reader && record.subject) return record.subject === subscriber.subject;
    return true;
  }

  /** Nobody else's by mistake: the endpoint or the page names the reader, or it was made here. */
  #certain(entry: Entry, subscriber: OutboxSubscriber): boolean {
    return this.#theirs.has(entry.record.id) || this.#named(entry, subscriber);
  }

  #named(entry: Entry, { reader, subject }: OutboxSubscriber): boolean {
    // The endpoint is told whose it is, and refuses it for another.
    if (entry.reader) return entry.via === 'endpoint' || entry.reader === reader;
    return Boolean(entry.record.subject) && entry.record.subject === subject;
  }

  async #show(entries: readonly Entry[]): Promise<void> {
    const inMemory = new Set((await this.#memory.all()).map(({ record }) => record.id));
    for (const subscriber of this.#subscribers) {
      const items = entries
        .filter(
          (entry) =>
            entry.record.policy === subscriber.policy &&
            entry.to === subscriber.to &&
            this.#concerns(entry, subscriber),
        )
        .map((entry) => ({
          entry,
          kept: !inMemory.has(entry.record.id),
          inFlight: this.#inFlight.has(entry.record.id),
          certain: this.#certain(entry, subscriber),
          named: this.#named(entry, subscriber),
          here: this.#here.has(entry.record.id),
        }));
      subscriber.show(items);
    }
  }
}

function aged(entry: Entry, now: number): Entry | undefined {
  const { state, made, ended = made } = entry;
  if (state === 'recorded') return now - ended > RECORDED_RETENTION ? undefined : entry;
  if (state !== 'waiting') return now - ended > FORGOTTEN ? undefined : entry;
  const inFlight = entry.lease && entry.lease.until > now;
  return now - made > pace.expiry && !inFlight ? { ...entry, state: 'expired', ended: now } : entry;
}

function free(entry: Entry): Entry {
  const next = { ...entry };
  delete next.lease;
  return next;
}

const recorded = (entry: Entry, confirmation: Confirmation): Entry => ({
  ...free(entry),
  state: 'recorded',
  ended: Date.now(),
  confirmation,
});

function failed(entry: Entry, { code, retry, after }: SendError, me: string): Entry {
  // Another tab took over, because this one was silent for too long: it has the last word.
  if (entry.state !== 'waiting' || (entry.lease && entry.lease.by !== me)) return entry;
  if (!retry) return { ...free(entry), state: 'refused', ended: Date.now(), problem: code };
  const pause = Math.random() * Math.min(pace.ceiling, pace.base * 2 ** entry.attempts);
  return {
    ...free(entry),
    attempts: entry.attempts + 1,
    due: Date.now() + Math.max(after ?? 0, pause),
    firm: after !== undefined,
    problem: code,
  };
}

let shared: Outbox | undefined;

/** The outbox of this page. */
export const outbox = (): Outbox => (shared ??= new Outbox());

export { hostAnswer, SendError, sendRecord } from './send.js';
export { fetchOwnRecords } from './fetch-own-records.js';
