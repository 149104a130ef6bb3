/** The poster of a draft: to look at, to print, and to keep as a file. */
import { createPoster, PosterError } from '@policy-elements/authoring/poster/poster.js';
import type { Draft } from '@policy-elements/authoring';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { checkPolicy } from 'policy-elements';
import { BASE } from '../base.js';
import { msg } from '../localization/localize.js';
import { define, StudioElement } from '../ui/element.js';
import { fillFrame } from '../ui/fill-frame.js';
import { icon } from '../ui/icon.js';
import { saveFile } from '../ui/save-file.js';
import { notice } from './save-state.js';
import { frameAddress } from './snippets.js';

type Size = 'A4' | 'A3';
type Made = { page: string } | { problem: 'bad-address' | 'nothing-to-say' };

/** Where this server shows the policy to readers, and they confirm. */
const ownAddress = (policy: string, lang: string): string =>
  frameAddress({ policy, title: '', lang, origin: location.origin + BASE });

export class StudioPoster extends StudioElement {
  static override properties = {
    policy: { type: String },
    isFile: { attribute: false },
    draft: { attribute: false },
    lang: { type: String },
    _size: { state: true },
    _accent: { state: true },
    _address: { state: true },
  };
  /** Its id, by which this server shows it to readers. */
  declare policy: string;
  /** A file on one's own machine is shown nowhere. */
  declare isFile: boolean;
  /** As the preview shows it: drawn when one pauses, not at each key. */
  declare draft: Draft;
  declare private _size: Size;
  declare private _accent: string;
  /** What was typed; nothing where the server's own address will do. */
  declare private _address: string | undefined;

  #shown = '';

  constructor() {
    super();
    this.isFile = false;
    this._size = 'A4';
    this._accent = '#0b5563';
  }

  get #url(): string {
    const own = this.isFile ? '' : ownAddress(this.policy, this.lang);
    return this._address?.trim() ?? own;
  }

  #made(): Made {
    const { policy } = checkPolicy(this.draft);
    if (!policy) return { problem: 'nothing-to-say' };
    try {
      const { lang, _size: size, _accent: accent } = this;
      return { page: createPoster(policy, { lang, size, accent, url: this.#url }) };
    } catch (error) {
      if (!(error instanceof PosterError) || error.code === 'bad-colour') throw error;
      return { problem: error.code };
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#fill();
  }

  #fill(): void {
    const frame = this.querySelector('iframe');
    if (frame && this.#shown) fillFrame(frame, this.#shown);
  }

  protected override render(): TemplateResult {
    const made = this.#made();
    this.#shown = 'page' in made ? made.page : '';
    const problem = 'problem' in made ? made.problem : undefined;
    return html`<div class="poster-choices">
        <label class="field"
          ><span class="label-text">${msg('Where people can read the policy', { id: 'studio-poster-address' })}</span>
          <input class="input" type="url" autocomplete="off" aria-describedby="poster-address-hint" aria-invalid=${problem === 'bad-address' ? 'true' : nothing} .value=${this._address ?? this.#url} @input=${(event: Event) => void (this._address = (event.target as HTMLInputElement).value)} />
          <span class="hint" id="poster-address-hint">${msg('The square code on the poster leads there.', { id: 'studio-poster-address-hint' })}</span></label
        >
        <label class="inline-field"
          ><span>${msg('Paper', { id: 'studio-poster-paper' })}</span>
          <select @change=${(event: Event) => void (this._size = (event.target as HTMLSelectElement).value as Size)}>
            <option>A4</option>
            <option>A3</option>
          </select></label
        >
        <label class="inline-field"
          ><span>${msg('Colour', { id: 'studio-poster-colour' })}</span>
          <input type="color" .value=${this._accent} @change=${(event: Event) => void (this._accent = (event.target as HTMLInputElement).value)}
        /></label>
        ${problem ? nothing : this.#actions()}
      </div>
      ${problem ? this.#problem(problem) : html`<iframe class="poster" title=${msg('The poster', { id: 'studio-poster-frame' })} @load=${() => this.#fill()}></iframe>`}`;
  }

  #actions(): TemplateResult {
    return html`<button class="button small" data-print @click=${() => this.#print()}>${icon('print')} ${msg('Print the poster', { id: 'studio-poster-print' })}</button>
      <button class="button small" data-save @click=${() => this.#save()}>${icon('download')} ${msg('Save the poster', { id: 'studio-poster-save' })}</button>`;
  }

  #problem(problem: 'bad-address' | 'nothing-to-say'): TemplateResult {
    return notice(
      'info',
      problem === 'bad-address'
        ? msg('Give the whole address, with https:// before it: then the poster is made.', {
            id: 'studio-poster-no-address',
          })
        : msg('There is nothing to put on a poster yet: write do’s and don’ts, or rules, first.', {
            id: 'studio-poster-nothing',
          }),
    );
  }

  #print(): void {
    const view = this.querySelector('iframe')?.contentWindow;
    view?.focus();
    view?.print();
  }

  #save(): void {
    const name = `${this.policy}-poster-${this.lang}.html`;
    saveFile(new File([this.#shown], name, { type: 'text/html' }));
  }
}

define('studio-poster', StudioPoster);
