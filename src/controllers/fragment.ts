import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PolicyNavigateEvent } from '../events.js';
import { toFragment } from '../policy/fragment.js';
import { idsOf } from '../policy/ids.js';
import type { Policy } from '../policy/schema.js';
import {
  addressedItem,
  enterAddress,
  followAddress,
  leadTo,
  type Follower,
  type LinkMode,
} from './page-address.js';
import { ownLink, pageAddress, pressedItem } from './pressed-item.js';
import { keepPlace, returnToPlace } from './return-place.js';
import { holdItem, openAround, showItem } from './show-item.js';

/** An element whose items have addresses. */
export interface FragmentHost extends ReactiveControllerHost, HTMLElement {
  readonly shownPolicy: Policy | undefined;
  readonly isNested: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  links: LinkMode | undefined;
  audience: string | undefined;
  reveal(id: string): Promise<boolean>;
  /** Finds an item, and says how to show it; nothing where it is not there. */
  locate?(id: string): Promise<Show | undefined>;
  /** Makes room for an item that a filter hides. */
  uncover?(item: HTMLElement): void;
  /** An item was shown. */
  reached?(): void;
  /** Resolves when it can be said why an item is not shown, or never will be. */
  prepareNote?(): Promise<unknown>;
}

/** Shows what was found; what it is, where that is known. */
export type Show = () => HTMLElement | undefined;

type Revealing = HTMLElement & Pick<FragmentHost, 'reveal' | 'locate'>;

const revealing = (element: Element): element is Revealing =>
  typeof (element as Partial<FragmentHost>).reveal === 'function';

/** The item whose event has been sent, by whichever element the link stands in. */
let told: string | undefined;

/**
 * Goes to `#<policy id>/<item id>`: on load, on later changes, and when a link to it is pressed. It
 * comes after the first picture: see `AfterDrawing`.
 */
export class FragmentTarget implements ReactiveController, Follower {
  /** Id that was asked for and is not shown. */
  missing: string | undefined;

  readonly #host: FragmentHost;
  #arrived = false;
  /** What the page was opened with has been looked for. */
  #isSettled = false;
  #stop: (() => void) | undefined;
  /** Who the reader was when it was not found. */
  #missedBy: string | undefined;

  constructor(host: FragmentHost) {
    this.#host = host;
    host.addController(this);
  }

  get element(): Element {
    return this.#host;
  }

  get policyId(): string | undefined {
    return this.#host.shownPolicy?.id;
  }

