/** Translating: the source beside its translation, text by text, with how each one stands. */
import { readField, digestValue } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fieldTitle } from '../fields/names.js';
import { formatNumber, languageName, msg, str } from '../localization/localize.js';
import { languagesIn } from '../model/policy.js';
import {
  languageStates,
  pairsOf,
  type Pair,
  type TranslationState,
} from '../model/translations.js';
import { addressOf } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { first, orNothing, referenceChoices, setEdit, type Writing } from '../views/writing.js';
import { approvalNotice } from '../views/approval.js';
import { commentsOn } from '../views/comments-on.js';
import { imagesFor } from '../views/images.js';
import { sessionNotices } from '../views/save-state.js';

const PAGE = 25;

const stateWord = (state: TranslationState): string =>
  ({
    missing: msg('To translate', { id: 'studio-tr-missing' }),
    stale: msg('The source has changed', { id: 'studio-tr-stale' }),
    machine: msg('By machine, not looked at', { id: 'studio-tr-machine' }),
    current: msg('Done', { id: 'studio-task-done' }),
  })[state];

export class StudioTranslate extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    target: { type: String },
    _all: { state: true },
    _shown: { state: true },
  };
  /** BCP 47 */
  declare target: string | undefined;
  declare private _all: boolean;
  declare private _shown: number;
  /** What was to be done when the list was opened: nothing jumps away under one's hands. */
  #listed: { lang: string; keys: ReadonlySet<string> } | undefined;

  constructor() {
    super();
    this._all = false;
    this._shown = PAGE;
  }

  get #lang(): string | undefined {
    const [, ...others] = languagesIn(this.session.draft);
    return others.find((tag) => tag === this.target) ?? others[0];
  }

  protected override render(): TemplateResult {
    const lang = this.#lang;
    if (lang === undefined)
      return html`<div class="page narrow"><h1 tabindex="-1">${msg('Translate', { id: 'studio-tab-translate' })}</h1><p>${msg('The policy has one language. Add another under “Title, summary and dates”.', { id: 'studio-tr-none' })}</p></div>`;
    const pairs = pairsOf(this.session.draft, lang);
    const shown = this._all
      ? pairs
      : pairs.filter((pair) => this.#listedKeys(lang, pairs).has(keyOf(pair)));
    return html`<div class="page">
      ${sessionNotices(this.session)} ${approvalNotice(this.session)}
      <div class="title-row"><h1 tabindex="-1">${msg('Translate', { id: 'studio-tab-translate' })}</h1>${this.#languages(lang)}</div>
      ${this.#bar(lang)}
      <translation-files .session=${this.session} .target=${lang}></translation-files>
      ${this.#writing(lang).readonly ? nothing : html`<machine-translation .session=${this.session} .target=${lang}></machine-translation>`}
      <label class="check"><input type="checkbox" .checked=${live(!this._all)} @change=${(
        event: Event,
      ) => {
        this._all = !(event.target as HTMLInputElement).checked;
        this.#listed = undefined;
        this._shown = PAGE;
      }} /> <span>${msg('Only what is missing or behind', { id: 'studio-tr-only' })}</span></label>
      ${shown.length ? nothing : html`<p class="standfirst">${msg(str`Everything is there in ${languageName(lang)}.`, { id: 'studio-tr-complete' })}</p>`}
      <ol class="pairs">
        ${repeat(shown.slice(0, this._shown), keyOf, (pair) => this.#pair(pair, lang))}
      </ol>
      ${shown.length > this._shown ? html`<button class="button" @click=${() => void (this._shown += PAGE)}>${msg('Show more', { id: 'studio-show-more' })}</button>` : nothing}
    </div>`;
  }

  #listedKeys(lang: string, pairs: readonly Pair[]): ReadonlySet<string> {
    if (this.#listed?.lang !== lang) {
      const keys = new Set(pairs.filter(({ state }) => state !== 'current').map(keyOf));
      this.#listed = { lang, keys };
    }
    return this.#listed.keys;
  }

  #languages(lang: string): TemplateResult {
    const [, ...others] = languagesIn(this.session.draft);
    return html`<nav class="pills" aria-label=${msg('Language to translate into', { id: 'studio-tr-into' })}>
      ${others.map((tag) => html`<a href=${addressOf({ view: 'translate', policy: this.session.policy, part: tag })} aria-current=${tag === lang ? 'page' : nothing}>${languageName(tag)}</a>`)}
    </nav>`;
  }

  #bar(lang: string): TemplateResult {
    const { current = 0, all = 0 } =
      languageStates(this.session.draft).find((each) => each.lang === lang) ?? {};
    const words = msg(str`${formatNumber(current)} of ${formatNumber(all)} texts`, {
      id: 'studio-texts-of',
    });
    return html`<p class="bar-row"><progress max=${all || 1} value=${current} aria-label=${languageName(lang)}></progress> <span>${words}</span></p>`;
  }

  #writing(lang: string): Writing {
    const { roles } = this.session;
    const readonly = !roles.has('write') && !roles.has(`translate:${lang}`);
    return { session: this.session, lang, notes: [], readonly };
  }

  #pair(pair: Pair, lang: string): TemplateResult {
    const { id, field, source, state, kind } = pair;
    const from = first(this.session);
    const name = fieldTitle(this.session.draft, id, field);
    const w = this.#writing(lang);
    const keep = (value: string): void =>
      void this.session.edit([
        {
          ...setEdit(w, id, field, orNothing(value, false), true),
          sourceDigest: digestValue(source),
        },
      ]);
    return html`<li class="pair ${state}" data-thing=${id || 'policy'} data-text=${field}>
      <p class="pair-name"><strong>${name}</strong> <span class="pair-state">${stateWord(state)}</span></p>
      <div class="pair-source" lang=${from}>${kind === 'plain' ? html`<p>${source}</p>` : html`<rich-text readonly .value=${source} .lang=${from} .label=${`${name} (${languageName(from)})`} .choices=${() => referenceChoices(this.session)} .images=${imagesFor(this.session)}></rich-text>`}</div>
      <div class="pair-target">
        ${
          kind === 'plain'
            ? html`<textarea class="input" rows="1" lang=${lang} aria-label="${name} (${languageName(lang)})" ?readonly=${w.readonly} .value=${live(pair.target)} @input=${(event: Event) => keep((event.target as HTMLTextAreaElement).value)}></textarea>`
            : html`<rich-text .value=${pair.target} .lang=${lang} .label=${`${name} (${languageName(lang)})`} .readonly=${w.readonly} .choices=${() => referenceChoices(this.session)} .images=${imagesFor(this.session)} @text-change=${(event: CustomEvent<string>) => keep(event.detail)} @text-undo=${() => this.session.undo()} @text-redo=${() => this.session.redo()}></rich-text>`
        }
        ${/\.[1-9]/.test(field) ? nothing : commentsOn(w, id, field)}
        ${(state === 'missing' || state === 'machine') && !w.readonly ? html`<machine-translation .session=${this.session} .target=${lang} .text=${{ id, field, state }}></machine-translation>` : nothing}
        ${state === 'machine' && !w.readonly ? html`<button class="button small" @click=${() => this.#accept(pair, lang)}>${msg('Read, and it is right', { id: 'studio-mt-reviewed' })}</button>` : nothing}
        ${state === 'stale' && !w.readonly ? html`<button class="button small" @click=${() => this.#accept(pair, lang)}>${msg('The translation still holds', { id: 'studio-tr-accept' })}</button>` : nothing}
      </div>
    </li>`;
  }

  /** The translation was made from an older text, or by a machine, and is right. */
  #accept({ id, field, target, source }: Pair, lang: string): void {
    const current = readField(this.session.draft, id, field, lang);
    this.session.edit([
      {
        ...{ id, field, lang, value: target, accept: true },
        baseDigest: digestValue(current),
        sourceDigest: digestValue(source),
      },
    ]);
  }
}

const keyOf = ({ id, field }: Pair): string => `${id} ${field}`;
