import type { SectionType } from './schema.js';

/** What people call each type of section, so that none is forgotten, and some other kinds of entry. */
export type SectionNames = Readonly<
  Record<Exclude<SectionType, 'text'>, string> & Record<string, string>
>;

/** What searching knows of a language; each language is a file of its own, fetched with the field. */
export interface SearchLanguage {
  /** Words that say nothing by themselves, folded and separated by spaces. */
  stopWords: string;
  /** Words that say where or among whom it happens, and seldom what is asked. */
  weakWords: string;
  /** Groups of words that ask for the same: one a line, words separated by spaces. */
  synonyms: string;
  /**
   * What several words say together, and none of them alone: a line each, the word it stands for
   * last, as in `niet eens > kritiek`.
   */
  phrases: string;
  /** What people call a type of section, or another kind of entry: by type or kind. */
  names: Readonly<Record<string, string>>;
  /** Words by which people ask for an entry of a type: "where", "who". */
  asks: Readonly<Record<string, string>>;
  /** The forms by which a folded word is kept, the best first. */
  stems(word: string): readonly string[];
  /** What stands apart from a verb and belongs to it, separated by spaces. */
  particles?: string;
  /** What a compound has between its parts; none where the language writes them apart. */
  links?: readonly string[];
}

/** Forms that no rule leads back, by line: the word they are forms of first. */
export const irregularForms = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table.split('\n').flatMap((line) => {
      const [word = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, word] as const);
    }),
  );

/** Names of platforms, as they are typed: the same in every language. */
export const PLATFORM_NAMES = `facebook fb meta
instagram insta ig
x twitter tweet
youtube yt
tiktok
linkedin
whatsapp wapp whatsappgroep
snapchat snap
mastodon
bluesky
threads
telegram
signal
pinterest
discord
reddit`;

/** Other languages: words as they stand, and compounds by their parts. */
export const ANY_LANGUAGE: SearchLanguage = {
  stopWords: '',
  weakWords: '',
  synonyms: '',
  phrases: '',
  names: {},
  asks: {},
  stems: (word) => [word],
  links: ['', 's', 'n', 'en', 'es', 'e'],
};
