import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AcknowledgementRecord } from '../../acknowledgement/record.js';
import { validityOf } from '../../acknowledgement/validity.js';
import type { HostHeaders } from '../../acknowledgement/host-headers.js';
import type { StatusDetail } from '../../acknowledgement/status.js';
import { AcknowledgementStatus } from '../../controllers/acknowledgement-status.js';
import { holdStill } from '../../controllers/hold-still.js';
import { Submission, type SubmissionOptions } from '../../controllers/submission.js';
import { VisibilityController } from '../../controllers/visibility-controller.js';
import {
  PolicyAcknowledgeEvent,
  PolicyCompareEvent,
  PolicyProblemEvent,
  PolicyRecordedEvent,
} from '../../events.js';
import { icon } from '../../icons/icon.js';
import { UNKNOWN_VERSION } from '../../policy/unknown-version.js';
import type { Act } from '../../policy/schema.js';
import { loadElement } from '../../sections.js';
import { problemText, textProblem, unreadableText } from './labels.js';
import { earlierNote, earlierPanel, type Earlier } from './earlier.js';
import { answerForm } from './form.js';
import { receiptPanel } from './receipt.js';
import { waitingPanel, waitingTitle } from './waiting.js';
import { styles } from './policy-acknowledgement.styles.js';
import { PolicyElement } from '../policy-element.js';
import { heading } from '../shared/heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { rich } from '../shared/text.js';

const ACTS: readonly Act[] = ['acknowledge'];

/**
 * The form with which a reader confirms having read the policy. "Recorded" is said only when the
 * endpoint has said so; until then the answer is kept, and sent again.
 *
 * @tagname policy-acknowledgement
 * @csspart heading - The title.
 * @csspart section - The whole of it.
 * @csspart statement - The sentence agreed to.
 * @csspart form - The form.
 * @csspart earlier - What an answer given before still means.
 * @csspart waiting - An answer that waits to be sent.
 * @csspart receipt - What was recorded.
 * @fires {PolicyAcknowledgeEvent} policy-acknowledge - Before a record is sent; cancelable.
 * @fires {PolicyRecordedEvent} policy-recorded - The endpoint confirmed the record.
 * @fires {PolicyStatusEvent} policy-status - It is known how the reader stands, or that has changed.
 * @fires {PolicyCompareEvent} policy-compare - The reader wants to see what changed; cancelable.
 */
export class PolicyAcknowledgement extends PolicyElement {
  static override styles = [...PolicyElement.styles, styles];
  static override properties = {
    ...PolicyElement.properties,
    endpoint: { type: String },
    subject: { type: String },
    headers: { attribute: false },
    send: { attribute: false },
    _act: { state: true },
    _asked: { state: true },
    _compared: { state: true },
    _begun: { state: true },
  };

  /** Where records are sent. */
  declare endpoint: string | undefined;
  /** An opaque id of the reader, where the page knows it: a hint, the endpoint knows who is signed in. */
  declare subject: string | undefined;
  /** Headers for the request, e.g. a token. */
  declare headers: HostHeaders | undefined;
  /**
   * Sends the record in the element's place; resolves to the `Response` of an endpoint, to
   * `{ recordedAt }`, or to `true`. Anything else is no confirmation.
   */
  declare send: ((record: AcknowledgementRecord) => Promise<unknown>) | undefined;

  declare private _act: Act | undefined;
  declare private _asked: 'act' | 'reason' | undefined;
  /** The version to show what changed since. */
  declare private _compared: string | undefined;
  /** The reader has begun with the form: it stays, though an answer holds or is told of later. */
  declare private _begun: boolean;
  readonly #view: VisibilityController = new VisibilityController(this);
  readonly #submission: Submission = new Submission(this, this.#serve());
  readonly #status: AcknowledgementStatus = new AcknowledgementStatus(this, { asks: false });
  /** The text for which it was told that it cannot be confirmed. */
  #toldUnpublished: unknown;

