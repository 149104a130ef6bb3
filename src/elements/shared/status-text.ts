import { isPast } from '../../policy/days.js';
import { str } from '@lit/localize/internal/str-tag.js';
import type { StatusDetail } from '../../acknowledgement/status.js';
import type { PolicyView } from './policy-view.js';

/** In a sentence, how the reader stands. */
export function statusText(view: PolicyView, { status, version = '', at }: StatusDetail): string {
  const { l10n } = view;
  const when = at ? l10n.formats.date(at) : '';
  switch (status) {
    case 'confirmed':
      return l10n.msg(str`You confirmed this on ${when}. Thank you.`, { id: 'status-confirmed' });
    case 'pending':
      return l10n.msg('Your answer is on its way.', { id: 'status-pending' });
    case 'declined':
      return l10n.msg(str`You did not agree, on ${when}.`, { id: 'status-declined' });
    case 'exception-requested':
      return l10n.msg(str`You asked for an exception on ${when}.`, { id: 'status-exception' });
    case 'expired':
      return l10n.msg(str`Your confirmation of ${when} has expired. Please confirm again.`, {
        id: 'status-expired',
      });
    case 'outdated':
      return l10n.msg(
        str`You confirmed version ${version}. This is a new version: please confirm again.`,
        { id: 'status-outdated' },
      );
    default:
      return asked(view);
  }
}

function asked({ l10n, policy }: PolicyView): string {
  const { due } = policy.acknowledgement ?? {};
  if (!due) return l10n.msg('We ask you to confirm this policy.', { id: 'status-asked' });
  const by = l10n.formats.date(due);
  return isPast(due)
    ? l10n.msg(str`We asked for your confirmation by ${by}.`, { id: 'status-overdue' })
    : l10n.msg(str`We ask you to confirm this policy by ${by}.`, { id: 'status-due' });
}
