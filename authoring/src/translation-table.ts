/**
 * Of which text each translation was made: `translations` of the format, kept while one writes. A
 * translation is current while the text it was made from is as it was; positions play no part.
 */
import { digestText, textsOf } from 'policy-elements';
import type { Draft, Json } from './draft.js';

type Entry = { readonly text: string; readonly state: string };
type Table = { readonly [source: string]: { readonly [lang: string]: Entry } };

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const tableOf = (draft: Draft): Table | undefined =>
  isTexts(draft['translations']) ? (draft['translations'] as unknown as Table) : undefined;

const made = new WeakMap<Draft, Table>();

/**
 * Where nothing was kept so far, every translation that is there counts as current. Takes a while
 * for thousands of texts: whoever calls it before the first change spares somebody the wait.
 */
export function everythingCurrent(draft: Draft): Table {
  const table = made.get(draft) ?? tableOfTexts(draft);
  made.set(draft, table);
  return table;
}

function tableOfTexts(draft: Draft): Table {
  const [first = 'en'] = (draft['languages'] ?? []) as readonly string[];
  const table: Record<string, Record<string, Entry>> = {};
  for (const { text } of textsOf(draft)) {
    if (!isTexts(text) || !text[first]) continue;
    for (const [lang, target] of Object.entries(text)) {
      if (lang === first || !target.trim()) continue;
      (table[digestText(text[first])] ??= {})[lang] = {
        text: digestText(target),
        state: 'current',
      };
    }
  }
  return table;
}

export interface TextChange {
  lang: string;
  first: string;
  /** The text in the first language, before and after. */
  source: string;
  before: string;
  after: string;
  sameMeaning?: boolean | undefined;
  /** Of which text a translation was made, and how, where it was made elsewhere. */
  made?: { readonly from: string; readonly state: string } | undefined;
}

/** The table after a text was changed; the draft before the change says what was current. */
export function notedChange(draft: Draft, change: TextChange): Table | undefined {
  const { lang, first, before, after, source, sameMeaning, made } = change;
  const languages = (draft['languages'] ?? []) as readonly string[];
  if (languages.length < 2) return tableOf(draft);
  const table = tableOf(draft) ?? everythingCurrent(draft);
  if (lang !== first) {
    if (!source.trim() || !after.trim()) return table;
    const key = made?.from ?? digestText(source);
    const entry = { text: digestText(after), state: made?.state ?? 'current' };
    return { ...table, [key]: { ...table[key], [lang]: entry } };
  }
  const earlier = sameMeaning ? table[digestText(before)] : undefined;
  return earlier && after ? { ...table, [digestText(after)]: earlier } : table;
}

/** Without what no text of the draft leads to any more. */
export function prunedTable(draft: Draft): Draft {
  const table = tableOf(draft);
  if (!table) return draft;
  const [first = 'en'] = (draft['languages'] ?? []) as readonly string[];
  const used = new Set<string>();
  for (const { text } of textsOf(draft)) {
    const source = isTexts(text) ? text[first] : text;
    if (source) used.add(digestText(source));
  }
  const kept = Object.fromEntries(Object.entries(table).filter(([key]) => used.has(key)));
  return { ...draft, translations: kept };
}

/** A text that was written in several languages at once: each of them is of the text as it is. */
export function withCurrent(draft: Draft, text: Json): Draft {
  const table = tableOf(draft);
  const [first = 'en', ...others] = (draft['languages'] ?? []) as readonly string[];
  if (!table || !isTexts(text) || !text[first]) return draft;
  const key = digestText(text[first]);
  const written = others.filter((lang) => text[lang]?.trim());
  if (!written.length) return draft;
  const made: Record<string, Entry> = {};
  for (const lang of written) made[lang] = { text: digestText(text[lang]!), state: 'current' };
  return { ...draft, translations: { ...table, [key]: { ...table[key], ...made } } };
}
