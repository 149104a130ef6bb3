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
  if (isBatch(old) || isBatch(wanted.firstChild)) old = rebatch(parent, old, end, wanted);
  const drop = (node: Node): void => {
    if (node === old) old = node.nextSibling;
    parent.removeChild(node);
  };
  const known = old !== end && idOf(old!) ? named(old!, end, wanted, drop) : undefined;
  for (let next = wanted.firstChild, following; next; next = following) {
    following = next.nextSibling;
    const same = known?.get(idOf(next)) ?? (old !== end && isAlike(old!, next) ? old : undefined);
    if (!same) {
      parent.insertBefore(next, old);
      // One with an id is wanted further on.
      if (old !== end && !known?.has(idOf(old!))) drop(old!);
    } else {
      known?.delete(idOf(next));
      if (same === old) old = old.nextSibling;
      else parent.insertBefore(same, old);
      change(same, next);
    }
  }
  while (old !== end) drop(old!);
}

/** Items of a long list stand in batches (`intrinsic-size.ts`). */
const isBatch = (node: Node | null): node is HTMLElement =>
  !!node && isElement(node) && node.classList.contains('batch');

/** Brings each item that stays to where it is wanted: into another batch, into one or out of it. */
function rebatch(parent: Node, first: Node | null, end: Node | null, wanted: Node): Node | null {
  const before = first ? first.previousSibling : end ? end.previousSibling : parent.lastChild;
  const places = between(first, end);
  const items = new Map(
    places.flatMap((place) => (isBatch(place) ? [...place.childNodes] : [place])).map(withId),
  );
  const old = places.filter(isBatch);
  for (const place of wanted.childNodes) {
    if (!isBatch(place)) {
      const item = items.get(idOf(place));
      if (item && isBatch(item.parentNode)) move(item, parent, end);
      continue;
    }
    const batch =
      old.shift() ?? (parent.insertBefore(place.cloneNode(), end) as unknown as HTMLElement);
    for (const { id } of place.children) {
      const item = items.get(id);
      if (item && item.parentNode !== batch) move(item, batch, null);
    }
  }
  for (const batch of old) parent.removeChild(batch);
  return before ? before.nextSibling : parent.firstChild;
}

function between(first: Node | null, end: Node | null): Node[] {
  const nodes: Node[] = [];
  for (let node = first; node && node !== end; node = node.nextSibling) nodes.push(node);
  return nodes;
}

const withId = (node: Node): [string, Node] => [idOf(node), node];

/** Where the browser can, without its losing the focus. */
function move(node: Node, parent: Node, next: Node | null): void {
  if ('moveBefore' in parent && node.isConnected) (parent as Element).moveBefore(node, next);
  else parent.insertBefore(node, next);
}

/** Those that stay, by their id; the others with one are dropped. */
function named(first: Node, end: Node | null, wanted: Node, drop: (node: Node) => void) {
  const ids = new Set([...wanted.childNodes].map(idOf));
  const known = new Map<string, Node>();
  for (let node: Node | null = first, following; node !== end; node = following) {
    following = node!.nextSibling;
    const id = idOf(node!);
    if (!id) continue;
    if (ids.has(id)) known.set(id, node!);
    else drop(node!);
  }
  return known;
}

const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;

const idOf = (node: Node): string => (isElement(node) ? node.id : '');

const isAlike = (old: Node, fresh: Node): boolean =>
  old.nodeName === fresh.nodeName && idOf(old) === idOf(fresh);

function change(old: Node, fresh: Node): void {
  if (isElement(old)) {
    changeAttributes(old, fresh as HTMLElement);
    const { firstChild } = old;
    if (firstChild || fresh.firstChild) morph(old, firstChild, null, fresh);
  } else if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
}

/** By their names: each attribute asked for as an object is made one. */
function changeAttributes(old: HTMLElement, fresh: HTMLElement): void {
  if (!fresh.hasAttributes() && !old.hasAttributes()) return;
  const names = fresh.getAttributeNames();
  for (const name of names) {
    // A page may forbid the attribute `style`; what a script sets it allows.
    if (name === 'style') old.style.cssText = fresh.style.cssText;
    else {
      const value = fresh.getAttribute(name)!;
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }
  for (const name of old.getAttributeNames()) {
    if (!names.includes(name) && !KEPT.test(name)) old.removeAttribute(name);
  }
}
