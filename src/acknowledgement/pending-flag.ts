/**
 * A mark beside the outbox: pages without one need not load what looks into it, and the change of
 * one tells other tabs. Where it cannot be kept, every page looks for itself.
 */
const KEY = 'policy-elements:outbox';

export function isPending(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function setPending(full: boolean): void {
  try {
    if (full) localStorage.setItem(KEY, `${Date.now()}.${Math.random()}`);
    else localStorage.removeItem(KEY);
  } catch {
    // Other tabs find out when they look for themselves.
  }
}

/** Calls back when another tab changed the outbox. */
export function onPendingChange(changed: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) changed();
  });
}
