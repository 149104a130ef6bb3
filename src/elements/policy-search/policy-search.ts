import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { sectionsFor } from '../../policy/audience.js';
import type { Hit, SearchIndex } from '../../policy/search.js';
import { icon } from '../../icons/icon.js';
import { PolicyElement } from '../policy-element.js';
import { styles } from './policy-search.styles.js';
import type { PolicyView } from '../shared/policy-view.js';

/**
 * Finds an item of the policy while the reader types, and goes there. Follows the combobox
 * pattern of the ARIA Authoring Practices: the focus stays in the field.
 *
 * @tagname policy-search
 * @csspart search - The field with its label.
 * @csspart hits - The list of what was found.
 */
export class PolicySearch extends PolicyElement {
  static override styles = [...PolicyElement.styles, styles];
  static override properties = {
    ...PolicyElement.properties,
    _hits: { state: true },
    _query: { state: true },
    _active: { state: true },
    _open: { state: true },
  };

  declare private _hits: readonly Hit[];
  declare private _query: string;
  declare private _active: number;
  declare private _open: boolean;
  #index: { key: readonly unknown[]; index: SearchIndex } | undefined;

  constructor() {
    super();
    this._hits = [];
    this._query = '';
    this._active = -1;
    this._open = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Another language or policy: what was found is found again in it.
    if (this._query && this.#index && !this.#isCurrent())
      void this.#search(this._query, this._open);
  }

  protected override renderPolicy(view: PolicyView): unknown {
    const { l10n } = this;
    const open = this._open && this._query !== '';
    return html`<div class="search" part="search" role="search" @focusout=${this.#onFocusOut}>
      <label class="visually-hidden" for="query">${l10n.msg('Search this policy', { id: 'search' })}</label>
      ${icon('search')}
      <input
        class="input"
        id="query"
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        placeholder=${l10n.msg('Search this policy', { id: 'search' })}
        aria-autocomplete="list"
        aria-expanded=${open && this._hits.length ? 'true' : 'false'}
        aria-controls="hits"
        aria-activedescendant=${open && this._active >= 0 ? `hit-${this._active}` : nothing}
        @focus=${() => void this.#ready()}
        @input=${(event: Event) => void this.#search((event.target as HTMLInputElement).value)}
        @keydown=${this.#onKeyDown}
      />
      ${this.#list(view, open)}
      <p class="visually-hidden" role="status">${open ? this.#told() : nothing}</p>
    </div>`;
  }

  #list(view: PolicyView, open: boolean): TemplateResult {
    const label = this.l10n.msg('Found', { id: 'search-found' });
    return html`<div class="hits" part="hits" ?hidden=${!open}>
      <ul id="hits" role="listbox" aria-label=${label}>
        ${this._hits.map((hit, index) => this.#hit(view, hit, index))}
      </ul>
      ${this._hits.length ? nothing : html`<p class="nothing">${this.#told()}</p>`}
    </div>`;
  }

  #hit(
    view: PolicyView,
    { id, title, within, passage, marks }: Hit,
    index: number,
  ): TemplateResult {
    const number = view.entry(id)?.number;
    return html`<li
      role="option"
      id="hit-${index}"
      aria-selected=${index === this._active ? 'true' : 'false'}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(id)}
    >
      <span class="hit-title">${number ? `${number} ` : nothing}${title || id}</span>
      ${within ? html`<span class="within">${within}</span>` : nothing}
      ${passage ? html`<span class="passage">${highlighted(passage, marks)}</span>` : nothing}
    </li>`;
  }

  #told(): string {
    const { l10n } = this;
    const count = this._hits.length;
    if (!count) return l10n.msg('Nothing found. Try another word, or fewer.', { id: 'found-none' });
    const number = l10n.formats.number(count);
    return count === 1
      ? l10n.msg('1 result', { id: 'search-one' })
      : l10n.msg(str`${number} places found`, { id: 'search-many' });
  }

  async #search(query: string, open = true): Promise<void> {
    this._query = query;
    const index = await this.#ready();
    if (query !== this._query || !index) return;
    this._hits = index.search(query);
    this._active = -1;
    this._open = open;
  }

  get #key(): readonly unknown[] {
    const { view } = this;
    return [view?.policy, view?.lang, this.audience];
  }

  #isCurrent(): boolean {
    return this.#key.every((each, at) => each === this.#index?.key[at]);
  }

  /** The index is made when somebody comes to the field, and not for everybody. */
  async #ready(): Promise<SearchIndex | undefined> {
    const { view } = this;
    if (!view) return undefined;
    if (this.#isCurrent()) return this.#index?.index;
    const key = this.#key;
    const { SearchIndex: Index } = await import('../../policy/search.js');
    const sections = [...sectionsFor(view.policy, view.audience)];
    this.#index = { key, index: new Index({ ...view.policy, sections }, view.lang) };
    return this.#index.index;
  }

  #choose(id: string): void {
    this._open = false;
    void this.goTo(id);
  }

  readonly #onFocusOut = (): void => {
    this._open = false;
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const last = this._hits.length - 1;
    if (key === 'Escape') return this.#escape(event);
    if (key === 'Enter') {
      const hit = this._hits[Math.max(this._active, 0)];
      if (hit && this._open) this.#choose(hit.id);
      return;
    }
    if ((key !== 'ArrowDown' && key !== 'ArrowUp') || last < 0) return;
    event.preventDefault();
    if (!this._open) this._open = true;
    else if (key === 'ArrowDown') this._active = this._active >= last ? 0 : this._active + 1;
    else this._active = this._active <= 0 ? last : this._active - 1;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector(`#hit-${this._active}`)?.scrollIntoView({ block: 'nearest' }),
    );
  };

  /** First closes the list, then empties the field. */
  #escape(event: KeyboardEvent): void {
    if (!this._open && !this._query) return;
    event.preventDefault();
    if (this._open) {
      this._open = false;
      return;
    }
    this._query = '';
    this._hits = [];
    (event.target as HTMLInputElement).value = '';
  }
}

function highlighted(text: string, marks: Hit['marks']): unknown[] {
  const parts: unknown[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...parts, text.slice(at)];
}
