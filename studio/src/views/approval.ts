/** Approval: how the text stands, and the decision of whoever may take it. */
import { html, nothing, type TemplateResult } from 'lit';
import { api, ApiError, type ApprovalEntry, type Approvals } from '../api/client.js';
import { formatMoment, msg, str } from '../localization/localize.js';
import { ownLanguages } from '../model/roles.js';
import type { DraftSession } from '../model/session.js';
import { addressOf } from '../router.js';
import { DraftElement } from '../ui/element.js';
import { notice } from './save-state.js';

export const nameOf = ({ person }: ApprovalEntry): string =>
  person ?? msg('somebody whose name is no longer kept', { id: 'studio-ap-nameless' });

/** What was done last of one kind. */
export const last = ({ log }: Approvals, act: ApprovalEntry['act']): ApprovalEntry | undefined =>
  log.findLast((entry) => entry.act === act);

export const whyRefused = (policy: string): TemplateResult =>
  html`<a href=${addressOf({ view: 'publish', policy })}>${msg('Read why', { id: 'studio-ap-read-why' })}</a>`;

/** Above a text that one may change: that it came back, or what a change would end. */
export function approvalNotice(session: DraftSession): TemplateResult | typeof nothing {
  const { approval, revision, scheduled } = session.opened;
  if (revision !== session.revision || session.state !== 'saved') return nothing;
  if (scheduled !== undefined) {
    const when = formatMoment(scheduled);
    return notice(
      'info',
      msg(
        str`This text will be published by itself on ${when}. Any change ends that: then nothing is published.`,
        { id: 'studio-sch-notice' },
      ),
    );
  }
  if (approval === 'rejected')
    return notice(
      'alert',
      msg('This text was sent back: somebody asked for changes.', { id: 'studio-ap-back-notice' }),
      whyRefused(session.policy),
    );
  if (approval !== 'requested' && approval !== 'approved') return nothing;
  if (ownLanguages(session).length)
    return notice(
      'info',
      msg(
        'Approval of this text was asked for, or given. You may translate: that ends it, and whoever asked for it asks again.',
        { id: 'studio-ap-translator' },
      ),
    );
  return notice(
    'info',
    approval === 'approved'
      ? msg('This text is approved. Any change ends that, and approval is asked for again.', {
          id: 'studio-ap-approved-notice',
        })
      : msg('Approval was asked for. Any change ends that, and approval is asked for again.', {
          id: 'studio-ap-requested-notice',
        }),
  );
}

/** Of what somebody asked for, or approved, the text has changed since. */
export function endedNotice(approvals: Approvals | undefined): TemplateResult | typeof nothing {
  const entry = approvals?.log.findLast(({ act }) =>
    /^(requested|approved|rejected|published|withdrawn)$/.test(act),
  );
  if (!entry || !/^(requested|approved)$/.test(entry.act) || approvals!.state !== 'none')
    return nothing;
  const [version, when] = [entry.version, formatMoment(entry.at)];
  return notice(
    'alert',
    entry.act === 'requested'
      ? msg(
          str`Approval of version ${version} was asked for on ${when}. It has ended, as the text was changed since: ask again.`,
          { id: 'studio-ap-ended' },
        )
      : msg(
          str`Version ${version} was approved on ${when}. That has ended, as the text was changed since: ask again.`,
          { id: 'studio-ap-approved-ended' },
        ),
  );
}

/** How it stands, with what is asked or was approved. */
export function approvalStatus(
  session: DraftSession,
  approvals: Approvals,
  facts: TemplateResult,
): TemplateResult {
  const version = session.draft['version'] as string;
  const approved = approvals.state === 'approved';
  const entry = approved ? last(approvals, 'approved') : undefined;
  const [who, when] = entry ? [nameOf(entry), formatMoment(entry.at)] : ['', ''];
  return html`<section class="approval ${approvals.state}" role="status">
    <h2>${approved ? msg(str`Version ${version} is approved`, { id: 'studio-ap-approved' }) : msg(str`Version ${version} waits for approval`, { id: 'studio-ap-requested' })}</h2>
    <p>${entry ? msg(str`By ${who}, ${when}.`, { id: 'studio-ap-approved-by' }) : nothing}
      ${msg('Any change to the text ends this, and approval is asked for again.', { id: 'studio-ap-ends' })}</p>
    ${entry?.remark ? html`<p class="said">${entry.remark}</p>` : nothing}
    ${facts}
  </section>`;
}

