/** Translating: the source beside its translation, text by text, with how each one stands. */
import { readField, digestValue } from '@policy-elements/authoring';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fieldTitle } from '../fields/names.js';
import { formatNumber, language, languageName, msg, str } from '../localization/localize.js';
import { api } from '../api/client.js';
import { languagesIn } from '../model/policy.js';
import { ownLanguages } from '../model/roles.js';
import {
  languageStates,
  pairsOf,
  type Pair,
  type TranslationState,
} from '../model/translations.js';
import { addressOf } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { asksToFillIn } from '../ui/placeholders.js';
import { wordDiff } from '../views/changes.js';
import { first, orNothing, referenceChoices, setEdit, type Writing } from '../views/writing.js';
import { approvalNotice } from '../views/approval.js';
import { commentsOn } from '../views/comments-on.js';
import { imagesFor } from '../views/images.js';
import { sessionNotices } from '../views/save-state.js';
import { translatedNotice } from '../views/translated.js';

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
    place: { type: String },
    _earlier: { state: true },
    _all: { state: true },
    _shown: { state: true },
  };
  /** BCP 47 */
  declare target: string | undefined;
  /** `<id>.<field>` of a text to go to. */
  declare place: string | undefined;
  /** The source texts that translations were made from, by `<id> <field>`. */
  declare private _earlier: ReadonlyMap<string, string>;
  declare private _all: boolean;
  declare private _shown: number;
  /** What was to be done when the list was opened: nothing jumps away under one's hands. */
  /** The language whose earlier source texts were asked for. */
  #askedFor: string | undefined;
  #goTo: string | undefined;
  /** Another language was gone on to, from below: it begins at its top. */
  #begins = false;
  #listed: { lang: string; keys: ReadonlySet<string> } | undefined;

  constructor() {
    super();
    this._all = false;
    this._shown = PAGE;
    this._earlier = new Map();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const lang = this.#lang;
    if (lang === undefined) return;
    if (changed.has('target')) this._shown = PAGE;
    if (changed.has('place') && this.place !== undefined) this.#bring(lang, this.place);
    if (this.#askedFor !== lang) void this.#askEarlier(lang);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('target') && this.#begins) {
      this.#begins = false;
      scrollTo(0, 0);
      this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    const key = this.#goTo;
    if (key === undefined) return;
    this.#goTo = undefined;
    requestAnimationFrame(() => {
      const pair = [...this.querySelectorAll<HTMLElement>('.pair')].find(
        ({ dataset }) => `${dataset['thing']}.${dataset['text']}` === key,
      );
      pair?.scrollIntoView({ block: 'center' });
      pair?.focus({ preventScroll: true });
    });
  }

  /** The text somebody was led to is shown, however it stands. */
  #bring(lang: string, place: string): void {
    const pairs = pairsOf(this.session.draft, lang);
    const isIt = (pair: Pair): boolean => placeOf(pair) === place;
    const found = pairs.find(isIt) ?? pairs.find((pair) => placeOf(pair).startsWith(`${place}.`));
    if (!found) return;
    const listed = pairs.filter((pair) => this.#listedKeys(lang, pairs).has(keyOf(pair)));
    this._all ||= !listed.includes(found);
    const at = (this._all ? pairs : listed).indexOf(found);
    this._shown = Math.max(this._shown, at + 1);
    this.#goTo = placeOf(found);
  }

  /** What the translations that are behind were made from. */
  async #askEarlier(lang: string): Promise<void> {
    this.#askedFor = lang;
    const { me, policy, draft } = this.session;
    if (me.file || !pairsOf(draft, lang).some(({ state }) => state === 'stale')) return;
    try {
      const found = await api.earlierSources(policy, lang);
      if (this.#askedFor === lang)
        this._earlier = new Map(found.map((each) => [keyOf(each), each.text]));
    } catch {
      // The translation can be done without.
    }
  }

  get #lang(): string | undefined {
    const [, ...others] = languagesIn(this.session.draft);
    const [own] = ownLanguages(this.session);
    return others.find((tag) => tag === this.target) ?? own ?? others[0];
  }

  protected override render(): TemplateResult {
    const lang = this.#lang;
    if (lang === undefined)
      return html`<div class="page narrow"><h1 tabindex="-1">${msg('Translate', { id: 'studio-tab-translate' })}</h1><p>${msg('The policy has one language. Add another under “Title, summary, dates and languages”.', { id: 'studio-tr-none' })}</p></div>`;
    const pairs = pairsOf(this.session.draft, lang);
    const shown = this._all
      ? pairs
      : pairs.filter((pair) => this.#listedKeys(lang, pairs).has(keyOf(pair)));
    return html`<div class="page">
      ${sessionNotices(this.session)} ${approvalNotice(this.session)}
      <div class="title-row"><h1 tabindex="-1">${msg('Translate', { id: 'studio-tab-translate' })}</h1>${this.#languages(lang)}</div>
      ${this.#bar(lang)} ${this.#others(lang)}
      <translation-files .session=${this.session} .target=${lang}></translation-files>
      ${this.#writing(lang).readonly ? nothing : html`<machine-translation .session=${this.session} .target=${lang}></machine-translation>`}
      <label class="check"><input type="checkbox" .checked=${live(!this._all)} @change=${(
        event: Event,
      ) => {
        this._all = !(event.target as HTMLInputElement).checked;
        this.#listed = undefined;
        this._shown = PAGE;
      }} /> <span>${msg('Only what is missing or behind', { id: 'studio-tr-only' })}</span></label>
      <ol class="pairs">
        ${repeat(shown.slice(0, this._shown), keyOf, (pair) => this.#pair(pair, lang))}
      </ol>
      ${shown.length > this._shown ? html`<button class="button" @click=${() => void (this._shown += PAGE)}>${msg('Show more', { id: 'studio-show-more' })}</button>` : nothing}
      ${translatedNotice(this.session, lang, () => void (this.#begins = true))}
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

  /** Whom to ask for a translation. */
  #others(lang: string): TemplateResult | typeof nothing {
    const names = this.session.me.translators?.[lang] ?? [];
    if (!names.length) return nothing;
    const words = msg(str`People who translate into ${languageName(lang)}: ${names.join(', ')}.`, {
      id: 'studio-tr-who',
    });
    return html`<p class="muted">${words}</p>`;
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
    return html`<li class="pair ${state}" tabindex="-1" data-thing=${id || 'policy'} data-text=${field}>
      <p class="pair-name"><strong>${name}</strong> <span class="pair-state">${stateWord(state)}</span></p>
      <div class="pair-source" lang=${from}>${kind === 'plain' ? html`<p>${source}</p>` : html`<rich-text readonly .value=${source} .lang=${from} .label=${`${name} (${languageName(from)})`} .choices=${() => referenceChoices(this.session)} .images=${imagesFor(this.session)}></rich-text>`}${state === 'stale' ? this.#since(pair) : nothing}</div>
      <div class="pair-target">
        ${
          kind === 'plain'
            ? html`<textarea class="input" rows="1" lang=${lang} aria-label="${name} (${languageName(lang)})" ?readonly=${w.readonly} .value=${live(pair.target)} @input=${(event: Event) => keep((event.target as HTMLTextAreaElement).value)}></textarea>`
            : html`<rich-text .value=${pair.target} .lang=${lang} .label=${`${name} (${languageName(lang)})`} .readonly=${w.readonly} .choices=${() => referenceChoices(this.session)} .images=${imagesFor(this.session)} @text-change=${(event: CustomEvent<string>) => keep(event.detail)} @text-undo=${() => this.session.undo()} @text-redo=${() => this.session.redo()}></rich-text>`
        }
        ${/\.[1-9]/.test(field) ? nothing : commentsOn(w, id, field)}
        ${(state === 'missing' || state === 'machine') && !w.readonly ? html`<machine-translation .session=${this.session} .target=${lang} .text=${{ id, field, state }}></machine-translation>` : nothing}
        ${state === 'machine' && !w.readonly ? html`<button class="button small" @click=${() => this.#accept(pair, lang)}>${msg('Read, and it is right', { id: 'studio-mt-reviewed' })}</button>` : nothing}
        ${state === 'stale' && !w.readonly && !asksToFillIn(source) && !asksToFillIn(pair.target) ? html`<button class="button small" @click=${() => this.#accept(pair, lang)}>${msg('The translation still holds', { id: 'studio-tr-accept' })}</button>` : nothing}
      </div>
    </li>`;
  }

  /** What the source was when it was translated, and what it is now. */
  #since(pair: Pair): TemplateResult | typeof nothing {
    const earlier = this._earlier.get(keyOf(pair));
    if (earlier === undefined || earlier === pair.source) return nothing;
    return html`<p class="since"><span class="muted" lang=${language()}>${msg('Changed since it was translated:', { id: 'studio-tr-since' })}</span> ${wordDiff(earlier, pair.source)}</p>`;
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

const keyOf = ({ id, field }: Pick<Pair, 'id' | 'field'>): string => `${id} ${field}`;

const placeOf = ({ id, field }: Pair): string => `${id || 'policy'}.${field}`;
