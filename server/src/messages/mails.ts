import { str } from '@lit/localize/internal/str-tag.js';
import { labelsIn, type Labels, type PageLanguage } from './labels.js';

export interface MailFacts {
  name: string;
  /** Of the policy. */
  title: string;
  link: string;
  /** Who answers questions. */
  ask: string;
  organisation: string;
}

type Reason = 'outstanding' | 'expired';

export interface Mail {
  subject: string;
  paragraphs: string[];
}

const subjectOf = ({ msg }: Labels, title: string): Record<Reason, string> => ({
  outstanding: msg(str`Please confirm: ${title}`, { id: 'server-mail-subject-outstanding' }),
  expired: msg(str`Please confirm again: ${title}`, { id: 'server-mail-subject-expired' }),
});

const reasonOf = ({ msg }: Labels, title: string): Record<Reason, string> => ({
  outstanding: msg(str`You have not confirmed “${title}” yet.`, {
    id: 'server-mail-why-outstanding',
  }),
  expired: msg(str`Your confirmation of “${title}” is no longer valid.`, {
    id: 'server-mail-why-expired',
  }),
});

/** The mail that asks somebody to confirm, in a language. */
export function mailIn(language: PageLanguage, reason: Reason, facts: MailFacts): Mail {
  const labels = labelsIn(language);
  const { msg } = labels;
  const { name, title, link, ask, organisation } = facts;
  const why = reasonOf(labels, title)[reason];
  return {
    subject: subjectOf(labels, title)[reason],
    paragraphs: [
      msg(str`Hello ${name},`, { id: 'server-mail-greeting' }),
      msg(str`${why} Please read the text and answer on this page:`, { id: 'server-mail-ask' }),
      link,
      msg(str`Any questions? Contact ${ask}.`, { id: 'server-mail-questions' }),
      `${msg('Kind regards,', { id: 'server-mail-close' })}\n${organisation}`,
    ],
  };
}
