/** A draft as readers would see it, for whoever has the link: nothing to write, nothing to confirm. */
import type { Draft } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { BASE } from '../base.js';
import { formatDate, language, msg, str } from '../localization/localize.js';
import { withShownImages } from '../model/images.js';
import { languagesIn, readable } from '../model/policy.js';
import { StudioElement } from '../ui/element.js';
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
  static override properties = { _shown: { state: true }, _problem: { state: true } };
  declare private _shown: Shown | undefined;
  declare private _problem: 'ended' | 'offline' | undefined;

  /** Which of the addresses that were opened one after the other. */
  #turn = 0;

  readonly #onAddress = (): void => void this.#load();

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
    const { policy, endsAt } = this._shown;
    const languages = languagesIn(policy);
    const lang = languages.includes(language()) ? language() : languages[0]!;
    return html`<header class="notice preview-notice">
        ${icon('info')}
        <p>
          <strong>${msg('A draft, to look at.', { id: 'studio-pv-draft' })}</strong>
          ${msg(str`It does not apply, and may still change. This page shows it until ${formatDate(endsAt)}.`, { id: 'studio-pv-until' })}
        </p>
      </header>
      <main class="page shared-preview">
        <policy-viewer .policy=${policy} lang=${lang} heading-level="1" @policy-navigate=${(event: Event) => event.stopPropagation()}></policy-viewer>
      </main>`;
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
