import type { ParseResult } from '../policy/findings.js';
import type { FindKept } from '../rendering/node-reuse.js';
import { fingerprint, folderOf, renderKey, type DrawnFor } from './render-fingerprint.js';

/** What is drawn in its place. */
export interface ServerRenderedView extends DrawnFor {
  read: ParseResult;
  /** Where relative addresses start from. */
  base: string | undefined;
}

export interface TakenOver {
  /** Takes it out; returns what finds the lists in it, where they can be used again. */
  leave(view: ServerRenderedView): FindKept | undefined;
  /** Has the reader find things as they were. */
  restore(host: Drawn): Promise<void>;
}

/** What a server rendered into a shadow root: it stands until the element draws itself. */
export class ServerContent implements TakenOver {
  readonly #root: ShadowRoot;
  readonly #nodes: readonly ChildNode[];
  /** What was rendered, by the element it is of; and how many letters its items have. */
  readonly #taken = new Map<string, { content: DocumentFragment; styles: string }>();
  #open: string[] = [];
  #focused: string | undefined;
  /** What was typed into fields to search. */
  #typed: [of: string | undefined, value: string][] = [];
  #place: { of: string | undefined; top: number } | undefined;

  constructor(root: ShadowRoot, nodes: readonly ChildNode[]) {
    this.#root = root;
    this.#nodes = nodes;
  }

  /** Takes it out, and keeps in mind where the reader was, and what they opened and typed. */
  leave(view: ServerRenderedView): FindKept | undefined {
    const roots = [...rootsIn(this.#root)];
    const all = (selector: string) => within(roots, selector);
    this.#place =
      this.#root.host.getBoundingClientRect().top < 0 ? placeIn(all(PLACES)) : undefined;
    this.#open = all('details[open][id]').map(({ id }) => id);
    this.#focused = signature(all(':focus').find((each) => !each.shadowRoot));
    const fields = all('input[type=search]') as HTMLInputElement[];
    this.#typed = fields.flatMap((each) => (each.value ? [[signature(each), each.value]] : []));
    const same = this.#isSame(view);
    roots.reverse().forEach((root) => this.#take(root));
    for (const node of this.#nodes) node.remove();
    return same ? (host, place) => this.#find(host, place) : undefined;
  }

  /** Before its styles go: the browser would look at all that they no longer are for. */
  #take(root: ShadowRoot): void {
    const content = document.createDocumentFragment();
    const styles = [...root.querySelectorAll('style')].map(({ textContent }) => textContent).join();
    content.append(...[...root.children].filter((each) => each.matches('.frame')));
    this.#taken.set(nameOf(root.host), { content, styles });
  }

  /** Whether a server drew what would be drawn now. */
  #isSame(view: ServerRenderedView): boolean {
    const { key, base } = this.#root.querySelector('slot')?.dataset ?? {};
    if (!key || (base && base !== folderOf(view.base))) return false;
    const { compiled, source } = view.read;
    const policy = compiled?.digest ?? fingerprint(JSON.stringify(source));
    return key.split(' ').includes(renderKey(policy, view));
  }

  /** Each is found once: what it holds is taken out of it. */
  #find(host: Element, place: Element): ParentNode | undefined {
    const { content, styles } = this.#taken.get(nameOf(host)) ?? {};
    const classes = [...place.classList].map((name) => `.${name}`).join('');
    const found = content?.querySelectorAll(place.localName + (classes || ':not([class])'));
    if (found?.length !== 1) return undefined;
    this.#taken.delete(nameOf(host));
    const letters = new Map(
      [...styles!.matchAll(LETTERS)].map(([, id, count]) => [id!, count!] as const),
    );
    for (const item of found[0]!.querySelectorAll('li[id], details[id]')) {
      const count = letters.get(item.id);
      if (count) (item as HTMLElement).style.setProperty('--_letters', count);
    }
    return found[0];
  }

  /**
   * Opens again what was open, gives back what was typed and the focus, and has the reader where
   * they were, once all within the host is drawn: before anything of it is seen.
   */
  async restore(host: Drawn): Promise<void> {
    // Elements of others may take their time.
    await Promise.race([drawn(host), new Promise((resolve) => setTimeout(resolve))]);
    this.#taken.clear();
    const idle = !this.#open.length && !this.#typed.length && this.#focused === undefined;
    if (idle && !this.#place) return;
    const roots = [...rootsIn(this.#root)];
    for (const field of within(roots, 'input[type=search]') as HTMLInputElement[]) {
      const [, value] = this.#typed.find(([of]) => of === signature(field)) ?? [];
      if (!value) continue;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
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
}

type Drawn = Element & { updateComplete?: Promise<boolean> };

/** What may be an element of ours, within another. */
const OURS = '.part, .find';

/** Resolves when the element is drawn, and all that stands in it. */
async function drawn(element: Drawn): Promise<void> {
  await element.updateComplete;
  const parts = element.shadowRoot?.querySelectorAll<Drawn>(OURS) ?? [];
  await Promise.all([...parts].map(drawn));
}

/** Sections and their items: what is within these may not be laid out. */
const PLACES = 'section[id], li[id], details[id]';

/** As the server says how many letters an item has: see `src/ssr/letters.ts`. */
const LETTERS = /(?:#|\[id=")([a-z0-9-]+)(?:"\])?\{--_letters:(\d+)\}/g;

/** The element a shadow root of ours is of: there is one of a kind for each section. */
const nameOf = (host: Element): string => `${host.localName} ${host.getAttribute('section') ?? ''}`;

/** What starts nearest to the top of the window. */
function placeIn(
  elements: readonly Element[],
): { of: string | undefined; top: number } | undefined {
  let nearest: { of: Element; top: number } | undefined;
  for (const of of elements) {
    const { top, height } = of.getBoundingClientRect();
    if (height && Math.abs(top) < Math.abs(nearest?.top ?? Infinity)) nearest = { of, top };
  }
  return nearest && { of: signature(nearest.of), top: nearest.top };
}

/** By what an element is found again in a drawing of the same. */
function signature(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const { id } = element.closest('[id]') ?? {};
  const own = ['href', 'name', 'lang', 'class'].map((name) => element.getAttribute(name));
  const root = element.getRootNode() as Partial<ShadowRoot>;
  return JSON.stringify([element.localName, id, own, root.host?.getAttribute('section')]);
}

/** Shadow roots in one, and itself. */
function* rootsIn(root: ShadowRoot): Generator<ShadowRoot> {
  yield root;
  for (const host of root.querySelectorAll(OURS)) {
    if (host.shadowRoot) yield* rootsIn(host.shadowRoot);
  }
}

const within = (roots: Iterable<ParentNode>, selector: string): Element[] =>
  [...roots].flatMap((root) => [...root.querySelectorAll(selector)]);
