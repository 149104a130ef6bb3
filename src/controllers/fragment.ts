import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PolicyNavigateEvent } from '../events.js';
import { fromFragment, toFragment } from '../policy/fragment.js';
import type { Policy } from '../policy/schema.js';

/** An element whose items have addresses. */
export interface FragmentHost extends ReactiveControllerHost, HTMLElement {
  readonly shownPolicy: Policy | undefined;
  readonly isNested: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  reveal(id: string): Promise<boolean>;
  /** Makes room for an item that a filter hides. */
  uncover?(item: HTMLElement): void;
}

const revealing = (element: Element): element is FragmentHost =>
  typeof (element as Partial<FragmentHost>).reveal === 'function';

// Where several elements show the same item, the first on the page goes there.
let handled: Event | undefined;

/** Goes to `#<policy id>/<item id>`: on load, on later changes, and when the same link is pressed again. */
export class FragmentTarget implements ReactiveController {
  /** Id that was asked for and is not in this policy, or not any more. */
  missing: string | undefined;

  readonly #host: FragmentHost;
  #arrived = false;

  constructor(host: FragmentHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#host.isNested) return;
    addEventListener('hashchange', this.#onHashChange);
    this.#host.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHashChange);
    this.#host.removeEventListener('click', this.#onClick);
  }

  hostUpdated(): void {
    if (this.#arrived || !this.#host.shownPolicy || this.#host.isNested) return;
    this.#arrived = true;
    if (location.hash) void this.#go(location.hash);
  }

  /** Shows an item of the host, or of an element within it. */
  async reveal(id: string): Promise<boolean> {
    const root = this.#host.renderRoot;
    const item = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
    if (item) {
      this.#host.uncover?.(item);
      show(item);
      return true;
    }
    await allDefined(root);
    for (const child of [...root.querySelectorAll('*')].filter(revealing)) {
      if (await child.reveal(id)) return true;
    }
    return false;
  }

  readonly #onHashChange = (event: Event): void => {
    void this.#go(location.hash, event);
  };

  /** A link to where the reader already is changes no hash. */
  readonly #onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (link?.hash && link.getAttribute('href')?.startsWith('#') && link.hash === location.hash) {
      void this.#go(link.hash, event);
    }
  };

  /** Goes to an item as a link to it would: with an address of its own, so that one can go back. */
  async goTo(id: string): Promise<void> {
    const policy = this.#host.shownPolicy;
    if (!policy) return;
    const fragment = toFragment(policy.id, id);
    if (location.hash === fragment) await this.#go(fragment);
    else location.hash = fragment;
  }

  async #go(fragment: string, event?: Event): Promise<void> {
    const address = fromFragment(fragment);
    if (!address || address.policy !== this.#host.shownPolicy?.id) return;
    if (event && event === handled) return;
    const found = await this.#host.reveal(address.item);
    this.#miss(found ? undefined : address.item);
    if (!found) return;
    handled = event;
    this.#host.dispatchEvent(new PolicyNavigateEvent(address.item));
  }

  #miss(item: string | undefined): void {
    if (item === this.missing) return;
    this.missing = item;
    this.#host.requestUpdate();
  }
}

/** Milliseconds to wait for elements that are still on their way. */
const PATIENCE = 5000;

/** Resolves when the elements within are there, or will not come. */
async function allDefined(root: ParentNode): Promise<void> {
  const tags = new Set(
    [...root.querySelectorAll(':not(:defined)')].map(({ localName }) => localName),
  );
  if (!tags.size) return;
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([
    Promise.all([...tags].map((tag) => customElements.whenDefined(tag))),
    patience,
  ]);
}

function show(item: HTMLElement): void {
  for (let around: Element | null = item; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
  const target = item.querySelector<HTMLElement>(':scope > summary') ?? item;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  item.style.scrollMarginBlockStart = '';
  item.scrollIntoView({ block: 'start' });
  const covered = coverOf(item);
  if (!covered) return;
  item.style.scrollMarginBlockStart = `${covered}px`;
  item.scrollIntoView({ block: 'start' });
}

const GAP = 16;

/** Room an item needs above it, in pixels, where a sticky header of the page lies over it. */
function coverOf(item: HTMLElement): number {
  const { top, left, width } = item.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, Math.max(top, 0) + 1);
  const host = outermost(item);
  for (let around = over; around && !around.contains(host); around = around.parentElement) {
    const { position } = getComputedStyle(around);
    if (position === 'fixed' || position === 'sticky') {
      return around.getBoundingClientRect().bottom + GAP;
    }
  }
  return 0;
}

/** What stands for a node in the document itself. */
function outermost(node: Node): Node {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? outermost(root.host) : node;
}
