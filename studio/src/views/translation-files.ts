/** Files for whoever translates outside of the studio: making one, and bringing one back. */
import { saveFile } from '../ui/save-file.js';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, language, languageName, msg, str } from '../localization/localize.js';
import type { DraftSession } from '../model/session.js';
import type { FileKind, ReadTranslations } from '../model/translation-files.js';
import { StudioElement } from '../ui/element.js';
import { notice } from './save-state.js';

const load = (): Promise<typeof import('../model/translation-files.js')> =>
  import('../model/translation-files.js');

const FILE_KINDS: readonly (readonly [FileKind, () => string])[] = [
  ['docx', () => msg('Word, in two columns', { id: 'studio-tf-word' })],
  ['csv', () => msg('Excel (CSV)', { id: 'studio-tf-csv' })],
  ['xliff', () => msg('XLIFF, for a translation agency', { id: 'studio-tf-xliff' })],
];

export class TranslationFiles extends StudioElement {
  static override properties = {
    session: { attribute: false },
    target: { type: String },
    _read: { state: true },
    _problem: { state: true },
  };
  declare session: DraftSession;
  /** BCP 47 */
  declare target: string;
  declare private _read: { taken: ReadTranslations; outcomes: readonly string[] } | undefined;
  declare private _problem: string | undefined;

  protected override render(): TemplateResult {
    const name = languageName(this.target);
    return html`<details class="more">
      <summary>${msg('Translate in a file', { id: 'studio-tf' })}</summary>
      <div class="more-fields">
        <div class="field"><span class="label-text" id="tf-out">${msg(str`For who translates to ${name}`, { id: 'studio-tf-out' })}</span>
          <span class="hint">${msg('All texts beside what is translated already. What is missing or behind is marked.', { id: 'studio-tf-out-hint' })}</span>
          <div class="actions" role="group" aria-labelledby="tf-out">${FILE_KINDS.map(([kind, label]) => html`<button class="button small" @click=${() => void this.#save(kind)}>${label()}</button>`)}</div></div>
        <div class="field"><label for="tf-in"><span class="label-text">${msg('A translated file', { id: 'studio-tf-in' })}</span></label>
          <span class="hint">${msg('One that was made here. A translation of an older text never takes the place of a newer one.', { id: 'studio-tf-in-hint' })}</span>
          <input id="tf-in" type="file" accept=".docx,.csv,.xlf,.xliff" @change=${(event: Event) => void this.#take(event.target as HTMLInputElement)} /></div>
        ${this._problem ? notice('alert', this._problem) : nothing} ${this.#report()}
      </div>
    </details>`;
  }

  async #save(kind: FileKind): Promise<void> {
    const { translationFile } = await load();
    saveFile(await translationFile(this.session.draft, this.target, kind));
  }

  async #take(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    this._read = this._problem = undefined;
    const { readTranslated, describeOutcome, describeTranslationError, TranslationFileError } =
      await load();
    try {
      const taken = await readTranslated(file, this.session.draft);
      if (!this.#mayWrite(taken.lang))
        this._problem = msg(
          str`This file is in ${languageName(taken.lang)}. Somebody with the role to translate it does this.`,
          { id: 'studio-tf-role' },
        );
      else if (taken.edits.length && !this.session.edit(taken.edits))
        this._problem = msg('The policy changed meanwhile. Choose the file again.', {
          id: 'studio-tf-changed',
        });
      else
        this._read = {
          taken,
          outcomes: taken.outcomes.map(
            ([outcome, count]) => `${formatNumber(count)} ${describeOutcome(outcome, language())}`,
          ),
        };
    } catch (error) {
      this._problem =
        error instanceof TranslationFileError
          ? describeTranslationError(error, language())
          : msg('This file could not be read. Ask whoever translated to save it again.', {
              id: 'studio-tf-wrong',
            });
    } finally {
      input.value = '';
    }
  }

  #mayWrite(lang: string): boolean {
    const { roles } = this.session;
    return roles.has('write') || roles.has(`translate:${lang}`);
  }

  #report(): TemplateResult | typeof nothing {
    const read = this._read;
    if (!read) return nothing;
    const { lang, marksDiffer } = read.taken;
    return html`<div role="status">
      <p><strong>${msg(str`Texts in ${languageName(lang)}`, { id: 'studio-tf-report' })}</strong></p>
      <ul>${read.outcomes.map((outcome) => html`<li>${outcome}</li>`)}</ul>
      ${
        marksDiffer.length
          ? html`<p>${msg('Look at these again: bold words, lists or links differ from the source.', { id: 'studio-tf-marks' })}</p>
            <ul>${marksDiffer.slice(0, 50).map(({ target }) => html`<li lang=${lang}>${target.slice(0, 120)}</li>`)}</ul>`
          : nothing
      }
    </div>`;
  }
}
