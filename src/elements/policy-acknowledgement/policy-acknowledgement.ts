import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AcknowledgementRecord, RecordInput } from '../../acknowledgement/record.js';
import { validityOf } from '../../acknowledgement/validity.js';
import type { HostHeaders } from '../../acknowledgement/host-headers.js';
import type { TextState } from '../../acknowledgement/published-text.js';
import type { StatusDetail } from '../../acknowledgement/status.js';
import { AcknowledgementStatus } from '../../controllers/acknowledgement-status.js';
import { holdStill } from '../../controllers/scroll-anchor.js';
import { Submission, type SubmissionOptions } from '../../controllers/submission.js';
import { developerNotes } from '../../controllers/notes-loader.js';
import { VisibilityController } from '../../controllers/visibility-controller.js';
import {
  PolicyAcknowledgeEvent,
  PolicyCompareEvent,
  PolicyProblemEvent,
  PolicyRecordedEvent,
} from '../../events.js';
import type { Act, Policy } from '../../policy/schema.js';
import { loadElement } from '../../sections.js';
import {
  canBeConfirmed,
  circumstanceNotes,
  closedNote,
  dueNote,
  unpublishedNote,
} from './notes.js';
import { earlierNote, earlierPanel, type Earlier } from './earlier.js';
import { answerForm, type Form } from './form.js';
import { receiptPanel } from './receipt.js';
import { waitingPanel, waitingTitle } from './waiting.js';
import { styles } from './policy-acknowledgement.styles.js';
import { PolicyElement } from '../policy-element.js';
import { heading } from '../shared/heading.js';
import type { PolicyView } from '../shared/policy-view.js';
import { rich } from '../shared/text.js';

const ACTS: readonly Act[] = ['acknowledge'];
const actsOf = ({ acknowledgement }: Policy): readonly Act[] =>
  acknowledgement?.acts?.length ? acknowledgement.acts : ACTS;
const NOTHING_KNOWN: Pick<
  Submission,
  'state' | 'own' | 'text' | 'isReady' | 'isSignedOut' | 'isUnreadable'
> = {
  state: { status: 'idle' },
  own: undefined,
  text: undefined,
  isReady: true,
  isSignedOut: false,
  isUnreadable: false,
};

