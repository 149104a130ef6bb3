import { ancestors } from './show-item.js';

/** Brings an item that was shown out from under a header of the page. */
export function clearItem(item: HTMLElement): void {
  const covered = coverOf(item);
  if (!covered) return;
  item.style.scrollMarginBlockStart = `${covered}px`;
  item.scrollIntoView({ block: 'start', behavior: 'instant' });
}

const GAP = 16;
const STEP = 8;

/** Room an item needs above it, in pixels, where a header of the page lies over its top. */
function coverOf(item: HTMLElement): number {
  const { top, left, width } = item.getBoundingClientRect();
  const start = Math.max(top, 0) + 1;
  const ends = [Math.min(width / 2, STEP), width / 2].map((x) => {
    let y = start;
    for (;;) {
      const end = coverAt(left + x, y, item);
      if (end === undefined || end <= y) return y;
      // What covers half of the window is no header.
      if (end > innerHeight / 2) return start;
      y = end + 1;
    }
  });
  const end = Math.max(...ends);
  return end > start ? Math.ceil(end) + GAP : 0;
}

/** How far down what is fixed over this point reaches, whichever component of the page it is in. */
function coverAt(x: number, y: number, item: Element): number | undefined {
  const over = deepestAt(x, y);
  const around = new Set(ancestors(item));
  for (const each of over ? ancestors(over) : []) {
    if (around.has(each)) return undefined;
    if (!(each instanceof Element)) continue;
    const { position } = getComputedStyle(each);
    const { bottom } = each.getBoundingClientRect();
    if (position === 'fixed' || position === 'sticky') return bottom;
    // A component that may not be looked into, and shows something where itself is not.
    if (each === over && each.localName.includes('-') && y > bottom) return y + STEP;
  }
  return undefined;
}

function deepestAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}
