/** The choice of who the reader is, once it is open. */

const panelOf = ({ target }: Event): HTMLDetailsElement | null =>
  (target as Element).closest<HTMLDetailsElement>('.who');

function closeWhenLeft(event: Event): void {
  const panel = panelOf(event);
  const { relatedTarget } = event as FocusEvent;
  // Nothing focused is a press on the list itself, or on the page.
  if (panel && relatedTarget && !panel.contains(relatedTarget as Node)) panel.open = false;
}

function closeOnEscape(event: Event): void {
  const panel = panelOf(event);
  if (!panel?.open || (event as KeyboardEvent).key !== 'Escape') return;
  panel.open = false;
  panel.querySelector('summary')?.focus();
}

/** On a phone it opens below the window. */
function bringIntoSight(event: Event): void {
  const panel = panelOf(event);
  if (panel?.open) panel.querySelector('fieldset')?.scrollIntoView({ block: 'nearest' });
}

/** It closes by Escape, and when somebody goes on; where it opens, it is seen. */
export function followWhoPanel(root: HTMLElement | DocumentFragment): void {
  root.addEventListener('focusout', closeWhenLeft);
  root.addEventListener('keydown', closeOnEscape);
  root.addEventListener('toggle', bringIntoSight, true);
}
