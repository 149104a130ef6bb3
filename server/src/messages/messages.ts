import type { Act } from '../records/record.js';
import type { State } from '../reports/report.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { nl } from './nl.js';

export const pageLanguages = ['nl', 'fr', 'en'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export const languageNames: Record<PageLanguage, string> = {
  nl: 'Nederlands',
  fr: 'Français',
  en: 'English',
};

/** What the page says; the languages have a file each. */
export interface Words {
  title: string;
  intro: string;
  skip: string;
  back: string;
  languageChoice: string;
  /** The number stands in front, formatted. */
  count: (count: number) => string;
  range: (first: string, last: string, count: string) => string;
  zone: string;
  tableName: string;
  person: string;
  /** Who was erased; with the start of the random id that remains. */
  erased: (subject: string) => string;
  act: string;
  acts: Record<Act, string>;
  reason: string;
  policy: string;
  version: string;
  languages: string;
  texts: (count: string) => string;
  recorded: string;
  digest: string;
  fullDigest: string;
  shownDigest: string;
  statement: string;
  recordId: string;
  emptyTitle: string;
  emptyText: string;
  paging: string;
  previous: string;
  next: string;
  page: (page: string, pages: string) => string;
  demo: string;
  // The report
  states: Record<State, string>;
  state: string;
  policies: string;
  major: (major: string) => string;
  current: string;
  earlier: string;
  upcoming: string;
  ofPeople: (count: string, people: string) => string;
  filter: string;
  search: string;
  all: string;
  language: string;
  audience: string;
  apply: string;
  clear: string;
  people: (count: number) => string;
  peopleRange: (first: string, last: string, count: string) => string;
  download: string;
  reportName: string;
  left: string;
  validUntil: (date: string) => string;
  expiredOn: (date: string) => string;
  nobodyTitle: string;
  nobodyText: string;
  unlisted: string;
  personId: string;
  email: string;
  expiry: string;
  // One person
  allAnswers: string;
  toReport: string;
}

export const words: Record<PageLanguage, Words> = { nl, fr, en };

function isPageLanguage(value: string | undefined): value is PageLanguage {
  return pageLanguages.some((language) => language === value);
}

/** The language asked for in the address, else the browser's first that exists, else Dutch. */
export function choosePageLanguage(asked: unknown, accepted: string | undefined): PageLanguage {
  if (typeof asked === 'string' && isPageLanguage(asked)) return asked;
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { language: tag.split('-')[0], weight: weight ? Number(weight.slice(2)) || 0 : 1 };
  });
  const best = wishes
    .filter(({ language, weight }) => weight > 0 && isPageLanguage(language))
    .sort((one, other) => other.weight - one.weight)[0]?.language;
  return isPageLanguage(best) ? best : 'nl';
}
