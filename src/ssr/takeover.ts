import { hydrate } from '@lit-labs/ssr-client';
import type { RenderOptions } from 'lit';
import { adoptLists } from '../rendering/static-list.js';
import { OURS, rootsIn, signature, within, type ServerRenderedElement } from './same-element.js';
import { HydrationTurn } from './hydration-queue.js';
import { fingerprint, folderOf, partKey, renderKey, type DrawnFor } from './render-key.js';

/** What is drawn in its place. */
export interface ServerRenderedView extends DrawnFor {
  read: { source: unknown; compiled?: { digest: string } | undefined };
  /** Where relative addresses start from. */
  base: string | undefined;
}

/** What the element draws, and from what. */
export interface Drawing {
  view: ServerRenderedView;
  /** What it is drawn from beside the view. */
  settings: readonly unknown[];
  render: () => unknown;
  options: RenderOptions;
}

export { lightPlace } from './light-place.js';

/**
 * What a server drew into a shadow root. Where it is what the element would draw, it is used as it
 * is: Lit finds the places of values in it, and no node is made. Else it goes in the turn in which
 * the element draws itself.
 */
export class ServerContent {
  readonly #host: ServerRenderedElement;
  readonly #root: ShadowRoot;
  readonly #nodes: readonly ChildNode[];
  readonly #turn: HydrationTurn;
  /** What was compared and drawn before `adopt` uses it. */
  #prepared: { of: Drawing; same: boolean; drawn?: unknown } | undefined;
  #open: string[] = [];
  #focused: string | undefined;
  /** What was typed into fields to search. */
  #typed: [of: string | undefined, value: string][] = [];
  #place: { of: string | undefined; top: number } | undefined;

  constructor(host: ServerRenderedElement, nodes: readonly ChildNode[]) {
    this.#host = host;
    this.#root = host.shadowRoot!;
    this.#nodes = nodes;
    this.#turn = new HydrationTurn(host);
  }

  /** Resolves when there is time for a step of taking over, or somebody waits for it. */
  whenDue(): Promise<void> {
    return this.#turn.next();
  }

  /** Somebody waits for it. */
  hurry(): void {
    this.#turn.hurry();
  }

  /** The policy cannot be had: what is there goes on as it is, and no press waits. */
  giveUp(): void {
    this.#turn.end();
  }

  /** Before `adopt`, each in a step of its own. */
  async prepare(drawing: Drawing): Promise<void> {
    this.#compare(drawing);
    await this.whenDue();
    this.#draw();
    await this.whenDue();
  }