/** The decision of who may take it, below what changed. */
export class ApprovalDecision extends DraftElement {
  static override properties = {
    ...DraftElement.properties,
    approvals: { attribute: false },
    decided: { attribute: false },
    _remark: { state: true },
    _busy: { state: true },
    _failed: { state: true },
  };
  declare approvals: Approvals;
  /** Told what is known after a decision, or that the text has changed. */
  declare decided: (approvals?: Approvals) => void;
  declare private _remark: string;
  declare private _busy: boolean;
  declare private _failed: string | undefined;

  constructor() {
    super();
    this._remark = '';
    this._busy = false;
  }

  protected override render(): TemplateResult {
    const version = this.session.draft['version'] as string;
    const approved = this.approvals.state === 'approved';
    const { fourEyes, own } = this.approvals;
    const mayApprove = !approved && !(fourEyes && own);
    return html`<section class="decision">
      <h2>${msg('Your decision', { id: 'studio-ap-decide' })}</h2>
      ${fourEyes && own ? html`<p>${msg('You wrote some of this text, so somebody else approves it. You can send it back.', { id: 'studio-ap-own' })}</p>` : nothing}
      <div class="field"><label for="ap-remark"><span class="label-text">${msg('A word about it', { id: 'studio-ap-remark' })}</span></label>
        <p class="hint" id="ap-remark-hint">${msg('Needed to send it back: what should be different?', { id: 'studio-ap-remark-hint' })}</p>
        <textarea class="input" id="ap-remark" rows="3" maxlength="2000" aria-describedby="ap-remark-hint ap-failed" .value=${this._remark} @input=${(event: Event) => void (this._remark = (event.target as HTMLTextAreaElement).value)}></textarea></div>
      <div id="ap-failed">${this._failed ? notice('alert', this._failed) : nothing}</div>
      <div class="actions">
        ${mayApprove ? html`<button class="button primary large" ?disabled=${this._busy} @click=${() => void this.#decide('approved')}>${msg(str`Approve version ${version}`, { id: 'studio-ap-approve' })}</button>` : nothing}
        <button class="button" ?disabled=${this._busy} @click=${() => void this.#decide('rejected')}>${msg('Send back', { id: 'studio-ap-reject' })}</button>
      </div>
    </section>`;
  }

  async #decide(decision: 'approved' | 'rejected'): Promise<void> {
    const remark = this._remark.trim();
    if (decision === 'rejected' && !remark) {
      this._failed = msg('Say what should be different, then send it back.', {
        id: 'studio-ap-reject-why',
      });
      this.querySelector('textarea')?.focus();
      return;
    }
    const { session } = this;
    this._busy = true;
    this._failed = undefined;
    try {
      const told = await api.decide(session.policy, session.digest, decision, remark);
      this._remark = '';
      this.decided(told);
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      this._failed = failure(code);
      if (code === 'draft-moved') {
        await session.refresh();
        this.decided();
      }
    } finally {
      this._busy = false;
    }
  }
}

function failure(code: string): string {
  if (code === 'draft-moved' || code === 'not-requested')
    return msg('The text was changed a moment ago. Look at it again.', { id: 'studio-ap-moved' });
  if (code === 'own-text')
    return msg('You wrote some of this text, so somebody else approves it. You can send it back.', {
      id: 'studio-ap-own',
    });
  return msg('The server did not answer. Nothing was decided: try again.', {
    id: 'studio-ap-failed',
  });
}
