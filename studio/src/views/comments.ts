/** What is said about a text: threads, and a place to say something. */
import type { TextPlace } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../api/client.js';
import type { Said, Thread } from '../api/comments.js';
import { fieldLabel, fieldTitle } from '../fields/names.js';
import { formatMoment, formatNumber, languageName, msg, str } from '../localization/localize.js';
import { standingOf } from '../model/comments.js';
import type { DraftSession } from '../model/session.js';
import { DraftElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { notice } from './save-state.js';

const nameOf = ({ author }: Said): string =>
  author ?? msg('somebody whose name is no longer kept', { id: 'studio-ap-nameless' });

function failure(error: unknown): string {
  const code = error instanceof ApiError ? error.code : '';
  if (code === 'draft-moved')
    return msg('Somebody changed this text a moment ago. Look at it again, then send it.', {
      id: 'studio-co-moved',
    });
  if (code === 'too-many-comments')
    return msg('This policy has as many comments as it may have.', { id: 'studio-co-many' });
  return msg('The server did not take it. What you wrote is still here: try again.', {
    id: 'studio-co-failed',
  });
}

/** A comment with its answers. */
export class CommentThread extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    thread: { attribute: false },
    where: { attribute: false },
    _answering: { state: true },
    _words: { state: true },
    _busy: { state: true },
    _failed: { state: true },
  };
  declare thread: Thread;
  /** Where the text is, for who does not see it. */
  declare where: TemplateResult | undefined;
  declare private _answering: boolean;
  declare private _words: string;
  declare private _busy: boolean;
  declare private _failed: string | undefined;

  constructor() {
    super();
    this._answering = this._busy = false;
    this._words = '';
  }

  protected override render(): TemplateResult {
    const { thread } = this;
    return html`<article class="thread ${thread.resolved ? 'resolved' : ''}">
      ${this.where ?? nothing} ${this.#standing()} ${said(thread)}
      ${thread.answers.length ? html`<ul class="answers">${thread.answers.map((each) => html`<li>${said(each)}</li>`)}</ul>` : nothing}
      ${thread.resolved ? html`<p class="muted">${icon('check')} ${this.#resolved(thread.resolved)}</p>` : nothing}
      ${this._answering ? this.#form() : nothing}
      ${this._failed ? notice('alert', this._failed) : nothing}
      <div class="actions">${this._answering ? nothing : this.#buttons(thread)}</div>
    </article>`;
  }

  #resolved({ by, at }: NonNullable<Thread['resolved']>): string {
    return by === undefined
      ? msg(str`Dealt with, ${formatMoment(at)}`, { id: 'studio-co-resolved-at' })
      : msg(str`Dealt with by ${by}, ${formatMoment(at)}`, { id: 'studio-co-resolved-by' });
  }

  #standing(): TemplateResult | typeof nothing {
    const standing = standingOf(this.session.draft, this.thread);
    if (standing === 'current') return nothing;
    const { about } = this.thread;
    const words =
      standing === 'gone'
        ? msg('The text was removed since.', { id: 'studio-co-gone' })
        : msg('Outdated: the text was changed since.', { id: 'studio-co-outdated' });
    return html`<p class="outdated">${words}</p>
      ${about ? html`<details class="more"><summary>${msg('The text that was meant', { id: 'studio-co-about' })}</summary><blockquote lang=${this.thread.on.lang ?? nothing}>${about}</blockquote></details>` : nothing}`;
  }

  #buttons({ id, resolved, mayResolve }: Thread): TemplateResult {
    const settle = resolved
      ? msg('Reopen', { id: 'studio-co-reopen' })
      : msg('Mark as dealt with', { id: 'studio-co-resolve' });
    return html`<button class="button small" @click=${() => this.#open()}>${msg('Answer', { id: 'studio-co-answer' })}</button>
      ${mayResolve ? html`<button class="button small" data-resolve ?disabled=${this._busy} @click=${() => void this.#send(() => this.session.comments.resolve(id, !resolved), '[data-resolve]')}>${resolved ? nothing : icon('check')} ${settle}</button>` : nothing}`;
  }

  #form(): TemplateResult {
    const key = `answer-${this.thread.id}`;
    return html`<div class="field"><label for=${key}><span class="label-text">${msg('Your answer', { id: 'studio-co-your-answer' })}</span></label>
      <textarea class="input" id=${key} rows="2" maxlength="2000" .value=${this._words} @input=${(event: Event) => void (this._words = (event.target as HTMLTextAreaElement).value)}></textarea></div>
      <div class="actions">
        <button class="button small primary" ?disabled=${this._busy || !this._words.trim()} @click=${() => void this.#answer()}>${msg('Send the answer', { id: 'studio-co-send-answer' })}</button>
        <button class="button small" @click=${() => void (this._answering = false)}>${msg('Cancel', { id: 'studio-cancel' })}</button>
      </div>`;
  }

  #open(): void {
    this._answering = true;
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus());
  }

  async #answer(): Promise<void> {
    await this.#send(async () => {
      await this.session.comments.answer(this.thread.id, this._words.trim());
      this._words = '';
      this._answering = false;
    }, 'button');
  }

  async #send(work: () => Promise<void>, focusOn: string): Promise<void> {
    this._busy = true;
    this._failed = undefined;
    try {
      await work();
    } catch (error) {
      this._failed = failure(error);
    } finally {
      this._busy = false;
      await this.updateComplete;
      this.querySelector<HTMLElement>(focusOn)?.focus();
    }
  }
}

const said = (each: Said): TemplateResult =>
  html`<p class="said-by"><strong>${nameOf(each)}</strong> <span class="muted">${formatMoment(each.at)}</span></p>
    <p class="said">${each.words}</p>`;

/** Below a text: how much was said about it, and all of it on demand. */
export class TextComments extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    thing: { attribute: false },
    field: { attribute: false },
    textLang: { attribute: false },
    _open: { state: true },
    _words: { state: true },
    _busy: { state: true },
    _failed: { state: true },
  };
  /** Id of what the text belongs to; empty for the policy itself. */
  declare thing: string;
  declare field: string;
  /** BCP 47. A name of its own: `lang` would be set as an attribute before this class is here. */
  declare textLang: string;
  declare private _open: boolean;
  declare private _words: string;
  declare private _busy: boolean;
  declare private _failed: string | undefined;

  constructor() {
    super();
    this._open = this._busy = false;
    this._words = '';
  }

  get #place(): TextPlace {
    return { id: this.thing, field: this.field, lang: this.textLang };
  }

  protected override render(): TemplateResult {
    const threads = this.session.comments.on(this.#place);
    const open = threads.filter(({ resolved }) => !resolved);
    const name = fieldLabel(this.session.draft, this.thing, this.field);
    const count = open.length;
    const label =
      count === 0
        ? msg(str`Comment on “${name}”`, { id: 'studio-co-on' })
        : msg(str`Comments on “${name}”: ${formatNumber(count)}`, { id: 'studio-co-count' });
    return html`<p class="comment-toggle"><button class="quiet-button ${count ? 'has-comments' : ''}" aria-expanded=${String(this._open)} aria-label=${label} title=${label} @click=${() => this.#toggle(count === 0)}>${icon('remark')}${count ? html` <span>${formatNumber(count)}</span>` : nothing}</button></p>
      ${this._open ? this.#panel(threads, open, name) : nothing}`;
  }

  #toggle(write: boolean): void {
    this._open = !this._open;
    if (!this._open || !write) return;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>('.comments > .field textarea')?.focus(),
    );
  }

  #panel(threads: readonly Thread[], open: readonly Thread[], name: string): TemplateResult {
    const done = threads.filter((each) => each.resolved);
    const thread = (each: Thread): TemplateResult =>
      html`<comment-thread .session=${this.session} .thread=${each}></comment-thread>`;
    const key = `comment-${this.thing || 'policy'}-${this.field.replaceAll('.', '-')}`;
    return html`<section class="comments" aria-label=${msg(str`Comments on “${name}”`, { id: 'studio-co-region' })}>
      ${open.map(thread)}
      ${done.length ? html`<details class="more"><summary>${msg('Dealt with', { id: 'studio-co-resolved' })} <span class="muted">(${formatNumber(done.length)})</span></summary>${done.map(thread)}</details>` : nothing}
      <div class="field"><label for=${key}><span class="label-text">${msg('A comment for who works on this', { id: 'studio-co-new' })}</span></label>
        <p class="hint" id="${key}-hint">${msg('Readers never see it.', { id: 'studio-co-new-hint' })}</p>
        <textarea class="input" id=${key} rows="2" maxlength="2000" aria-describedby="${key}-hint" .value=${this._words} @input=${(event: Event) => void (this._words = (event.target as HTMLTextAreaElement).value)}></textarea></div>
      ${this._failed ? notice('alert', this._failed) : nothing}
      <div class="actions"><button class="button small primary" ?disabled=${this._busy || !this._words.trim()} @click=${() => void this.#add()}>${msg('Add the comment', { id: 'studio-co-add' })}</button></div>
    </section>`;
  }

  async #add(): Promise<void> {
    const { session } = this;
    this._busy = true;
    this._failed = undefined;
    try {
      // It is about the text as the server has it.
      if (!(await session.settled())) throw new ApiError(0, 'no-connection');
      await session.comments.add(session.draft, this.#place, this._words.trim());
      this._words = '';
    } catch (error) {
      this._failed = failure(error);
      if (error instanceof ApiError && error.code === 'draft-moved') await session.refresh();
    } finally {
      this._busy = false;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.comments > .field textarea')?.focus();
    }
  }
}

/** The text a thread is about, in words. */
export function placeName({ draft }: DraftSession, { id, field, lang }: TextPlace): string {
  const title = fieldTitle(draft, id, field);
  return lang === undefined ? title : `${title} (${languageName(lang)})`;
}
