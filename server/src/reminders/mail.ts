import { matchLanguage, resolveText, type Policy } from 'policy-elements';
import type { Due, Reminders } from './due.js';

export interface ReminderMail {
  lang: 'nl' | 'fr' | 'en';
  subject: string;
  text: string;
}

interface Facts {
  name: string;
  title: string;
  link: string;
  /** Who answers questions. */
  ask: string;
  organisation: string;
}

interface Words {
  subject: Record<Due['reason'], (title: string) => string>;
  why: Record<Due['reason'], (title: string) => string>;
  body: (facts: Facts, why: string) => string[];
}

const words: Record<ReminderMail['lang'], Words> = {
  nl: {
    subject: {
      outstanding: (title) => `Nog te bevestigen: ${title}`,
      expired: (title) => `Opnieuw te bevestigen: ${title}`,
    },
    why: {
      outstanding: (title) => `Je hebt “${title}” nog niet bevestigd.`,
      expired: (title) => `Je bevestiging van “${title}” is niet meer geldig.`,
    },
    body: ({ name, link, ask, organisation }, why) => [
      `Dag ${name},`,
      `${why} Lees de tekst en geef je antwoord op deze pagina:`,
      link,
      `Een vraag? Neem contact op met ${ask}.`,
      `Met vriendelijke groeten,\n${organisation}`,
    ],
  },
  fr: {
    subject: {
      outstanding: (title) => `À confirmer\u00a0: ${title}`,
      expired: (title) => `À confirmer de nouveau\u00a0: ${title}`,
    },
    why: {
      outstanding: (title) => `Vous n’avez pas encore confirmé «\u00a0${title}\u00a0».`,
      expired: (title) => `Votre confirmation de «\u00a0${title}\u00a0» n’est plus valable.`,
    },
    body: ({ name, link, ask, organisation }, why) => [
      `Bonjour ${name},`,
      `${why} Lisez le texte et répondez sur cette page\u00a0:`,
      link,
      `Une question\u202f? Contact\u00a0: ${ask}.`,
      `Cordialement,\n${organisation}`,
    ],
  },
  en: {
    subject: {
      outstanding: (title) => `Please confirm: ${title}`,
      expired: (title) => `Please confirm again: ${title}`,
    },
    why: {
      outstanding: (title) => `You have not confirmed “${title}” yet.`,
      expired: (title) => `Your confirmation of “${title}” is no longer valid.`,
    },
    body: ({ name, link, ask, organisation }, why) => [
      `Hello ${name},`,
      `${why} Please read the text and answer on this page:`,
      link,
      `Any questions? Contact ${ask}.`,
      `Kind regards,\n${organisation}`,
    ],
  },
};

/** On one line, whatever it was: a line break in a name must not begin a header. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

const languages = ['nl', 'fr', 'en'] as const;

function languageFor(person: Due, policy: Policy): ReminderMail['lang'] {
  const wanted = [...(person.language ? [person.language] : []), ...policy.languages];
  const found = wanted.map((each) => matchLanguage(each, languages)).find(Boolean);
  return (found as ReminderMail['lang'] | undefined) ?? 'en';
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
  const lang = languageFor(person, policy);
  const read = (text: Policy['title']): string =>
    oneLine(resolveText(text, lang, policy.languages)?.text ?? policy.id);
  const { subject, why, body } = words[lang];
  const [title, organisation] = [read(policy.title), read(policy.organisation.name)];
  const ask = whomToAsk(policy, lang, organisation);
  const facts = { name: oneLine(person.name), title, link, ask, organisation };
  const lines = body(facts, why[person.reason](title));
  return { lang, subject: subject[person.reason](title), text: `${lines.join('\n\n')}\n` };
}
