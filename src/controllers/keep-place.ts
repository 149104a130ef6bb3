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

const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'hashchange', 'popstate'];
/** Milliseconds in which what stands above gets its height, once it is laid out anew. */
const RESTLESS = 400;

/** Not every browser holds the place by itself while heights above change; until the reader moves. */
async function hold(correct: () => void): Promise<void> {
  const moved = new AbortController();
  const { signal } = moved;
  for (const move of MOVES) {
    addEventListener(move, () => moved.abort(), { signal, passive: true, capture: true });
  }
  const end = performance.now() + RESTLESS;
  while (!signal.aborted && performance.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!signal.aborted) correct();
  }
  moved.abort();
}
