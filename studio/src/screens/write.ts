/** Writing: the contents at the left, one section with its items in the middle, the preview beside it. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  formOf,
  HEAD,
  SECTION_MORE,
  SECTIONS,
  type ItemForm,
  type SectionForm,
} from '../fields/sections.js';
import { formatNumber, language, languageName, msg, str } from '../localization/localize.js';
import { leaves } from '../model/begun.js';
import {
  insertItem,
  insertSection,
  moveBy,
  moveTo,
  removeThing,
  verifyAll,
} from '../model/changes.js';
import { DraftNotes } from '../model/draft-notes.js';
import {
  itemsIn,
  languagesIn,
  sectionsIn,
  titleOf,
  type Item,
  type SectionLike,
} from '../model/policy.js';
import { today } from '../model/when.js';
import { addressOf, goTo } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { formView } from '../views/form.js';
import type { Writing } from '../views/writing.js';
import { approvalNotice } from '../views/approval.js';
import { readOnlyNotice } from '../views/read-only.js';
import { removedNotice, type Removed } from '../views/removed.js';
import { sessionNotices } from '../views/save-state.js';

export class StudioWrite extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    section: { type: String },
    item: { type: String },
    _lang: { state: true },
    _preview: { state: true },
    _adding: { state: true },
    _at: { state: true },
    _removed: { state: true },
  };
  declare section: string | undefined;
  declare item: string | undefined;
  declare private _lang: string | undefined;
  declare private _preview: boolean;
  declare private _adding: boolean;
  /** Where the cursor is, for the preview. */
  declare private _at: string | undefined;
  declare private _removed: Removed | undefined;

  readonly #notes = new DraftNotes(this, () => this.session);
  #dragged: string | undefined;
  #focusOn: string | undefined;

  constructor() {
    super();
    this._preview = matchMedia('(min-width: 75em)').matches;
    this._adding = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', this.#onFocus);
    this.addEventListener('focusout', this.#onLeave);
  }

  readonly #onLeave = (event: FocusEvent): void => {
    leaves(this.session.begun, event);
    this.requestUpdate();
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-thing]')?.dataset['thing'];
    if (id) this._at = id;
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Another section was chosen: the preview goes there, and stays no longer where one wrote.
    if (changed.has('section')) this._at = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('item') && this.item) this.#focusOn ??= this.item;
    if (!this.#focusOn) return;
    const id = this.#focusOn;
    this.#focusOn = undefined;
    requestAnimationFrame(() => {
      const place = this.querySelector<HTMLElement>(`[data-thing="${CSS.escape(id)}"]`);
      place?.scrollIntoView({ block: 'nearest' });
      const within = place?.querySelector<HTMLElement>(
        '.thing-form input, .thing-form select, .thing-form rich-text',
      );
      (within ?? place?.querySelector<HTMLElement>('button, a'))?.focus({ preventScroll: true });
    });
  }

  get #writing(): Writing {
    const lang = this._lang ?? languagesIn(this.session.draft)[0] ?? 'en';
    const { roles } = this.session;
    return {
      ...{ session: this.session, lang, notes: this.#notes.all },
      readonly: !roles.has('write') && !roles.has(`translate:${lang}`),
    };
  }

  protected override render(): TemplateResult {
    const sections = sectionsIn(this.session.draft);
    const current = sections.find(({ id }) => id === this.section) ?? sections[0];
    return html`<div class="workbench ${this._preview ? 'with-preview' : ''}">
      ${this.#contents(sections, current)}
      <div class="desk">${sessionNotices(this.session)}${approvalNotice(this.session)}${readOnlyNotice(this.#writing)}${removedNotice(this.session, this._removed, () => this.#putBack())}${this.#topRow()}${current ? this.#sectionForm(current) : this.#nothing()}</div>
      ${
        this._preview
          ? html`<aside class="preview-pane" aria-label=${msg('Preview', { id: 'studio-tab-preview' })}><studio-preview .session=${this.session} .lang=${this.#writing.lang} .at=${this._at ?? current?.id}></studio-preview></aside>`
          : nothing
      }
    </div>`;
  }

  #topRow(): TemplateResult {
    const languages = languagesIn(this.session.draft);
    return html`<div class="desk-top">
      ${
        languages.length > 1
          ? html`<label class="inline-field"><span>${msg('Writing in', { id: 'studio-writing-in' })}</span>
            <select @change=${(event: Event) => void (this._lang = (event.target as HTMLSelectElement).value)}>
              ${languages.map((tag) => html`<option value=${tag} ?selected=${tag === this.#writing.lang}>${languageName(tag)}</option>`)}
            </select></label>`
          : nothing
      }
      <span class="spring"></span>
      <button class="button small" aria-pressed=${String(this._preview)} @click=${() => void (this._preview = !this._preview)}>${icon('eye')} ${this._preview ? msg('Hide the preview', { id: 'studio-hide-preview' }) : msg('Show the preview', { id: 'studio-show-preview' })}</button>
    </div>`;
  }

  #contents(sections: readonly SectionLike[], current: SectionLike | undefined): TemplateResult {
    const { draft, policy } = this.session;
    const mayWrite = this.session.roles.has('write');
    return html`<nav class="contents" aria-label=${msg('Parts of the policy', { id: 'studio-contents' })}>
      <ol>
        ${repeat(
          sections,
          ({ id }) => id,
          (section, at) => html`<li
            draggable=${mayWrite ? 'true' : 'false'}
            @dragstart=${(event: DragEvent) => this.#drag(event, section.id)}
            @dragover=${this.#over}
            @dragleave=${this.#out}
            @drop=${(event: DragEvent) => this.#drop(event, section.id)}
          >
            <a href=${addressOf({ view: 'write', policy, part: section.id })} aria-current=${section.id === current?.id ? 'true' : nothing}
              ><span class="number">${at + 1}</span> <span>${titleOf(section, this.#writing.lang, draft) || formOf(section.type).name()}</span></a
            >
            ${[section, ...itemsIn(section['items'])].some(({ id }) => this.#notes.hasError(id)) ? html`<span class="flag" title=${msg('Something is wrong here', { id: 'studio-flag' })}>${icon('alert')}</span>` : nothing}
          </li>`,
        )}
      </ol>
      ${mayWrite ? this.#adder(current) : nothing}
    </nav>`;
  }

  #adder(current: SectionLike | undefined): TemplateResult {
    return html`<details class="adder" ?open=${this._adding} @toggle=${(event: Event) => void (this._adding = (event.target as HTMLDetailsElement).open)}>
      <summary class="button small">${icon('add')} ${msg('Add a section', { id: 'studio-section-add' })}</summary>
      <ul>
        ${Object.entries(SECTIONS).map(
          ([type, { name, about }]) =>
            html`<li><button class="choice" @click=${() => void this.#add(type, current)}><strong>${name()}</strong> <span class="muted">${about()}</span></button></li>`,
        )}
      </ul>
    </details>`;
  }

  async #add(type: string, current: SectionLike | undefined): Promise<void> {
    this._adding = false;
    const title = await import('../model/section-titles.js')
      .then(({ sectionTitle }) => sectionTitle(type, languagesIn(this.session.draft)[0] ?? 'en'))
      .catch(() => formOf(type).name());
    const id = insertSection(this.session, type, title, undefined, current?.id);
    if (!id) return;
    this.#focusOn = id;
    goTo({ view: 'write', policy: this.session.policy, part: id });
  }

  #nothing(): TemplateResult {
    return html`<h1 tabindex="-1">${msg('Write', { id: 'studio-tab-write' })}</h1>
      <p class="standfirst">${msg('There are no sections yet. Add the first one at the left.', { id: 'studio-no-sections' })}</p>`;
  }

  #sectionForm(section: SectionLike): TemplateResult {
    const form = formOf(section.type);
    const w = this.#writing;
    const items = itemsIn(section['items']);
    const title = titleOf(section, w.lang, this.session.draft) || form.name();
    return html`<article data-thing=${section.id}>
      <header class="section-head">
        <div>${form.name() === title ? nothing : html`<p class="kicker">${form.name()}</p>`}<h1 tabindex="-1">${title}</h1></div>
        ${w.readonly || !this.session.roles.has('write') ? nothing : this.#thingButtons(section, title)}
      </header>
      <div class="thing-form">${formView(w, section.id, [...HEAD, ...form.own, ...SECTION_MORE])}</div>
      ${form.item ? this.#items(section, items, form.item) : this.#elsewhere(section)}
      ${form.beside ? this.#beside(section, form.beside) : nothing}
    </article>`;
  }

  #elsewhere(section: SectionLike): TemplateResult | typeof nothing {
    if (section.type !== 'contacts' && section.type !== 'trainings') return nothing;
    const { policy } = this.session;
    return html`<p class="notice info">${icon('people')} <span>${
      section.type === 'contacts'
        ? msg('This section shows the people and services you keep under People.', {
            id: 'studio-shows-contacts',
          })
        : msg('This section shows the courses you keep under People.', {
            id: 'studio-shows-trainings',
          })
    }
      <a href=${addressOf({ view: 'people', policy })}>${msg('Go there', { id: 'studio-go-there' })}</a></span></p>`;
  }

  #items(section: SectionLike, items: readonly Item[], form: ItemForm): TemplateResult {
    const mayWrite = this.session.roles.has('write');
    return html`<section class="items" aria-labelledby="items-title">
      <div class="title-row">
        <h2 id="items-title">${formOf(section.type).name()} <span class="muted">${formatNumber(items.length)}</span></h2>
        ${
          section.type === 'profiles' && items.length && mayWrite
            ? html`<button class="button small" @click=${() => verifyAll(this.session, items, today())}>${icon('check')} ${msg('All checked today', { id: 'studio-verify-all' })}</button>`
            : nothing
        }
      </div>
      ${this.#things(section, items, form)}
      ${mayWrite ? html`<button class="button" @click=${() => this.#addItem(section)}>${icon('add')} ${form.add()}</button>` : nothing}
    </section>`;
  }

  #beside(section: SectionLike, form: NonNullable<SectionForm['beside']>): TemplateResult {
    const items = itemsIn(section[form.list]);
    return html`<section class="items" aria-labelledby="beside-title">
      <h2 id="beside-title">${form.name()} <span class="muted">${formatNumber(items.length)}</span></h2>
      <p class="hint">${form.about()}</p>
      ${this.#things(section, items, form)}
      ${this.session.roles.has('write') ? html`<button class="button" @click=${() => this.#addItem(section, form.list)}>${icon('add')} ${form.add()}</button>` : nothing}
    </section>`;
  }

  #things(section: SectionLike, items: readonly Item[], form: ItemForm): TemplateResult {
    return html`<ol class="things">
      ${repeat(
        items,
        ({ id }) => id,
        (item, at) => this.#row(section, item, at, form),
      )}
    </ol>`;
  }

  /** Of hundreds, only the open one is drawn again with each key. */
  #row(section: SectionLike, item: Item, at: number, form: ItemForm): unknown {
    const draw = (): TemplateResult => this.#thing(section, item, at, form);
    if (item.id === this.item) return draw();
    const { draft, roles } = this.session;
    const lang = this.#writing.lang;
    const shown = [item, at, lang, draft['languages'], this.#notes.of(item.id)];
    return guard([...shown, language(), roles.has('write')], draw);
  }

  #addItem(section: SectionLike, list = 'items'): void {
    const id = insertItem(this.session, section.id, list);
    if (!id) return;
    this.#focusOn = id;
    goTo({ view: 'write', policy: this.session.policy, part: section.id, item: id }, true);
  }

  #thing(section: SectionLike, item: Item, at: number, form: ItemForm): TemplateResult {
    const open = item.id === this.item;
    const w = this.#writing;
    const mayWrite = this.session.roles.has('write');
    const title =
      titleOf(item, w.lang, this.session.draft) || msg('Untitled', { id: 'studio-untitled' });
    const own = this.#notes.of(item.id);
    const { policy } = this.session;
    const toggle = (): void => {
      if (!open) this.#focusOn = item.id;
      goTo({ view: 'write', policy, part: section.id, ...(!open && { item: item.id }) }, true);
    };
    return html`<li
      class="thing ${open ? 'open' : ''}"
      data-thing=${item.id}
      draggable=${mayWrite && !open ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => this.#drag(event, item.id)}
      @dragover=${this.#over}
      @dragleave=${this.#out}
      @drop=${(event: DragEvent) => this.#drop(event, item.id)}
    >
      <div class="thing-row">
        <button class="thing-title" aria-expanded=${String(open)} @click=${toggle}>
          <span class="number">${at + 1}</span> <span>${title}</span>
          ${own.length && !open ? html`<span class="flag ${own.some(({ grade }) => grade === 'error') ? 'error' : ''}">${icon(own.some(({ grade }) => grade === 'error') ? 'alert' : 'info')}<span class="visually-hidden">${msg('There is something to look at', { id: 'studio-to-look-at' })}</span></span>` : nothing}
          ${icon('chevron')}
        </button>
        ${mayWrite ? this.#thingButtons(item, title) : nothing}
      </div>
      ${open ? html`<div class="thing-form">${formView(w, item.id, form.fields)}</div>` : nothing}
    </li>`;
  }

  #thingButtons(item: Item, title: string): TemplateResult {
    const move = (by: 1 | -1): void => {
      if (!moveBy(this.session, item.id, by)) return;
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>(
          `[data-thing="${CSS.escape(item.id)}"] [data-move="${by}"]`,
        )?.focus(),
      );
    };
    return html`<span class="row-buttons">
      <button class="quiet-button" data-move="-1" aria-label=${msg(str`Move “${title}” up`, { id: 'studio-move-up' })} title=${msg('Up', { id: 'studio-up' })} @click=${() => move(-1)}>${icon('up')}</button>
      <button class="quiet-button" data-move="1" aria-label=${msg(str`Move “${title}” down`, { id: 'studio-move-down' })} title=${msg('Down', { id: 'studio-down' })} @click=${() => move(1)}>${icon('down')}</button>
      <button class="quiet-button" aria-label=${msg(str`Remove “${title}”`, { id: 'studio-remove-thing' })} title=${msg('Remove', { id: 'studio-remove' })} @click=${() => this.#remove(item, title)}>${icon('remove')}</button>
    </span>`;
  }

  /** Nothing is asked: it comes back with one press. */
  #remove(item: Item, title: string): void {
    const { policy } = this.session;
    const before = sectionsIn(this.session.draft);
    const at = before.findIndex(({ id }) => id === item.id);
    if (!removeThing(this.session, item)) return;
    this._removed = { title, step: this.session.lastStep };
    // The one that takes its place, or the last one: where one was, not at the top.
    const next = before[at + 1] ?? before[at - 1];
    if (at >= 0) goTo({ view: 'write', policy, ...(next && { part: next.id }) }, true);
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  #putBack(): void {
    this._removed = undefined;
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  #drag(event: DragEvent, id: string): void {
    event.stopPropagation();
    this.#dragged = id;
    event.dataTransfer?.setData('text/plain', '');
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  }

  readonly #over = (event: DragEvent): void => {
    if (!this.#dragged) return;
    event.preventDefault();
    const row = event.currentTarget as HTMLElement;
    row.classList.toggle('drop-behind', isLower(event, row));
    row.classList.toggle('drop-before', !isLower(event, row));
  };

  readonly #out = (event: DragEvent): void => {
    (event.currentTarget as HTMLElement).classList.remove('drop-behind', 'drop-before');
  };

  #drop(event: DragEvent, target: string): void {
    this.#out(event);
    if (!this.#dragged) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(this.session, this.#dragged, target, isLower(event, event.currentTarget as HTMLElement));
    this.#dragged = undefined;
  }
}

function isLower(event: DragEvent, row: HTMLElement): boolean {
  const { top, height } = row.getBoundingClientRect();
  return event.clientY > top + height / 2;
}

/** Today, where the author is. */
