/** What a server rendered into a shadow root: it stands until the element draws itself. */
export class StillContent {
  readonly #root: ShadowRoot;
  readonly #nodes: ChildNode[];
  #open: string[] = [];
  #focused: string | undefined;

  constructor(root: ShadowRoot) {
    this.#root = root;
    this.#nodes = [...root.childNodes];
  }

  /** Takes it out, and keeps in mind what the reader had opened and where the focus was. */
  leave(): void {
    const elements = [...deep(this.#root)];
    this.#open = elements.filter((each) => each.matches('details[open][id]')).map(({ id }) => id);
    this.#focused = signature(elements.find((each) => each.matches(':focus') && !each.shadowRoot));
    for (const node of this.#nodes) node.remove();
  }

  /** Opens again what was open, and gives the focus back, once all within the host is drawn. */
  async restore(host: HTMLElement & { updateComplete: Promise<boolean> }): Promise<void> {
    if (!this.#open.length && this.#focused === undefined) return;
    await host.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    for (const element of deep(this.#root)) {
      if (element instanceof HTMLDetailsElement && this.#open.includes(element.id)) {
        element.open = true;
      }
      if (this.#focused !== undefined && signature(element) === this.#focused) {
        (element as HTMLElement).focus({ preventScroll: true });
        this.#focused = undefined;
      }
    }
  }
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
