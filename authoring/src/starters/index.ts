/** A good beginning for whoever has no policy yet. */
import type { Policy } from 'policy-elements';
import { slug } from '../import/ids.js';
import { care, police } from './care-police.js';
import {
  acknowledgement,
  around,
  audiences,
  contacts,
  living,
  profiles,
  questions,
  trainings,
} from './closing-sections.js';
import { KEYWORDS } from './keywords.js';
import { localGovernment, school } from './school-government.js';
import { plain, shop } from './trade-plain.js';
import { agreements, beginning, reactions } from './shared-sections.js';
import {
  SECTOR_NAMES,
  SECTORS,
  STARTER_LANGUAGES,
  STARTER_TITLE,
  t,
  type Sector,
  type SectorWords,
  type StarterLanguage,
  type Words,
} from './words.js';

export { SECTOR_NAMES, SECTORS, STARTER_LANGUAGES, type Sector, type StarterLanguage };

const WORDS: Readonly<Record<Sector, SectorWords>> = {
  care,
  'local-government': localGovernment,
  school,
  shop,
  police,
  plain,
};

export interface StarterOptions {
  sector: Sector;
  /** The first is the language it is written in. */
  languages: readonly StarterLanguage[];
  organisation?: string;
  /** Today, as an ISO date: the review is due a year from it. */
  today?: string;
}

/** A policy to begin with; what stands between `[[` and `]]` is to be filled in. */
export function createStarter({ sector, languages, organisation, today }: StarterOptions): Policy {
  const words = WORDS[sector];
  const name =
    organisation ??
    t(
      '[[Naam van je organisatie]]',
      '[[Nom de votre organisation]]',
      '[[Name of your organisation]]',
    );
  const policy = {
    format: 1,
    id: slug(organisation ? `${organisation} social media` : 'social media'),
    version: '0.1',
    status: 'draft',
    languages,
    title: STARTER_TITLE,
    summary: words.summary,
    organisation: { name },
    owner: 'communication',
    reviewBy: nextYear(today ?? new Date().toISOString().slice(0, 10)),
    audiences: audiences(words),
    contacts: contacts(),
    trainings: trainings(),
    sections: [
      ...beginning(words),
      ...agreements(words),
      profiles(),
      reactions(words),
      ...around(),
      questions(words),
      ...living(),
    ],
    acknowledgement: acknowledgement(),
  };
  return inLanguages(withKeywords(policy), languages) as Policy;
}

function nextYear(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Each thing with what people call it. */
function withKeywords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeywords);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, each]) => [key, withKeywords(each)] as const);
  const { id } = value as { id?: unknown };
  if (typeof id !== 'string' || !Object.hasOwn(KEYWORDS, id)) return Object.fromEntries(fields);
  const keywords = Object.entries(KEYWORDS[id]!).map(
    ([lang, words]: [string, string]) => [lang, words.split(', ')] as const,
  );
  return { ...Object.fromEntries(fields), keywords: Object.fromEntries(keywords) };
}

const isWords = (value: object): value is Words => 'nl' in value && 'fr' in value && 'en' in value;

/** Keeps the languages that were asked for, in their order. */
function inLanguages(value: unknown, languages: readonly StarterLanguage[]): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => inLanguages(each, languages));
  if (typeof value !== 'object' || value === null) return value;
  if ('once' in value) return (value.once as Words)[languages[0]!];
  if (isWords(value)) return Object.fromEntries(languages.map((lang) => [lang, value[lang]]));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, inLanguages(each, languages)]),
  );
}
