/** The studio: who is here, where they are in it, and the draft that is open. */
import { html, nothing, type TemplateResult } from 'lit';
import { api, ApiError, type Me } from './api/client.js';
import {
  formatNumber,
  language,
  LANGUAGES,
  languageName,
  msg,
  setLanguage,
  type Language,
} from './localization/localize.js';
import { languagesIn, readable } from './model/policy.js';
import { DraftSession } from './model/session.js';
import { prepareTranslations } from './model/translations.js';
import { addressOf, goTo, readRoute, type Route, type View } from './router.js';
import { define, StudioElement } from './ui/element.js';
import { icon } from './ui/icon.js';
import { saveState } from './views/save-state.js';
import { conflictsView } from './views/conflicts.js';
import { screenOf } from './views/screens.js';
import { selectPlaceholder } from './ui/placeholders.js';

const LOOK = 10_000;

export class PolicyStudio extends StudioElement {
  static override properties = {
    _route: { state: true },
    _me: { state: true },
    _session: { state: true },
    _problem: { state: true },
  };
  declare private _route: Route;
  declare private _me: Me | undefined;
  declare private _session: DraftSession | undefined;
  declare private _problem: 'signed-out' | 'no-role' | 'absent' | 'offline' | undefined;

  #looking: ReturnType<typeof setInterval> | undefined;
  #opening = '';
  /** The tab that was brought into sight. */
  #shown = '';
  readonly #onChange = (): void => this.requestUpdate();

