/**
 * A mark beside the outbox: pages without one need not load what looks into it, and the change of
 * one tells other tabs. Where it cannot be kept, every page looks for itself.
 */
const MARK = 'policy-elements:outbox';

export function isMarked(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return true;
  }
}

export function mark(full: boolean): void {
  try {
    if (full) localStorage.setItem(MARK, `${Date.now()}.${Math.random()}`);
    else localStorage.removeItem(MARK);
  } catch {
    // Other tabs find out when they look for themselves.
  }
}

/** Calls back when another tab changed the outbox. */
export function onMark(changed: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === MARK || key === null) changed();
  });
}
