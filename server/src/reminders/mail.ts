import { matchLanguage, resolveText, type Policy } from 'policy-elements';
import { pageLanguages, type PageLanguage } from '../messages/labels.js';
import { mailIn } from '../messages/mails.js';
import type { Due, Reminders } from './due.js';

export interface ReminderMail {
  lang: PageLanguage;
  subject: string;
  text: string;
}

/** On one line, whatever it was: a line break in a name must not begin a header. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** The first of these that the server speaks. */
export function mailLanguage(wanted: readonly (string | null | undefined)[]): PageLanguage {
  const found = wanted.map((each) => each && matchLanguage(each, pageLanguages)).find(Boolean);
  return (found as PageLanguage | undefined) ?? 'en';
}

function whomToAsk(policy: Policy, lang: string, organisation: string): string {
  const { contacts = [], owner } = policy;
  const reachable = contacts.filter(({ email, phone }) => email ?? phone);
  const contact = reachable.find(({ id }) => id === owner) ?? reachable[0];
  if (!contact) return organisation;
  const name = resolveText(contact.name, lang, policy.languages)?.text ?? '';
  return oneLine(`${name} (${contact.email ?? contact.phone})`);
}

/** What one person is told. The addresses are not part of it. */
export function reminderMail({ policy, link }: Reminders, person: Due): ReminderMail {
  const lang = mailLanguage([person.language, ...policy.languages]);
  const read = (text: Policy['title']): string =>
    oneLine(resolveText(text, lang, policy.languages)?.text ?? policy.id);
  const [title, organisation] = [read(policy.title), read(policy.organisation.name)];
  const ask = whomToAsk(policy, lang, organisation);
  const mail = mailIn(lang, person.reason, {
    name: oneLine(person.name),
    title,
    link,
    ask,
    organisation,
  });
  return { lang, subject: mail.subject, text: `${mail.paragraphs.join('\n\n')}\n` };
}
