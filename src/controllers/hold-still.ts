/** Draws something without what the reader has before them moving, e.g. from under the pointer. */
export function holdStill(what: Element | null | undefined, draw: () => void): void {
  const before = what?.getBoundingClientRect().top;
  draw();
  if (before === undefined || before > innerHeight || !what?.isConnected) return;
  const moved = what.getBoundingClientRect().top - before;
  if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' });
}
