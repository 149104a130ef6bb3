import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import { PolicySearchEvent } from '../../events.js';
import { isAccountLike } from '../../policy/account-like.js';
import type { AccountAnswer } from '../../policy/accounts.js';
import { sectionsFor } from '../../policy/audience.js';
import type { SectionOf } from '../../policy/schema.js';
import { createSearchIndex } from '../../policy/create-search-index.js';
import type { Hit, SearchIndex } from '../../policy/search.js';
import { PolicyElement } from '../policy-element.js';
import { accountVerdict } from '../shared/account-verdict.js';
import type { PolicyView } from '../shared/policy-view.js';
import { hitList } from './hits.js';
import { leadOn } from './lead-on.js';
import { styles } from './policy-search.styles.js';

/** Milliseconds without a key after which a query is a question. */
const PAUSE = 700;
/** Where the keyboard takes half of the screen. */
const ON_PHONE = '(pointer: coarse) and (max-width: 40em)';
/** What this page has sent to be counted. */
const counted = new Set<string>();

/**
 * Finds what answers a question while the reader types it, and goes there. Follows the combobox
 * pattern of the ARIA Authoring Practices: the focus stays in the field.
 *
 * @tagname policy-search
 * @csspart search - The field with its label.
 * @csspart hits - The list of what was found.
 * @csspart lead-on - Where to go when nothing was found.
 * @csspart input - A field.
 * @fires {PolicySearchEvent} policy-search - The reader searched. Nothing is sent without `search-endpoint`.
 */
export class PolicySearch extends PolicyElement {
  static override styles = [...PolicyElement.styles, styles];
  static override properties = {
    ...PolicyElement.properties,
    searchEndpoint: { type: String, attribute: 'search-endpoint' },
    _hits: { state: true },
    _query: { state: true },
    _active: { state: true },
    _open: { state: true },
    _account: { state: true },
    _state: { state: true },
  };

