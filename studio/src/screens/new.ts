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
import { language, LANGUAGES, languageName, msg } from '../localization/localize.js';
import { freshId, readable } from '../model/policy.js';
import { goTo } from '../router.js';
import { StudioElement } from '../ui/element.js';
import { notice } from '../views/save-state.js';

type Way = 'starter' | 'document' | 'file';
type Importing = typeof import('@policy-elements/authoring/import/index.js');

/** Reading documents weighs as much as all the rest: it comes when somebody has one. */
async function loadImport(): Promise<Importing> {
  const [tools] = await Promise.all([
    import('@policy-elements/authoring/import/index.js'),
    import('../views/import-review.js'),
  ]);
  return tools;
}

export class StudioNew extends StudioElement {
  static override properties = {
    me: { attribute: false },
    _way: { state: true },
    _problem: { state: true },
    _file: { state: true },
    _busy: { state: true },
    _languages: { state: true },
    _title: { state: true },
    _imported: { state: true },
  };
  declare me: Me;
  declare private _way: Way | undefined;
  declare private _problem: string | undefined;
  /** Name of the file that the problem is about. */
  declare private _file: string | undefined;
  declare private _busy: boolean;
  declare private _languages: readonly string[];
  /** As it was typed; nothing while nobody did. */
  declare private _title: string | undefined;
  declare private _imported:
    { draft: ImportDraft; document: SourceDocument; tools: Importing } | undefined;

  /** The language it is written in was chosen by hand. */
  #chosen = false;

  constructor() {
    super();
    this._busy = false;
    this._languages = [language()];
  }

  protected override render(): TemplateResult {
    const imported = this._imported;
    if (imported) {
      return html`<import-review .tools=${imported.tools} .document=${imported.document} .draft=${imported.draft} .problem=${this._problem} .busy=${this._busy}
        @review-end=${() => void this.#another()}
        @review-take=${({ detail }: CustomEvent<Draft>) => void this.#take(detail)}></import-review>`;
    }
    return html`<div class="page narrow">
      <h1 tabindex="-1">${msg('New policy', { id: 'studio-new-policy' })}</h1>
      <p class="standfirst">${msg('How do you want to begin?', { id: 'studio-new-how' })}</p>
      <div class="ways">
        ${this.#wayButton('starter', msg('With an example to fill in', { id: 'studio-way-starter' }), msg('A whole policy for your kind of organisation, to make your own.', { id: 'studio-way-starter-about' }))}
        ${this.#wayButton('document', msg('With a document you have', { id: 'studio-way-document' }), msg('A Word file is read and laid out in sections. You see each guess, and change it with one press.', { id: 'studio-way-document-about' }))}
        ${this.#wayButton('file', msg('With a policy file', { id: 'studio-way-file' }), msg('A policy that was made with this studio before, or by a colleague.', { id: 'studio-way-file-about' }))}
      </div>
      ${this._problem && !this._file ? notice('alert', this._problem) : nothing} ${this.#form()}
    </div>`;
  }

  #wayButton(way: Way, title: string, about: string): TemplateResult {
    return html`<button class="way" aria-expanded=${String(this._way === way)} @click=${() => {
      this._way = way;
      this._problem = this._file = undefined;
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
        ${this._file ? html`<div id="file-problem" class="file-problem" role="alert" tabindex="-1">${notice('alert', html`<strong>${this._file}</strong>: ${this._problem}`)}</div>` : nothing}
        <input id="file" type="file" aria-describedby=${this._file ? 'file-problem' : nothing} aria-invalid=${this._file ? 'true' : nothing} accept=${isDocument ? '.docx,.md,.html,.htm,.txt' : '.json'} ?disabled=${this._busy} @change=${(event: Event) => void this.#read(event.target as HTMLInputElement)} /></div>
      ${this._busy ? html`<p role="status">${msg('Reading…', { id: 'studio-reading' })}</p>` : nothing}
    </div>`;
  }

  #languageChoice(several: boolean): TemplateResult {
    const [first] = this._languages;
    return html`<div class="field"><label for="first-language"><span class="label-text">${msg('Written in', { id: 'studio-written-in' })}</span></label>
        <select id="first-language" class="input" @change=${(event: Event) => {
          const tag = (event.target as HTMLSelectElement).value;
          this.#chosen = true;
          this._languages = [
            tag,
            ...this._languages.slice(1).filter((each) => each !== tag && several),
          ];
        }}>${(several ? LANGUAGES : [...LANGUAGES, 'de']).map((tag) => html`<option value=${tag} ?selected=${tag === first}>${languageName(tag)}</option>`)}</select></div>
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

  async #read(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    this._problem = this._file = undefined;
    this._busy = true;
    try {
      await (this._way === 'file' ? this.#readPolicy(file) : this.#readDocument(file));
    } finally {
      this._busy = false;
    }
    if (this._problem === undefined) return;
    this._file = file.name;
    // The same file can be chosen again once it was mended.
    input.value = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>('#file-problem')?.focus();
  }

  async #another(): Promise<void> {
    this._imported = this._problem = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#file')?.focus();
  }

  async #take(draft: Draft): Promise<void> {
    const [lang = 'nl'] = draft['languages'] as readonly string[];
    const id = await this.#freeId(readable(draft['title'], lang, draft) || 'policy');
    await this.#create({ ...draft, id });
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
    let tools: Importing | undefined;
    const [first = 'nl'] = this._languages;
    try {
      tools = await loadImport();
      const bytes = new Uint8Array(await file.arrayBuffer());
      const type = /\.html?$/i.test(file.name)
        ? 'html'
        : /\.(md|txt)$/i.test(file.name)
          ? 'md'
          : undefined;
      const document = tools.readDocument(bytes, type);
      // What nobody chose is what the text says, and not what the studio speaks.
      const lang = (this.#chosen ? undefined : tools.languageOf(document)) ?? first;
      this._languages = [lang];
      this._imported = { draft: tools.draftFrom(document, { lang }), document, tools };
    } catch (error) {
      if (!tools) {
        this._problem = createProblem(error);
        return;
      }
      this._problem =
        error instanceof tools.ImportError
          ? tools.describeImportError(error, language())
          : msg('This document could not be read. Save it as a Word document (.docx) first.', {
              id: 'studio-document-wrong',
            });
    }
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
