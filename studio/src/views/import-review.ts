/** What became of a document: each section beside its words, and what it may be instead. */
import type { Draft, Json } from '@policy-elements/authoring';
import type { ImportDraft, SourceDocument } from '@policy-elements/authoring/import/index.js';
import type { SectionType } from 'policy-elements';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formOf } from '../fields/sections.js';
import { formatNumber, language, languageName, msg, str } from '../localization/localize.js';
import { itemsIn, readable, titleOf, type SectionLike } from '../model/policy.js';
import { define, StudioElement } from '../ui/element.js';
import { documentView } from './document.js';
import { notice } from './save-state.js';

type Importing = typeof import('@policy-elements/authoring/import/index.js');
type Guess = ImportDraft['guesses'][number];

const SHOWN = 3;
/** So many of what it may be besides are a press away; the others are in the list. */
const LIKELY = 2;
const LETTERS = 120;

export class ImportReview extends StudioElement {
  static override properties = {
    tools: { attribute: false },
    document: { attribute: false },
    draft: { attribute: false },
    problem: { attribute: false },
    busy: { type: Boolean },
    _draft: { state: true },
  };
  declare tools: Importing;
  declare document: SourceDocument;
  declare draft: ImportDraft;
  declare problem: string | undefined;
  declare busy: boolean;
  declare private _draft: ImportDraft;
  /** As they were offered first: what is chosen stays where it is. */
  #offered = new Map<string, readonly SectionType[]>();

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('draft')) return;
    this._draft = this.draft;
    this.#offered = new Map(
      this.draft.guesses.map(({ id, as, alternatives }) => [
        id,
        [...new Set<SectionType>([as, ...alternatives.slice(0, LIKELY), 'text'])],
      ]),
    );
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  get #source(): Draft {
    return this._draft.policy as unknown as Draft;
  }

  /** A text that the document had; nothing where its place was only marked. */
  #found(value: Json | undefined): string {
    const text = readable(value, this._draft.lang, this.#source);
    return text.startsWith('[[') ? '' : text;
  }

  #take(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const said = (name: string): Json => ({
      [this._draft.lang]: ((form.get(name) as string | null) ?? '').trim(),
    });
    const organisation = this.#source['organisation'] as Record<string, Json>;
    const detail: Draft = {
      ...this.#source,
      title: said('title'),
      organisation: { ...organisation, name: said('organisation') },
    };
    this.dispatchEvent(new CustomEvent('review-take', { detail }));
  }

  protected override render(): TemplateResult {
    const { report, lang, guesses } = this._draft;
    return html`<div class="page">
      <div class="title-row"><h1 tabindex="-1">${msg('Is this right?', { id: 'studio-import-title' })}</h1>
        <div class="actions"><button class="button" @click=${() => this.dispatchEvent(new Event('review-end'))}>${msg('Another document', { id: 'studio-import-other' })}</button>
        <button class="button primary" form="import-take" ?disabled=${this.busy}>${msg('Go on with this', { id: 'studio-import-take' })}</button></div></div>
      <p class="standfirst">${msg(str`${formatNumber(report.taken)} of ${formatNumber(report.words)} words are in the draft. What a section is was guessed: change it here where it is wrong. Its texts can be changed later too.`, { id: 'studio-import-about' })}</p>
      ${this.problem ? notice('alert', this.problem) : nothing} ${this.#head(lang)} ${this.#summary(lang)}
      <p class="muted">${msg(str`Language of the text: ${languageName(lang)}. If that is wrong, choose it under “Another document”.`, { id: 'studio-import-language' })}</p>
      <div class="import-columns">
        <section class="import-source" aria-labelledby="document-title"><h2 id="document-title">${msg('The document', { id: 'studio-the-document' })}</h2>
          <div class="document prose" lang=${lang} tabindex="0" role="region" aria-labelledby="document-title">${documentView(this.document.blocks)}</div></section>
        <section aria-labelledby="draft-title"><h2 id="draft-title">${msg('The draft', { id: 'studio-the-draft' })}</h2>
          <ol>${guesses.map((guess) => this.#guess(guess, lang))}</ol>
          ${this.#left()}
        </section>
      </div>
    </div>`;
  }

  /** The address of the policy follows from its title, and stays. */
  #head(lang: string): TemplateResult {
    const { title, organisation } = this.#source;
    const name = (organisation as Record<string, Json> | undefined)?.['name'];
    const field = (key: string, label: string, value: string): TemplateResult =>
      html`<div class="field"><label for="import-${key}"><span class="label-text">${label}</span></label>
        <input id="import-${key}" class="input" name=${key} lang=${lang} required pattern=".*\\S.*" value=${value} autocomplete="off" /></div>`;
    return html`<form id="import-take" class="import-head" @submit=${(event: SubmitEvent) => this.#take(event)}>
      ${field('title', msg('Title of the policy', { id: 'studio-f-policy-title' }), this.#found(title))}
      ${field('organisation', msg('Organisation', { id: 'studio-f-organisation' }), this.#found(name))}
    </form>`;
  }

  /** What stood before the first heading is nowhere else. */
  #summary(lang: string): TemplateResult | typeof nothing {
    const text = shownLine(this.#found(this.#source['summary']));
    if (!text) return nothing;
    return html`<p class="import-summary"><span class="label-text">${msg('Summary', { id: 'studio-f-summary' })}</span> <span lang=${lang}>${text}</span></p>`;
  }

  #guess(guess: Guess, lang: string): TemplateResult {
    const section = this._draft.policy.sections.find(({ id }) => id === guess.id);
    const title = readable(section?.title, lang, this.#source);
    const offered = this.#offered.get(guess.id) ?? [];
    const others = this.tools.IMPORTABLE.filter((type) => !offered.includes(type));
    const choose = (type: string): void =>
      void (this._draft = this.tools.retype(this._draft, guess.id, type as SectionType));
    return html`<li class="guess"><p><button class="link-button guess-title" lang=${lang} @click=${() => this.#show(title)}><strong>${title}</strong> <span class="visually-hidden" lang=${language()}>${msg('Show it in the document', { id: 'studio-guess-show' })}</span></button></p>
      <p class="muted">${this.tools.describeGuess(guess.reason, language())}</p>
      ${guess.moved ? html`<p class="muted">${msg('What stood after the list is in the introduction now, and so before it.', { id: 'studio-guess-moved' })}</p>` : nothing}
      ${this.#picture(section as unknown as SectionLike | undefined, lang)}
      <div class="actions" role="group" aria-label=${msg('What this section is', { id: 'studio-guess-is' })}>
        ${offered.map((type) => html`<button class="button small" aria-pressed=${String(type === guess.as)} @click=${() => choose(type)}>${formOf(type).name()}</button>`)}
        ${
          others.length
            ? html`<select class="input small" aria-label=${msg('Something else; where it does not fit, the text becomes its introduction', { id: 'studio-guess-other-about' })} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || offered[0]!)}>
              <option value="" ?selected=${offered.includes(guess.as)}>${msg('Something else…', { id: 'studio-guess-other' })}</option>
              ${others.map((type) => html`<option value=${type} ?selected=${type === guess.as}>${formOf(type).name()}</option>`)}
            </select>`
            : nothing
        }</div></li>`;
  }

  /** The first of what the section will show. */
  #picture(section: SectionLike | undefined, lang: string): TemplateResult | typeof nothing {
    if (!section) return nothing;
    const items = itemsIn(section['items']);
    if (!items.length) {
      const text = shownLine(readable(section['body'] ?? section['intro'], lang, this.#source));
      const short = text.length > LETTERS ? `${text.slice(0, LETTERS).trimEnd()}…` : text;
      return short ? html`<p class="guess-picture" lang=${lang}>${short}</p>` : nothing;
    }
    const more = items.length - SHOWN;
    return html`<ul class="guess-picture" lang=${lang}>
      ${items.slice(0, SHOWN).map((item) => html`<li>${titleOf(item, lang, this.#source)}</li>`)}
      ${more > 0 ? html`<li class="muted" lang=${language()}>${msg(str`and ${formatNumber(more)} more`, { id: 'studio-guess-more' })}</li>` : nothing}
    </ul>`;
  }

  /** Brings the words of a section into view within the box of the document. */
  #show(title: string): void {
    const box = this.querySelector<HTMLElement>('.document');
    const wanted = plainWords(title);
    const lines = [...(box?.querySelectorAll<HTMLElement>('p, td, li') ?? [])];
    const found =
      lines.find((line) => plainWords(line.textContent) === wanted) ??
      lines.find((line) => plainWords(line.textContent).endsWith(wanted));
    if (!box || !found) return;
    box.querySelector('.found')?.classList.remove('found');
    found.classList.add('found');
    box.scrollTop += found.getBoundingClientRect().top - box.getBoundingClientRect().top - 16;
    if (getComputedStyle(box.parentElement!).position !== 'sticky') {
      box.scrollIntoView({ block: 'nearest' });
    }
  }

  #left(): TemplateResult | typeof nothing {
    const { left } = this._draft.report;
    if (!left.length) return nothing;
    return html`<details class="more"><summary>${msg(str`Not taken over (${formatNumber(left.length)})`, { id: 'studio-import-left' })}</summary>
      <ul>${left.slice(0, 200).map(({ text, reason }) => html`<li class="guess"><p lang=${this._draft.lang}>${text}</p><p class="muted">${this.tools.describeLeft(reason, language())}</p></li>`)}</ul></details>`;
  }
}

/** The words of a text as they will be read, in a line: neither the lines of a table nor its dashes. */
const shownLine = (markdown: string): string =>
  markdown
    .replace(/^\|(?:[ :-]*\|)+$/gm, '')
    .replace(/^\| *| *\|$/gm, '')
    .replace(/(?<!\\) *\| */g, ' · ')
    .replace(/^(?:[-*+]|#{1,6}|>) +/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|(?<!\w)[_*]|[_*](?!\w)|\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const plainWords = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

define('import-review', ImportReview);
