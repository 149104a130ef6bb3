/** Links for people without an account: making one, and ending it. */
import { html, nothing, type TemplateResult } from 'lit';
import { api, type PreviewLink } from '../api/client.js';
import { BASE } from '../base.js';
import { formatDate, msg, str } from '../localization/localize.js';
import { define, DraftElement } from '../ui/element.js';
import { notice } from './save-state.js';

const PERIODS = [7, 14, 30, 90];
const MAKERS = ['write', 'publish', 'approve'];

export class PreviewLinks extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    _links: { state: true },
    _days: { state: true },
    _made: { state: true },
    _failed: { state: true },
  };
  declare private _links: readonly PreviewLink[];
  declare private _days: number;
  /** The link that was made now: it is told once. */
  declare private _made: string | undefined;
  declare private _failed: boolean;

  constructor() {
    super();
    this._links = [];
    this._days = 14;
    this._failed = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!MAKERS.some((role) => this.session.roles.has(role))) return nothing;
    return html`<details class="more" @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.#do(() => this.#load())}>
      <summary>${msg('Show it to somebody without an account', { id: 'studio-pl' })}</summary>
      <div class="more-fields">
        <p>${msg('A link shows this draft as it is when it is opened, also what is written later. Nothing can be changed or confirmed there. Whoever has the link can read it.', { id: 'studio-pl-about' })}</p>
        <div class="actions">
          <label class="inline-field"><span>${msg('Until', { id: 'studio-pl-until' })}</span>
            <select @change=${(event: Event) => void (this._days = Number((event.target as HTMLSelectElement).value))}>
              ${PERIODS.map((days) => html`<option value=${days} ?selected=${days === this._days}>${formatDate(after(days))}</option>`)}
            </select></label>
          <button class="button" data-make @click=${() => void this.#do(() => this.#make())}>${msg('Make a link', { id: 'studio-pl-make' })}</button>
        </div>
        ${this._failed ? notice('alert', msg('The server did not answer. Try again.', { id: 'studio-pl-failed' })) : nothing}
        ${this._made ? this.#madeView(this._made) : nothing} ${this.#list()}
      </div>
    </details>`;
  }

  #madeView(link: string): TemplateResult {
    return html`<div class="field" role="status"><label for="preview-link"><span class="label-text">${msg('Copy the link now: it is not shown again', { id: 'studio-pl-copy' })}</span></label>
      <input class="input" id="preview-link" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></div>`;
  }

  #list(): TemplateResult | typeof nothing {
    if (!this._links.length) return nothing;
    return html`<ul class="links">${this._links.map(({ id, madeBy, madeAt, endsAt }) => {
      const who =
        madeBy ?? msg('somebody whose name is no longer kept', { id: 'studio-ap-nameless' });
      const words = msg(str`Made by ${who} on ${formatDate(madeAt)}, until ${formatDate(endsAt)}`, {
        id: 'studio-pl-made',
      });
      return html`<li><span>${words}</span> <button class="button small" aria-label="${msg('End the link now', { id: 'studio-pl-end' })}: ${words}" @click=${() => void this.#do(() => this.#end(id))}>${msg('End the link now', { id: 'studio-pl-end' })}</button></li>`;
    })}</ul>`;
  }

  async #do(work: () => Promise<void>): Promise<void> {
    this._failed = false;
    try {
      await work();
    } catch {
      this._failed = true;
    }
  }

  async #load(): Promise<void> {
    this._links = await api.previews(this.session.policy);
  }

  async #make(): Promise<void> {
    const { path } = await api.makePreview(this.session.policy, this._days);
    this._made = location.origin + BASE + path;
    await this.#load();
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('#preview-link')?.focus();
  }

  async #end(id: number): Promise<void> {
    this._links = await api.endPreview(this.session.policy, id);
    this._made = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-make]')?.focus();
  }
}

const after = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

define('preview-links', PreviewLinks);
