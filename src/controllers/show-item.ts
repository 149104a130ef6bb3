import { hold } from './scroll-anchor.js';

/** Opens what is closed around an item, and brings it into view and to the keyboard. */
export function showItem(item: HTMLElement): void {
  openAround(item);
  const target = item.querySelector<HTMLElement>(':scope > summary') ?? item;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  item.style.scrollMarginBlockStart = '';
  // Also on a page that scrolls smoothly: what lies over it is looked for where it ends up.
  item.scrollIntoView({ block: 'start', behavior: 'instant' });
  const covered = coverOf(item);
  if (!covered) return;
  item.style.scrollMarginBlockStart = `${covered}px`;
  item.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/**
 * Holds an item that was shown where it is. A browser that goes back scrolls to where the page was
 * then, and what stood above the item may have become longer since.
 */
export async function holdItem(item: HTMLElement): Promise<void> {
  const { top } = item.getBoundingClientRect();
  // What goes with the change of the address is no move of the reader.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await hold(() => {
    if (Math.abs(item.getBoundingClientRect().top - top) > 1)
      item.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
}

/** Opens what is closed around an item. */
export function openAround(item: Element): void {
  for (const around of ancestors(item)) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    if (!(around instanceof HTMLElement)) continue;
    if ('more' in around.dataset) openRest(around);
    // A section that the short reading leaves out comes back by itself.
    around.removeAttribute('data-later');
  }
}

/** Shows all the items of a section. */
function openRest(item: HTMLElement): void {
  const rest = item.closest('.section')?.querySelector<HTMLDetailsElement>(':scope > .more');
  if (rest && !rest.classList.contains('paper')) rest.open = true;
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

/** An element and what it stands in, as it is drawn: through slots and shadow roots. */
function* ancestors(element: Element): Generator<Node> {
  for (let at: Node | null = element; at;) {
    yield at;
    if (at instanceof Element && at.assignedSlot) at = at.assignedSlot;
    else at = at instanceof ShadowRoot ? at.host : at.parentNode;
  }
}
