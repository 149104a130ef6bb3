import { adoptStyles, type CSSResultOrNative, type RenderOptions } from 'lit';
import { takeover } from '../../late-modules.js';
import type { ServerContent, ServerRenderedView } from '../../ssr/takeover.js';
import type { Drawn } from '../../ssr/same-element.js';

/** Changed on an element that a server drew, they have somebody wait. */
const AWAITED: ReadonlySet<unknown> = new Set(['lang', 'audience', 'policy', 'src', 'reading']);

/** What the element draws, and from what. */
interface Drawing {
  view: ServerRenderedView;
  /** What it is drawn from beside the view. */
  settings: readonly unknown[];
  render: () => unknown;
  options: RenderOptions;
  styles: readonly CSSResultOrNative[];
}

/** What a server drew into an element's shadow root, until the element takes it over. */
export class ServerDrawing {
  /** What is drawn is to be as the server drew it: what only this browser knows comes after. */
  isRepeated = false;

  readonly #host: Drawn;
  #nodes: readonly ChildNode[] | undefined;
  #content: ServerContent | undefined;
  #coming: Promise<void> | undefined;

  constructor(host: Drawn) {
    this.#host = host;
  }

  /** It has not been taken over. */
  get stands(): boolean {
    return this.#nodes !== undefined;
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
  }

  /** Resolves when the browser has time to go on with it; at once where nothing stands. */
  async turn(): Promise<void> {
    if (!this.stands) return;
    await this.#coming;
    await this.#content?.turn();
  }

  /** Somebody waits for the element. */
  wake(): void {
    this.#content?.wake();
  }

  /** A property of the element was set, which had a value before. */
  changed(name: unknown, before: unknown): void {
    if (AWAITED.has(name) && this.#host[name as keyof Drawn] !== before) this.wake();
  }

  /**
   * It is used where the same would be drawn; else it goes.
   * @returns what is to be done once the element has drawn itself
   */
  takeOver({ view, settings, render, options, styles }: Drawing): () => void {
    const [nodes, content] = [this.#nodes!, this.#content];
    this.#nodes = this.#content = undefined;
    this.isRepeated = true;
    options.isConnected = this.#host.isConnected;
    const isUsed = content?.adopt(view, settings, render, options);
    this.isRepeated = false;
    if (isUsed) return () => void this.#host.updateComplete?.then(() => content!.searchTyped());
    if (content) content.leave();
    else for (const node of nodes) node.remove();
    adoptStyles(this.#host.shadowRoot!, [...styles]);
    return () => void content?.restore();
  }
}
