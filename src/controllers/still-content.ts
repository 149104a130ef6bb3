export interface Still {
  /** Takes it out. */
  leave(): void;
  /** Has the reader find things as they were. */
  restore(host: Drawn): Promise<void>;
}

/** What a server rendered into a shadow root: it stands until the element draws itself. */
export class StillContent implements Still {
  readonly #root: ShadowRoot;
  readonly #nodes: readonly ChildNode[];
  #open: string[] = [];
  #focused: string | undefined;
  #place: { of: string | undefined; top: number } | undefined;

  constructor(root: ShadowRoot, nodes: readonly ChildNode[]) {
    this.#root = root;
    this.#nodes = nodes;
  }

  /** Takes it out, and keeps in mind where the reader was, what was open and what had the focus. */
  leave(): void {
    const elements = [...deep(this.#root)];
    this.#place = this.#root.host.getBoundingClientRect().top < 0 ? placeIn(elements) : undefined;
    this.#open = elements.filter((each) => each.matches('details[open][id]')).map(({ id }) => id);
    this.#focused = signature(elements.find((each) => each.matches(':focus') && !each.shadowRoot));
    for (const node of this.#nodes) node.remove();
  }

  /**
   * Opens again what was open, gives the focus back and has the reader where they were, once all
   * within the host is drawn: before anything of it is seen.
   */
  async restore(host: Drawn): Promise<void> {
    if (!this.#open.length && this.#focused === undefined && !this.#place) return;
    // Elements of others may take their time.
    await Promise.race([drawn(host), new Promise((resolve) => setTimeout(resolve))]);
    const elements = [...deep(this.#root)];
    for (const element of elements) {
      if (element instanceof HTMLDetailsElement && this.#open.includes(element.id)) {
        element.open = true;
      }
      if (this.#focused !== undefined && signature(element) === this.#focused) {
        (element as HTMLElement).focus({ preventScroll: true });
        this.#focused = undefined;
      }
    }
    const { of, top } = this.#place ?? {};
    const same = of && elements.find((each) => each.matches(PLACES) && signature(each) === of);
    if (!same) return;
    scrollBy({ top: same.getBoundingClientRect().top - top!, behavior: 'instant' });
  }
}

type Drawn = Element & { updateComplete?: Promise<boolean> };

/** Resolves when the element is drawn, and all that stands in it. */
async function drawn(element: Drawn): Promise<void> {
  await element.updateComplete;
  const within = element.shadowRoot?.querySelectorAll<Drawn>('.part, .find') ?? [];
  await Promise.all([...within].map(drawn));
}

/** Sections and their items: what is within these may not be laid out. */
const PLACES = 'section[id], li[id], details[id]';

/** What starts nearest to the top of the window. */
function placeIn(
  elements: readonly Element[],
): { of: string | undefined; top: number } | undefined {
  let nearest: { of: Element; top: number } | undefined;
  for (const of of elements) {
    if (!of.matches(PLACES)) continue;
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

function* deep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}
