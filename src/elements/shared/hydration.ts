import { adoptStyles, type LitElement } from 'lit';
import { takeover } from '../../late-modules.js';
import type { Drawing, ServerContent } from '../../ssr/takeover.js';
import type { ServerRenderedElement } from '../../ssr/same-element.js';

/** Where these change, somebody waits for what they change. */
const URGENT = /^(lang|audience|policy|src|reading)$/;

/**
 * How an element takes over what a server drew into its shadow root, or wrote between its tags. Code
 * that only such pages need is in `src/ssr/takeover.ts`, which comes later.
 */
export class Hydration {
  /** What is drawn is to be as a server draws it. */
  drawsAsServer = false;

  readonly #host: ServerRenderedElement;
  #nodes: readonly ChildNode[] | undefined;
  #content: ServerContent | undefined;
  /** What was taken out, until the element has drawn itself. */
  #left: ServerContent | undefined;
  #coming: Promise<void> | undefined;
  #isUrgent = false;
  #isReplaced = false;

  constructor(host: ServerRenderedElement) {
    this.#host = host;
  }

  /** What a server drew has not been taken over. */
  get isPending(): boolean {
    return this.#nodes !== undefined;
  }

  /** The next drawing is to wait for `whenDue`. */
  get mustWait(): boolean {
    // Plain HTML is to be seen meanwhile.
    return this.isPending || (this.#host.hasUpdated && !takeover.value && this.#light !== null);
  }

  /** It brings styles of its own. */
  begin(root: ShadowRoot): ShadowRoot {
    this.#nodes = [...root.childNodes];
    this.#coming = this.#bring(this.#nodes);
    return root;
  }

  /** What few pages need comes when one does; without it, all is drawn anew. */
  async #bring(nodes: readonly ChildNode[]): Promise<void> {
    if (!takeover.value) await takeover.bring();
    if (takeover.value) this.#content = new takeover.value.ServerContent(this.#host, nodes);
    if (this.#isUrgent) this.hurry();
  }

  /** Resolves when the browser has time to go on with it; at once where there is nothing. */
  async whenDue(): Promise<void> {
    if (this.isPending) {
      await this.#coming;
      await this.#content?.whenDue();
    } else if (this.mustWait) await takeover.bring();
  }

  /** Plain HTML between the tags. */
  get #light(): Element | null {
    return this.#host.querySelector(':scope > [data-light]');
  }

  /**
   * Before the element draws the policy for the first time.
   * @returns what takes the plain HTML away, once it is drawn
   */
  replaceLight(): (() => void) | undefined {
    const light = this.#isReplaced ? null : this.#light;
    this.#isReplaced = true;
    if (!light) return undefined;
    return takeover.value?.lightPlace(this.#host, light) ?? (() => light.remove());
  }

  /** Somebody waits for the element. */
  hurry(): void {
    this.#isUrgent = true;
    this.#content?.hurry();
  }

  /** The policy cannot be had. */
  giveUp(): void {
    this.#content?.giveUp();
  }

  /** A property of the element was set, which had a value before. */
  changed(name: unknown, before: unknown): void {
    if (!this.isPending || !URGENT.test(name as string)) return;
    if (this.#host[name as keyof ServerRenderedElement] !== before) this.hurry();
  }

  /** Before `takeOver`, in steps: a browser that is busy gets something else done between them. */
  async prepare(drawing: Drawing): Promise<void> {
    await this.#content?.prepare(drawing);
  }

  /** Draws as a server does. */
  draw(render: () => unknown): unknown {
    this.drawsAsServer = true;
    try {
      return render();
    } finally {
      this.drawsAsServer = false;
    }
  }

  /**
   * It is used where the same would be drawn; else it goes.
   * @returns whether it is used
   */
  takeOver(drawing: Drawing): boolean {
    const [nodes, content] = [this.#nodes!, this.#content];
    this.#nodes = this.#content = undefined;
    if (content?.adopt(drawing)) return true;
    if (content) content.leave();
    else for (const node of nodes) node.remove();
    this.#left = content;
    const { elementStyles } = this.#host.constructor as typeof LitElement;
    adoptStyles(this.#host.shadowRoot!, elementStyles);
    return false;
  }

  /** The element has drawn itself: where what was there went, the reader goes on where they were. */
  settle(): void {
    void this.#left?.restore();
    this.#left = undefined;
  }
}

/** Whether something stands between the tags while there is no policy, and in no slot by name. */
export const hasFallback = (element: Element): boolean =>
  [...element.childNodes].some((each) =>
    each instanceof Element ? !each.slot : each.nodeType === 3 && each.textContent?.trim(),
  );
