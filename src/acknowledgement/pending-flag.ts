/**
 * A flag beside the outbox: pages without it need not load what looks into it, and a change of it
 * tells other tabs. Where it cannot be kept, every page looks for itself.
 */
const KEY = 'policy-elements:outbox';

/** Whether something may wait in this browser. */
export function isPending(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

/** Whether it is certain that something was put there: not only that nobody can tell. */
export function isFlagSet(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** @returns whether other pages will know: not where storage is full. */
export function setPending(pending: boolean): boolean {
  try {
    if (pending) localStorage.setItem(KEY, `${Date.now()}.${Math.random()}`);
    else localStorage.removeItem(KEY);
  } catch {
    // Other tabs find out when they look for themselves.
  }
  return isPending() === pending;
}

/** Calls back when another tab changed the outbox; returns what ends that. */
export function onPendingChange(changed: () => void): () => void {
  const listener = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) changed();
  };
  addEventListener('storage', listener);
  return () => removeEventListener('storage', listener);
}
