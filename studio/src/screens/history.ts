/** What the text was before, and the way back. */
import type { Draft } from '@policy-elements/authoring';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { api, type ApprovalRecord, type ListedRevision } from '../api/client.js';
import { formatMoment, msg, str } from '../localization/localize.js';
import { languagesIn } from '../model/policy.js';
import { DraftElement } from '../ui/element.js';
import { recordView } from '../views/approval-record.js';
import { changesView } from '../views/changes.js';
import { notLoaded, sessionNotices } from '../views/save-state.js';

export class StudioHistory extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    _revisions: { state: true },
    _open: { state: true },
    _text: { state: true },
    _record: { state: true },
    _failed: { state: true },
    _lang: { state: true },
  };
  declare private _revisions: readonly ListedRevision[] | undefined;
  /** What is open: publishing and what was saved before it are one revision. */
  declare private _open: ListedRevision | undefined;
  declare private _text: Draft | undefined;
  /** Who approved the version that is open. */
  declare private _record: ApprovalRecord | undefined;
  /** What could not be had, to be asked again. */
  declare private _failed: (() => Promise<void>) | undefined;
  /** BCP 47: in which what changed is told. */
  declare private _lang: string | undefined;

  /** The state of the draft that was listed last. */
  #listed: number | undefined;

  /** What somebody else saves meanwhile is listed as well. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#listed !== this.session.revision) void this.#load();
  }

  async #load(): Promise<void> {
    this.#listed = this.session.revision;
    await this.#try(async () => {
      this._revisions = await api.revisions(this.session.policy);
    });
  }

  /** An answer that did not come is told: it does not mean that there is nothing. */
  async #try(work: () => Promise<void>): Promise<void> {
    this._failed = undefined;
    try {
      await work();
    } catch {
      this._failed = () => this.#try(work);
    }
  }

  async #show(listed: ListedRevision): Promise<void> {
    const { revision, kind, version } = listed;
    this._text = this._record = undefined;
    this._open = isSame(this._open, listed) ? undefined : listed;
    if (this._open === undefined) return;
    await this.#try(async () => {
      const text = await api.revision(this.session.policy, revision);
      if (this._open !== listed) return;
      this._text = text;
      if (kind !== 'published' || version === undefined) return;
      const record = await api.approvalRecord(this.session.policy, version);
      if (this._open === listed) this._record = record;
    });
  }

  async #restore(revision: number): Promise<void> {
    if (!(await this.session.settled())) return;
    await this.#try(async () => {
      this.session.adopt(await api.restore(this.session.policy, revision));
      this._open = undefined;
      await this.#load();
    });
  }

  protected override render(): TemplateResult {
    return html`<div class="page narrow">
      ${sessionNotices(this.session)}
      <h1 tabindex="-1">${msg('Earlier versions', { id: 'studio-tab-history' })}</h1>
      <p class="standfirst">${msg('Every state that was kept. Going back makes a new state: nothing is lost by it, and nothing is published by it.', { id: 'studio-history-about' })}</p>
      ${this._failed ? notLoaded(this._failed) : nothing}
      <ol class="revisions">
        ${(this._revisions ?? []).map((each) => this.#row(each))}
      </ol>
      ${this.#transfer()}
    </div>`;
  }

  /** Comes where it is wanted. */
  #transfer(): TemplateResult | typeof nothing {
    const { me, roles } = this.session;
    if (me.file || !roles.has('write')) return nothing;
    void import('../views/draft-transfer.js');
    return html`<draft-transfer .session=${this.session}></draft-transfer>`;
  }

  #isWithdrawal(version: string | undefined): boolean {
    const known = this.session.opened.published?.find((each) => each.version === version);
    return known?.status === 'withdrawn';
  }

  /** The newest state that says what the draft says now: it is not gone back to. */
  #current(): ListedRevision | undefined {
    const { digest, revision } = this.session;
    return (
      this._revisions?.find((each) => each.digest === digest) ??
      this._revisions?.find((each) => each.revision === revision)
    );
  }

  #row(listed: ListedRevision): TemplateResult {
    const { revision, kind, at, author, version } = listed;
    const current = listed === this.#current();
    const words = {
      created: msg('Begun', { id: 'studio-rev-created' }),
      published: this.#isWithdrawal(version)
        ? msg(str`Withdrawn, as version ${version ?? ''}`, { id: 'studio-rev-withdrawn' })
        : msg(str`Version ${version ?? ''} published`, { id: 'studio-rev-published' }),
      restored: msg('Gone back to an earlier state', { id: 'studio-rev-restored' }),
      autosave: msg('Saved while writing', { id: 'studio-rev-autosave' }),
    }[kind];
    const open = isSame(this._open, listed);
    const lang = this._lang ?? languagesIn(this.session.draft)[0] ?? 'en';
    return html`<li class=${kind}>
      <button class="thing-title" aria-expanded=${String(open)} @click=${() => void this.#show(listed)}>
        <span><strong>${words}</strong> <span class="muted">${formatMoment(at)}${author ? ` · ${author}` : ''}</span>${current ? html` <span class="current-state">${msg('Current state', { id: 'studio-rev-current' })}</span>` : nothing}</span>
      </button>
      ${
        open && this._text
          ? html`<div class="thing-form">
            ${this._record ? recordView(this._record) : nothing}
            <h2>${msg('What changed from then to now', { id: 'studio-since-then' })}</h2>
            ${changesView(this.session.draft, this._text, lang, (tag) => void (this._lang = tag))}
            ${this.session.roles.has('write') && !current ? html`<button class="button" @click=${() => void this.#restore(revision)}>${msg('Go back to this', { id: 'studio-restore' })}</button>` : nothing}
          </div>`
          : nothing
      }
    </li>`;
  }
}

const isSame = (one: ListedRevision | undefined, other: ListedRevision): boolean =>
  one?.revision === other.revision && one.kind === other.kind;
