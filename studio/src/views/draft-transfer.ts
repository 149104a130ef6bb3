/** The draft as one file for another server, and back in after one has seen what changes. */
import { html, nothing, type TemplateResult } from 'lit';
import { api, ApiError, type LookedAt } from '../api/client.js';
import { msg, str } from '../localization/localize.js';
import { languagesIn } from '../model/policy.js';
import { define, DraftElement } from '../ui/element.js';
import { saveFile } from '../ui/save-file.js';
import { changesView } from './changes.js';
import { notice } from './save-state.js';

export class DraftTransfer extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    _looked: { state: true },
    _problem: { state: true },
    _done: { state: true },
    _lang: { state: true },
  };
  /** A file, and what it would change. */
  declare private _looked: { file: unknown; seen: LookedAt } | undefined;
  declare private _problem: string | undefined;
  declare private _done: boolean;
  /** BCP 47: in which what changes is told. */
  declare private _lang: string | undefined;

  protected override render(): TemplateResult {
    return html`<details class="more">
      <summary>${msg('To or from another server', { id: 'studio-tx' })}</summary>
      <div class="more-fields">
        <div class="field"><span class="label-text" id="tx-out">${msg('This draft as one file', { id: 'studio-tx-out' })}</span>
          <span class="hint">${msg('With its images and the state of every translation. Comments, approvals and names stay here.', { id: 'studio-tx-out-hint' })}</span>
          <div class="actions"><button class="button small" aria-describedby="tx-out" @click=${() => void this.#save()}>${msg('Save as a file', { id: 'studio-tx-save' })}</button></div></div>
        <div class="field"><label for="tx-in"><span class="label-text">${msg('A file of this policy, from another server', { id: 'studio-tx-in' })}</span></label>
          <span class="hint">${msg('First you see what it changes. Nothing is lost: what is here now stays among the earlier versions.', { id: 'studio-tx-in-hint' })}</span>
          <input id="tx-in" type="file" accept=".json" @change=${(event: Event) => void this.#look(event.target as HTMLInputElement)} /></div>
        ${this._problem ? notice('alert', this._problem) : nothing}
        ${this._done ? notice('check', msg('It is taken in.', { id: 'studio-tx-done' })) : nothing}
        ${this._looked ? this.#seen(this._looked.seen) : nothing}
      </div>
    </details>`;
  }

  #seen({ policy, present }: LookedAt): TemplateResult {
    const lang = this._lang ?? languagesIn(policy)[0] ?? 'en';
    return html`<section class="transfer"><h2 tabindex="-1">${msg('What the file changes here', { id: 'studio-tx-changes' })}</h2>
      ${changesView(policy, present?.policy, lang, (tag) => void (this._lang = tag))}
      <div class="actions"><button class="button primary" @click=${() => void this.#take()}>${msg('Take it in', { id: 'studio-tx-take' })}</button>
        <button class="button" @click=${() => void (this._looked = undefined)}>${msg('Leave it', { id: 'studio-tx-leave' })}</button></div></section>`;
  }

  async #save(): Promise<void> {
    this._problem = undefined;
    try {
      await this.session.settled();
      const { policy } = this.session;
      const text = JSON.stringify(await api.draftFile(policy));
      saveFile(new File([text], `${policy}.draft.json`, { type: 'application/json' }));
    } catch (error) {
      this._problem = problemOf(error);
    }
  }

  async #look(input: HTMLInputElement): Promise<void> {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    this._problem = this._looked = undefined;
    this._done = false;
    try {
      await this.session.settled();
      const file = JSON.parse(await chosen.text()) as unknown;
      const seen = await api.lookAtFile(file);
      const id = seen.policy['id'];
      if (id !== this.session.policy)
        this._problem = msg(
          str`This is a file of another policy, “${id}”. Open that one, or begin it with New policy.`,
          { id: 'studio-tx-other' },
        );
      else this._looked = { file, seen };
    } catch (error) {
      this._problem = problemOf(error);
    } finally {
      input.value = '';
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('.transfer h2')?.focus();
  }

  async #take(): Promise<void> {
    const { file, seen } = this._looked!;
    try {
      this.session.adopt(await api.takeFile(file, seen.present?.digest));
      this._looked = undefined;
      this._done = true;
    } catch (error) {
      this._looked = undefined;
      this._problem = problemOf(error);
    }
  }
}

function problemOf(error: unknown): string {
  if (error instanceof ApiError && error.status === 409)
    return msg('The draft here changed meanwhile. Choose the file again.', {
      id: 'studio-tx-moved',
    });
  if (error instanceof ApiError && error.status === 413)
    return msg('This is more than the server takes in one file: 30 MB.', { id: 'studio-tx-large' });
  if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
    const { pointer = '' } = error.body as { pointer?: string };
    return pointer.startsWith('/images')
      ? msg(
          'An image in this file is missing or damaged. Save the file again on the other server.',
          {
            id: 'studio-tx-image',
          },
        )
      : wrong();
  }
  return error instanceof SyntaxError
    ? wrong()
    : msg('That did not work. Try again in a moment.', { id: 'studio-as-failed' });
}

const wrong = (): string =>
  msg('This is no file of a draft, or it is damaged. Save it again on the other server.', {
    id: 'studio-tx-wrong',
  });

define('draft-transfer', DraftTransfer);
