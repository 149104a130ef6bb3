import { str } from '@lit/localize/internal/str-tag.js';
import { labelsIn, type PageLanguage } from './labels.js';
import type { Mail } from './mails.js';

export type NoticeKind = 'approval-asked' | 'approved' | 'rejected' | 'not-published' | 'review';

export interface NoticeFacts {
  /** Empty where it goes to nobody in person. */
  name: string;
  title: string;
  organisation: string;
  version: string;
  /** Where the studio shows it; empty where nobody said where the studio stands. */
  link: string;
  /** What somebody said with their decision; empty for nothing. */
  remark: string;
  /** A date, or a date and time, in the language of the mail. */
  when: string;
  /** Why a version was not published. */
  why: string;
}

type Msg = ReturnType<typeof labelsIn>['msg'];

const subjectFor = (msg: Msg, { title, version }: NoticeFacts): Record<NoticeKind, string> => ({
  'approval-asked': msg(str`Please approve: ${title}, version ${version}`, {
    id: 'server-notice-subject-asked',
  }),
  approved: msg(str`Approved: ${title}, version ${version}`, {
    id: 'server-notice-subject-approved',
  }),
  rejected: msg(str`Sent back: ${title}, version ${version}`, {
    id: 'server-notice-subject-rejected',
  }),
  'not-published': msg(str`Not published: ${title}, version ${version}`, {
    id: 'server-notice-subject-stopped',
  }),
  review: msg(str`Time to review: ${title}`, { id: 'server-notice-subject-review' }),
});

const textFor = (msg: Msg, facts: NoticeFacts): Record<NoticeKind, string> => {
  const { title, version, when, why } = facts;
  return {
    'approval-asked': msg(
      str`You are asked to approve version ${version} of “${title}”. The studio shows what changed.`,
      { id: 'server-notice-asked' },
    ),
    approved: msg(str`Version ${version} of “${title}”, as you asked, is approved.`, {
      id: 'server-notice-approved',
    }),
    rejected: msg(str`Version ${version} of “${title}” was sent back, for this reason:`, {
      id: 'server-notice-rejected',
    }),
    'not-published': msg(
      str`Version ${version} of “${title}”, planned for ${when}, is not published. ${why}`,
      { id: 'server-notice-stopped' },
    ),
    review: msg(
      str`“${title}” is to be reviewed by ${when}. Please read whether all of it still holds. If it does, publish a version with a new review date.`,
      { id: 'server-notice-review' },
    ),
  };
};

/** Why a version was not published, in a language. */
export function stoppedBecause(language: PageLanguage, reason: string): string {
  const { msg } = labelsIn(language);
  const known: Record<string, string> = {
    'draft-changed': msg('The text was changed after the time was chosen.', {
      id: 'server-notice-why-changed',
    }),
    'not-approved': msg('It is not approved, or not any more.', {
      id: 'server-notice-why-approval',
    }),
    'not-allowed': msg('Whoever planned it may not publish any more.', {
      id: 'server-notice-why-role',
    }),
    withdrawn: msg('The policy was withdrawn meanwhile.', { id: 'server-notice-why-withdrawn' }),
    'older-version': msg('A newer version was published meanwhile.', {
      id: 'server-notice-why-older',
    }),
    'languages-behind': msg('Nobody chose what becomes of languages that are behind.', {
      id: 'server-notice-why-languages',
    }),
  };
  return (
    known[reason] ??
    msg('A version with this number exists, or something is wrong in the text.', {
      id: 'server-notice-why-other',
    })
  );
}

/** A mail to somebody at the desk, in a language. */
export function noticeIn(language: PageLanguage, kind: NoticeKind, facts: NoticeFacts): Mail {
  const { msg } = labelsIn(language);
  const { name, link, remark, organisation } = facts;
  return {
    subject: subjectFor(msg, facts)[kind],
    paragraphs: [
      name === ''
        ? msg('Hello,', { id: 'server-notice-greeting' })
        : msg(str`Hello ${name},`, { id: 'server-mail-greeting' }),
      textFor(msg, facts)[kind],
      ...[remark, link].filter((each) => each !== ''),
      `${msg('Kind regards,', { id: 'server-mail-close' })}\n${organisation}`,
    ],
  };
}
