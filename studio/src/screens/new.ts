/** A new policy: from a starter, from a document, or from a policy file. */
import type { Draft } from '@policy-elements/authoring';
import type { ImportDraft, SourceDocument } from '@policy-elements/authoring/import/index.js';
import {
  SECTOR_NAMES,
  SECTORS,
  STARTER_TITLE,
  type Sector,
} from '@policy-elements/authoring/starters/words.js';
import { html, nothing, type TemplateResult } from 'lit';
import { api, ApiError, type Me } from '../api/client.js';
import { formOf } from '../fields/sections.js';
import {
  formatNumber,
  language,
  LANGUAGES,
  languageName,
  msg,
  str,
} from '../localization/localize.js';
import { freshId, readable } from '../model/policy.js';
import { goTo } from '../router.js';
import { StudioElement } from '../ui/element.js';
import { documentView } from '../views/document.js';
import { notice } from '../views/save-state.js';

type Way = 'starter' | 'document' | 'file';
type Importing = typeof import('@policy-elements/authoring/import/index.js');

// Reading documents weighs as much as all the rest: it comes when somebody has one.
let loading: Promise<Importing> | undefined;
const loadImport = (): Promise<Importing> =>
  (loading ??= import('@policy-elements/authoring/import/index.js'));

export class StudioNew extends StudioElement {
  static override properties = {
    me: { attribute: false },
    _way: { state: true },
    _problem: { state: true },
    _busy: { state: true },
    _languages: { state: true },
    _title: { state: true },
    _imported: { state: true },
  };
  declare me: Me;
  declare private _way: Way | undefined;
  declare private _problem: string | undefined;
  declare private _busy: boolean;
  declare private _languages: readonly string[];
  /** As it was typed; nothing while nobody did. */
  declare private _title: string | undefined;
  declare private _imported:
    { draft: ImportDraft; document: SourceDocument; tools: Importing } | undefined;

  constructor() {
    super();
    this._busy = false;
    this._languages = [language()];
  }

  protected override render(): TemplateResult {
    if (this._imported) return this.#importView(this._imported);
    return html`<div class="page narrow">
      <h1 tabindex="-1">${msg('New policy', { id: 'studio-new-policy' })}</h1>
      <p class="standfirst">${msg('How do you want to begin?', { id: 'studio-new-how' })}</p>
      <div class="ways">
        ${this.#wayButton('starter', msg('With an example to fill in', { id: 'studio-way-starter' }), msg('A whole policy for your kind of organisation, to make your own.', { id: 'studio-way-starter-about' }))}
        ${this.#wayButton('document', msg('With a document you have', { id: 'studio-way-document' }), msg('A Word file is read and laid out in sections. You see each guess, and change it with one press.', { id: 'studio-way-document-about' }))}
        ${this.#wayButton('file', msg('With a policy file', { id: 'studio-way-file' }), msg('A policy that was made with this studio before, or by a colleague.', { id: 'studio-way-file-about' }))}
      </div>
      ${this._problem ? notice('alert', this._problem) : nothing} ${this.#form()}
    </div>`;
  }

