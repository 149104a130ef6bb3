/** A draft as readers would see it, for whoever has the link: nothing to write, nothing to confirm. */
import type { Draft } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import type { PolicyLanguageEvent } from 'policy-elements';
import { BASE } from '../base.js';
import { formatDate, language, languageName, msg, str } from '../localization/localize.js';
import { withShownImages } from '../model/images.js';
import { languagesIn, readable } from '../model/policy.js';
import { StudioElement } from '../ui/element.js';
import { choice } from '../ui/choice.js';
import { icon } from '../ui/icon.js';

interface Shown {
  id: number;
  policy: Draft;
  endsAt: string;
}

const TOKEN = /^[\w-]{43}$/;
const KEPT = 'policy-preview';

/** The link of this window, for when the address has become a place within the text. */
function remembered(): string {
  try {
    return sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

function remember(token: string): void {
  try {
    sessionStorage.setItem(KEPT, token);
  } catch {
    // Then the link has to be opened again.
  }
}

export class SharedPreview extends StudioElement {
  static override properties = {
    _shown: { state: true },
    _problem: { state: true },
    _lang: { state: true },
    _poster: { state: true },
  };
  declare private _shown: Shown | undefined;
  declare private _problem: 'ended' | 'offline' | undefined;

  /** Of the text, where another one was chosen. */
  declare private _lang: string | undefined;
  /** The poster stands in the place of the policy. */
  declare private _poster: boolean;

  /** Which of the addresses that were opened one after the other. */
  #turn = 0;

  readonly #onAddress = (): void => void this.#load();

  constructor() {
    super();
    this._poster = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onAddress);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onAddress);
  }

  async #load(): Promise<void> {
    const given = location.hash.slice(1);
    const isToken = TOKEN.test(given);
    // Anything else is a place within the text, which its links lead to.
    const turn = (this.#turn += 1);
    this._problem = undefined;
    if (this._shown && !isToken) return;
    const token = isToken ? given : remembered();
    const problem = await this.#fetch(token, turn);
    // An answer to a link that is open no longer says nothing of this one.
    if (turn === this.#turn) this._problem = problem;
  }

  async #fetch(token: string, turn: number): Promise<typeof this._problem> {
    try {
      const response = await fetch(`${BASE}/api/preview`, {
        headers: { 'preview-token': token },
      });
      if (!response.ok) return response.status === 404 ? 'ended' : 'offline';
      remember(token);
      const { id, policy, endsAt } = (await response.json()) as Shown;
      await import('policy-elements/define.js');
      const images = `${BASE}/api/preview/${id}/`;
      if (turn === this.#turn) {
        this._lang = undefined;
        this._shown = { id, endsAt, policy: withShownImages(policy, images) };
      }
      return undefined;
    } catch {
      return 'offline';
    }
  }

  protected override updated(): void {
    const policy = this._shown?.policy;
    const title = policy && readable(policy['title'], language(), policy);
    document.title = [title, msg('Preview', { id: 'studio-tab-preview' })]
      .filter(Boolean)
      .join(' · ');
  }

  protected override render(): TemplateResult {
    if (this._problem) return this.#problemView(this._problem);
    if (!this._shown) {
      return html`<main class="page loading" role="status">
        <span class="visually-hidden">${msg('One moment…', { id: 'studio-loading' })}</span>
        <span></span><span></span><span></span>
      </main>`;
    }
    return html`${this.#notice(this._shown)}
      <main class="page shared-preview">${this._poster ? this.#posterView(this._shown) : this.#policyView(this._shown)}</main>`;
  }

  #language({ policy }: Shown): string {
    const languages = languagesIn(policy);
    return [this._lang, language()].find((tag) => tag && languages.includes(tag)) ?? languages[0]!;
  }

  #notice({ endsAt }: Shown): TemplateResult {
    return html`<header class="notice preview-notice">
      ${icon('info')}
      <p>
        <strong>${msg('A draft, to look at.', { id: 'studio-pv-draft' })}</strong>
        ${msg(str`It does not apply, and may still change. This page shows it until ${formatDate(endsAt)}.`, { id: 'studio-pv-until' })}
      </p>
      <button class="button small" data-poster aria-pressed=${String(this._poster)} @click=${() => this.#turnPoster()}>${msg('Poster', { id: 'studio-poster' })}</button>
    </header>`;
  }

  #turnPoster(): void {
    void import('../views/poster.js').then(() => void (this._poster = !this._poster));
  }

  #policyView(shown: Shown): TemplateResult {
    return html`<policy-viewer
      .policy=${shown.policy}
      lang=${this.#language(shown)}
      heading-level="1"
      @policy-language=${({ lang }: PolicyLanguageEvent) => void (this._lang = lang)}
      @policy-navigate=${(event: Event) => event.stopPropagation()}
    ></policy-viewer>`;
  }

  #posterView(shown: Shown): TemplateResult {
    const { policy } = shown;
    const lang = this.#language(shown);
    const languages = languagesIn(policy);
    return html`<h1 class="visually-hidden">${msg('Poster', { id: 'studio-poster' })}</h1>
      ${
        languages.length > 1
          ? choice(
              msg('Language', { id: 'studio-preview-language' }),
              languages.map((tag) => [tag, languageName(tag)]),
              lang,
              (tag) => void (this._lang = tag),
            )
          : nothing
      }
      <studio-poster class="sheet" policy=${policy['id']} .draft=${policy} lang=${lang}></studio-poster>`;
  }

  #problemView(problem: NonNullable<typeof this._problem>): TemplateResult {
    const gone = problem === 'ended';
    return html`<main class="page narrow problem">
      <h1>${gone ? msg('This link shows nothing any more', { id: 'studio-pv-ended' }) : msg('The server does not answer', { id: 'studio-p-offline' })}</h1>
      <p class="standfirst">${gone ? msg('It has ended, or not all of it was copied. Ask whoever sent it for another.', { id: 'studio-pv-ended-do' }) : nothing}</p>
      ${gone ? nothing : html`<p><button class="button primary" @click=${() => void this.#load()}>${msg('Try again', { id: 'studio-retry' })}</button></p>`}
    </main>`;
  }
}
