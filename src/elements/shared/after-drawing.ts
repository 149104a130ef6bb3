import type { ReactiveController } from 'lit';
import { elementRest } from '../../late-modules.js';
import type { FragmentHost, FragmentTarget } from '../../controllers/fragment.js';
import { pressedItem } from '../../controllers/pressed-item.js';
import type { WordedHost } from '../../controllers/attribute-words.js';

/** The page is loaded anew, or gone back to. */
const isComingBack = (): boolean =>
  (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])[0]?.type !==
  'navigate';

export type RestHost = FragmentHost & WordedHost & { readonly hasUpdated: boolean };

/**
 * What an element does only once it is drawn: it leads to items, opens what is closed for paper,
 * tells developers of words that mean nothing. The code of it comes after the first picture, or as
 * soon as somebody wants it.
 */
export class AfterDrawing implements ReactiveController {
  /** Somebody wanted it, and it could not be had. */
  hasFailed = false;

  readonly #host: RestHost;
  #fragment: FragmentTarget | undefined;
  #isFetched = false;
  #isBringing = false;
  /** The item that a pressed link leads to. */
  #wanted: string | undefined;

  constructor(host: RestHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Id of an item that was asked for and is not shown. */
  get missing(): string | undefined {
    return this.#fragment?.missing;
  }

  hostConnected(): void {
    if (this.#host.isNested) return;
    // Who comes for an item, or back to a place, does not wait for it after the policy.
    if (location.hash || isComingBack()) this.#fetch();
    this.#host.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#onClick);
  }

  hostUpdated(): void {
    if (this.#host.shownPolicy) this.#fetch();
  }

  /** A drawing wants it: the element is drawn again once it is there, or cannot be had. */
  async bring(): Promise<void> {
    if (this.#isBringing) return;
    this.#isBringing = true;
    const isThere = await elementRest.bring();
    this.#isBringing = false;
    this.hasFailed = !isThere && !this.#host.isNested;
    if (this.#host.isConnected) this.#take();
    this.#host.requestUpdate();
    // Another element may have more luck.
    if (!isThere) void elementRest.there.then(() => this.#host.requestUpdate());
  }

  /** Nobody waits for it: it is asked for once, and taken whoever had it come. */
  #fetch(): void {
    if (this.#take() || this.#isFetched || !this.#host.isConnected) return;
    this.#isFetched = true;
    void elementRest.bring().then(() => this.#take());
  }

  #take(): FragmentTarget | undefined {
    if (elementRest.value && !this.#fragment) {
      this.#fragment = elementRest.value.attachRest(this.#host);
      if (this.hasFailed) this.#host.requestUpdate();
      this.hasFailed = false;
    }
    return this.#fragment;
  }

  /** What leads to items; nothing where it cannot be had, which the element tells. */
  async navigation(): Promise<FragmentTarget | undefined> {
    if (this.#take() || (await elementRest.bring())) return this.#take();
    this.hasFailed = true;
    this.#host.requestUpdate();
    return undefined;
  }

  /** Fetches it again, and leads to what was pressed meanwhile. */
  async retry(): Promise<void> {
    const navigation = await this.navigation();
    const item = this.#wanted;
    if (!navigation || item === undefined) return;
    this.#wanted = undefined;
    await navigation.goTo(item);
  }

  /** Says why an item is not shown. */
  async tellMissing(): Promise<void> {
    await (await this.navigation())?.tellMissing();
  }

  /** A press before it is there. */
  readonly #onClick = (event: MouseEvent): void => {
    if (this.#fragment) return;
    const item = pressedItem(event, this.#host.shownPolicy?.id);
    if (item === undefined) return;
    event.preventDefault();
    this.#wanted = item;
    void this.retry();
  };
}
