import { html, nothing, type TemplateResult } from 'lit';
import type { AcknowledgementRecord } from '../../acknowledgement/record.js';
import type { Confirmation, SendProblemCode } from '../../acknowledgement/send.js';
import { icon } from '../../icons/icon.js';
import type { Localization } from '../../localization/localization.js';
import type { Act } from '../../policy/schema.js';
import type { Reading } from './reading.js';
import { plain } from './text.js';

/** What the reader says by an act. */
export function actLabel({ msg }: Localization, act: Act): string {
  switch (act) {
    case 'acknowledge':
      return msg('I have read and understood this', { id: 'act-acknowledge' });
    case 'decline':
      return msg('I do not agree with this', { id: 'act-decline' });
    case 'request-exception':
      return msg('I ask for an exception', { id: 'act-exception' });
  }
}

/** Why a record was not confirmed, in plain words. */
// eslint-disable-next-line max-lines-per-function -- a sentence for each code, nothing else
export function problemText({ msg }: Localization, code: SendProblemCode): string {
  switch (code) {
    case 'no-endpoint':
      return msg(
        'This page does not say where confirmations are kept, so nothing was recorded. Tell the editor of this page.',
        { id: 'send-no-endpoint' },
      );
    case 'unreachable':
      return msg('The server cannot be reached. Your confirmation is not recorded yet.', {
        id: 'send-unreachable',
      });
    case 'timeout':
      return msg(
        'The server takes too long to answer. Your confirmation may not be recorded yet.',
        { id: 'send-timeout' },
      );
    case 'not-signed-in':
      return msg('You are no longer signed in. Sign in in another tab, then try again here.', {
        id: 'send-not-signed-in',
      });
    case 'forbidden':
      return msg('You are not allowed to confirm this policy here. Nothing was recorded.', {
        id: 'send-forbidden',
      });
    case 'stale-version':
      return msg(
        'There is a newer version of this policy. Reload the page to read and confirm that one.',
        { id: 'send-stale' },
      );
    case 'unknown-text':
      return msg(
        'This text is not the one that was published, so nothing was recorded. Reload the page; if that does not help, tell the editor.',
        { id: 'send-unknown' },
      );
    case 'rejected':
      return msg('The server did not accept the confirmation. Nothing was recorded.', {
        id: 'send-rejected',
      });
    case 'not-made':
      return msg('The confirmation could not be made. Reload the page and try again.', {
        id: 'send-not-made',
      });
  }
}

/** What was recorded: which policy, version and language, when. */
export function receipt(
  reading: Reading,
  record: AcknowledgementRecord,
  { receipt: proof, recordedAt }: Confirmation,
): TemplateResult {
  const { l10n, policy } = reading;
  const { msg, formats } = l10n;
  const languages = Object.keys(record.languages).map((lang) => formats.language(lang));
  return html`<div class="receipt" part="receipt" tabindex="-1">
    <p class="recorded">${icon('check')} <strong>${msg('Recorded', { id: 'recorded' })}</strong></p>
    <dl>
      ${pair(msg('Your answer', { id: 'ack-answer' }), actLabel(l10n, record.act))}
      ${record.reason ? pair(msg('Your reason', { id: 'ack-reason' }), record.reason) : nothing}
      ${pair(msg('Policy', { id: 'policy' }), plain(reading, policy.title))}
      ${pair(msg('Version', { id: 'version' }), record.version)}
      ${pair(msg('Language read', { id: 'language-read' }), formats.list(languages))}
      ${pair(msg('Recorded on', { id: 'recorded-on' }), formats.dateTime(recordedAt ?? record.at))}
      ${pair(msg('Number', { id: 'record-number' }), html`<code>${record.id}</code>`)}
      ${proof ? pair(msg('Proof', { id: 'proof' }), msg('Signed by the organisation', { id: 'proof-signed' })) : nothing}
    </dl>
  </div>`;
}

const pair = (term: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
