/** What is no section: title and dates, people, what is confirmed. */
import { digestValue, type Edit } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Field } from '../fields/field.js';
import {
  ACKNOWLEDGEMENT,
  AUDIENCE_FORM,
  BASICS,
  CONTACT,
  DOCUMENT,
  TRAINING,
} from '../fields/sections.js';
import { LANGUAGES, languageName, msg, str } from '../localization/localize.js';
import { leaves } from '../model/begun.js';
import { insertEntry, moveBy, removeThing } from '../model/changes.js';
import { DraftNotes } from '../model/draft-notes.js';
import { itemsIn, languagesIn, titleOf, type Item } from '../model/policy.js';
import { STATEMENT } from '../model/statement.js';
import { goTo } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { formView } from '../views/form.js';
import type { Writing } from '../views/writing.js';
import { approvalNotice } from '../views/approval.js';
import { readOnlyNotice } from '../views/read-only.js';
import { removedNotice, type Removed } from '../views/removed.js';
import { sessionNotices } from '../views/save-state.js';
import { languagesToTranslate } from '../views/translated.js';

type List = 'contacts' | 'audiences' | 'trainings' | 'documents';

/** In English where it is not known in the language of the policy. */
const statementIn = (lang: string): Record<string, string> => ({
  [lang]: STATEMENT[lang.split('-')[0]!.toLowerCase()] ?? STATEMENT['en']!,
});

