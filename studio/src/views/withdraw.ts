/** Withdrawing a policy, with a reason. */
import { html, nothing, type TemplateResult } from 'lit';
import { api, ApiError } from '../api/client.js';
import { msg, str } from '../localization/localize.js';
import { DraftElement } from '../ui/element.js';
import { notice } from './save-state.js';

/** The version that readers see; nothing where none is, or it is withdrawn. */
const shownVersion = ({ session }: DraftElement): string | undefined => {
  const newest = session.opened.published?.[0];
  return newest?.status === 'published' ? newest.version : undefined;
};

export class WithdrawPolicy extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    done: { attribute: false },
    _reason: { state: true },
    _busy: { state: true },
    _failed: { state: true },
  };
  /** Told when it is withdrawn. */
  declare done: () => void;
  declare private _reason: string;
  declare private _busy: boolean;
  declare private _failed: string | undefined;

  constructor() {
    super();
    this._reason = '';
    this._busy = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { roles, me } = this.session;
    if (me.file || !roles.has('publish') || shownVersion(this) === undefined) return nothing;
    const version = shownVersion(this)!;
    return html`<details class="more withdraw">
      <summary>${msg('Withdraw this policy', { id: 'studio-wd-title' })}</summary>
      <p>${msg('Pages that show it say from then on that it was withdrawn, and nobody can confirm it. It is back with the next version you publish.', { id: 'studio-wd-about' })}</p>
      <div class="field"><label for="wd-reason"><span class="label-text">${msg('Why?', { id: 'studio-wd-reason' })}</span></label>
        <p class="hint" id="wd-hint">${msg('Kept with the version, for your colleagues. Readers do not see it.', { id: 'studio-wd-hint' })}</p>
        <textarea class="input" id="wd-reason" rows="3" maxlength="2000" aria-describedby="wd-hint wd-failed" .value=${this._reason} @input=${(event: Event) => void (this._reason = (event.target as HTMLTextAreaElement).value)}></textarea></div>
      <div id="wd-failed">${this._failed ? notice('alert', this._failed) : nothing}</div>
      <div class="actions"><button class="button danger" ?disabled=${this._busy} @click=${() => void this.#withdraw()}>${msg(str`Withdraw version ${version}`, { id: 'studio-wd-do' })}</button></div>
    </details>`;
  }

  async #withdraw(): Promise<void> {
    const { session } = this;
    const reason = this._reason.trim();
    if (!reason) {
      this._failed = msg('Say why, for who looks for it later.', { id: 'studio-wd-why' });
      this.querySelector('textarea')?.focus();
      return;
    }
    this._busy = true;
    this._failed = undefined;
    try {
      if (!(await session.settled())) {
        this._failed = msg('What you wrote is not saved yet. Wait until it says “Saved”.', {
          id: 'studio-wd-unsaved',
        });
        return;
      }
      session.adopt(await api.withdraw(session.policy, shownVersion(this)!, reason));
      this._reason = '';
      this.done();
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      const isOld = code === 'stale-version' || code === 'withdrawn';
      if (isOld) await session.refresh();
      this._failed = isOld
        ? msg('Somebody published or withdrew a version a moment ago. Look at it again.', {
            id: 'studio-wd-moved',
          })
        : msg('The server did not answer. Nothing was withdrawn: try again.', {
            id: 'studio-wd-failed',
          });
    } finally {
      this._busy = false;
    }
  }
}
