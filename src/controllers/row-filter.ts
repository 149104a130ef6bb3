import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { normalizeText, queryWords } from '../policy/normalize-text.js';

/** What a row is found by. */
export interface Row {
  /** Everything in it that can be typed. */
  text: string;
  /** Values by facet, e.g. `{ platform: ['facebook'] }`. */
  facets?: Readonly<Record<string, readonly string[]>>;
}

export interface FilterHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Hides rows (`[data-row]`) that do not match. It touches only rows that change, and does not
 * render the element again: a list of thousands stays quick under every key.
 */
export class RowFilter implements ReactiveController {
  readonly #host: FilterHost;
  readonly #describe: () => readonly Row[];
  readonly #told: (shown: number, total: number) => void;
  readonly #facets = new Map<string, string>();
  #query = '';
  #index: { element: HTMLElement; text: string; facets: NonNullable<Row['facets']> }[] | undefined;

  /** @param describe the rows, in the order they stand on the page. */
  constructor(
    host: FilterHost,
    describe: () => readonly Row[],
    told: (shown: number, total: number) => void,
  ) {
    this.#host = host;
    this.#describe = describe;
    this.#told = told;
    host.addController(this);
  }

  get active(): boolean {
    return this.#query !== '' || this.#facets.size > 0;
  }

  search(query: string): void {
    this.#query = query.trim();
    this.#apply();
  }

  /** Keeps rows that have the value; `''` for any. */
  facet(name: string, value: string): void {
    if (value) this.#facets.set(name, value);
    else this.#facets.delete(name);
    this.#apply();
  }

  clear(): void {
    this.#query = '';
    this.#facets.clear();
    this.#apply();
  }

  hostUpdated(): void {
    this.#index = undefined;
    if (this.active) this.#apply();
  }

  #apply(): void {
    const words = queryWords(this.#query);
    const rows = (this.#index ??= this.#build());
    let shown = 0;
    for (const { element, text, facets } of rows) {
      const match =
        words.every((word) => text.includes(word)) &&
        [...this.#facets].every(([name, value]) => facets[name]?.includes(value));
      if (match) shown++;
      if (element.hidden === match) element.hidden = !match;
    }
    this.#told(shown, rows.length);
  }

  #build() {
    const elements = this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-row]');
    return this.#describe().flatMap(({ text, facets = {} }, index) => {
      const element = elements[index];
      return element ? [{ element, text: normalizeText(text), facets }] : [];
    });
  }
}