export class StudioDetails extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    view: { type: String },
    item: { type: String },
    _lang: { state: true },
    _removed: { state: true },
  };
  declare view: 'basics' | 'people' | 'confirmation';
  declare item: string | undefined;
  declare private _lang: string | undefined;
  declare private _removed: (Removed & { list: List | 'confirmation' }) | undefined;

  readonly #notes = new DraftNotes(this, () => this.session);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusout', this.#onLeave);
  }

  readonly #onLeave = (event: FocusEvent): void => {
    leaves(this.session.begun, event);
    this.requestUpdate();
  };

  get #writing(): Writing {
    const lang = this._lang ?? languagesIn(this.session.draft)[0] ?? 'en';
    const { roles } = this.session;
    return {
      ...{ session: this.session, lang, notes: this.#notes.all },
      readonly: !roles.has('write') && !roles.has(`translate:${lang}`),
    };
  }

  protected override render(): TemplateResult {
    const languages = languagesIn(this.session.draft);
    return html`<div class="page narrow">
      ${sessionNotices(this.session)} ${approvalNotice(this.session)} ${readOnlyNotice(this.#writing)}
      ${
        languages.length > 1
          ? html`<div class="desk-top"><label class="inline-field"><span>${msg('Writing in', { id: 'studio-writing-in' })}</span>
            <select @change=${(event: Event) => void (this._lang = (event.target as HTMLSelectElement).value)}>
              ${languages.map((tag) => html`<option value=${tag} ?selected=${tag === this.#writing.lang}>${languageName(tag)}</option>`)}
            </select></label></div>`
          : nothing
      }
      ${this.view === 'basics' ? this.#basics() : this.view === 'people' ? this.#people() : this.#confirmation()}
    </div>`;
  }

  #basics(): TemplateResult {
    return html`<h1 tabindex="-1">${msg('Title, summary, dates and languages', { id: 'studio-task-basics' })}</h1>
      <div class="thing-form">${formView(this.#writing, '', BASICS)}</div>
      ${this.#languages()}`;
  }

  #languages(): TemplateResult {
    const current = languagesIn(this.session.draft);
    const [first] = current;
    const change = (next: readonly string[]): void => {
      const edit: Edit = {
        id: '',
        field: 'languages',
        baseDigest: digestValue(current),
        value: next,
      };
      this.session.edit([edit]);
    };
    return html`<fieldset class="field" ?disabled=${!this.session.roles.has('write')}>
      <legend><span class="label-text">${msg('Languages of the policy', { id: 'studio-policy-languages' })}</span></legend>
      <span class="hint">${msg(str`It is written in ${languageName(first ?? 'en')} first. What is not translated is shown in that language, and readers are told.`, { id: 'studio-h-languages' })}</span>
      <div class="checks">
        ${[...new Set([...LANGUAGES, 'de', ...current])].map(
          (tag) =>
            html`<label class="check"><input type="checkbox" .checked=${live(current.includes(tag))} ?disabled=${tag === first} @change=${(event: Event) => change((event.target as HTMLInputElement).checked ? [...current, tag] : current.filter((each) => each !== tag))} /> <span>${languageName(tag)}</span></label>`,
        )}
      </div>
      ${languagesToTranslate(this.session)}
    </fieldset>`;
  }

  #people(): TemplateResult {
    return html`<h1 tabindex="-1">${msg('People', { id: 'studio-people' })}</h1>
      <p class="standfirst">${msg('Whom readers can ask, whom the policy is for, and the courses it speaks of.', { id: 'studio-people-about' })}</p>
      ${this.#list('contacts', msg('Whom to ask', { id: 'studio-s-contacts' }), msg('Add a person or service', { id: 'studio-contact-add' }), CONTACT)}
      ${this.#list('audiences', msg('For whom it is', { id: 'studio-c-scope' }), msg('Add a group of readers', { id: 'studio-audience-add' }), AUDIENCE_FORM)}
      ${this.#list('trainings', msg('Training', { id: 'studio-s-trainings' }), msg('Add a course', { id: 'studio-training-add' }), TRAINING)}
      ${this.#list('documents', msg('Documents that go with it', { id: 'studio-documents' }), msg('Add a document', { id: 'studio-document-add' }), DOCUMENT)}`;
  }

  #list(list: List, title: string, add: string, fields: readonly Field[]): TemplateResult {
    const items = itemsIn(this.session.draft[list]);
    const mayWrite = this.session.roles.has('write');
    const added = (): void => {
      const id = insertEntry(this.session, list, fields);
      if (id) this.#show(id);
    };
    const removed = this._removed?.list === list ? this._removed : undefined;
    return html`<section class="items" data-list=${list}>
      <h2 tabindex="-1">${title}</h2>
      ${removedNotice(this.session, removed, () => this.#putBack(list))}
      <ol class="things">${repeat(
        items,
        ({ id }) => id,
        (item, at) => this.#entry(list, item, at, fields, mayWrite),
      )}</ol>
      ${list === 'audiences' ? html`<group-choice .session=${this.session}></group-choice>` : nothing}
      ${mayWrite ? html`<button class="button" @click=${added}>${icon('add')} ${add}</button>` : nothing}
    </section>`;
  }

  #show(id: string | undefined): void {
    goTo(
      { view: 'people', policy: this.session.policy, ...(id !== undefined && { part: id }) },
      true,
    );
    if (id === undefined) return;
    setTimeout(() => this.querySelector<HTMLElement>('.thing.open input')?.focus(), 60);
  }

  /** Nothing is asked: it comes back with one press. */
  #remove(list: List, item: Item, title: string): void {
    if (!removeThing(this.session, item)) return;
    this._removed = { list, title, step: this.session.lastStep };
    this.#headingOf(list)?.focus({ preventScroll: true });
  }

  #putBack(list: List): void {
    this._removed = undefined;
    this.#headingOf(list)?.focus({ preventScroll: true });
  }

  /** Where somebody stays who had the focus on something that is gone. */
  #headingOf(list: List): HTMLElement | null {
    return this.querySelector(`[data-list="${list}"] h2`);
  }

  #entry(
    list: List,
    item: Item,
    at: number,
    fields: readonly Field[],
    mayWrite: boolean,
  ): TemplateResult {
    const open = this.item === item.id;
    const title =
      titleOf(item, this.#writing.lang, this.session.draft) ||
      msg('Untitled', { id: 'studio-untitled' });
    return html`<li class="thing ${open ? 'open' : ''}" data-thing=${item.id}>
      <div class="thing-row">
        <button class="thing-title" aria-expanded=${String(open)} @click=${() => this.#show(open ? undefined : item.id)}>
          <span class="number">${at + 1}</span> <span>${title}</span> ${icon('chevron')}
        </button>
        ${
          mayWrite
            ? html`<span class="row-buttons">
              <button class="quiet-button" aria-label=${msg(str`Move “${title}” up`, { id: 'studio-move-up' })} @click=${() => moveBy(this.session, item.id, -1)}>${icon('up')}</button>
              <button class="quiet-button" aria-label=${msg(str`Move “${title}” down`, { id: 'studio-move-down' })} @click=${() => moveBy(this.session, item.id, 1)}>${icon('down')}</button>
              <button class="quiet-button" aria-label=${msg(str`Remove “${title}”`, { id: 'studio-remove-thing' })} @click=${() => this.#remove(list, item, title)}>${icon('remove')}</button>
            </span>`
            : nothing
        }
      </div>
      ${open ? html`<div class="thing-form">${formView(this.#writing, item.id, fields)}</div>` : nothing}
    </li>`;
  }

  #confirmation(): TemplateResult {
    const asked = this.session.draft['acknowledgement'] !== undefined;
    const lang = languagesIn(this.session.draft)[0] ?? 'en';
    const begin = (): void => {
      const value = {
        statement: statementIn(lang),
        acts: ['acknowledge'],
      };
      this.session.edit([{ id: '', field: 'acknowledgement', baseDigest: '', value }]);
    };
    const title = msg('What people confirm', { id: 'studio-task-confirmation' });
    // Nothing is asked: it comes back with one press.
    const end = (): void => {
      const baseDigest = digestValue(this.session.draft['acknowledgement']);
      this.session.edit([{ id: '', field: 'acknowledgement', baseDigest, value: null }]);
      this._removed = { list: 'confirmation', title, step: this.session.lastStep };
      toHeading();
    };
    const toHeading = (): void => this.querySelector<HTMLElement>('h1')?.focus();
    const removed = this._removed?.list === 'confirmation' ? this._removed : undefined;
    const back = (): void => {
      this._removed = undefined;
      toHeading();
    };
    const mayWrite = this.session.roles.has('write');
    return html`<h1 tabindex="-1">${title}</h1>
      <p class="standfirst">${msg('You can ask readers to confirm that they have read the policy. Who confirmed, and when, is kept on your own server.', { id: 'studio-confirmation-about' })}</p>
      ${removedNotice(this.session, removed, back)}
      ${asked ? html`<div class="thing-form">${formView(this.#writing, '', ACKNOWLEDGEMENT)}</div>` : nothing}
      ${mayWrite ? html`<p class="block-action">${asked ? html`<button class="button" @click=${end}>${msg('Ask for no confirmation', { id: 'studio-confirmation-end' })}</button>` : html`<button class="button primary" @click=${begin}>${msg('Ask for a confirmation', { id: 'studio-confirmation-begin' })}</button>`}</p>` : nothing}`;
  }
}
