import type { Refusal } from '../../acknowledgement/submission-state.js';
import type { Localization } from '../../localization/localization.js';
import type { Act } from '../../policy/schema.js';

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

/** The same where there is nothing else to choose: the statement says what it means. */
export const choiceLabel = (l10n: Localization, act: Act, acts?: readonly Act[]): string =>
  act === 'acknowledge' && !acts?.[1]
    ? l10n.msg('I confirm this', { id: 'ack-single' })
    : actLabel(l10n, act);

/** Why a record was not confirmed, in plain words. */
// eslint-disable-next-line max-lines-per-function -- a sentence for each code, nothing else
export function problemText({ msg }: Localization, code: Refusal['code']): string {
  switch (code) {
    case 'no-endpoint':
      return msg(
        'This page does not say where confirmations are kept, so nothing was recorded. Tell the editor of this page.',
        { id: 'send-no-endpoint' },
      );
    case 'unreachable':
      return msg('The server cannot be reached. Your answer is not recorded yet.', {
        id: 'send-away',
      });
    case 'server-error':
      return msg('The server has a fault just now. Your answer is not recorded yet.', {
        id: 'send-server-error',
      });
    case 'timeout':
      return msg('The server takes too long to answer. Your answer may not be recorded yet.', {
        id: 'send-slow',
      });
    case 'not-signed-in':
      return msg(
        'You are not signed in, or your session has expired. Sign in in another tab and continue here; if that does not help, reload this page.',
        {
          id: 'send-not-signed-in',
        },
      );
    case 'other-reader':
      return msg(
        'Somebody else is signed in now. Your answer waits in this browser until you sign in again. To answer for yourself, reload the page.',
        { id: 'send-other-reader' },
      );
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
    case 'host-error':
      return msg(
        'This page made a mistake while sending your answer: it is not recorded yet. Tell the editor of this page.',
        { id: 'send-host-error' },
      );
    case 'no-answer':
      return msg(
        'This page cannot tell whether your answer was recorded. Tell the editor of this page.',
        { id: 'send-no-answer' },
      );
    case 'given-up':
      return msg('Your answer could not be sent in time. It is not recorded: answer again.', {
        id: 'send-given-up',
      });
    case 'not-made':
      return msg(
        'Your answer could not be made ready, so nothing was sent. Try again; if that does not help, reload the page.',
        { id: 'send-unready' },
      );
  }
}
