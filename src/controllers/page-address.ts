/**
 * The address of the page, as far as it leads to items: what stands behind `#`, or behind a second
 * one where a router of the page keeps its route behind the first (`#/policy#social-media/faq`).
 */
import { fromFragment, type ItemAddress } from '../policy/fragment.js';

/**
 * What following a link does with the address: it goes behind `#` (`page`), behind the route of a
 * hash router (`route`), or stays as it is (`none`).
 */
export type LinkMode = 'page' | 'route' | 'none';

const ROUTE = /^#!?\//;

/** The part of the address that may be ours. */
function ownFragment(): string {
  const { hash } = location;
  if (!ROUTE.test(hash)) return hash;
  const at = hash.indexOf('#', 1);
  return at < 0 ? '' : hash.slice(at);
}

/** The item the address leads to. */
export const addressedItem = (): ItemAddress | undefined => fromFragment(ownFragment());

/** What had the focus when an address was left for an item. */
const left = new Map<string, WeakRef<HTMLElement>>();

function focused(): Element | null {
  let { activeElement: active } = document;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/**
 * Who goes back goes on where they were, and not at the item far below. A finger needs no focus, and
 * a field that has it brings up a keyboard.
 */
function giveBackFocus(): void {
  const before = left.get(location.href)?.deref();
  const { activeElement: active, body } = document;
  const isOurs = active === body || [...followers].some(({ element }) => element === active);
  if (before?.isConnected && isOurs && !matchMedia('(pointer: coarse)').matches)
    before.focus({ preventScroll: true });
}

/** Puts an item's fragment in the address, so that one can go back. */
export function enterAddress(fragment: string, mode: LinkMode): void {
  if (mode === 'none' || ownFragment() === fragment) return;
  const active = focused();
  if (active instanceof HTMLElement) left.set(location.href, new WeakRef(active));
  isEntering = true;
  try {
    if (mode === 'page' && !ROUTE.test(location.hash)) {
      location.hash = fragment;
    } else {
      const own = ownFragment();
      const route = location.hash.slice(0, location.hash.length - own.length);
      // A router hears of no change: for it, the page stays the same.
      history.pushState(history.state, '', `${ROUTE.test(route) ? route : '#/'}${fragment}`);
    }
  } catch {
    // A page without an address of its own.
  }
  isEntering = false;
  seen = location.href;
}

/** Something that can lead to an item; the first that does is enough. */
export interface Follower {
  readonly element: Element;
  readonly policyId: string | undefined;
  /** Resolves to whether the item was found; shows it, unless the reader is led elsewhere by then. */
  follow(item: string, isCurrent: () => boolean): Promise<boolean>;
  /** Nobody found it. */
  miss(item: string | undefined): void;
}

const followers = new Set<Follower>();
let seen: string | undefined;
let isEntering = false;
let turn = 0;

/** As they stand in the page, whenever they came to it. */
const inOrder = (one: Follower, other: Follower): number =>
  one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;

/** Has whoever shows the policy lead to an item: `first` before others, where a link stands in it. */
export async function leadTo({ policy, item }: ItemAddress, first?: Follower): Promise<void> {
  const own = ++turn;
  const here = [...followers].filter(({ policyId }) => policyId === policy);
  here.sort((one, other) => (one === first ? -1 : other === first ? 1 : inOrder(one, other)));
  for (const follower of here) {
    const found = await follower.follow(item, () => own === turn);
    if (own !== turn) return;
    if (found) return here.forEach((each) => each.miss(undefined));
  }
  here.forEach((each, at) => each.miss(at ? undefined : item));
}

function look(): void {
  if (isEntering || location.href === seen) return;
  seen = location.href;
  const address = addressedItem();
  if (address) void leadTo(address);
  else giveBackFocus();
}

interface NavigationLike extends EventTarget {
  currentEntry: { key: string } | null;
}

/** Tells of every change of the address, `pushState` included; not in every browser. */
export const navigationOf = (): NavigationLike | undefined =>
  (globalThis as { navigation?: NavigationLike }).navigation;

// What a page changes by `pushState`, it mostly does because something was pressed.
const lookSoon = (): void => void setTimeout(look);

/** From now on the follower is asked; the function returned ends it. */
export function followAddress(follower: Follower): () => void {
  if (!followers.size) {
    seen = location.href;
    addEventListener('hashchange', look);
    addEventListener('popstate', look);
    const navigation = navigationOf();
    if (navigation) navigation.addEventListener('currententrychange', look);
    else addEventListener('click', lookSoon);
  }
  followers.add(follower);
  return () => {
    followers.delete(follower);
    if (followers.size) return;
    removeEventListener('hashchange', look);
    removeEventListener('popstate', look);
    removeEventListener('click', lookSoon);
    navigationOf()?.removeEventListener('currententrychange', look);
  };
}
