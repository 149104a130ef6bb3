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
}

/** Milliseconds and frames in which a browser that goes back scrolls by itself. */
const RESTLESS = [50, 4] as const;

/**
 * Holds an item that was shown where it is. A browser that goes back scrolls to where the page was
 * then, and what stood above the item may have become longer since.
 */
export async function holdItem(item: HTMLElement): Promise<void> {
  const { top } = item.getBoundingClientRect();
  // What goes with the change of the address is no move of the reader.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await hold(
    () => {
      if (Math.abs(item.getBoundingClientRect().top - top) > 1)
        item.scrollIntoView({ block: 'start', behavior: 'instant' });
    },
    ...RESTLESS,
  );
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

/** An element and what it stands in, as it is drawn: through slots and shadow roots. */
export function* ancestors(element: Element): Generator<Node> {
  for (let at: Node | null = element; at;) {
    yield at;
    if (at instanceof Element && at.assignedSlot) at = at.assignedSlot;
    else at = at instanceof ShadowRoot ? at.host : at.parentNode;
  }
}
