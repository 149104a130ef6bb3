/** Draws something without what the reader has before them moving, e.g. from under the pointer. */
export function holdStill(what: Element | null | false, draw: () => void): void {
  const place = () => (what ? what.getBoundingClientRect().top : 0);
  const before = place();
  draw();
  const moved = place() - before;
  if (what && what.isConnected && before < innerHeight && Math.abs(moved) > 1)
    scrollBy({ top: moved, behavior: 'instant' });
}
