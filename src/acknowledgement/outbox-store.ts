import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { pace } from './pace.js';
import type { AcknowledgementRecord } from './record.js';
import type { Confirmation, SendProblemCode } from './send.js';

/** A record on its way, with all that is needed to go on after a reload. */
export interface Entry {
  record: AcknowledgementRecord;
  /** Address of the endpoint, in full; empty where the host sends without one. */
  to: string;
  /** Who sends: we, a function of the host, or whoever answers the event. */
  via: 'endpoint' | 'send' | 'event';
  /** Who confirmed, as the endpoint named them. */
  reader?: string;
  /** Milliseconds since 1970, as all moments here. */
  made: number;
  state: 'waiting' | 'recorded' | 'refused' | 'expired';
  attempts: number;
  /** Not before this moment. */
  due: number;
  /** The endpoint asked to wait: nothing hastens it. */
  firm?: boolean;
  /** Why the last attempt failed. */
  problem?: SendProblemCode;
  /** The page that sends it now. */
  lease?: { by: string; until: number };
  confirmation?: Confirmation;
  /** When it was recorded, refused or expired. */
  ended?: number;
}

/** What a store holds. */
export interface StoredEntries {
  entries: Entry[];
  /** How many more there are that this version cannot read. */
  unreadable: number;
}

/** Where entries are kept. */
export interface OutboxStore {
  /** @throws where it cannot be read: that is not the same as empty. */
  all(): Promise<StoredEntries>;
  /**
   * Changes an entry in one step that no other tab comes between; `undefined` removes it.
   * @throws where it cannot be read or written
   */
  change(
    id: string,
    change: (entry: Entry | undefined) => Entry | undefined,
  ): Promise<Entry | undefined>;
}

type Step<Result> = (store: IDBObjectStore) => Promise<Result>;

/** A connection that was closed under us: Safari does so, at times without the event for it. */
const DISCONNECTED = new Set(['InvalidStateError', 'UnknownError']);

export class IndexedDbStore implements OutboxStore {
  readonly #name: string;
  #use: UseStore | undefined;

  constructor(name = 'policy-elements-outbox') {
    this.#name = name;
  }

  async all(): Promise<StoredEntries> {
    const found = await this.#run<unknown[]>('readonly', (store) =>
      promisifyRequest(store.getAll()),
    );
    const entries = found.filter(isEntry);
    return { entries, unreadable: found.length - entries.length };
  }

  change(
    id: string,
    change: (entry: Entry | undefined) => Entry | undefined,
  ): Promise<Entry | undefined> {
    return this.#run('readwrite', (store) => changeIn(store, id, change));
  }

  async #run<Result>(mode: IDBTransactionMode, step: Step<Result>): Promise<Result> {
    try {
      return await this.#try(mode, step);
    } catch (error) {
      if (!DISCONNECTED.has((error as Partial<Error>).name ?? '')) throw error;
      return this.#try(mode, step);
    }
  }

  /** A connection that failed once is not used again: the next try opens a new one. */
  async #try<Result>(mode: IDBTransactionMode, step: Step<Result>): Promise<Result> {
    const use = (this.#use ??= createStore(this.#name, 'records'));
    try {
      return await soon(use(mode, step));
    } catch (error) {
      if (this.#use === use) this.#use = undefined;
      throw error;
    }
  }
}

function changeIn(
  store: IDBObjectStore,
  id: string,
  change: (entry: Entry | undefined) => Entry | undefined,
): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = promisifyRequest(store.transaction);
    done.catch(() => undefined);
    const request = store.get(id) as IDBRequest<unknown>;
    request.onsuccess = () => {
      try {
        const next = change(isEntry(request.result) ? request.result : undefined);
        if (next) store.put(next, id);
        else store.delete(id);
        done.then(() => resolve(next), reject);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
        store.transaction.abort();
      }
    };
    request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'));
  });
}

export class MemoryStore implements OutboxStore {
  readonly #entries = new Map<string, Entry>();

  all(): Promise<StoredEntries> {
    return Promise.resolve({ entries: [...this.#entries.values()], unreadable: 0 });
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  change(
    id: string,
    change: (entry: Entry | undefined) => Entry | undefined,
  ): Promise<Entry | undefined> {
    const next = change(this.#entries.get(id));
    if (next) this.#entries.set(id, next);
    else this.#entries.delete(id);
    return Promise.resolve(next);
  }
}

function isEntry(value: unknown): value is Entry {
  const { record, to, made, state } = (value ?? {}) as Partial<Entry>;
  return (
    typeof record?.id === 'string' &&
    typeof to === 'string' &&
    typeof made === 'number' &&
    typeof state === 'string'
  );
}

/** A database that does not answer (WebKit has had those) must not hold up the reader. */
function soon<Result>(promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('The database does not answer.'));
    const timer = setTimeout(late, pace.storage);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
