/** States of translations in words: written in the translator's language, read in any of the three. */
import type { TranslationState } from 'policy-elements';
import type { MessageLanguage } from '../import/messages.js';
import type { EntryState } from './file.js';

const WORDS: Readonly<Record<TranslationState, Readonly<Record<MessageLanguage, string>>>> = {
  missing: { nl: 'ontbreekt', fr: 'manquante', en: 'missing' },
  stale: { nl: 'verouderd', fr: 'obsolète', en: 'stale' },
  machine: { nl: 'machine', fr: 'machine', en: 'machine' },
  current: { nl: 'actueel', fr: 'à jour', en: 'current' },
};

const ENTRY_STATES: Readonly<Record<TranslationState, EntryState>> = {
  missing: 'missing',
  stale: 'review',
  machine: 'machine',
  current: 'done',
};

/** @param to the language that is translated into (BCP 47) */
export function stateWord(state: TranslationState, to: string): string {
  const lang = to.toLowerCase().split('-')[0]!;
  const words: Readonly<Record<string, string>> = WORDS[state];
  return Object.hasOwn(words, lang) ? words[lang]! : WORDS[state].en;
}

// Accents are lost on some keyboards, and an "s" comes with a plural.
const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([state, words]) =>
    Object.values(words).map((word) => [
      folded(word),
      ENTRY_STATES[state as keyof typeof ENTRY_STATES],
    ]),
  ),
);

/** What a translator wrote, or left, in the column of the state; nothing where it is none. */
export const readStateWord = (text: string): EntryState | undefined => BY_WORD.get(folded(text));