/** From this part on, the texts in another language are spoken of. */
const FOREIGN = 0.5;

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
 * @csspart button - A button.
 * @csspart primary - The button that matters most, among those.
 * @csspart input - A field.
 * @fires {PolicyAcknowledgeEvent} policy-acknowledge - Before a record is sent; cancelable.
 * @fires {PolicyRecordedEvent} policy-recorded - The endpoint confirmed the record.
 * @cssState not-asked - The policy asks for no confirmation, or this text cannot be confirmed.
 * @cssState unknown - The endpoint does not tell, or cannot be reached.
 * @cssState signed-out - Nobody is signed in.
 * @cssState asked - The reader has not answered yet.
 * @cssState pending - The answer is on its way, or waits in this browser.
 * @cssState confirmed - Confirmed, and it holds.
 * @cssState declined - The reader does not agree.
 * @cssState exception-requested - The reader asked for an exception.
 * @cssState outdated - A new version asks again.
 * @cssState expired - The confirmation held for a time that is over.
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
  declare private _asked: Form['asked'];
  /** The version to show what changed since. */
  declare private _compared: string | undefined;
  /** The reader has begun with the form: it stays, though an answer holds or is told of later. */
  declare private _begun: boolean;
  readonly #view: VisibilityController = new VisibilityController(this);
  readonly #submission: Submission = new Submission(this, this.#serve());
  readonly #status: AcknowledgementStatus = new AcknowledgementStatus(this, { asks: false });
  /** The text for which it was told that it cannot be confirmed. */
  #toldUnpublished: unknown;
  /** The text and the language of which it was asked whether the reader understood the rest. */
  #askedForeign: string | undefined;
  #isChecking = false;

  /** How the reader stands towards the policy; `unknown` until the endpoint has said. */
  get status(): StatusDetail {
    return this.#status.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues): void {
    if (changed.has('send') && this.send && typeof this.send !== 'function')
      developerNotes((notes) => notes.notAFunction(this, 'send', this.send));
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

  /** What is known of the reader's answers; a server knows nothing. */
  get #known(): typeof NOTHING_KNOWN {
    return this.rendersAsServer ? NOTHING_KNOWN : this.#submission;
  }

  #body(view: PolicyView): unknown {
    const { state } = this.#known;
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
    return html`<div class="before" role=${this._begun ? 'status' : nothing}>
        ${earlierNote(view, earlier)} ${this.#circumstances(view)}
      </div>
      <div class="statement" part="statement">${rich(view, statement)}</div>
      ${this.#answer(view)}`;
  }

  /** What a reader has to know before answering. */
  #circumstances(view: PolicyView): unknown {
    const { isSignedOut, isUnreadable, isReady } = this.#known;
    if (!isReady || !canBeConfirmed(view)) return nothing;
    const unpublished = this._begun ? this.#unpublished : undefined;
    return circumstanceNotes(view, { isSignedOut, isUnreadable, unpublished });
  }

  /** The text on this page, where it is not one that the endpoint takes. */
  get #unpublished(): TextState | undefined {
    const { text } = this.#known;
    return text?.state === 'published' ? undefined : text;
  }

  #tellUnpublished({ read }: PolicyView): void {
    const text = this.#unpublished;
    if (!text || this.#toldUnpublished === read.source) return;
    this.#toldUnpublished = read.source;
    this.dispatchEvent(new PolicyProblemEvent('unpublished-text', [], text));
  }

  #earlier({ policy }: PolicyView): Earlier | undefined {
    const { own } = this.#known;
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
    if (!canBeConfirmed(view)) return closedNote(view);
    const text = this.#unpublished;
    if (text && !this._begun) return unpublishedNote(view, text);
    return this.#known.isReady ? html`${dueNote(view)} ${this.#form(view)}` : nothing;
  }

  #told(view: PolicyView): unknown {
    switch (this.#known.state.status) {
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

  #form(view: PolicyView): TemplateResult {
    return answerForm(view, {
      acts: actsOf(view.policy),
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

  /**
   * Answers as the reader does with the button, for a button of the page's own. Resolves to how they
   * stand by then. What has to be done first is said at the form.
   */
  async confirm(act: Act = 'acknowledge', reason?: string): Promise<StatusDetail> {
    await this.updateComplete;
    const { view } = this;
    if (view?.policy.acknowledgement && canBeConfirmed(view) && this.#isAct(view, act)) {
      await this.#submission.ask(view.read).catch(() => undefined);
      const holds = this.#earlier(view)?.validity.state === 'holds';
      if (!this.#unpublished && !(holds && this.#submission.own?.act === act)) {
        this._act = act;
        await this.#send(view, act, reason);
        await this.#submission.whenSent();
      }
    }
    return this.#submission.status ?? this.status;
  }

  #isAct({ policy }: PolicyView, act: Act): boolean {
    const isKnown = actsOf(policy).includes(act);
    if (!isKnown) console.warn(`policy-acknowledgement: "${act}" is not an act of this policy.`);
    return isKnown;
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
    const reason = this.renderRoot.querySelector<HTMLTextAreaElement>('#reason')?.value;
    await this.#send(view, this._act, reason?.trim());
  }

  async #send(view: PolicyView, act: Act | undefined, reason = ''): Promise<void> {
    if (this.#submission.isBusy || this.#isChecking) return;
    this._begun = true;
    const missing = !act ? 'act' : act !== 'acknowledge' && !reason ? 'reason' : undefined;
    if (!act || missing) return this.#ask(missing, missing === 'reason' ? '#reason' : 'input');
    // Fields can hold no focus while it is being sent.
    this.#focus('[type=submit]');
    const { lang, audience, read } = view;
    const { subject } = this;
    const input = { act, lang, audience, ...(reason && { reason }), ...(subject && { subject }) };
    if (await this.#isForeign(view, input)) return this.#ask('language', '[type=submit]');
    this._asked = undefined;
    await this.#submission.submit(read, input);
  }

  /** What has to be done first is said at the form. */
  async #ask(missing: Form['asked'], selector: string): Promise<void> {
    this._asked = missing;
    await this.updateComplete;
    this.#focus(selector);
  }

  /** Who read half of it in another language is asked once whether they understood that. */
  async #isForeign({ lang, policy }: PolicyView, input: RecordInput): Promise<boolean> {
    const asked = `${policy.id} ${policy.version} ${lang}`;
    if (this.#askedForeign === asked) return false;
    this.#isChecking = true;
    const share = await this.#submission.foreignShare(policy, input);
    this.#isChecking = false;
    if (share < FOREIGN) return false;
    this.#askedForeign = asked;
    return true;
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
