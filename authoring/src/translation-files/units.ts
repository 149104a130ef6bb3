/** The texts of a policy as somebody translates them: where each stands, and how its translation does. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { textsOf, type PlacedText, type Policy, type TextKind } from 'policy-elements';

export type TranslationState = 'missing' | 'stale' | 'machine' | 'current';

export interface TranslationUnit {
  /** Id of what holds the text; the policy's own for its head. */
  id: string;
  field: string;
  pointer: string;
  kind: TextKind;
  /** `textDigest` of the source. */
  key: string;
  source: string;
  /** Empty where there is none. */
  target: string;
  state: TranslationState;
}

export type TranslationTable = Record<
  string,
  Record<string, { text: string; state: 'current' | 'machine' }>
>;

/** The first 16 hex digits of SHA-256 over the UTF-8 of a text. */
export const textDigest = (text: string): string =>
  bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);

export const sourceLanguage = (policy: Policy): string => policy.languages[0] ?? 'en';

/** The text in a language, and never another one in its place. */
export const ownText = (text: PlacedText['text'], lang: string, first: string): string =>
  typeof text === 'string' ? (lang === first ? text : '') : (text[lang] ?? '');

const isTable = (value: unknown): value is TranslationTable =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const tableOf = (policy: Policy): TranslationTable | undefined =>
  isTable(policy.translations) ? policy.translations : undefined;

export function stateOf(
  source: string,
  target: string,
  lang: string,
  table: TranslationTable | undefined,
): TranslationState {
  if (!target.trim()) return 'missing';
  if (!table) return 'current';
  const entry = table[textDigest(source)]?.[lang];
  return entry?.text === textDigest(target) ? entry.state : 'stale';
}

/** A name that is written once is the same in every language. */
const isNameOfAll = ({ field, text }: PlacedText): boolean =>
  typeof text === 'string' && /(^|\.)name$/.test(field);

/** Every text that is to be translated to a language, in the order of the document. */
export function translationUnits(policy: Policy, to: string): TranslationUnit[] {
  const from = sourceLanguage(policy);
  const table = tableOf(policy);
  return [...textsOf(policy)].flatMap((placed) => {
    const source = ownText(placed.text, from, from);
    if (!source.trim() || isNameOfAll(placed)) return [];
    const target = ownText(placed.text, to, from);
    const { id, field, pointer, kind } = placed;
    const state = stateOf(source, target, to, table);
    return [
      { id: id || policy.id, field, pointer, kind, key: textDigest(source), source, target, state },
    ];
  });
}