  hostConnected(): void {
    if (this.#host.isNested) return;
    const stops = [followAddress(this), keepPlace(this.#host)];
    this.#stop = () => stops.forEach((stop) => stop());
    this.#host.addEventListener('click', this.#onClick);
    this.#host.addEventListener('pointerdown', complete);
    this.#host.addEventListener('focusin', complete);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#host.removeEventListener('click', this.#onClick);
    this.#host.removeEventListener('pointerdown', complete);
    this.#host.removeEventListener('focusin', complete);
  }

  hostUpdate(): void {
    // Who the reader is may have been what hid it.
    if (this.#host.audience !== this.#missedBy) this.missing = undefined;
  }

  hostUpdated(): void {
    if (this.#arrived || !this.#host.shownPolicy || this.#host.isNested) return;
    this.#arrived = true;
    const isBack = returnToPlace(this.#host);
    const address = isBack ? undefined : addressedItem();
    if (address?.policy === this.policyId) void leadTo(address!);
    else this.#isSettled = true;
  }

  /** Shows an item of the host, or of an element within it. */
  async reveal(id: string): Promise<boolean> {
    const show = await this.locate(id);
    show?.();
    if (show) await bringPlacing();
    return show !== undefined;
  }

  /** Finds an item of the host, or of an element within it. */
  async locate(id: string): Promise<Show | undefined> {
    const root = this.#host.renderRoot;
    const item = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
    if (item) {
      return () => {
        this.#host.uncover?.(item);
        lead(item);
        return item;
      };
    }
    await allDefined(root);
    for (const child of [...root.querySelectorAll('*')].filter(revealing)) {
      const show = child.locate ? await child.locate(id) : await shown(child, id);
      if (show) return show;
    }
    // An element of the page may know nothing of items: then it is shown as a whole.
    const { shownPolicy: policy } = this.#host;
    const section = policy && idsOf(policy).get(id)?.section?.id;
    const whole = root.querySelector<HTMLElement>(`[data-section="${CSS.escape(section ?? id)}"]`);
    return whole && !(whole as Partial<Revealing>).locate ? showing(whole) : undefined;
  }

  /** Goes to an item as a link to it would: with an address of its own, so that one can go back. */
  async goTo(id: string): Promise<void> {
    const policy = this.policyId;
    if (policy === undefined) return;
    const fragment = toFragment(policy, id);
    if (!this.#tell(id)) return;
    told = id;
    enterAddress(fragment, this.#host.links ?? 'page');
    await leadTo({ policy, item: id }, this);
    if (told === id) told = undefined;
  }

  async follow(item: string, isCurrent: () => boolean): Promise<boolean> {
    const show = await this.#host.locate?.(item);
    if (!show) return false;
    const isOwn = told === item;
    if (!isCurrent() || (!isOwn && !this.#tell(item))) return true;
    const target = show();
    this.#host.reached?.();
    // By the buttons of the browser, for one, which brings a page back to where it was.
    if (target && !isOwn) void holdItem(target);
    return true;
  }

  miss(item: string | undefined): void {
    const isNew = item !== this.missing;
    const isAsked = this.#isSettled;
    this.missing = item;
    this.#missedBy = this.#host.audience;
    this.#isSettled = true;
    if (item !== undefined) void this.tellMissing(isAsked);
    else if (isNew) this.#host.requestUpdate();
  }

  /** Says why an item is not shown; who pressed a link somewhere in the text is led there. */
  async tellMissing(isAsked = true): Promise<void> {
    await this.#host.prepareNote?.();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const note = isAsked && this.#host.renderRoot.querySelector<HTMLElement>('.missing');
    if (note) lead(note);
  }

  /** Whether the page lets the element lead there. */
  #tell(id: string): boolean {
    const fragment = toFragment(this.policyId ?? '', id);
    return this.#host.dispatchEvent(new PolicyNavigateEvent(id, fragment));
  }

  /**
   * Links to items are followed here: a page may say by `<base>` that its links lead elsewhere, or
   * open in another window.
   */
  readonly #onClick = (event: MouseEvent): void => {
    const item = pressedItem(event, this.policyId);
    if (item === undefined) return;
    event.preventDefault();
    void this.goTo(item);
  };
}

type Placing = typeof import('./item-place.js');

let placing: Promise<Placing | undefined> | undefined;

/** What places an item exactly; without it, a header of the page may cover it. */
const bringPlacing = (): Promise<Placing | undefined> =>
  (placing ??= import('./item-place.js').catch(() => (placing = undefined)));

/** Brings an item before the reader, and out from under what lies over it. */
function lead(item: HTMLElement): void {
  showItem(item);
  void bringPlacing().then((placing) => placing?.clearItem(item));
}

/** What is opened in another window, or copied, is this page also where `<base>` names another. */
function complete(event: Event): void {
  const link = ownLink(event);
  if (link) void bringPlacing();
  if (!link || document.baseURI.split('#', 1)[0] === pageAddress()) return;
  link.href = `${pageAddress()}${link.hash}`;
}

const showing = (item: HTMLElement): Show => {
  return () => {
    lead(item);
    return item;
  };
};

/** It may know no other way than to show it: what it stands in is opened, and it is asked once more. */
async function shown(child: Revealing, id: string): Promise<Show | undefined> {
  if (child.dataset['section'] === id) return showing(child);
  if (!(await child.reveal(id))) return undefined;
  return () => {
    openAround(child);
    void child.reveal(id);
    return undefined;
  };
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