  /** How the reader stands towards the policy; `unknown` until the endpoint has said. */
  get status(): StatusDetail {
    return this.#status.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    const form = this._begun && this.renderRoot.querySelector('form');
    holdStill(form, () => super.update(changed));
    if (focused && !focused.isConnected)
      this.#focus('.receipt, .waiting, input:enabled, [type=submit]');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this._compared) void loadElement('policy-changes');
    const { view } = this;
    if (!view?.policy.acknowledgement) return;
    if (this.#view.near) void this.#submission.ask(view.read).catch(() => undefined);
    this.#tellUnpublished(view);
  }

  protected override renderPolicy(view: PolicyView): unknown {
    if (!view.policy.acknowledgement) {
      return html`<p class="empty">
        ${this.l10n.msg('This policy asks for no confirmation.', { id: 'ack-none' })}
      </p>`;
    }
    const title = this.l10n.msg('Acknowledgement', { id: 'ack-heading' });
    return html`<section class="section" part="section" id="acknowledgement">
      ${heading(view.level, title, 'section-title')} ${this.#body(view)}
      ${this._compared ? this.#changes(view, this._compared) : nothing}
      <p class="visually-hidden" role="status">${this.#told(view)}</p>
    </section>`;
  }

  #body(view: PolicyView): unknown {
    const { state } = this.#submission;
    if (state.status === 'recorded') {
      const { record, confirmation } = state;
      const title = this.l10n.msg('Recorded', { id: 'recorded' });
      const given = { ...record, recordedAt: confirmation.recordedAt ?? record.at };
      const { until } = validityOf(given, view.policy);
      return receiptPanel(view, { record, ...confirmation }, { title, until });
    }
    if ('item' in state && state.item) {
      return waitingPanel(view, state.item, state.status === 'sending', {
        retryNow: () => void this.retry(),
        takeBack: () => void this.#submission.forget(),
        ignore: () => this.#submission.ignore(),
      });
    }
    const earlier = this.#earlier(view);
    const answering = this._begun || state.status !== 'idle';
    if (earlier?.validity.state === 'holds' && !answering) return earlierPanel(view, earlier);
    const { statement } = view.policy.acknowledgement!;
    const open = this.#open(view);
    return html`<div class="before" role=${this._begun ? 'status' : nothing}>
        ${earlierNote(view, earlier)} ${open && this.#submission.isReady ? this.#before(view) : nothing}
      </div>
      <div class="statement" part="statement">${rich(view, statement)}</div>
      ${open ? this.#answer(view) : this.#shut(view)}`;
  }

  /** What a reader has to know before answering. */
  #before(view: PolicyView): unknown[] {
    const { isSignedOut, isUnreadable } = this.#submission;
    return [
      isSignedOut ? note(problemText(view.l10n, 'not-signed-in')) : nothing,
      isUnreadable ? note(unreadableText(view.l10n)) : nothing,
      this._begun && this.#isUnpublished
        ? note(textProblem(view, this.#submission.text!))
        : nothing,
    ];
  }

  get #isUnpublished(): boolean {
    const { text } = this.#submission;
    return text !== undefined && text.state !== 'published';
  }

  #tellUnpublished({ read }: PolicyView): void {
    if (!this.#isUnpublished || this.#toldUnpublished === read.source) return;
    this.#toldUnpublished = read.source;
    const { text } = this.#submission;
    this.dispatchEvent(new PolicyProblemEvent('unpublished-text', [], text));
  }

