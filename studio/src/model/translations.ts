/** How each text stands in each language: by the digest of the text it was made from. */
import { digestText, everythingCurrent, type Draft } from '@policy-elements/authoring';
import { textsOf } from 'policy-elements';
import { languagesIn, textIn } from './policy.js';
import { inReadingOrder } from './reading-order.js';

export type TranslationState = 'missing' | 'stale' | 'machine' | 'current';

export interface Pair {
  /** Empty for the policy itself. */
  id: string;
  field: string;
  kind: 'plain' | 'markdown';
  source: string;
  target: string;
  state: TranslationState;
}

type Table = Record<string, Record<string, { text: string; state: string }>>;

/** Every text that has something to translate, with how it stands in a language. */
export function pairsOf(draft: Draft, lang: string): readonly Pair[] {
  const [first = 'en'] = languagesIn(draft);
  const table = draft['translations'] as Table | undefined;
  const own = draft['id'];
  const pairs = [...textsOf(draft)].flatMap(({ id, field, kind, text }) => {
    // A name written once is the same in every language.
    if (typeof text === 'string' && /(^|\.)name$/.test(field)) return [];
    const source = textIn(text, first, first);
    if (!source.trim()) return [];
    const target = textIn(text, lang, first);
    const at = id === own ? '' : id;
    return [{ id: at, field, kind, source, target, state: stateOf(source, target, lang, table) }];
  });
  return inReadingOrder(draft, pairs);
}

function stateOf(
  source: string,
  target: string,
  lang: string,
  table: Table | undefined,
): TranslationState {
  if (!target.trim()) return 'missing';
  if (!table) return 'current';
  const entry = table[digestOf(source)]?.[lang];
  if (!entry || entry.text !== digestOf(target)) return 'stale';
  return entry.state === 'machine' ? 'machine' : 'current';
}

/** How one text stands in a language. */
export const stateIn = (
  draft: Draft,
  source: string,
  target: string,
  lang: string,
): TranslationState => stateOf(source, target, lang, draft['translations'] as Table | undefined);

const digests = new Map<string, string>();

function digestOf(text: string): string {
  let digest = digests.get(text);
  if (digest === undefined) {
    if (digests.size > 50_000) digests.clear();
    digests.set(text, (digest = digestText(text)));
  }
  return digest;
}

export interface LanguageState {
  lang: string;
  current: number;
  all: number;
  /** Written by a machine, and read by nobody yet. */
  machine: number;
}

export function languageStates(draft: Draft): readonly LanguageState[] {
  return languagesIn(draft)
    .slice(1)
    .map((lang) => {
      const pairs = pairsOf(draft, lang);
      const current = pairs.filter(({ state }) => state === 'current').length;
      const machine = pairs.filter(({ state }) => state === 'machine').length;
      return { lang, current, machine, all: pairs.length };
    });
}

const SLICE = 8;

/**
 * Where nothing was kept of any translation, the first change keeps it of all: their digests are
 * made while nobody waits for them.
 */
export async function prepareTranslations(draft: Draft): Promise<void> {
  if (draft['translations'] !== undefined || languagesIn(draft).length < 2) return;
  let until = performance.now() + SLICE;
  for (const { text } of textsOf(draft)) {
    if (typeof text === 'string') continue;
    for (const each of Object.values(text)) digestText(each);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE;
  }
  everythingCurrent(draft);
}
