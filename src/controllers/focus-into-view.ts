/**
 * Moves the focus to something, and the page only where its top would not be seen.
 *
 * @param around what should be in view; the same, where absent
 */
export function focusIntoView(to: HTMLElement | null | undefined, around = to): void {
  if (!to || !around) return;
  to.focus({ preventScroll: true });
  const { top } = around.getBoundingClientRect();
  const margin = Number.parseFloat(getComputedStyle(around).scrollMarginBlockStart) || 0;
  if (top < margin || top > innerHeight * 0.75) around.scrollIntoView({ block: 'start' });
}
