/** `<rich-text>`: a field of formatted text. What it is given and nobody changes keeps its letters. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '../localization/localize.js';
import { StudioElement } from '../ui/element.js';
import { icon, type IconName } from '../ui/icon.js';
import { released } from '../ui/pressing.js';
import { untilLoaded } from '../ui/until-loaded.js';
import type { ImageDesk } from '../views/images.js';
import type { DoneImage, ImageForm } from './image-form.js';
import type { CommandName, TextEditor } from './view.js';

export interface ReferenceChoice {
  id: string;
  title: string;
}
type Asking = 'link' | 'reference' | 'image' | undefined;

// The editor is half of what the studio weighs: it comes when somebody writes.
/** Fields that wait for it, and whether it could not be fetched yet. */
const waiting = new Set<RichText>();
let isLate = false;
let loading: Promise<typeof import('./view.js')> | undefined;
const loadEditor = () =>
  (loading ??= untilLoaded(
    () => import('./view.js'),
    () => {
      isLate = true;
      for (const field of waiting) field.requestUpdate();
    },
  ));

export class RichText extends StudioElement {
  static override properties = {
    value: { attribute: false },
    lang: { type: String },
    label: { type: String },
    describedBy: { type: String, attribute: 'described-by' },
    readonly: { type: Boolean },
    choices: { attribute: false },
    images: { attribute: false },
    _asking: { state: true },
    _focused: { state: true },
  };
  declare value: string;
  declare label: string;
  declare describedBy: string | undefined;
  declare readonly: boolean;
  /** What a reference may lead to. */
  declare choices: () => readonly ReferenceChoice[];
  /** Nothing where there are none to be had. */
  declare images: ImageDesk | undefined;
  declare private _asking: Asking;
  declare private _focused: boolean;

  #editor: TextEditor | undefined;
  #asked = { href: '', words: '' };
  #dropped: Blob | undefined;

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.readonly = false;
    this.choices = () => [];
    this._focused = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', this.#onFocus);
    this.addEventListener('focusout', this.#onBlur);
    // Whoever moves an item takes its fields out and puts them back.
    if (this.hasUpdated) void this.#mount();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('focusin', this.#onFocus);
    this.removeEventListener('focusout', this.#onBlur);
    this.#editor?.destroy();
    this.#editor = undefined;
  }

  readonly #onFocus = (): void => void (this._focused = true);
  readonly #onBlur = (event: FocusEvent): void => {
    if (!this.contains(event.relatedTarget as Node | null)) this._focused = false;
  };

  protected override firstUpdated(): void {
    void this.#mount();
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.#editor && this.hasUpdated && !changed.has('value')) return;
    if (changed.has('value')) this.#editor?.set(this.value);
    if (changed.has('lang') || changed.has('readonly')) this.#editor?.view.setProps({});
  }

