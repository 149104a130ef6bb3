/** How an element is found again in another drawing of the same. */

/** An element that a server drew, or one within it. */
export type ServerRenderedElement = HTMLElement & {
  readonly isNested: boolean;
  readonly hasUpdated: boolean;
  updateComplete?: Promise<boolean>;
};

/** What may be an element of ours, within another. */
export const OURS = '.part, .find';

/** By what an element is found again in a drawing of the same. */
export function signature(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const { id } = element.closest('[id]') ?? {};
  const own = ['href', 'name', 'lang', 'class'].map((name) => element.getAttribute(name));
  const root = element.getRootNode() as Partial<ShadowRoot>;
  return JSON.stringify([element.localName, id, own, root.host?.getAttribute('section')]);
}

/** Shadow roots in one, and itself. */
export function* rootsIn(root: ShadowRoot): Generator<ShadowRoot> {
  yield root;
  for (const host of root.querySelectorAll(OURS)) {
    if (host.shadowRoot) yield* rootsIn(host.shadowRoot);
  }
}

export const within = (roots: Iterable<ParentNode>, selector: string): Element[] =>
  [...roots].flatMap((root) => [...root.querySelectorAll(selector)]);