  #earlier({ policy }: PolicyView): Earlier | undefined {
    const { own } = this.#submission;
    return (
      own && {
        own,
        validity: validityOf(own, policy),
        compare: () => this.#compare(own.version),
        anew: () => (this._begun = true),
      }
    );
  }

  /** The form; not for a text that could not be confirmed, unless the reader is at it already. */
  #answer(view: PolicyView): unknown {
    if (this.#isUnpublished && !this._begun) return note(textProblem(view, this.#submission.text!));
    return this.#submission.isReady ? this.#form(view) : nothing;
  }

  #told(view: PolicyView): unknown {
    switch (this.#submission.state.status) {
      case 'sending':
        return this.l10n.msg('Sending…', { id: 'ack-sending' });
      case 'waiting':
        return waitingTitle(view);
      case 'recorded':
        return this.l10n.msg('Recorded', { id: 'recorded' });
      default:
        return nothing;
    }
  }

  /** Only a published policy whose id and version can be read is something to confirm. */
  #open({ policy, read }: PolicyView): boolean {
    const unsound = /^\/(id|version|format|acknowledgement)(\/|$)/;
    return (
      policy.status === 'published' &&
      policy.version !== UNKNOWN_VERSION &&
      !read.findings.some(({ grade, pointer }) => grade === 'error' && unsound.test(pointer))
    );
  }

  #shut({ policy }: PolicyView): TemplateResult {
    const { l10n } = this;
    const reasons = {
      draft: l10n.msg('This is a draft: it can be confirmed once it is published.', {
        id: 'ack-draft',
      }),
      withdrawn: l10n.msg('This policy was withdrawn: there is nothing to confirm any more.', {
        id: 'ack-withdrawn',
      }),
      published: l10n.msg(
        'The policy has errors: it cannot be confirmed until the editor has corrected them.',
        { id: 'ack-unsound' },
      ),
    };
    return note(reasons[policy.status]);
  }

  #form(view: PolicyView): TemplateResult {
    const { acts = ACTS } = view.policy.acknowledgement!;
    return answerForm(view, {
      acts: acts.length ? acts : ACTS,
      chosen: this._act,
      asked: this._asked,
      state: this.#submission.state,
      submit: (event) => void this.#submit(event, view),
      change: this.#onChange,
      begin: this.#begin,
      understood: () => void this.#submission.forget(),
    });
  }

  /** Where no viewer shows them. */
  #changes(view: PolicyView, version: string): TemplateResult {
    return html`<policy-changes
      .policy=${view.policy}
      .lang=${view.l10n.lang}
      .headingLevel=${Math.min(view.level + 1, 6)}
      .knownVersion=${version}
    ></policy-changes>`;
  }

  /** Sends an answer that waits, as pressing "Send now" does. */
  async retry(): Promise<void> {
    await this.#submission.retryNow();
  }

  readonly #begin = ({ type }: Event): void => {
    this._begun = true;
    if (type === 'focusin') this.#submission.prepare();
  };

  readonly #onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this._begun = true;
    this._asked = undefined;
    if (this.#submission.state.status === 'failed') void this.#submission.forget();
    if (input.name === 'act') this._act = input.checked ? (input.value as Act) : undefined;
  };

  async #submit(event: Event, view: PolicyView): Promise<void> {
    event.preventDefault();
    if (this.#submission.isBusy) return;
    this._begun = true;
    const reason = this.renderRoot.querySelector<HTMLTextAreaElement>('#reason')?.value.trim();
    const act = this._act;
    this._asked = !act ? 'act' : act !== 'acknowledge' && !reason ? 'reason' : undefined;
    if (!act || this._asked) {
      await this.updateComplete;
      return this.#focus(this._asked === 'reason' ? '#reason' : 'input');
    }
    // Fields can hold no focus while it is being sent.
    this.#focus('[type=submit]');
    const { lang, audience, read } = view;
    const { subject } = this;
    const deed = { act, lang, audience, ...(reason && { reason }), ...(subject && { subject }) };
    await this.#submission.submit(read, deed);
  }

  #compare(version: string): void {
    if (this.dispatchEvent(new PolicyCompareEvent(version))) this._compared = version;
  }

  #serve(): SubmissionOptions {
    const announce = (record: AcknowledgementRecord) => {
      const event = new PolicyAcknowledgeEvent(record);
      this.dispatchEvent(event);
      return { canceled: event.defaultPrevented, response: event.response };
    };
    return {
      transport: () => {
        const { endpoint, headers, send } = this;
        return { announce, endpoint, headers, send };
      },
      recorded: (record, { receipt }) => {
        this._act = undefined;
        this._begun = false;
        this.dispatchEvent(new PolicyRecordedEvent(record, receipt));
      },
      failed: (code, cause) => this.dispatchEvent(new PolicyProblemEvent(code, [], cause)),
    };
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const note = (text: string): TemplateResult =>
  html`<p class="note">${icon('info')} <span>${text}</span></p>`;
