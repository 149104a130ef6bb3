import { html, nothing, type TemplateResult } from 'lit';
import type { OwnRecord } from '../../acknowledgement/fetch-own-records.js';
import type { AcknowledgementRecord } from '../../acknowledgement/record.js';
import type { Confirmation } from '../../acknowledgement/send.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { PolicyView } from '../shared/policy-view.js';
import { plain } from '../shared/text.js';
import { choiceLabel } from './labels.js';
import { download, printAlone } from './save-and-print.js';

/** What a reader keeps of an answer: the record, and the endpoint's word on it. */
export interface Receipt extends Confirmation {
  record: Omit<OwnRecord, 'recordedAt' | 'receipt'> | AcknowledgementRecord;
}

export const receiptOf = ({ recordedAt, receipt, ...record }: OwnRecord): Receipt => ({
  record,
  recordedAt,
  ...(receipt && { receipt }),
});

interface Shown {
  title: string;
  /** More about it, under the title. */
  policyFooter?: unknown;
  /** Moment at which it ends by itself. */
  until?: string | undefined;
}

/** What was recorded: which policy, version and language, when; to keep, and to read again. */
export function receiptPanel(
  view: PolicyView,
  receipt: Receipt,
  { title, policyFooter = nothing, until }: Shown,
): TemplateResult {
  const { l10n } = view;
  return html`<div class="receipt" part="receipt" tabindex="-1" role="group" aria-labelledby="told">
    <p class="told" id="told">
      ${icon(receipt.record.act === 'acknowledge' ? SHAPES.check : SHAPES.info)} <strong>${title}</strong>
    </p>
    ${policyFooter}
    <dl class="facts-list">${pairs(view, receipt, until)}</dl>
    ${agreed(view, receipt.record.statement)}
    <p class="tools">
      <button class="button" part="button" type="button" @click=${() => download(receipt)}>
        ${icon(SHAPES.download)} ${l10n.msg('Save the receipt', { id: 'receipt-save' })}
      </button>
      <button class="button" part="button" type="button" @click=${() => printAlone(onPaper(view, receipt), l10n.labels, receipt)}>
        ${icon(SHAPES.print)} ${l10n.msg('Print the receipt', { id: 'receipt-print' })}
      </button>
    </p>
  </div>`;
}

/** The sentence agreed to, for who wants to read it again. */
export function agreed({ l10n }: PolicyView, statement: string): TemplateResult | typeof nothing {
  if (!statement) return nothing;
  return html`<details class="agreed">
    <summary>${l10n.msg('What you were asked', { id: 'ack-asked' })} ${icon(SHAPES.chevron)}</summary>
    <blockquote lang="">${statement}</blockquote>
  </details>`;
}

/** In the words that were chosen. */
const answerOf = ({ l10n, policy }: PolicyView, { record }: Receipt): string =>
  choiceLabel(l10n, record.act, policy.acknowledgement?.acts);

function pairs(view: PolicyView, receipt: Receipt, until?: string): unknown[] {
  const { l10n, policy } = view;
  const { msg, formats } = l10n;
  const { record, recordedAt } = receipt;
  const languages = Object.keys(record.languages).map((lang) => formats.language(lang));
  return [
    pair(msg('Your answer', { id: 'ack-answer' }), answerOf(view, receipt)),
    record.covers === 'core'
      ? pair(
          msg('It covers', { id: 'ack-covers' }),
          msg('The core of the policy', { id: 'ack-covers-core' }),
        )
      : nothing,
    record.reason ? pair(msg('Your reason', { id: 'ack-reason' }), record.reason) : nothing,
    pair(msg('Policy', { id: 'policy' }), plain(view, policy.title)),
    pair(msg('Version', { id: 'version' }), record.version),
    languages.length
      ? pair(msg('Language read', { id: 'language-read' }), formats.list(languages))
      : nothing,
    pair(msg('Recorded on', { id: 'recorded-on' }), formats.dateTime(recordedAt ?? record.at)),
    until ? pair(msg('Holds until', { id: 'ack-until' }), formats.date(until)) : nothing,
    pair(msg('Number', { id: 'record-number' }), html`<code>${record.id}</code>`),
    receipt.receipt
      ? pair(
          msg('Proof', { id: 'proof' }),
          msg('Signed by the organisation', { id: 'proof-signed' }),
        )
      : nothing,
  ];
}

/** The receipt by itself: what it is about has to stand on the sheet. */
function onPaper(view: PolicyView, receipt: Receipt): TemplateResult {
  const { l10n, policy } = view;
  const { record } = receipt;
  return html`<main>
    <p>${plain(view, policy.organisation.name)}</p>
    <h1>${plain(view, policy.title)}</h1>
    <p><strong>${answerOf(view, receipt)}</strong></p>
    ${record.statement ? html`<blockquote lang="">${record.statement}</blockquote>` : nothing}
    <dl>
      ${pairs(view, receipt)}
      ${record.digest ? pair(l10n.msg('Digest of the policy', { id: 'digest-policy' }), html`<code>${record.digest}</code>`) : nothing}
      ${record.shown ? pair(l10n.msg('Digest of what was shown', { id: 'digest-shown' }), html`<code>${record.shown}</code>`) : nothing}
      ${receipt.receipt ? pair(l10n.msg('Signature', { id: 'signature' }), html`<code>${receipt.receipt}</code>`) : nothing}
    </dl>
  </main>`;
}

const pair = (term: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
