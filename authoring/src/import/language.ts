/** The language a document is written in, by the small words that every text is full of. */
import { textOf, wordsOf, type SourceDocument } from './blocks.js';

/** Hardly any of them is a word of another of these languages. */
const SMALL_WORDS = {
  nl: 'het een van niet voor met zijn wij ook naar uit wordt worden deze dit bij maar aan geen hebben',
  fr: 'le la les et une pour dans pas nous vous que qui sur au aux avec ce cette sont par leur être',
  en: 'the and to for with you are that this not it by your our from have be their can its',
  de: 'der das und ist nicht für mit auf ein eine zu den dem sie wir oder auch sind werden dass',
} as const;
export type DocumentLanguage = keyof typeof SMALL_WORDS;

const LEAST = 5;

/** Nothing where there is too little text, or where it is in two languages. */
export function languageOf({ blocks }: SourceDocument): DocumentLanguage | undefined {
  const words = wordsOf(textOf(blocks));
  const [most, next] = Object.entries(SMALL_WORDS)
    .map(([lang, small]) => {
      const known = new Set<string>(small.split(' '));
      return { lang, count: words.filter((word) => known.has(word)).length };
    })
    .sort((one, other) => other.count - one.count);
  const isClear = most!.count >= LEAST && most!.count >= 2 * next!.count;
  return isClear ? (most!.lang as DocumentLanguage) : undefined;
}
