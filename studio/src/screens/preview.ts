/** The real elements, as readers will see them. */
import type { Draft } from '@policy-elements/authoring';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { language, languageName, msg, str } from '../localization/localize.js';
import { withShownImages } from '../model/images.js';
import { blockOf, isLong, partShown, type Block } from '../model/part-shown.js';
import { itemsIn, languagesIn, sectionsIn, titleOf } from '../model/policy.js';
import { ownLanguages } from '../model/roles.js';
import { addressOf } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { choice } from '../ui/choice.js';
import { icon, type IconName } from '../ui/icon.js';
import { untilLoaded } from '../ui/until-loaded.js';
import { notice } from '../views/save-state.js';

const PAUSE = 300;
let loading: Promise<unknown> | undefined;

/** Something with an id, however deep in shadow roots. */
function findById(root: ParentNode, id: string): HTMLElement | undefined {
  const own = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
  if (own) return own;
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot && findById(element.shadowRoot, id);
    if (found) return found;
  }
  return undefined;
}

export class StudioPreview extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    lang: { type: String },
    at: { type: String },
    whole: { type: Boolean },
    reading: { attribute: false },
    _shown: { state: true },
    _ready: { state: true },
    _phone: { state: true },
    _dark: { state: true },
    _language: { state: true },
    _audience: { state: true },
    _reading: { state: true },
    _poster: { state: true },
    _tried: { state: true },
  };
  /** Where the author writes: the preview follows. */
  declare at: string | undefined;
  /** On a page of its own. */
  declare whole: boolean;
  /** The reading it opens with; as readers meet it where empty. */
  declare reading: string | undefined;
  declare private _shown: Draft | undefined;
  declare private _ready: boolean;
  declare private _phone: boolean;
  declare private _dark: boolean;
  declare private _language: string | undefined;
  declare private _audience: string;
  declare private _reading: string;
  /** The poster stands in the place of the policy. */
  declare private _poster: boolean;
  /** Somebody pressed the button to confirm. */
  declare private _tried: boolean;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #followed = '';
  #drawn: { draft: Draft; at: Block | undefined; shown: Draft } | undefined;

  constructor() {
    super();
    this._phone = true;
    this._dark = false;
    this._audience = '';
    this._reading = '';
    this._poster = this._tried = false;
    this._ready = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.whole) this._phone = false;
    loading ??= untilLoaded(() => import('policy-elements/define.js'));
    void loading.then(() => void (this._ready = true));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('lang') && this.lang) this._language = this.lang;
    if (changed.has('reading')) this._reading = this.reading ?? '';
    const { draft } = this.session;
    if (this._shown === undefined) this._shown = draft;
    else if (this._shown !== draft) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void (this._shown = this.session.draft), PAUSE);
    }
  }

  protected override updated(): void {
    if (!this.at || this.#followed === this.at || !this._ready) return;
    this.#followed = this.at;
    setTimeout(() => this.#follow(this.at!), PAUSE);
  }

  /** Brings what is written into view, and leaves the focus where it is. */
  #follow(id: string): void {
    const sheet = this.querySelector<HTMLElement>('.sheet');
    const found = sheet && findById(sheet, id);
    if (!sheet || !found) return;
    const top = found.getBoundingClientRect().top - sheet.getBoundingClientRect().top;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    sheet.scrollTo({ top: sheet.scrollTop + top - 24, behavior: calm ? 'auto' : 'smooth' });
  }

  protected override render(): TemplateResult {
    const { draft } = this.session;
    const lang = this._language ?? ownLanguages(this.session)[0] ?? languagesIn(draft)[0] ?? 'en';
    if (this._poster) {
      return html`${this.#controls(lang)}<studio-poster class="sheet" policy=${this.session.policy} .isFile=${Boolean(this.session.me.file)} .draft=${this._shown} lang=${lang}></studio-poster>`;
    }
    return html`${this.#controls(lang)} ${this.#partNotice()} ${this.#draftNotice()}
      <div role="status">${this._tried ? notice('info', msg('This is the preview: nothing is recorded. Readers confirm on the page where they read the policy.', { id: 'studio-preview-confirm' })) : nothing}</div>
      <div class="sheet ${this._phone ? 'phone' : 'desktop'} ${this._dark ? 'dark' : 'light'}" tabindex="0" role="region" aria-label=${msg('The policy as readers see it', { id: 'studio-preview-region' })}>
        ${
          this._ready
            ? html`<policy-viewer
              .policy=${this.#drawnPolicy()}
              lang=${lang}
              audience=${this._audience || nothing}
              reading=${this._reading || nothing}
              heading-level="2"
              hide="print"
              @policy-navigate=${(event: Event) => event.stopPropagation()}
              @policy-acknowledge=${this.#onConfirm}
            ></policy-viewer>`
            : nothing
        }
      </div>`;
  }

  /** One object for one draft: the element takes another for another policy. */
  #drawnPolicy(): Draft {
    const draft = this._shown!;
    const at = isLong(draft) ? blockOf(draft, this.at) : undefined;
    if (this.#drawn?.draft !== draft || this.#drawn.at !== at) {
      const part = this.whole ? draft : partShown(draft, at);
      this.#drawn = { draft, at, shown: withShownImages(part) };
    }
    return this.#drawn.shown;
  }

  /** An answer given here is nobody's. */
  readonly #onConfirm = (event: Event): void => {
    event.preventDefault();
    this._tried = true;
  };

  /** It looks like what is published, and is not. */
  #draftNotice(): TemplateResult | typeof nothing {
    const { opened, digest } = this.session;
    if (!this.whole || !opened.base || opened.base.digest === digest) return nothing;
    return html`<p class="hint">${msg(str`You see the draft. Readers see version ${opened.base.version} until you publish again.`, { id: 'studio-preview-draft' })}</p>`;
  }

  #partNotice(): TemplateResult | typeof nothing {
    if (this.whole || !isLong(this._shown!)) return nothing;
    return html`<p class="hint">${msg('This policy is long: beside the text you see the part you write in.', { id: 'studio-preview-part' })}
      <a href=${addressOf({ view: 'preview', policy: this.session.policy })}>${msg('See all of it', { id: 'studio-preview-all' })}</a></p>`;
  }

  #controls(lang: string): TemplateResult {
    const toggle = (
      shape: IconName,
      label: string,
      on: boolean,
      work: () => void,
    ): TemplateResult =>
      html`<button class="quiet-button" aria-pressed=${String(on)} aria-label=${label} title=${label} @click=${work}>${icon(shape)}</button>`;
    const poster = html`<button class="button small" aria-pressed=${String(this._poster)} @click=${() => this.#showPoster()}>${msg('Poster', { id: 'studio-poster' })}</button>`;
    const label = msg('How to look at it', { id: 'studio-preview-controls' });
    if (this._poster) {
      return html`<div class="preview-controls" role="group" aria-label=${label}>${this.#languages(lang)} ${poster}</div>`;
    }
    return html`<div class="preview-controls" role="group" aria-label=${label}>
      ${toggle('phone', msg('As on a phone', { id: 'studio-as-phone' }), this._phone, () => void (this._phone = true))}
      ${toggle('desktop', msg('As on a large screen', { id: 'studio-as-desktop' }), !this._phone, () => void (this._phone = false))}
      ${toggle(this._dark ? 'dark' : 'light', msg('Dark', { id: 'studio-as-dark' }), this._dark, () => void (this._dark = !this._dark))}
      ${this.#languages(lang)} ${this.#choices()}
      <button class="button small" data-print @click=${() => print()}>${icon('print')} ${msg('Print', { id: 'studio-print' })}</button>
      ${poster}
    </div>`;
  }

  #showPoster(): void {
    void import('../views/poster.js').then(() => void (this._poster = !this._poster));
  }

  #readings(): TemplateResult {
    return choice(
      msg('Reading', { id: 'studio-preview-reading' }),
      [
        ['', msg('As it opens', { id: 'studio-reading-default' })],
        ['core', msg('Short', { id: 'studio-reading-core' })],
        ['all', msg('All of it', { id: 'studio-reading-all' })],
      ],
      this._reading,
      (reading) => void (this._reading = reading),
    );
  }

  #languages(lang: string): TemplateResult | typeof nothing {
    const languages = languagesIn(this.session.draft);
    if (languages.length < 2) return nothing;
    return choice(
      msg('Language', { id: 'studio-preview-language' }),
      languages.map((tag) => [tag, languageName(tag)]),
      lang,
      (tag) => void (this._language = tag),
    );
  }

  #choices(): TemplateResult {
    const { draft } = this.session;
    const audiences = itemsIn(draft['audiences']);
    return html`${
      audiences.length
        ? choice(
            msg('Reader', { id: 'studio-preview-reader' }),
            [
              ['', msg('Everybody', { id: 'studio-everybody' })],
              ...audiences.map((each) => [each.id, titleOf(each, language(), draft)] as const),
            ],
            this._audience,
            (id) => void (this._audience = id),
          )
        : nothing
    }
    ${hasCore(draft) ? this.#readings() : nothing}`;
  }
}

/** Whether there is a short reading. */
const hasCore = (draft: Draft): boolean =>
  sectionsIn(draft).some(
    (section) =>
      section['core'] === true || itemsIn(section['items']).some((item) => item['core'] === true),
  );
