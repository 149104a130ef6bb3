import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PolicyNavigateEvent } from '../events.js';
import { fromFragment } from '../policy/address.js';
import type { Policy } from '../policy/schema.js';

/** An element whose items have addresses. */
export interface FragmentHost extends ReactiveControllerHost, HTMLElement {
  readonly shownPolicy: Policy | undefined;
  readonly nested: boolean;
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
  readonly #host: FragmentHost;
  #arrived = false;

  constructor(host: FragmentHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#host.nested) return;
    addEventListener('hashchange', this.#onHashChange);
    this.#host.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHashChange);
    this.#host.removeEventListener('click', this.#onClick);
  }

  hostUpdated(): void {
    if (this.#arrived || !this.#host.shownPolicy || this.#host.nested) return;
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

  async #go(fragment: string, event?: Event): Promise<void> {
    const address = fromFragment(fragment);
    if (!address || address.policy !== this.#host.shownPolicy?.id) return;
    if (event && event === handled) return;
    if (!(await this.#host.reveal(address.item))) return;
    handled = event;
    this.#host.dispatchEvent(new PolicyNavigateEvent(address.item));
  }
}

function show(item: HTMLElement): void {
  for (let around: Element | null = item; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
  const target = item.querySelector<HTMLElement>(':scope > summary') ?? item;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'start' });
}