  constructor() {
    super();
    this._route = readRoute(location.pathname);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#onRoute);
    addEventListener('studio-route', this.#onRoute);
    addEventListener('pagehide', this.#onLeave);
    addEventListener('beforeunload', this.#onUnload);
    addEventListener('online', this.#onOnline);
    this.addEventListener('click', this.#onClick);
    document.addEventListener('keydown', this.#onKey);
    this.#looking = setInterval(() => this.#look(), LOOK);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#onRoute);
    removeEventListener('studio-route', this.#onRoute);
    removeEventListener('pagehide', this.#onLeave);
    removeEventListener('beforeunload', this.#onUnload);
    removeEventListener('online', this.#onOnline);
    document.removeEventListener('keydown', this.#onKey);
    clearInterval(this.#looking);
  }

  readonly #onRoute = (): void => {
    const before = this._route;
    this._route = readRoute(location.pathname);
    void this.#open();
    const moved = before.view !== this._route.view || before.policy !== this._route.policy;
    if (moved) void this.updateComplete.then(() => this.#arrive());
  };
  readonly #onLeave = (): void => {
    // A field that is kept when it is left has not been.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    this._session?.leave();
  };
  readonly #onOnline = (): void => void this._session?.save();
  readonly #onUnload = (event: BeforeUnloadEvent): void => {
    if (this._session?.state === 'unsaved') event.preventDefault();
  };
  /** Links within the studio change the place, and load nothing. */
  readonly #onClick = (event: MouseEvent): void => {
    selectPlaceholder(event.target);
    const link = (event.target as Element).closest?.('a');
    const plain = !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey;
    if (!link || !plain || event.shiftKey || link.target || link.origin !== location.origin) return;
    if (!link.pathname.startsWith(addressOf({ view: 'home' }))) return;
    event.preventDefault();
    goTo(readRoute(link.pathname));
  };
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      const held = document.activeElement;
      if (key === 'y' || event.shiftKey) this._session?.redo();
      else this._session?.undo();
      requestAnimationFrame(() => this.#keepFocus(held));
    } else if (key === 's') {
      event.preventDefault();
      void this._session?.save();
    }
  };

  /** What is moved loses the focus, and what is gone cannot have it. */
  #keepFocus(held: Element | null): void {
    if (document.activeElement !== document.body) return;
    const next = held?.isConnected && held !== document.body ? held : this.querySelector('main h1');
    (next as HTMLElement | null)?.focus({ preventScroll: true });
  }

  /** After going somewhere else: the title is read out, and the page begins at its top. */
  #arrive(): void {
    scrollTo(0, 0);
    this.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }

  #look(): void {
    if (document.visibilityState === 'hidden') return;
    void this._session?.look(this._route.item ?? this._route.part ?? '');
  }

  async #start(): Promise<void> {
    try {
      this._me = await api.me();
      this._problem = this._me.roles.length ? undefined : 'no-role';
      if (!this._problem) await this.#open();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const status = error instanceof ApiError ? error.status : 0;
    this._problem =
      status === 401
        ? 'signed-out'
        : status === 403
          ? 'no-role'
          : status === 404
            ? 'absent'
            : 'offline';
  }

  async #open(): Promise<void> {
    const { policy } = this._route;
    if (!this._me || this._session?.policy === policy || this.#opening === policy) return;
    this._session?.close();
    this._session?.removeEventListener('change', this.#onChange);
    this._session = undefined;
    this._problem = undefined;
    this.#opening = policy ?? '';
    if (policy === undefined) return;
    try {
      const session = new DraftSession(api, this._me, await api.open(policy));
      session.addEventListener('change', this.#onChange);
      this._session = session;
      await session.recover();
      await session.look('');
      void prepareTranslations(session.draft);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#opening = '';
    }
  }

  protected override updated(): void {
    const name =
      this._session && readable(this._session.draft['title'], language(), this._session.draft);
    this.#showTab();
    document.title = [name, msg('Studio', { id: 'studio-name' })].filter(Boolean).join(' · ');
  }

  /** On a narrow screen the tabs scroll: the current one is in sight after going there. */
  #showTab(): void {
    const tab = this.querySelector<HTMLAnchorElement>('.tabs [aria-current]');
    if (!tab || tab.pathname === this.#shown) return;
    this.#shown = tab.pathname;
    const bar = tab.parentElement!;
    const { left, right } = bar.getBoundingClientRect();
    const own = tab.getBoundingClientRect();
    if (own.left < left || own.right > right) bar.scrollLeft += own.left - left - 16;
  }

  protected override render(): TemplateResult {
    return html`<a class="skip" href="#main">${msg('To the content', { id: 'studio-skip' })}</a>
      ${this.#header()}
      <main id="main" tabindex="-1">${this.#content()}</main>
      ${this._session ? conflictsView(this._session) : nothing}`;
  }

  #content(): unknown {
    if (this._problem) return this.#problemView(this._problem);
    const waiting = !this._me || (this._route.policy !== undefined && !this._session);
    if (waiting) {
      return html`<div class="page loading" role="status">
        <span class="visually-hidden">${msg('One moment…', { id: 'studio-loading' })}</span>
        <span></span><span></span><span></span>
      </div>`;
    }
    return screenOf(this._route, this._me!, this._session);
  }

  #header(): TemplateResult {
    const { _session: session, _me: me } = this;
    return html`<header class="top">
      <div class="bar">
        <a class="brand" href=${addressOf({ view: 'home' })}
          ><span aria-hidden="true">¶</span> ${msg('Studio', { id: 'studio-name' })}</a
        >
        ${session ? html`<span class="open-policy">${readable(session.draft['title'], language(), session.draft)}</span>` : nothing}
        <span class="spring"></span>
        ${session ? saveState(session) : nothing}
        <label class="language-choice">
          <span class="visually-hidden">${msg('Language of the studio', { id: 'studio-studio-language' })}</span>
          <select @change=${(event: Event) => void setLanguage((event.target as HTMLSelectElement).value as Language)}>
            ${LANGUAGES.map((each) => html`<option value=${each} lang=${each} ?selected=${each === language()}>${languageName(each, each)}</option>`)}
          </select>
        </label>
        ${me && !me.file ? html`<span class="who">${icon('person')} ${me.name}</span>` : nothing}
      </div>
      ${session ? this.#tabs(session) : nothing}
    </header>`;
  }

  #tabs(session: DraftSession): TemplateResult {
    const { policy } = session;
    const several = languagesIn(session.draft).length > 1;
    const open = session.comments.open.length;
    const tabs: (readonly [View, string])[] = [
      ['overview', msg('Overview', { id: 'studio-tab-overview' })],
      ['write', msg('Write', { id: 'studio-tab-write' })],
      ...(several
        ? ([['translate', msg('Translate', { id: 'studio-tab-translate' })]] as const)
        : []),
      ['preview', msg('Preview', { id: 'studio-tab-preview' })],
      ...(session.me.file
        ? []
        : ([['comments', msg('Comments', { id: 'studio-tab-comments' })]] as const)),
      ['publish', msg('Publish', { id: 'studio-tab-publish' })],
      ['history', msg('Earlier versions', { id: 'studio-tab-history' })],
    ];
    const within = ['basics', 'people', 'confirmation'].includes(this._route.view)
      ? 'overview'
      : this._route.view;
    return html`<nav class="tabs" aria-label=${msg('Parts of the studio', { id: 'studio-tabs' })}>
      ${tabs.map(
        ([view, label]) =>
          html`<a href=${addressOf({ view, policy })} aria-current=${within === view ? 'page' : nothing}>${label}${view === 'comments' && open ? html` <span class="count">${formatNumber(open)}</span>` : nothing}</a>`,
      )}
    </nav>`;
  }

  #problemView(problem: NonNullable<typeof this._problem>): TemplateResult {
    const words = {
      'signed-out': [
        msg('You are not signed in', { id: 'studio-p-signed-out' }),
        msg('Sign in to your organisation’s intranet, then come back to this page.', {
          id: 'studio-p-signed-out-do',
        }),
      ],
      'no-role': [
        msg('You have no part in the studio yet', { id: 'studio-p-no-role' }),
        msg('Ask whoever looks after this server to let you write, translate or publish.', {
          id: 'studio-p-no-role-do',
        }),
      ],
      absent: [
        msg('There is no such policy here', { id: 'studio-p-absent' }),
        msg('It may have another address now. All policies are on the first page.', {
          id: 'studio-p-absent-do',
        }),
      ],
      offline: [
        msg('The server does not answer', { id: 'studio-p-offline' }),
        msg('Your work so far is safe. Try again in a moment.', { id: 'studio-p-offline-do' }),
      ],
    }[problem];
    return html`<div class="page narrow problem">
      <h1 tabindex="-1">${words[0]}</h1>
      <p class="standfirst">${words[1]}</p>
      <p>
        ${
          problem === 'absent'
            ? html`<a class="button primary" href=${addressOf({ view: 'home' })}>${msg('All policies', { id: 'studio-all-policies' })}</a>`
            : html`<button class="button primary" @click=${() => void this.#start()}>${msg('Try again', { id: 'studio-retry' })}</button>`
        }
      </p>
    </div>`;
  }
}

export const start = (): void => define('policy-studio', PolicyStudio);
