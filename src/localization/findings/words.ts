/**
 * Findings in words for who writes a policy: cause and remedy. They are no labels of the elements,
 * which no reader should pay for.
 */
import type { BlockId } from '../../policy/coverage.js';
import type { Finding } from '../../policy/findings.js';
import { formatsFor } from '../formats.js';
import type { LabelLanguage } from '../locales.js';
import type { FindingWords } from './finding-words.js';

const LOADERS = {
  en: () => import('./en.js'),
  nl: () => import('./nl.js'),
  fr: () => import('./fr.js'),
};
type WordsLanguage = keyof typeof LOADERS;

/** The language asked for, or English: who writes policies may have fewer languages than readers. */
export const wordsLanguage = (lang: LabelLanguage): WordsLanguage =>
  Object.hasOwn(LOADERS, lang) ? (lang as WordsLanguage) : 'en';

export const loadFindingWords = async (lang: WordsLanguage): Promise<FindingWords> =>
  (await LOADERS[lang]()).words;

/** What was found, its cause and its remedy, in one or two sentences. */
export function explainFinding(
  { code, params = {} }: Finding,
  words: FindingWords,
  lang: WordsLanguage,
): string {
  const formats = formatsFor(lang);
  const values: Record<string, string> = { value: '', lang: '', date: '' };
  for (const [key, value] of Object.entries(params)) {
    values[key] = typeof value === 'number' ? formats.number(value) : value;
  }
  if (values['lang']) values['lang'] = formats.language(values['lang']);
  if (values['date']) values['date'] = formats.date(values['date']);
  const block = values['block'];
  if (block && Object.hasOwn(words.blocks, block)) values['block'] = words.blocks[block as BlockId];
  const sentence = Object.hasOwn(words.findings, code) ? words.findings[code](values) : code;
  const { suggestion } = values;
  return suggestion ? `${sentence} ${words.didYouMean(suggestion)}` : sentence;
}
