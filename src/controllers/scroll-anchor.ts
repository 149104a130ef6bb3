/** Draws something without what the reader has before them moving, e.g. from under the pointer. */
export function holdStill(what: Element | null | false, draw: () => void): void {
  const place = () => (what ? what.getBoundingClientRect().top : 0);
  const before = place();
  draw();
  const moved = place() - before;
  if (what && what.isConnected && before < innerHeight && Math.abs(moved) > 1)
    scrollBy({ top: moved, behavior: 'instant' });
}

/** The part a reader has before them, and how far it starts from the top of the window, in pixels. */
function place(
  parts: readonly Element[],
): { part: Element; top: number; share: number } | undefined {
  for (const part of parts) {
    const { top, bottom, height } = part.getBoundingClientRect();
    if (bottom > 0 && height > 0) return { part, top, share: Math.min(top, 0) / height };
  }
  return undefined;
}

/**
 * Changes what the parts hold without the reader losing the place: what stood at the top of the
 * window stands there again. Texts get longer and shorter, so it is as far into its part as before.
 */
export async function keepScrollPosition(
  whole: Element,
  parts: readonly Element[],
  change: () => Promise<void>,
): Promise<void> {
  // Who sees the top of the whole has nothing above to lose the place by.
  if (whole.getBoundingClientRect().top >= 0) return change();
  const before = place(parts);
  await change();
  if (!before || before.top >= innerHeight) return;
  const correct = (): void => {
    const { top, height } = before.part.getBoundingClientRect();
    const wanted = before.top > 0 ? before.top : before.share * height;
    if (Math.abs(top - wanted) > 1) scrollBy({ top: top - wanted, behavior: 'instant' });
  };
  correct();
  await hold(correct);
}

const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
/** Some browsers tell of the same change of the address a while later. */
const CHANGES = ['hashchange', 'popstate'];
/** Milliseconds in which what stands above gets its height, once it is laid out anew. */
const RESTLESS = 400;

/**
 * Corrects the place in each frame, until what stands above has its height or the reader moves: not
 * every browser holds it by itself. So many frames at least, however slow they are.
 */
export async function hold(correct: () => void, ms = RESTLESS, frames = 1): Promise<void> {
  const moved = new AbortController();
  const options = { signal: moved.signal, passive: true, capture: true };
  const { signal } = moved;
  const { href } = location;
  for (const move of MOVES) addEventListener(move, () => moved.abort(), options);
  for (const change of CHANGES)
    addEventListener(change, () => href !== location.href && moved.abort(), options);
  const end = performance.now() + ms;
  for (let drawn = 0; !signal.aborted && (drawn < frames || performance.now() < end); drawn++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!signal.aborted) correct();
  }
  moved.abort();
}
