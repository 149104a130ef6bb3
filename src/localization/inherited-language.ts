/** The language of the page around an element, and a word when it changes. */

/** The closest `lang` around the element, through shadow roots. */
export function inheritedLanguage(element: Element): string | undefined {
  let around: Element | null = element;
  while (around) {
    const found: Element | null = around.closest('[lang]:not([lang=""])');
    if (found) return found.getAttribute('lang') ?? undefined;
    const root: Node = around.getRootNode();
    around = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when a `lang` in the document changes; the function returned ends it. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((each) => each()));
    observer.observe(document, { attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    observer?.disconnect();
    observer = undefined;
  };
}
