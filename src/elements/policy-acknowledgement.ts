import { html, nothing, type TemplateResult } from 'lit';
import type { AcknowledgementRecord } from '../acknowledgement/record.js';
import { Submission, type Transport } from '../acknowledgement/submission.js';
import { PolicyAcknowledgeEvent, PolicyProblemEvent, PolicyRecordedEvent } from '../events.js';
import type { Act } from '../policy/schema.js';
import { UNKNOWN_VERSION } from '../policy/unknown-version.js';
import { styles } from './policy-acknowledgement.styles.js';
import { PolicyElement } from './policy-element.js';
import { actLabel, problemText, receipt } from './templates/acknowledgement.js';
import { heading } from './templates/heading.js';
import type { Reading } from './templates/reading.js';
import { icon } from '../icons/icon.js';
import { rich } from './templates/text.js';

const ACTS: readonly Act[] = ['acknowledge'];

/**
 * The form with which a reader confirms having read the policy. "Recorded" is said only when the
 * endpoint has said so.
 *
 * @tagname policy-acknowledgement
 * @csspart heading - The title.
 * @csspart section - The whole of it.
 * @csspart statement - The sentence agreed to.
 * @csspart form - The form.
 * @csspart receipt - What was recorded.
 * @fires {PolicyAcknowledgeEvent} policy-acknowledge - Before a record is sent; cancelable.
 * @fires {PolicyRecordedEvent} policy-recorded - The endpoint confirmed the record.
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
  };

  /** Where records are sent. */
  declare endpoint: string | undefined;
  /** An opaque id of the reader, where the page knows it: a hint, the endpoint knows who is signed in. */
  declare subject: string | undefined;
  /** Headers for the request, e.g. a token. */
  declare headers: HeadersInit | undefined;
  /** Sends the record in the element's place; resolves to what the endpoint answered. */
  declare send: ((record: AcknowledgementRecord) => Promise<unknown>) | undefined;

  declare private _act: Act | undefined;
  declare private _asked: 'act' | 'reason' | undefined;
  readonly #submission: Submission = new Submission(() => this.requestUpdate());

  protected override renderPolicy(reading: Reading): unknown {
    const { acknowledgement } = reading.policy;
    if (!acknowledgement) {
      return html`<p class="empty">
        ${this.l10n.msg('This policy asks for no confirmation.', { id: 'ack-none' })}
      </p>`;
    }
    const { state } = this.#submission;
    const title = this.l10n.msg('Acknowledgement', { id: 'ack-heading' });
    return html`<section class="section" part="section" id="acknowledgement">
      ${heading(reading.level, title, 'section-title')}
      ${
        state.status === 'recorded'
          ? receipt(reading, state.record, state.confirmation)
          : html`<div class="statement" part="statement">${rich(reading, acknowledgement.statement)}</div>
            ${this.#open(reading) ? this.#form(reading, acknowledgement.acts ?? ACTS) : this.#shut(reading)}`
      }
    </section>`;
  }

  /** Only a published policy whose id and version can be read is something to confirm. */
  #open({ policy, read }: Reading): boolean {
    const unsound = /^\/(id|version|format|acknowledgement)(\/|$)/;
    return (
      policy.status === 'published' &&
      policy.version !== UNKNOWN_VERSION &&
      !read.findings.some(({ grade, pointer }) => grade === 'error' && unsound.test(pointer))
    );
  }

  #shut({ policy }: Reading): TemplateResult {
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
    return html`<p class="note">${icon('info')} ${reasons[policy.status]}</p>`;
  }

  #form(reading: Reading, offered: readonly Act[]): TemplateResult {
    const { l10n } = this;
    const acts = offered.length ? offered : ACTS;
    const { state } = this.#submission;
    const sending = state.status === 'sending';
    const reasoned = this._act !== undefined && this._act !== 'acknowledge';
    return html`<form part="form" novalidate @change=${this.#onChange}>
      <fieldset>
        <legend class="visually-hidden">${l10n.msg('Your answer', { id: 'ack-answer' })}</legend>
        ${acts.map((act) => this.#choice(act, acts.length > 1 ? 'radio' : 'checkbox', sending))}
      </fieldset>
      ${reasoned ? this.#reason() : nothing}
      ${this.#complaint(reading)}
      ${state.status === 'failed' && !state.error.retry ? nothing : this.#button(reading, sending, reasoned)}
      <p class="visually-hidden" role="status">${sending ? l10n.msg('Sending…', { id: 'ack-sending' }) : nothing}</p>
    </form>`;
  }

  /** A frame may be forbidden to submit forms, but not to press buttons; Enter presses this one. */
  #button(reading: Reading, sending: boolean, reasoned: boolean): TemplateResult {
    const submit = (event: Event) => void this.#submit(event, reading);
    return html`<button class="button primary" type="submit" @click=${submit} aria-disabled=${sending ? 'true' : nothing}>
      ${sending ? this.l10n.msg('Sending…', { id: 'ack-sending' }) : this.#buttonText(reasoned)}
    </button>`;
  }

  #buttonText(reasoned: boolean): string {
    const { l10n } = this;
    if (this.#submission.state.status === 'failed')
      return l10n.msg('Try again', { id: 'try-again' });
    return reasoned
      ? l10n.msg('Send', { id: 'ack-send' })
      : l10n.msg('Confirm', { id: 'ack-confirm' });
  }

  #choice(act: Act, type: 'radio' | 'checkbox', sending: boolean): TemplateResult {
    return html`<label class="choice">
      <input
        type=${type}
        name="act"
        value=${act}
        .checked=${this._act === act}
        ?disabled=${sending}
        aria-describedby=${this._asked === 'act' ? 'complaint' : nothing}
        aria-invalid=${this._asked === 'act' ? 'true' : nothing}
      />
      <span>${type === 'checkbox' && act === 'acknowledge' ? this.l10n.msg('I confirm this', { id: 'ack-single' }) : actLabel(this.l10n, act)}</span>
    </label>`;
  }

  #reason(): TemplateResult {
    return html`<div class="field reason">
      <label for="reason">${this.l10n.msg('Your reason', { id: 'ack-reason' })}</label>
      <textarea
        class="input"
        id="reason"
        name="reason"
        rows="3"
        maxlength="2000"
        aria-describedby=${this._asked === 'reason' ? 'complaint' : nothing}
        aria-invalid=${this._asked === 'reason' ? 'true' : nothing}
      ></textarea>
    </div>`;
  }

  /** What stands in the way of sending, or went wrong with it. */
  #complaint({ l10n }: Reading): TemplateResult {
    const { state } = this.#submission;
    const asked = {
      act: l10n.msg('Make your choice first.', { id: 'ack-choose-first' }),
      reason: l10n.msg('Give your reason first.', { id: 'ack-reason-first' }),
    };
    const text =
      (this._asked && asked[this._asked]) ??
      (state.status === 'failed' ? problemText(l10n, state.error.code) : nothing);
    return html`<div id="complaint" role="alert">
      ${text === nothing ? nothing : html`<p class="note">${icon('alert')} <span>${text}</span></p>`}
    </div>`;
  }

  readonly #onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this._asked = undefined;
    this.#submission.reconsider();
    if (input.name === 'act') this._act = input.checked ? (input.value as Act) : undefined;
  };

  async #submit(event: Event, reading: Reading): Promise<void> {
    event.preventDefault();
    if (this.#submission.state.status === 'sending') return;
    const reason = this.renderRoot.querySelector<HTMLTextAreaElement>('#reason')?.value.trim();
    const act = this._act;
    this._asked = !act ? 'act' : act !== 'acknowledge' && !reason ? 'reason' : undefined;
    if (!act || this._asked) return this.#focus(this._asked === 'reason' ? '#reason' : 'input');
    const { lang, audience, read } = reading;
    const { subject } = this;
    const deed = { act, lang, audience, ...(reason && { reason }), ...(subject && { subject }) };
    await this.#submission.submit(read, deed, this.#transport());
    await this.#tell();
  }

  #transport(): Transport {
    const { endpoint, headers, send } = this;
    return {
      announce: (record) => {
        const event = new PolicyAcknowledgeEvent(record);
        this.dispatchEvent(event);
        return { canceled: event.defaultPrevented, response: event.response };
      },
      ...(endpoint && { endpoint }),
      ...(headers && { headers }),
      ...(send && { send }),
    };
  }

  async #tell(): Promise<void> {
    const { state } = this.#submission;
    if (state.status === 'recorded') {
      this.dispatchEvent(new PolicyRecordedEvent(state.record, state.confirmation.receipt));
      await this.#focus('.receipt');
    } else if (state.status === 'failed') {
      this.dispatchEvent(new PolicyProblemEvent(state.error.code, [], state.error));
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
