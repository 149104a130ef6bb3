/** `<image-form>`: chooses an image, and asks what it shows for people who cannot see it. */
import { html, nothing, type TemplateResult } from 'lit';
import { languageName, msg, str } from '../localization/localize.js';
import { StudioElement } from '../ui/element.js';
import { imageFailure, type ImageDesk } from '../views/images.js';

/** What is taken; the server looks at what a file holds. */
export const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp,image/svg+xml';

/** What the event `image-done` tells. */
export interface DoneImage {
  src: string;
  alt: string;
  /** Languages in whose text it goes as well, and what it shows in them. */
  others: readonly (readonly [lang: string, alt: string])[];
}

export class ImageForm extends StudioElement {
  static override properties = {
    images: { attribute: false },
    file: { attribute: false },
    src: { attribute: false },
    alt: { attribute: false },
    lang: { type: String },
    _failed: { state: true },
    _busy: { state: true },
    _asked: { state: true },
  };
  declare images: ImageDesk;
  /** What was dropped or pasted. */
  declare file: Blob | undefined;
  /** Of an image that stands there already. */
  declare src: string | undefined;
  declare alt: string;
  declare private _failed: string;
  declare private _busy: boolean;
  /** Somebody wanted to go on without having said what it shows. */
  declare private _asked: boolean;

  #seen: { file: Blob; address: string } | undefined;

  constructor() {
    super();
    this.alt = '';
    this._failed = '';
    this._busy = false;
    this._asked = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#seen) URL.revokeObjectURL(this.#seen.address);
    this.#seen = undefined;
  }

  /** Where to begin: choosing one, or else saying what it shows. */
  override focus(): void {
    this.querySelector<HTMLElement>(
      this.file || this.src ? '[name="alt"]' : '[type="file"], .known button',
    )?.focus();
  }

  get #address(): string | undefined {
    if (!this.file) return this.src && this.images.show(this.src);
    if (this.#seen?.file !== this.file) {
      if (this.#seen) URL.revokeObjectURL(this.#seen.address);
      this.#seen = { file: this.file, address: URL.createObjectURL(this.file) };
    }
    return this.#seen.address;
  }

  protected override render(): TemplateResult {
    const chosen = this.file !== undefined || this.src !== undefined;
    return html`<div class="image-form">
      ${chosen ? this.#chosen() : nothing} ${this.images.keep ? this.#chooser(chosen) : nothing}
      ${chosen ? nothing : this.#known()} ${chosen ? this.#words() : nothing}
      <p class="failed" role="alert">${this._failed}</p>
      <div class="actions">
        ${chosen ? html`<button type="button" class="button small primary" aria-disabled=${String(this._busy)} @click=${() => void this.answer()}>${this._busy ? msg('One moment…', { id: 'studio-loading' }) : msg('Insert', { id: 'studio-insert' })}</button>` : nothing}
        <button type="button" class="button small" @click=${() => this.#tell('image-cancel')}>${msg('Cancel', { id: 'studio-cancel' })}</button>
      </div>
    </div>`;
  }

  #chosen(): TemplateResult {
    const address = this.#address;
    return address
      ? html`<img class="image-chosen" src=${address} alt=${msg('The image you chose', { id: 'studio-image-chosen' })} />`
      : html`<p class="muted">${this.src}</p>`;
  }

  #chooser(chosen: boolean): TemplateResult {
    return html`<label class="field"><span>${chosen ? msg('Take another image', { id: 'studio-image-other' }) : msg('Choose an image', { id: 'studio-image-choose' })}</span>
      <input type="file" accept=${ACCEPTED} @change=${this.#onFile} />
      ${chosen ? nothing : html`<span class="hint">${msg('You can also drop one into the text, or paste one.', { id: 'studio-image-ways' })}</span>`}</label>`;
  }

  readonly #onFile = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    this._failed = '';
    this.file = file;
    void this.updateComplete.then(() => this.focus());
  };

  #known(): TemplateResult | typeof nothing {
    const shown = this.images.known().flatMap((src) => {
      const address = this.images.show(src);
      return address ? [{ src, address }] : [];
    });
    if (!shown.length) return nothing;
    const take = (src: string): void => {
      this.src = src;
      void this.updateComplete.then(() => this.focus());
    };
    return html`<div class="field"><span>${msg('Or one that is in this policy already', { id: 'studio-image-known' })}</span>
      <div class="known">${shown.map(({ src, address }, at) => html`<button type="button" class="quiet-button" aria-label=${msg(str`Image ${at + 1}`, { id: 'studio-image-n' })} @click=${() => take(src)}><img src=${address} alt="" loading="lazy" /></button>`)}</div></div>`;
  }

  #words(): TemplateResult {
    const missing = this._asked && !this.alt.trim();
    return html`<label class="field"><span>${msg('What it shows, for people who cannot see it', { id: 'studio-image-alt' })}</span>
        <input name="alt" lang=${this.lang || nothing} .value=${this.alt} required aria-invalid=${missing ? 'true' : nothing} aria-describedby=${missing ? 'image-alt-missing' : nothing} @input=${(event: Event) => void (this.alt = (event.target as HTMLInputElement).value)} />
        ${missing ? html`<span class="failed" id="image-alt-missing">${msg('Say in a few words what it shows: some people cannot see it.', { id: 'studio-image-alt-missing' })}</span>` : nothing}</label>
      ${this.images.others().map(
        (tag) =>
          html`<label class="field"><span>${msg(str`The same in ${languageName(tag)}`, { id: 'studio-image-alt-in' })} <span class="optional">${msg('optional', { id: 'studio-optional' })}</span></span>
          <input data-alt=${tag} lang=${tag} aria-describedby="image-in-others" /></label>`,
      )}
      ${this.images.others().length ? html`<p class="hint" id="image-in-others">${msg('Fill it in, and the image also goes to the end of the text in that language.', { id: 'studio-image-in-others' })}</p>` : nothing}`;
  }

  /** Keeps what was chosen, and hands it over. */
  async answer(): Promise<void> {
    const alt = this.alt.trim();
    if (this._busy || (!this.file && this.src === undefined)) return;
    if (!alt) {
      this._asked = true;
      this.querySelector<HTMLElement>('[name="alt"]')?.focus();
      return;
    }
    this._busy = true;
    this._failed = '';
    try {
      const src = this.file ? await this.images.keep!(this.file) : this.src!;
      const others = [...this.querySelectorAll<HTMLInputElement>('[data-alt]')].flatMap((input) =>
        input.value.trim() ? [[input.dataset['alt']!, input.value.trim()] as const] : [],
      );
      this.#tell('image-done', { src, alt, others } satisfies DoneImage);
    } catch (error) {
      this._failed = imageFailure(error);
    } finally {
      this._busy = false;
    }
  }

  #tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
