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
export async function keepPlace(
  whole: Element,
  parts: readonly Element[],
  change: () => Promise<void>,
): Promise<void> {
  // Who sees the top of the whole has nothing above to lose the place by.
  if (whole.getBoundingClientRect().top >= 0) return change();
  const before = place(parts);
  await change();
  if (!before || before.top >= innerHeight) return;
  const { top, height } = before.part.getBoundingClientRect();
  const wanted = before.top > 0 ? before.top : before.share * height;
  scrollBy({ top: top - wanted, behavior: 'instant' });
}
