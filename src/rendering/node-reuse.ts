/** Finds the list drawn before, by the element that shows it and where it stands there. */
export type FindKept = (host: Element, place: Element) => ParentNode | undefined;

const finders = new WeakMap<Element, FindKept>();

/** From now on the lists of an element, and of those in it, may be what was drawn before. */
export const keep = (element: Element, find: FindKept): void => void finders.set(element, find);

/** What was drawn before of the same, to stand in a place that is empty. */
export function keptFor(host: Element | undefined, place: Element): ParentNode | undefined {
  if (!host) return undefined;
  const root = host.getRootNode();
  const find = finders.get(root instanceof ShadowRoot ? root.host : host);
  return find?.(host, place);
}