  /** Where questions without an answer are counted. In the viewer, its attribute says it. */
  declare searchEndpoint: string | undefined;
  declare private _hits: readonly Hit[];
  declare private _query: string;
  declare private _active: number;
  declare private _open: boolean;
  /** Whose account it is, where an address or a handle was typed. */
  declare private _account: AccountAnswer | undefined;
  /** What is fetched to search by is still on its way, is here, or did not come. */
  declare private _state: 'waiting' | 'ready' | 'failed';
  #index: { key: readonly unknown[]; index: Promise<SearchIndex> } | undefined;
  #told: string | undefined;
  #led: string | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this._hits = [];
    this._query = '';
    this._active = -1;
    this._open = false;
    this._state = 'waiting';
  }

  /** The query by which the reader is being led somewhere. */
  get led(): string | undefined {
    return this.#led;
  }

  /** What the reader looks for. */
  get query(): string {
    return this._query;
  }

  /** Back to the field, and to what was found last. */
  resume(): void {
    this.#field?.focus();
    this.#field?.scrollIntoView({ block: 'center' });
    this._open = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Another language or policy: what was found is found again in it.
    if (this._query && this.#index && !this.#isCurrent())
      void this.#search(this._query, this._open);
  }

  protected override renderPolicy(view: PolicyView): unknown {
    const { l10n } = this;
    const open = this._open && this._query.trim() !== '';
    return html`<div class="search" part="search" role="search" @focusout=${this.#onFocusOut}>
      <label class="visually-hidden" for="query">${l10n.msg('Search this policy', { id: 'search' })}</label>
      ${icon(SHAPES.search)}
      <input
        class="input" part="input"
        id="query"
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        placeholder=${l10n.msg('Ask a question, or search', { id: 'search-placeholder' })}
        aria-autocomplete="list"
        aria-expanded=${open && this._hits.length ? 'true' : 'false'}
        aria-controls="hits"
        aria-activedescendant=${open && this._active >= 0 ? `hit-${this._active}` : nothing}
        @pointerenter=${() => void this.#ready()}
        @focus=${this.#onFocus}
        @click=${this.#reopen}
        @input=${(event: Event) => void this.#search((event.target as HTMLInputElement).value)}
        @keydown=${this.#onKeyDown}
      />
      ${this.#found(view, open)}
      <p class="visually-hidden" role="status">${open ? this.#counted() : nothing}</p>
    </div>`;
  }

  #found(view: PolicyView, open: boolean): TemplateResult {
    const { l10n } = this;
    const list = { hits: this._hits, active: this._active, choose: this.#choose };
    const none = this._state === 'ready' && !this._hits.length && !this._account;
    const isUnclear = this._hits.length > 0 && !this._hits.some(({ strong }) => strong);
    return html`<div class="hits" part="hits" ?hidden=${!open}>
      ${this._account ? html`<div class="account">${accountVerdict(view, this._account)}</div>` : nothing}
      ${isUnclear ? html`<p class="nothing">${this.#counted()}</p>` : nothing}
      ${hitList(view, list, l10n.msg('Found', { id: 'search-found' }))}
      ${this._state === 'ready' ? nothing : html`<p class="nothing">${this.#counted()}</p>`}
      ${none ? html`<p class="nothing">${this.#counted()}</p>` : nothing}
      ${open && (none || isUnclear) ? leadOn(view, none) : nothing}
      ${this._state === 'failed' ? html`<button class="text-button" type="button" @click=${this.#retry}>${l10n.msg('Try again', { id: 'try-again' })}</button>` : nothing}
    </div>`;
  }

  #counted(): string {
    const { l10n } = this;
    if (this._state === 'waiting') return l10n.msg('Searching…', { id: 'searching' });
    if (this._state === 'failed') {
      return l10n.msg('The search could not be fetched. Check the connection.', {
        id: 'search-away',
      });
    }
    const count = this._hits.filter(({ strong }) => strong).length;
    const number = l10n.formats.number(count);
    if (count) {
      return l10n.plural(
        count,
        () => l10n.msg(str`${number} result`, { id: 'search-results.one' }),
        () => l10n.msg(str`${number} results`, { id: 'search-results.other' }),
      );
    }
    return this._hits.length
      ? l10n.msg('No clear answer. This comes closest:', { id: 'found-close' })
      : l10n.msg('Nothing found. Try other words, or look here:', { id: 'search-none' });
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  async #search(query: string, open = true): Promise<void> {
    this._query = query;
    this._open = open;
    this._active = -1;
    const index = await this.#ready();
    if (query !== this._query || !index) return;
    this._hits = index.search(query);
    this._active = -1;
    await this.#recognise(query);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#tell(), PAUSE);
  }

  /** Whose account it is, where the policy lists any. */
  async #recognise(query: string): Promise<void> {
    const profiles = this.shownPolicy?.sections.flatMap((section) =>
      section.type === 'profiles' ? (section as SectionOf<'profiles'>).items : [],
    );
    if (!profiles?.length || !isAccountLike(query)) {
      this._account = undefined;
      return;
    }
    const { recogniseAccount } = await import('../../policy/accounts.js');
    if (query === this._query) this._account = recogniseAccount(query, profiles);
  }

  /** Tells the page, once a question, what was asked and whether there was an answer. */
  #tell(): void {
    clearTimeout(this.#pause);
    const query = this._query.trim();
    if (!query || query === this.#told || this._state !== 'ready') return;
    this.#told = query;
    const count = this._hits.filter(({ strong }) => strong).length;
    this.dispatchEvent(new PolicySearchEvent(query, count));
    if (!count && !this._account) this.#count(query);
  }

  /** Only where the page says so, each question once. What may be somebody's does not leave the page. */
  #count(query: string): void {
    const { host } = this.getRootNode() as { host?: Element & { searchEndpoint?: string } };
    const endpoint = this.searchEndpoint ?? host?.searchEndpoint;
    const { view } = this;
    if (!endpoint || !view || counted.has(query) || /[@\d]/.test(query)) return;
    counted.add(query);
    const body = { policy: view.policy.id, lang: view.lang, query: query.slice(0, 500) };
    // Nobody waits for it, and nobody is told when it fails.
    void fetch(endpoint, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined);
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
    if (!this.#isCurrent()) this.#index = { key: this.#key, index: makeIndex(view) };
    const made = this.#index!;
    try {
      const index = await made.index;
      if (made === this.#index) this._state = 'ready';
      return index;
    } catch {
      if (made === this.#index) {
        this.#index = undefined;
        this._state = 'failed';
      }
      return undefined;
    }
  }

  readonly #retry = async (): Promise<void> => {
    this.#field?.focus();
    // What the last key asked for may be on its way still; asked for again, it would fail as well.
    await this.#index?.index.catch(() => undefined);
    this._state = 'waiting';
    void this.#search(this._query);
  };

  readonly #choose = ({ id }: Hit): void => {
    this.#tell();
    this._open = false;
    this.#led = this._query.trim();
    void this.goTo(id).finally(() => (this.#led = undefined));
  };

  /** What was asked before is there still, with what was found. */
  readonly #reopen = (): void => {
    if (this._query.trim()) this._open = true;
  };

  readonly #onFocus = (): void => {
    void this.#ready();
    this.#reopen();
    // The keyboard of a phone covers what is found below the field.
    if (matchMedia(ON_PHONE).matches) this.#field?.scrollIntoView({ block: 'start' });
  };

  readonly #onFocusOut = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (relatedTarget && (currentTarget as Element).contains(relatedTarget as Node)) return;
    this._open = false;
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const last = this._hits.length - 1;
    if (key === 'Escape') return this.#escape(event);
    if (key === 'Enter') {
      const hit = this._hits[Math.max(this._active, 0)];
      if (!hit || !this._open) return;
      // The rest of the press would reach what it leads to, and close an answer again.
      event.preventDefault();
      this.#choose(hit);
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

function makeIndex(view: PolicyView): Promise<SearchIndex> {
  const sections = [...sectionsFor(view.policy, view.audience)];
  return createSearchIndex({ ...view.policy, sections }, view.lang);
}