  /** Whether a server drew what would be drawn now. */
  #compare(drawing: Drawing): void {
    this.#prepared = { of: drawing, same: this.#isSame(drawing.view, drawing.settings) };
  }

  /** Draws what is to be found in it. */
  #draw(): void {
    const prepared = this.#prepared;
    if (!prepared?.same || 'drawn' in prepared) return;
    try {
      prepared.drawn = prepared.of.render();
    } catch (cause) {
      prepared.same = false;
      this.#tellDrawnAnew(cause);
    }
  }

  /**
   * Uses what is there, where the same would be drawn.
   * @returns whether it could
   */
  adopt(drawing: Drawing): boolean {
    const { options } = drawing;
    if (!this.#prepared || !isAlike(this.#prepared.of, drawing)) this.#compare(drawing);
    this.#draw();
    const { same, drawn } = this.#prepared!;
    if (!same) return false;
    options.isConnected = this.#host.isConnected;
    adoptLists(true);
    try {
      hydrate(drawn, this.#root, options);
    } catch (cause) {
      // Lit found other templates than those of the server: for one, of who minifies them.
      this.#tellDrawnAnew(cause);
      return false;
    } finally {
      adoptLists(false);
    }
    // A place that links lead to has its own name from here on.
    this.#root.querySelector('slot[name=places]')?.remove();
    this.#turn.end();
    void this.#searchTyped();
    return true;
  }

  #tellDrawnAnew(cause: unknown): void {
    console.debug(`policy-elements: ${this.#host.localName} is drawn anew.`, cause);
  }

  /** Takes it out, and keeps in mind where the reader was, and what they opened and typed. */
  leave(): void {
    const roots = [...rootsIn(this.#root)];
    const all = (selector: string) => within(roots, selector);
    this.#place =
      this.#root.host.getBoundingClientRect().top < 0 ? placeIn(all(PLACES)) : undefined;
    this.#open = all('details[open][id]').map(({ id }) => id);
    this.#focused = signature(all(':focus').find((each) => !each.shadowRoot));
    const fields = all('input[type=search]') as HTMLInputElement[];
    this.#typed = fields.flatMap((each) => (each.value ? [[signature(each), each.value]] : []));
    for (const node of this.#nodes) node.remove();
    this.#turn.end();
  }

  /** What was typed before anybody listened is searched for. */
  async #searchTyped(): Promise<void> {
    await this.#host.updateComplete;
    const fields = this.#root.querySelectorAll<HTMLInputElement>('input[type=search]');
    for (const field of fields) if (field.value) tellTyped(field);
  }

  /**
   * Opens again what was open, gives back what was typed and the focus, and has the reader where
   * they were, once all within the host is drawn: before anything of it is seen.
   */
  async restore(): Promise<void> {
    // Elements of others may take their time.
    await Promise.race([drawn(this.#host), new Promise((resolve) => setTimeout(resolve))]);
    const idle = !this.#open.length && !this.#typed.length && this.#focused === undefined;
    if (idle && !this.#place) return;
    const roots = [...rootsIn(this.#root)];
    for (const field of within(roots, 'input[type=search]') as HTMLInputElement[]) {
      const [, value] = this.#typed.find(([of]) => of === signature(field)) ?? [];
      if (!value) continue;
      field.value = value;
      tellTyped(field);
    }
    for (const element of within(roots, 'details[id]:not([open])')) {
      if (this.#open.includes(element.id)) (element as HTMLDetailsElement).open = true;
    }
    if (this.#focused !== undefined) {
      const focusable = within(roots, 'a, button, input, select, summary, textarea, [tabindex]');
      const same = focusable.find((each) => signature(each) === this.#focused);
      (same as HTMLElement | undefined)?.focus({ preventScroll: true });
    }
    const { of, top } = this.#place ?? {};
    const same = of && within(roots, PLACES).find((each) => signature(each) === of);
    if (!same) return;
    scrollBy({ top: same.getBoundingClientRect().top - top!, behavior: 'instant' });
  }

  /** Whether a server drew what would be drawn now. */
  #isSame(view: ServerRenderedView, settings: readonly unknown[]): boolean {
    const { key, base } = this.#root.querySelector<HTMLElement>('slot[name=places]')?.dataset ?? {};
    if (!key) return false;
    // What stands in another of our elements was drawn from the same policy, or that one anew.
    if (this.#host.isNested) return key === partKey(view, settings);
    if (base && base !== folderOf(view.base)) return false;
    const { compiled, source } = view.read;
    const policy = compiled?.digest ?? fingerprint(JSON.stringify(source));
    return key.split(' ').includes(renderKey(policy, view, settings));
  }
}

/** Nothing changed meanwhile of what is drawn. */
const isAlike = (one: Drawing, other: Drawing): boolean =>
  one.view === other.view && JSON.stringify(one.settings) === JSON.stringify(other.settings);

const tellTyped = (field: HTMLInputElement): void =>
  void field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));

/** Resolves when the element is drawn, and all that stands in it. */
async function drawn(element: ServerRenderedElement): Promise<void> {
  await element.updateComplete;
  const parts = element.shadowRoot?.querySelectorAll<ServerRenderedElement>(OURS) ?? [];
  await Promise.all([...parts].map(drawn));
}

/** Sections and their items: what is within these may not be laid out. */
const PLACES = 'section[id], li[id], details[id]';

/** What starts nearest to the top of the window. */
function placeIn(
  elements: readonly Element[],
): { of: string | undefined; top: number } | undefined {
  let nearest: { of: Element; top: number } | undefined;
  for (const of of elements) {
    // To ask for the place of what waits in a group would have it laid out.
    if ('checkVisibility' in of && !of.checkVisibility({ contentVisibilityAuto: true })) continue;
    const { top, height } = of.getBoundingClientRect();
    if (height && Math.abs(top) < Math.abs(nearest?.top ?? Infinity)) nearest = { of, top };
  }
  return nearest && { of: signature(nearest.of), top: nearest.top };
}