  async #mount(): Promise<void> {
    waiting.add(this);
    const { TextEditor: Editor } = await loadEditor();
    waiting.delete(this);
    this.requestUpdate();
    const place = this.querySelector<HTMLElement>('.editor-place');
    if (!place || !this.isConnected || this.#editor) return;
    place.replaceChildren();
    this.#editor = new Editor({
      place,
      value: this.value,
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': this.label,
        ...(this.describedBy && { 'aria-describedby': this.describedBy }),
        ...(this.lang && { lang: this.lang }),
        ...(this.readonly ? { 'aria-readonly': 'true' } : { spellcheck: 'true' }),
      }),
      editable: () => !this.readonly,
      onChange: (value) => this.#tell(value),
      onState: () => this.requestUpdate(),
      undo: () => this.#ask('undo'),
      redo: () => this.#ask('redo'),
      titleOf: (id) => this.choices().find((each) => each.id === id)?.title ?? id,
      askLink: () => this.#askLink(),
      imageAddress: (src) => this.images?.show(src),
      askImage: (file) => this.#askImage(file),
    });
  }

  #tell(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('text-change', { detail: value, bubbles: true }));
  }

  #ask(what: 'undo' | 'redo'): void {
    this.dispatchEvent(new CustomEvent(`text-${what}`, { bubbles: true }));
  }

  override focus(): void {
    this.#editor?.view.focus();
  }

  #askLink(): void {
    this.#asked = this.#editor?.link() ?? { href: '', words: '' };
    this._asking = 'link';
    void this.#beginAsking();
  }

  #askImage(file?: Blob): void {
    if (this.readonly || !this.images || (file && !this.images.keep)) return;
    this.#dropped = file;
    this._asking = 'image';
    this.requestUpdate();
    void this.#beginAsking();
  }

  async #beginAsking(): Promise<void> {
    await this.updateComplete;
    const form = this.querySelector<ImageForm>('.asking image-form');
    await form?.updateComplete;
    (form ?? this.querySelector<HTMLElement>('.asking input, .asking select'))?.focus();
  }

  #openAsking(what: Asking): void {
    if (what === 'image') {
      this.#askImage();
      return;
    }
    if (what === 'link') {
      this.#askLink();
      return;
    }
    this._asking = what;
    void this.#beginAsking();
  }

  /** Its tools go when it is left, and what is pressed below would move. */
  protected override async scheduleUpdate(): Promise<void> {
    await released();
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    return html`<div class="rich ${this.readonly ? 'read-only' : this._focused ? 'focused' : ''}">
      ${this.readonly ? nothing : this.#toolbar()} ${this.#askingView()}
      ${isLate && waiting.has(this) ? html`<p class="hint" role="status">${msg('This cannot be written in yet: the server does not answer. It is tried again by itself.', { id: 'studio-editor-late' })}</p>` : nothing}
      <div class="editor-place prose" lang=${this.lang || nothing}><p class="waiting">${this.value}</p></div>
    </div>`;
  }

  #toolbar(): TemplateResult {
    const tools: readonly (readonly [CommandName, IconName, string])[] = [
      ['bold', 'bold', msg('Bold', { id: 'studio-t-bold' })],
      ['italic', 'italic', msg('Italic', { id: 'studio-t-italic' })],
      ['bullets', 'bullets', msg('List', { id: 'studio-t-bullets' })],
      ['numbers', 'numbers', msg('Numbered list', { id: 'studio-t-numbers' })],
      ['heading', 'heading', msg('Heading', { id: 'studio-t-heading' })],
      ['quotation', 'quotation', msg('Quotation', { id: 'studio-t-quotation' })],
      ['table', 'table', msg('Table', { id: 'studio-t-table' })],
    ];
    const asking: readonly (readonly [NonNullable<Asking>, IconName, string])[] = [
      ['link', 'link', msg('Link', { id: 'studio-t-link' })],
      ['reference', 'refer', msg('Refer to another part', { id: 'studio-t-reference' })],
      ['image', 'image', msg('Image', { id: 'studio-t-image' })],
    ];
    return html`<div class="tools" role="toolbar" aria-label=${msg('Formatting', { id: 'studio-formatting' })} @keydown=${this.#onToolKey}>
      ${tools.map(
        ([name, shape, label], at) =>
          html`<button type="button" tabindex=${at ? -1 : 0} class="tool" aria-label=${label} title=${label} aria-pressed=${String(this.#editor?.isActive(name) ?? false)} @click=${() => this.#editor?.run(name)}>${icon(shape)}</button>`,
      )}
      ${asking
        .filter(([what]) => what !== 'image' || this.images)
        .map(
          ([what, shape, label]) =>
            html`<button type="button" tabindex="-1" class="tool" aria-label=${label} title=${label} aria-expanded=${String(this._asking === what)} @click=${() => this.#openAsking(this._asking === what ? undefined : what)}>${icon(shape)}</button>`,
        )}
    </div>`;
  }

  /** Arrows go from tool to tool, as in any toolbar. */
  readonly #onToolKey = (event: KeyboardEvent): void => {
    const tools = [...this.querySelectorAll<HTMLElement>('.tool')];
    const at = tools.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = tools[(to + tools.length) % tools.length]!;
    for (const tool of tools) tool.tabIndex = tool === next ? 0 : -1;
    next.focus();
  };

  #askingView(): TemplateResult | typeof nothing {
    if (!this._asking) return nothing;
    if (this._asking === 'image')
      return html`<div class="asking" @keydown=${this.#onAskingKey}>${this.#imageView()}</div>`;
    return html`<div class="asking" @keydown=${this.#onAskingKey}>
      ${this._asking === 'reference' ? this.#referenceView() : this.#linkView()}
      <div class="actions">
        <button type="button" class="button small primary" @click=${this.#answer}>${msg('Insert', { id: 'studio-insert' })}</button>
        ${
          this._asking === 'link' && this.#asked.href
            ? html`<button type="button" class="button small" @click=${() => this.#close(() => this.#editor?.setLink('', ''))}>${msg('Take the link away', { id: 'studio-unlink' })}</button>`
            : nothing
        }
        <button type="button" class="button small" @click=${() => this.#close()}>${msg('Cancel', { id: 'studio-cancel' })}</button>
      </div>
    </div>`;
  }

  readonly #onAskingKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#close();
    } else if (event.key === 'Enter' && (event.target as Element).localName === 'input') {
      event.preventDefault();
      if (this._asking === 'image') void this.querySelector<ImageForm>('image-form')?.answer();
      else this.#answer();
    }
  };

  #close(work?: () => void): void {
    this._asking = undefined;
    work?.();
    this.#editor?.view.focus();
  }

  readonly #answer = (): void => {
    const read = (name: string): string =>
      this.querySelector<HTMLInputElement>(`.asking [name="${name}"]`)?.value.trim() ?? '';
    if (this._asking === 'link') {
      const href = completed(read('href'));
      this.#close(() => href && this.#editor?.setLink(href, read('words')));
    } else if (this._asking === 'reference') {
      const id = read('reference');
      this.#close(() => id && this.#editor?.refer(id));
    }
  };

  readonly #onImage = ({ detail }: CustomEvent<DoneImage>): void => {
    const { src, alt, others } = detail;
    this.#close(() => this.#editor?.insertImage(src, alt));
    for (const [lang, words] of others)
      this.images?.putIn(lang, this.#editor?.imageText(src, words) ?? '');
  };

  #linkView(): TemplateResult {
    const { href, words } = this.#asked;
    return html`<label class="field"><span>${msg('Web address', { id: 'studio-f-url' })}</span
        ><input name="href" inputmode="url" placeholder="https://" .value=${href} /></label>
      ${words ? nothing : html`<label class="field"><span>${msg('Words to show', { id: 'studio-link-words' })}</span><input name="words" /></label>`}`;
  }

  #referenceView(): TemplateResult {
    return html`<label class="field"><span>${msg('Which part?', { id: 'studio-which-part' })}</span>
      <select name="reference">${this.choices().map(({ id, title }) => html`<option value=${id}>${title}</option>`)}</select></label>`;
  }

  #imageView(): TemplateResult {
    const { src, alt = '' } = this.#editor?.image() ?? {};
    return html`<image-form .images=${this.images} .file=${this.#dropped} .src=${this.#dropped ? undefined : src} .alt=${this.#dropped ? '' : alt} .lang=${this.lang} @image-done=${this.#onImage} @image-cancel=${() => this.#close()}></image-form>`;
  }
}

/** An address as people type it: with its beginning. */
export function completed(address: string): string {
  const text = address.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#].*)?$/i.test(text)) return `https://${text}`;
  return /^(https?:|mailto:|tel:|#|\/|\.)/i.test(text) ? text : '';
}
