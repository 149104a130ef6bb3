/** As much of IndexedDB as the studio's copy against crashes uses, kept for all tabs of one person. */

/** @returns what a tab is given, `full` when nothing more may be written, and all that is kept. */
export function makeStorage() {
  const kept = new Map();
  const storage = { kept, full: false };
  const later = (request, work) =>
    queueMicrotask(() => {
      try {
        request.result = work();
        request.onsuccess?.();
      } catch (error) {
        request.error = error;
        request.onerror?.();
      }
    });
  const ask = (work) => {
    const request = {};
    later(request, work);
    return request;
  };

  /** @param isOpen whether the tab still is: what a closed one writes does not arrive. */
  storage.forTab = (isOpen) => {
    const transaction = () => {
      const changes = [];
      const whole = {};
      later(whole, () => {
        if (!isOpen()) return;
        if (storage.full && changes.some(({ value }) => value !== undefined))
          throw new Error('QuotaExceededError');
        for (const { key, value } of changes) {
          if (value === undefined) kept.delete(key);
          else kept.set(key, value);
        }
      });
      const store = {
        transaction: whole,
        put: (value, key) => void changes.push({ key, value: structuredClone(value) }),
        delete: (key) => void changes.push({ key, value: undefined }),
        getAll: () => ask(() => structuredClone([...kept.values()])),
        getAllKeys: () => ask(() => [...kept.keys()]),
      };
      return { objectStore: () => store };
    };
    return { open: () => ask(() => ({ transaction })) };
  };
  return storage;
}
