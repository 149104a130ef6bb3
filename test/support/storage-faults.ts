/**
 * A browser's database as bad as real ones. `storageFaults` says how often what fails from now on;
 * `faults` in the address says it from the start, e.g. `?faults={"open":"silent"}`.
 */
export interface StorageFaults {
  /** Safari has closed the connection, and `transaction()` throws so many times. */
  closed?: number;
  /** `open()` never answers, so many times. */
  silent?: number;
  /** Reading fails so many times, e.g. "Connection to Indexed Database server lost". */
  unreadable?: number;
  /** Writing fails so many times: the disk is full. */
  full?: number;
}

declare global {
  var storageFaults: StorageFaults;
}

const faults: StorageFaults = JSON.parse(
  new URLSearchParams(location.search).get('faults') ?? '{}',
) as StorageFaults;
globalThis.storageFaults = faults;

/** Whether it fails this time. */
function fails(fault: keyof StorageFaults): boolean {
  const left = globalThis.storageFaults[fault] ?? 0;
  if (left > 0) globalThis.storageFaults[fault] = left - 1;
  return left > 0;
}

const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...asked) {
  if (fails('closed')) throw new DOMException('The connection is closing.', 'InvalidStateError');
  if (asked[1] === 'readwrite' && fails('full'))
    throw new DOMException('No room.', 'QuotaExceededError');
  return transaction.apply(this, asked);
};

const { getAll } = IDBObjectStore.prototype;
IDBObjectStore.prototype.getAll = function (...asked) {
  if (fails('unreadable')) throw new DOMException('Connection lost.', 'UnknownError');
  return getAll.apply(this, asked);
};

const { open } = IDBFactory.prototype;
IDBFactory.prototype.open = function (...asked) {
  const request = open.apply(this, asked);
  if (fails('silent')) {
    for (const event of ['success', 'upgradeneeded', 'error'])
      request.addEventListener(event, (each) => each.stopImmediatePropagation());
  }
  return request;
};
