import { isPast } from '../../policy/days.js';
import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { TextState } from '../../acknowledgement/published-text.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';
import { UNKNOWN_VERSION } from '../../policy/unknown-version.js';
import type { PolicyView } from '../shared/policy-view.js';
import { problemText } from './labels.js';

const note = (text: string): TemplateResult =>
  html`<p class="note">${icon(SHAPES.info)} <span>${text}</span></p>`;

/** What of a policy must be sound for it to be confirmed. */
const NEEDED = /^\/(id|version|format|acknowledgement)(\/|$)/;

/** Only a published policy whose id and version can be read is something to confirm. */
export const canBeConfirmed = ({ policy, read }: PolicyView): boolean =>
  policy.status === 'published' &&
  policy.version !== UNKNOWN_VERSION &&
  !read.findings.some(({ grade, pointer }) => grade === 'error' && NEEDED.test(pointer));

/** Why there is nothing to confirm. */
export function closedNote({ l10n, policy }: PolicyView): TemplateResult {
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

export interface Circumstances {
  isSignedOut: boolean;
  /** Something waits in this browser, or may, and cannot be read. */
  isUnreadable: boolean;
  /** The text, where it is not one that the endpoint takes. */
  unpublished: TextState | undefined;
}

/** What a reader has to know before answering. */
export function circumstanceNotes(
  view: PolicyView,
  { isSignedOut, isUnreadable, unpublished }: Circumstances,
): unknown[] {
  return [
    isSignedOut ? note(problemText(view.l10n, 'not-signed-in')) : nothing,
    isUnreadable ? note(unreadableText(view.l10n)) : nothing,
    unpublished ? unpublishedNote(view, unpublished) : nothing,
  ];
}

/** Why the text on this page cannot be confirmed, and whose turn it is. */
export function unpublishedNote({ l10n, policy }: PolicyView, text: TextState): TemplateResult {
  const { state, version: newest } = text;
  return note(
    state === 'superseded'
      ? l10n.msg(
          str`Version ${newest} of this policy was published, and this page shows version ${policy.version}. Reload the page to read and confirm the new version. If that does not help, tell the editor.`,
          { id: 'ack-superseded' },
        )
      : l10n.msg(
          'The text on this page was changed after it was published, or is not published yet, so it cannot be confirmed. You need not do anything: the editor has to publish it first.',
          { id: 'ack-unpublished' },
        ),
  );
}

/** The browser does not give what it keeps. */
const unreadableText = ({ msg }: Localization): string =>
  msg(
    'An answer may be waiting in this browser, and cannot be read at the moment. It is not lost: this page keeps trying.',
    { id: 'ack-unreadable' },
  );

/** Until when it is asked. */
export function dueNote(
  { l10n, policy }: PolicyView,
  today = new Date(),
): TemplateResult | typeof nothing {
  const due = policy.acknowledgement?.due;
  if (!due) return nothing;
  const date = l10n.formats.date(due);
  const text = isPast(due, today)
    ? l10n.msg(str`The date to answer by was ${date}. You still can.`, { id: 'ack-overdue' })
    : l10n.msg(str`Please answer by ${date}.`, { id: 'ack-due' });
  return html`<p class="due">${icon(SHAPES.info)} <span>${text}</span></p>`;
}
