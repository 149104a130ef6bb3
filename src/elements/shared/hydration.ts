import { adoptStyles } from 'lit';
import { takeover } from '../../late-modules.js';
import type { Drawing, ServerContent } from '../../ssr/takeover.js';
import type { Drawn } from '../../ssr/same-element.js';

/** Where these change, somebody waits for what they change. */
const AWAITED = /^(lang|audience|policy|src|reading)$/;

/** What a server drew into an element's shadow root, or wrote between its tags, until the element takes it over. */
export class ServerDrawing {
  /** What is drawn is to be as the server drew it: what only this browser knows comes after. */
  isRepeated = false;

  readonly #host: Drawn;
  #nodes: readonly ChildNode[] | undefined;
  #content: ServerContent | undefined;
  #coming: Promise<void> | undefined;
  #isAwaited = false;
  #isLeft = false;

  constructor(host: Drawn) {
    this.#host = host;
  }

  /** It has not been taken over. */
  get stands(): boolean {
    return this.#nodes !== undefined;
  }

  /** The next drawing is to wait for `turn`. */
  get waits(): boolean {
    // Plain HTML is to be seen meanwhile.
    return this.stands || (this.#host.hasUpdated && !takeover.value && this.#light !== null);
  }

  /** From now on it stands; it has styles of its own. */
  keep(root: ShadowRoot): ShadowRoot {
    this.#nodes = [...root.childNodes];
    this.#coming = this.#bring(this.#nodes);
    return root;
  }

  /** What few pages need comes when one does; without it, all is drawn anew. */
  async #bring(nodes: readonly ChildNode[]): Promise<void> {
    if (!takeover.value) await takeover.bring();
    if (takeover.value) this.#content = new takeover.value.ServerContent(this.#host, nodes);
    if (this.#isAwaited) this.wake();
  }

  /** Resolves when the browser has time to go on with it; at once where there is nothing. */
  async turn(): Promise<void> {
    if (this.stands) {
      await this.#coming;
      await this.#content?.turn();
    } else if (this.waits) await takeover.bring();
  }

  /** Plain HTML between the tags. */
  get #light(): Element | null {
    return this.#host.querySelector(':scope > [data-light]');
  }

  /**
   * Before the element draws the policy for the first time.
   * @returns what takes the plain HTML away, once it is drawn
   */
  leaveLight(): (() => void) | undefined {
    const light = this.#isLeft ? null : this.#light;
    this.#isLeft = true;
    if (!light) return undefined;
    return takeover.value?.lightPlace(this.#host, light) ?? (() => light.remove());
  }

  /** Somebody waits for the element. */
  wake(): void {
    this.#isAwaited = true;
    this.#content?.wake();
  }

  /** A property of the element was set, which had a value before. */
  changed(name: unknown, before: unknown): void {
    if (this.#host[name as keyof Drawn] !== before && AWAITED.test(name as string)) this.wake();
  }

  /**
   * It is used where the same would be drawn; else it goes.
   * @returns what is to be done once the element has drawn itself
   */
  takeOver(drawing: Drawing): () => void {
    const [nodes, content] = [this.#nodes!, this.#content];
    this.#nodes = this.#content = undefined;
    this.isRepeated = true;
    const isUsed = content?.adopt(drawing);
    this.isRepeated = false;
    if (isUsed) return () => void content!.searchTyped();
    if (content) content.leave();
    else for (const node of nodes) node.remove();
    adoptStyles(this.#host.shadowRoot!, [...drawing.styles]);
    return () => void content?.restore();
  }
}

/** Whether something stands between the tags while there is no policy, and in no slot by name. */
export const hasFallback = (element: Element): boolean =>
  [...element.childNodes].some((each) =>
    each instanceof Element ? !each.slot : each.nodeType === 3 && each.textContent?.trim(),
  );
