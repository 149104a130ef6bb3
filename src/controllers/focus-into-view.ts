/**
 * Moves the focus to something, and the page no further than needed: to the nearest edge, and never
 * so far that what was pressed goes out of sight.
 *
 * @param around what should be in view; the same, where absent
 * @param pressed what the reader pressed
 */
export function focusIntoView(
  to: HTMLElement | null | undefined,
  around: HTMLElement | null | undefined = to,
  pressed?: Element | null,
): void {
  if (!to || !around) return;
  to.focus({ preventScroll: true });
  around.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  pressed?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
