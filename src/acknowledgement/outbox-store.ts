import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
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

/** Where entries are kept. */
export interface OutboxStore {
  /** What it holds is there after the page is left. */
  readonly lasting: boolean;
  all(): Promise<Entry[]>;
  /** Changes an entry in one step that no other tab comes between; `undefined` removes it. */
  change(
    id: string,
    change: (entry: Entry | undefined) => Entry | undefined,
  ): Promise<Entry | undefined>;
}

/** A database that does not answer (WebKit has had those) must not hold up the reader. */
const PATIENCE = 3000;

export class IndexedDbStore implements OutboxStore {
  readonly lasting = true;
  readonly #use: UseStore;

  constructor(name = 'policy-elements-outbox') {
    let use: UseStore | undefined;
    // Opening may throw at once: where storage is blocked, or the page is in a sandbox.
    this.#use = (mode, callback) => (use ??= createStore(name, 'records'))(mode, callback);
  }

  async all(): Promise<Entry[]> {
    const found = await soon(this.#try('readonly', (store) => promisifyRequest(store.getAll())));
    return (found as unknown[]).filter(isEntry);
  }

  change(
    id: string,
    change: (entry: Entry | undefined) => Entry | undefined,
  ): Promise<Entry | undefined> {
    const step = (store: IDBObjectStore) =>
      new Promise<Entry | undefined>((resolve, reject) => {
        const done = promisifyRequest(store.transaction);
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
            done.catch(() => undefined);
          }
        };
        request.onerror = () => reject(request.error ?? new Error());
      });
    return soon(this.#try('readwrite', step));
  }

  async #try<Result>(
    mode: IDBTransactionMode,
    step: (store: IDBObjectStore) => Promise<Result>,
  ): Promise<Result> {
    return this.#use(mode, step);
  }
}

export class MemoryStore implements OutboxStore {
  readonly lasting = false;
  readonly #entries = new Map<string, Entry>();

  all(): Promise<Entry[]> {
    return Promise.resolve([...this.#entries.values()]);
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

function soon<Result>(promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The database does not answer.')), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
