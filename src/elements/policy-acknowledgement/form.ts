import { html, nothing, type TemplateResult } from 'lit';
import type { SubmissionState } from '../../acknowledgement/submission-state.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Act } from '../../policy/schema.js';
import type { PolicyView } from '../shared/policy-view.js';
import { actLabel, choiceLabel, problemText } from './labels.js';

export interface Form {
  /** Answers to choose from. */
  acts: readonly Act[];
  chosen: Act | undefined;
  /** What has to be given first. */
  asked: 'act' | 'reason' | 'language' | undefined;
  state: SubmissionState;
  /** A frame may be forbidden to submit forms, but not to press buttons; Enter presses this one. */
  submit: (event: Event) => void;
  change: (event: Event) => void;
  /** The reader is at it. */
  begin: (event: Event) => void;
  /** The reader has read why an answer was refused. */
  understood: () => void;
}

export function answerForm(view: PolicyView, form: Form): TemplateResult {
  const { l10n } = view;
  const { acts, state } = form;
  const sending = state.status === 'sending';
  const reasoned = form.chosen !== undefined && form.chosen !== 'acknowledge';
  return html`<form
    part="form"
    novalidate
    @pointermove=${form.begin}
    @pointerdown=${form.begin}
    @focusin=${form.begin}
    @change=${form.change}
  >
    <fieldset>
      <legend class="visually-hidden">${l10n.msg('Your answer', { id: 'ack-answer' })}</legend>
      ${acts.map((act) => choice(view, form, act, sending))}
    </fieldset>
    ${reasoned ? reason(view, form) : nothing} ${complaint(view, form)}
    <button class="button primary" part="button primary" type="submit" @click=${form.submit} aria-disabled=${sending ? 'true' : nothing}>
      ${sending ? l10n.msg('Sending…', { id: 'ack-sending' }) : buttonText(view, form, reasoned)}
    </button>
  </form>`;
}

/** Refusals that the same answer need not meet again. */
const AGAIN = new Set(['not-made', 'given-up']);

function buttonText({ l10n }: PolicyView, { state, asked }: Form, reasoned: boolean): string {
  if (state.status === 'failed' && AGAIN.has(state.refusal.code))
    return l10n.msg('Try again', { id: 'try-again' });
  if (asked === 'language') return l10n.msg('I have understood it', { id: 'ack-understood-all' });
  return reasoned
    ? l10n.msg('Send', { id: 'ack-send' })
    : l10n.msg('Confirm', { id: 'ack-confirm' });
}

function choice(
  { l10n }: PolicyView,
  { acts, chosen, asked }: Form,
  act: Act,
  sending: boolean,
): TemplateResult {
  const single = acts.length === 1;
  return html`<label class="choice">
    <input
      type=${single ? 'checkbox' : 'radio'}
      name="act"
      value=${act}
      .checked=${chosen === act}
      ?disabled=${sending}
      aria-describedby=${asked === 'act' ? 'complaint' : nothing}
      aria-invalid=${asked === 'act' ? 'true' : nothing}
    />
    <span>${choiceLabel(l10n, act, acts)}</span>
  </label>`;
}

function reason({ l10n }: PolicyView, { asked }: Form): TemplateResult {
  return html`<div class="field reason">
    <label for="reason">${l10n.msg('Your reason', { id: 'ack-reason' })}</label>
    <textarea
      class="input" part="input"
      id="reason"
      name="reason"
      rows="3"
      maxlength="2000"
      aria-describedby=${asked === 'reason' ? 'complaint' : nothing}
      aria-invalid=${asked === 'reason' ? 'true' : nothing}
    ></textarea>
  </div>`;
}

/** What stands in the way of sending, or went wrong with it. */
function complaint({ l10n }: PolicyView, { asked, state, understood }: Form): TemplateResult {
  const first = {
    act: l10n.msg('Make your choice first.', { id: 'ack-choose-first' }),
    reason: l10n.msg('Give your reason first.', { id: 'ack-reason-first' }),
    language: l10n.msg(
      'Half of this policy or more is shown to you in another language, because it is not translated. Confirm only if you have understood that as well.',
      { id: 'ack-foreign' },
    ),
  };
  const refusal = state.status === 'failed' ? state.refusal : undefined;
  const text = asked ? first[asked] : refusal && problemText(l10n, refusal.code);
  const record = asked ? undefined : refusal?.entry?.record;
  return html`<div id="complaint" role="alert">
    ${
      text
        ? html`<div class="note">
          ${icon(SHAPES.alert)}
          <div>
            <p>${text}</p>
            ${
              record
                ? html`<p class="muted">
                  ${actLabel(l10n, record.act)} · ${l10n.msg('Version', { id: 'version' })} ${record.version} · ${l10n.formats.dateTime(record.at)}
                  <button class="text-button" type="button" @click=${understood}>${l10n.msg('Understood', { id: 'ack-understood' })}</button>
                </p>`
                : nothing
            }
          </div>
        </div>`
        : nothing
    }
  </div>`;
}