  #wayButton(way: Way, title: string, about: string): TemplateResult {
    return html`<button class="way" aria-expanded=${String(this._way === way)} @click=${() => {
      this._way = way;
      this._problem = undefined;
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>('.new-form input')?.focus(),
      );
    }}><strong>${title}</strong><span class="muted">${about}</span></button>`;
  }

  #form(): TemplateResult | typeof nothing {
    if (this._way === 'starter') return this.#starterForm();
    if (this._way === undefined) return nothing;
    const isDocument = this._way === 'document';
    return html`<div class="new-form">
      ${isDocument ? this.#languageChoice(false) : nothing}
      <div class="field"><label for="file"><span class="label-text">${isDocument ? msg('The document', { id: 'studio-the-document' }) : msg('The file', { id: 'studio-the-file' })}</span></label>
        <span class="hint">${isDocument ? msg('A Word file (.docx). The file itself stays on your computer.', { id: 'studio-document-hint' }) : msg('As you saved it, or as a colleague gave it to you.', { id: 'studio-file-hint' })}</span>
        <input id="file" type="file" accept=${isDocument ? '.docx,.md,.html,.htm,.txt' : '.json'} ?disabled=${this._busy} @change=${(event: Event) => void this.#read((event.target as HTMLInputElement).files?.[0])} /></div>
      ${this._busy ? html`<p role="status">${msg('Reading…', { id: 'studio-reading' })}</p>` : nothing}
    </div>`;
  }

  #languageChoice(several: boolean): TemplateResult {
    const [first] = this._languages;
    return html`<div class="field"><label for="first-language"><span class="label-text">${msg('Written in', { id: 'studio-written-in' })}</span></label>
        <select id="first-language" class="input" @change=${(event: Event) => {
          const tag = (event.target as HTMLSelectElement).value;
          this._languages = [
            tag,
            ...this._languages.slice(1).filter((each) => each !== tag && several),
          ];
        }}>${LANGUAGES.map((tag) => html`<option value=${tag} ?selected=${tag === first}>${languageName(tag)}</option>`)}</select></div>
      ${
        several
          ? html`<fieldset class="field"><legend><span class="label-text">${msg('Also in', { id: 'studio-also-in' })}</span> <span class="optional">${msg('optional', { id: 'studio-optional' })}</span></legend>
            <div class="checks">${LANGUAGES.filter((tag) => tag !== first).map(
              (tag) =>
                html`<label class="check"><input type="checkbox" .checked=${this._languages.includes(tag)} @change=${(
                  event: Event,
                ) => {
                  this._languages = (event.target as HTMLInputElement).checked
                    ? [...this._languages, tag]
                    : this._languages.filter((each) => each !== tag);
                }} /> <span>${languageName(tag)}</span></label>`,
            )}</div></fieldset>`
          : nothing
      }`;
  }

  #starterForm(): TemplateResult {
    const [first = 'en'] = this._languages;
    return html`<form class="new-form" @submit=${(event: SubmitEvent) => void this.#begin(event)}>
      <div class="field"><label for="new-title"><span class="label-text">${msg('Title of the policy', { id: 'studio-f-policy-title' })}</span></label>
        <input id="new-title" class="input" name="title" required .value=${this._title ?? STARTER_TITLE[first as 'en'] ?? STARTER_TITLE.en} @input=${(event: Event) => (this._title = (event.target as HTMLInputElement).value)} /></div>
      <div class="field"><label for="new-organisation"><span class="label-text">${msg('Organisation', { id: 'studio-f-organisation' })}</span></label>
        <input id="new-organisation" class="input" name="organisation" required autocomplete="organization" /></div>
      <div class="field"><label for="new-sector"><span class="label-text">${msg('Written for', { id: 'studio-written-for' })}</span></label>
        <span class="hint">${msg('Texts to begin with. What you have to fill in yourself is marked.', { id: 'studio-sector-hint' })}</span>
        <select id="new-sector" class="input" name="sector">${SECTORS.map((sector) => html`<option value=${sector} ?selected=${sector === 'plain'}>${upperFirst(SECTOR_NAMES[sector][language() as 'en'] ?? SECTOR_NAMES[sector].en)}</option>`)}<option value="">${msg('Nothing yet: headings only', { id: 'studio-sector-none' })}</option></select></div>
      ${this.#languageChoice(true)}
      <div class="actions"><button class="button primary" ?disabled=${this._busy}>${msg('Begin', { id: 'studio-begin' })}</button></div>
    </form>`;
  }

  async #begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const word = (name: string): string => String((form.get(name) as string | null) ?? '').trim();
    const [title, organisation] = [word('title'), word('organisation')];
    const { starter } = await import('../model/starter.js');
    const id = await this.#freeId(title);
    const sector = (word('sector') || undefined) as Sector | undefined;
    await this.#create(starter({ id, title, organisation, languages: this._languages, sector }));
  }

  /** An address nobody has, from the title. */
  async #freeId(title: string): Promise<string> {
    const known = await api.list().catch(() => []);
    return freshId(title, new Set(known.map((each) => each.id)), 'policy');
  }

  async #create(draft: Draft): Promise<void> {
    this._busy = true;
    try {
      const opened = await api.create(draft);
      goTo({ view: 'overview', policy: opened.policy['id'] as string });
    } catch (error) {
      this._problem = createProblem(error);
    } finally {
      this._busy = false;
    }
  }

  async #read(file: File | undefined): Promise<void> {
    if (!file) return;
    this._problem = undefined;
    this._busy = true;
    try {
      await (this._way === 'file' ? this.#readPolicy(file) : this.#readDocument(file));
    } finally {
      this._busy = false;
    }
  }

  async #readPolicy(file: File): Promise<void> {
    try {
      const { readSource } = await import('@policy-elements/authoring/source.js');
      const read = readSource(new Uint8Array(await file.arrayBuffer()));
      const draft = read.value as Draft | undefined;
      if (!draft || typeof draft !== 'object') throw new Error('no policy');
      if (draft['format'] === 'policy-draft') return await this.#takeIn(draft);
      const id = await this.#freeId(typeof draft['id'] === 'string' ? draft['id'] : 'policy');
      await this.#create({ ...draft, id });
    } catch {
      this._problem = msg(
        'This is not a policy file, or it is damaged. Ask whoever made it to save it again.',
        { id: 'studio-file-wrong' },
      );
    }
  }

  /** A draft of another server, with its images, where there is none of its name here. */
  async #takeIn(file: unknown): Promise<void> {
    try {
      const opened = await api.takeFile(file);
      goTo({ view: 'overview', policy: opened.policy['id'] as string });
    } catch (error) {
      const isThere = error instanceof ApiError && error.status === 409;
      if (!isThere) throw error;
      this._problem = msg(
        'This policy is here already. Open it, and take the file in under “Earlier versions”: there you see what changes.',
        { id: 'studio-tx-there' },
      );
    }
  }

  async #readDocument(file: File): Promise<void> {
    const tools = await loadImport();
    const [lang = 'nl'] = this._languages;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const type = /\.html?$/i.test(file.name)
        ? 'html'
        : /\.(md|txt)$/i.test(file.name)
          ? 'md'
          : undefined;
      const document = tools.readDocument(bytes, type);
      this._imported = { draft: tools.draftFrom(document, { lang }), document, tools };
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus());
    } catch (error) {
      this._problem =
        error instanceof tools.ImportError
          ? tools.describeImportError(error, language())
          : msg('This document could not be read. Save it as a Word document (.docx) first.', {
              id: 'studio-document-wrong',
            });
    }
  }

  #importView({ draft, document, tools }: NonNullable<typeof this._imported>): TemplateResult {
    const { policy, guesses, report, lang } = draft;
    const source = policy as unknown as Draft;
    const take = async (): Promise<void> => {
      const id = await this.#freeId(readable(source['title'], lang, source) || 'policy');
      await this.#create({ ...source, id });
    };
    return html`<div class="page">
      <div class="title-row"><h1 tabindex="-1">${msg('Is this right?', { id: 'studio-import-title' })}</h1>
        <div class="actions"><button class="button" @click=${() => void (this._imported = undefined)}>${msg('Another document', { id: 'studio-import-other' })}</button>
        <button class="button primary" ?disabled=${this._busy} @click=${() => void take()}>${msg('Go on with this', { id: 'studio-import-take' })}</button></div></div>
      <p class="standfirst">${msg(str`${formatNumber(report.taken)} of ${formatNumber(report.words)} words are in the draft. What a section is was guessed: change it where it is wrong. Everything can be changed later too.`, { id: 'studio-import-about' })}</p>
      ${this._problem ? notice('alert', this._problem) : nothing}
      <div class="import-columns">
        <section aria-labelledby="document-title"><h2 id="document-title">${msg('The document', { id: 'studio-the-document' })}</h2>
          <div class="document prose" lang=${lang} tabindex="0" role="region" aria-labelledby="document-title">${documentView(document.blocks)}</div></section>
        <section aria-labelledby="draft-title"><h2 id="draft-title">${msg('The draft', { id: 'studio-the-draft' })}</h2>
          <ol>${guesses.map((guess) => {
            const section = policy.sections.find(({ id }) => id === guess.id);
            const types = [...new Set([guess.as, ...guess.alternatives, 'text' as const])];
            return html`<li class="guess"><p><strong lang=${lang}>${readable(section?.title, lang, source)}</strong></p>
              <p class="muted">${tools.describeGuess(guess.reason, language())}</p>
              <div class="actions" role="group" aria-label=${msg('What this section is', { id: 'studio-guess-is' })}>${types.map((type) => html`<button class="button small" aria-pressed=${String(type === guess.as)} @click=${() => void (this._imported = { draft: tools.retype(draft, guess.id, type), document, tools })}>${formOf(type).name()}</button>`)}</div></li>`;
          })}</ol>
          ${
            report.left.length
              ? html`<details class="more"><summary>${msg(str`Not taken over (${formatNumber(report.left.length)})`, { id: 'studio-import-left' })}</summary>
                <ul>${report.left.slice(0, 200).map(({ text, reason }) => html`<li class="guess"><p lang=${lang}>${text}</p><p class="muted">${tools.describeLeft(reason, language())}</p></li>`)}</ul></details>`
              : nothing
          }
        </section>
      </div>
    </div>`;
  }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function createProblem(error: unknown): string {
  const code = error instanceof ApiError ? error.code : 'no-connection';
  if (code === 'not-a-policy')
    return msg(
      'This is not a policy file, or it is damaged. Ask whoever made it to save it again.',
      {
        id: 'studio-file-wrong',
      },
    );
  if (code === 'too-large')
    return msg('This is more than a policy may hold.', { id: 'studio-create-too-large' });
  if (code === 'not-allowed')
    return msg('Somebody with the role to write does this.', { id: 'studio-create-role' });
  return msg('The server does not answer. Try again in a moment.', { id: 'studio-create-failed' });
}
