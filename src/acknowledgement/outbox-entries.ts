import { isOver } from './outbox-entry.js';
import { MemoryStore, type Entry, type OutboxStore } from './outbox-store.js';
import { pace } from './pace.js';
import { isPending, setPending } from './pending-flag.js';

/** So many records in the browser's database; one more stays in the page's memory, and says so. */
const MAX_ENTRIES = 50;
const MAX_PAUSE = 60_000;

/**
 * The entries of the outbox, as far as they are known. The browser's database may fail at any
 * moment: Safari closes connections, some profiles never answer. A failure is never "empty":
 *
 * - what was read before stays known, and the flag that makes the next page look stays set;
 * - what could not be written stays in this page's memory, and is written when it can be;
 * - `reread` says when to look again.
 */
export class OutboxEntries {
  /** The last look into the database went well. */
  isReadable = true;
  readonly #store: OutboxStore;
  /** What could not be kept by the browser. */
  readonly #memory = new MemoryStore();
  /** As last read, with what this page did since. */
  #known = new Map<string, Entry>();
  /** How entries ended here that could not be written down; `undefined`: taken back. */
  readonly #unwritten = new Map<string, Entry | undefined>();
  #failures = 0;
  #unreadable = 0;
  #flagged = true;

  constructor(store: OutboxStore) {
    this.#store = store;
  }

  /** Milliseconds after which to read again; nothing where the last time went well. */
  get reread(): number | undefined {
    if (!this.#failures) return undefined;
    return Math.min(pace.reread * 2 ** (this.#failures - 1), MAX_PAUSE);
  }

  /** It is there after the page is left, and the next page will look. */
  isKept(id: string): boolean {
    return this.#flagged && !this.#memory.has(id);
  }

  /** All that is known, after a look into the database. */
  async read(): Promise<Entry[]> {
    try {
      const { entries, unreadable } = await this.#store.all();
      this.#known = new Map(entries.map((entry) => [entry.record.id, entry]));
      this.#unreadable = unreadable;
      const before = this.#failures;
      this.#failures = 0;
      this.isReadable = true;
      await this.#catchUp(before > 0);
    } catch (error) {
      this.isReadable = false;
      this.#fail(error);
    }
    const memory = await this.#memory.all();
    const all = new Map(this.#known);
    for (const entry of memory.entries) all.set(entry.record.id, entry);
    return [...all.values()];
  }

  async add(entry: Entry): Promise<void> {
    const { id } = entry.record;
    this.#flagged = setPending(true);
    await this.#memory.change(id, () => entry);
    try {
      await this.#keep(entry);
      // Tells other tabs once more, now that they find it.
      setPending(true);
    } catch (error) {
      // Storage that is blocked, full or silent: the page itself keeps it.
      this.#fail(error);
    }
  }

  /** As a store does, and never rejects: where it cannot be written, this page goes on with it. */
  async change(
    id: string,
    change: (entry: Entry | undefined) => Entry | undefined,
    quiet = false,
  ): Promise<Entry | undefined> {
    if (this.#memory.has(id)) return this.#changeInMemory(id, change);
    try {
      const next = await this.#store.change(id, change);
      this.#know(id, next);
      if (!quiet) this.#flagged = setPending(true);
      return next;
    } catch (error) {
      this.#fail(error);
      const next = change(this.#known.get(id));
      this.#know(id, next);
      if (isOver(next)) this.#unwritten.set(id, next);
      return next;
    }
  }

  /** Sets or takes away the flag for other pages; it stays while anything may be there. */
  async flag(any: boolean): Promise<void> {
    const maybe = any || this.#failures > 0 || this.#unreadable > 0 || this.#unwritten.size > 0;
    if (maybe || !isPending()) return;
    setPending(false);
    // Another tab may have kept one in the meantime.
    const isEmpty = await this.#store.all().then(
      ({ entries, unreadable }) => entries.length + unreadable === 0,
      () => false,
    );
    if (!isEmpty) setPending(true);
  }

  async #keep(entry: Entry): Promise<void> {
    const { id } = entry.record;
    const { entries } = await this.#store.all();
    if (entries.length >= MAX_ENTRIES) return;
    const kept = await this.#store.change(id, (known) => known ?? entry);
    if (!kept) return;
    this.#know(id, kept);
    await this.#memory.change(id, () => undefined);
  }

  async #changeInMemory(
    id: string,
    change: (entry: Entry | undefined) => Entry | undefined,
  ): Promise<Entry | undefined> {
    const next = await this.#memory.change(id, change);
    // A write that was taken for failed may have come through: it must not outlive this.
    if (isOver(next)) this.#unwritten.set(id, next);
    return next;
  }

  /** Writes down what could not be written before; until then this page's word goes. */
  async #catchUp(failedBefore: boolean): Promise<void> {
    for (const [id, next] of this.#unwritten) {
      this.#know(id, afterwards(this.#known.get(id), next));
      try {
        await this.#store.change(id, (each) => afterwards(each, next));
        this.#unwritten.delete(id);
      } catch (error) {
        this.#fail(error);
      }
    }
    if (!failedBefore) return;
    const { entries } = await this.#memory.all();
    for (const entry of entries) {
      if (!isOver(entry)) await this.#keep(entry).catch((error: unknown) => this.#fail(error));
    }
  }

  #know(id: string, entry: Entry | undefined): void {
    if (entry) this.#known.set(id, entry);
    else this.#known.delete(id);
  }

  #fail(error: unknown): void {
    // A browser that was told to keep nothing does as it should.
    if (!this.#failures && !isForbidden())
      console.warn(
        'policy-elements: the database of this browser does not work; trying again.',
        error,
      );
    this.#failures += 1;
  }
}

/** Whether pages may keep nothing here, as browsers tell by what else pages keep. */
function isForbidden(): boolean {
  try {
    return !globalThis.localStorage;
  } catch {
    return true;
  }
}

/** What an entry becomes by an end that is written down late: what was recorded meanwhile stays. */
function afterwards(entry: Entry | undefined, end: Entry | undefined): Entry | undefined {
  if (!entry || entry.state === 'recorded') return entry;
  return end && isOver(entry) ? entry : end;
}
