/** What a reader or a filter set on an element stays. */
const KEPT = /^(open|hidden)$/;

/**
 * Changes nodes that stand on the page into others that were just made, and leaves alone what is
 * the same: elements stay, with the focus, what is open, and the place of the reader. An element
 * with an id becomes only one with the same id.
 *
 * @param first the first of the nodes that stand there; `end` where there are none
 * @param end what stands behind the last of them
 * @param wanted what contains the new ones
 */
export function morph(parent: Node, first: Node | null, end: Node | null, wanted: Node): void {
  let old = first;
  const known = new Map<string, Node>();
  const drop = (node: Node): void => {
    if (node === old) old = node.nextSibling;
    parent.removeChild(node);
  };
  if (first !== end && idOf(first!)) {
    const ids = new Set([...wanted.childNodes].map(idOf).filter(Boolean));
    for (const node of between(first, end)) {
      const id = idOf(node);
      if (ids.has(id)) known.set(id, node);
      else if (id) drop(node);
    }
  }
  for (const next of between(wanted.firstChild, null)) {
    const same = known.get(idOf(next)) ?? (old !== end && isAlike(old!, next) ? old : undefined);
    if (!same) {
      parent.insertBefore(next, old);
      // One with an id is wanted further on.
      if (old !== end && !known.has(idOf(old!))) drop(old!);
    } else {
      known.delete(idOf(next));
      if (same === old) old = old.nextSibling;
      else parent.insertBefore(same, old);
      change(same, next);
    }
  }
  for (const node of between(old, end)) drop(node);
}

/** From the first to what stands before the end, also where they are taken out meanwhile. */
function* between(first: Node | null, end: Node | null): Generator<Node> {
  for (let node = first; node !== end;) {
    const following: Node | null = node!.nextSibling;
    yield node!;
    node = following;
  }
}

const idOf = (node: Node): string => (node instanceof Element ? node.id : '');

const isAlike = (old: Node, fresh: Node): boolean =>
  old.nodeName === fresh.nodeName && idOf(old) === idOf(fresh);

function change(old: Node, fresh: Node): void {
  if (old instanceof Element) {
    changeAttributes(old as HTMLElement, fresh as HTMLElement);
    if (old.firstChild || fresh.firstChild) morph(old, old.firstChild, null, fresh);
  } else if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
}

function changeAttributes(old: HTMLElement, fresh: HTMLElement): void {
  for (const { name, value } of fresh.attributes) {
    // A page may forbid the attribute `style`; what a script sets it allows.
    if (name === 'style') old.style.cssText = fresh.style.cssText;
    else if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  if (old.attributes.length === fresh.attributes.length) return;
  for (const name of old.getAttributeNames()) {
    if (!fresh.hasAttribute(name) && !KEPT.test(name)) old.removeAttribute(name);
  }
}
