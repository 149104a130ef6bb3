/** Beside the words people search something by: what they asked, and did not find. */
import { readField } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AskedQuestion } from '../api/client.js';
import { formatNumber, msg, str } from '../localization/localize.js';
import { askedIn, dismissAsked, leastAsked } from '../model/asked.js';
import { define, DraftElement } from '../ui/element.js';
import { notice } from './save-state.js';
import { write, type Writing } from './writing.js';

const SHOWN = 8;

export class AskedWords extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    writing: { attribute: false },
    thing: { type: String },
    _all: { state: true },
    _failed: { state: true },
  };
  declare writing: Writing;
  /** Id of what the words would belong to. */
  declare thing: string;
  declare private _all: boolean;
  declare private _failed: boolean;

  constructor() {
    super();
    this._all = this._failed = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, lang, readonly } = this.writing;
    const questions = readonly ? [] : askedIn(session, lang);
    if (!questions.length) return nothing;
    const shown = this._all ? questions : questions.slice(0, SHOWN);
    const least = formatNumber(leastAsked(session));
    return html`<section class="asked" aria-label=${msg('Asked and not found', { id: 'studio-as' })}>
      <p class="label-text" tabindex="-1">${msg('Asked and not found', { id: 'studio-as' })}</p>
      <p class="hint">${msg(str`What at least ${least} people asked this policy, and it did not answer. Add what this answers.`, { id: 'studio-as-hint' })}</p>
      <ul>${repeat(
        shown,
        ({ words }) => words,
        (question) => this.#question(question, lang),
      )}</ul>
      ${shown.length < questions.length ? html`<button class="link-button" @click=${() => void (this._all = true)}>${msg('Show more', { id: 'studio-show-more' })}</button>` : nothing}
      ${this._failed ? notice('alert', msg('That did not work. Try again in a moment.', { id: 'studio-as-failed' })) : nothing}
    </section>`;
  }

  #question(question: AskedQuestion, lang: string): TemplateResult {
    const { words, asked } = question;
    return html`<li><span class="asked-words" lang=${lang}>${words}</span> <span class="muted">${formatNumber(asked)}×</span>
      <button class="button small" aria-label=${msg(str`Add “${words}”`, { id: 'studio-as-add-label' })} @click=${() => void this.#add(question)}>${msg('Add', { id: 'studio-as-add' })}</button>
      <button class="link-button" aria-label=${msg(str`Leave out “${words}”`, { id: 'studio-as-dismiss-label' })} @click=${() => void this.#deal(question)}>${msg('Leave out', { id: 'studio-as-dismiss' })}</button></li>`;
  }

  async #add(question: AskedQuestion): Promise<void> {
    const { session, lang } = this.writing;
    const value = readField(session.draft, this.thing, 'keywords', lang);
    const there = Array.isArray(value) ? (value as readonly string[]) : [];
    if (!there.includes(question.words)) {
      write(this.writing, this.thing, 'keywords', [...there, question.words], true);
    }
    await this.#deal(question);
  }

  async #deal(question: AskedQuestion): Promise<void> {
    this._failed = false;
    try {
      await dismissAsked(this.writing.session, question);
    } catch {
      this._failed = true;
    }
    await this.updateComplete;
    // The button that had the focus is gone with its question.
    if (document.activeElement === document.body) {
      this.querySelector<HTMLElement>('.label-text')?.focus();
    }
  }
}

define('asked-words', AskedWords);
