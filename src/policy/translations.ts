/**
 * Whether translations keep up with the text they were made from. That hangs on the digests of both,
 * never on a position: moving a step leaves every other text alone, and a text that comes back finds
 * its translations again.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Policy, Text, Translation } from './schema.js';
import { matchLanguage } from './text.js';
import { isProperName, pointerTo, textsOf, type PlacedText } from './texts.js';

export type TranslationState = 'missing' | 'stale' | 'machine' | 'current';

/** A text in one of the languages it is translated into. */
export interface TranslatedText extends Pick<PlacedText, 'id' | 'field' | 'kind'> {
  /** Of the translation in the document. */
  pointer: string;
  /** BCP 47, as the policy lists it. */
  lang: string;
  source: string;
  /** Nothing where it is missing. */
  text: string | undefined;
  state: TranslationState;
}

/** A translation as the policy keeps it, by language, by the digest of its source text. */
export type Translations = NonNullable<Policy['translations']>;

// Whoever writes has thousands of texts looked at again for each that changes.
const digests = new Map<string, string>();
const MOST = 50_000;

/** The first 16 hex digits of the SHA-256 of a text, as UTF-8. */
export function digestText(text: string): string {
  let digest = digests.get(text);
  if (digest === undefined) {
    if (digests.size >= MOST) digests.clear();
    digest = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
    digests.set(text, digest);
  }
  return digest;
}

const DIGEST = /^[0-9a-f]{16}$/;

/** The text in one of its languages, however that is written. */
export function textIn(text: Text, lang: string, policy: Policy): string | undefined {
  if (typeof text === 'string') return lang === policy.languages[0] ? text : undefined;
  const key = matchLanguage(lang, Object.keys(text));
  const found = key === undefined ? undefined : text[key];
  return found?.trim() ? found : undefined;
}

/** What is kept of a source text in one language: one translation, or several of several places. */
export function keptFor(translations: Translations, source: string, lang: string): Translation[] {
  const digest = digestText(source);
  const kept = Object.hasOwn(translations, digest) ? translations[digest]! : {};
  const key = matchLanguage(lang, Object.keys(kept));
  const found = key === undefined ? undefined : kept[key];
  return [found ?? []].flat().filter((each) => typeof each === 'object');
}

/** How the old form, by place, has it: the digest of the source text, once `sha-256:` in front. */
function oldForm(
  { id, field }: PlacedText,
  translations: Translations,
  source: string,
  lang: string,
): TranslationState {
  const name = `${id}.${field}`;
  const kept = Object.hasOwn(translations, name) ? translations[name]! : {};
  const digest = kept[matchLanguage(lang, Object.keys(kept)) ?? ''];
  if (typeof digest !== 'string') return 'stale';
  const bare = digest.toLowerCase().replace(/^sha-?256[:-]/, '');
  return bare.length >= 16 && bare.startsWith(digestText(source)) ? 'current' : 'stale';
}

/** Every text of the policy in every language it should be translated into. */
export function translatedTexts(policy: Policy): TranslatedText[] {
  const [first, ...others] = policy.languages;
  return [...textsOf(policy)].flatMap((placed) => {
    const source = textIn(placed.text, first!, policy);
    if (source === undefined || isProperName(placed)) return [];
    const { id, field, kind, pointer } = placed;
    return others.map((lang) => {
      const text = textIn(placed.text, lang, policy);
      const state = text === undefined ? 'missing' : stateOf(policy, placed, source, text, lang);
      const at = { id, field, kind, pointer: pointerTo(pointer, keyOf(placed.text, lang)) };
      return { ...at, lang, source, text, state } as const;
    });
  });
}

/** Ids of the sections in which a reader of a language sees texts whose source has changed since. */
export function staleSections(policy: Policy, lang: string): string[] {
  if (!policy.translations) return [];
  const found = translatedTexts(policy).flatMap((each) => {
    const [, section] = /^\/sections\/(\d+)\//.exec(each.pointer) ?? [];
    return section && each.lang === lang && each.state === 'stale' ? [Number(section)] : [];
  });
  return [...new Set(found)].map((at) => policy.sections[at]!.id);
}

/** Where nothing is kept of any translation, all are taken to be current. */
function stateOf(
  { translations }: Policy,
  placed: PlacedText,
  source: string,
  text: string,
  lang: string,
): TranslationState {
  if (!translations) return 'current';
  const digest = digestText(text);
  const kept = keptFor(translations, source, lang).find((each) => each.text === digest);
  return kept?.state ?? oldForm(placed, translations, source, lang);
}

/** The language as the text has it. */
const keyOf = (text: Text, lang: string): string =>
  (typeof text === 'object' && matchLanguage(lang, Object.keys(text))) || lang;

/** All that is current, or a machine's, in the form it is kept in; the old form becomes the new one. */
export function keepTranslations(policy: Policy): Translations {
  const kept: Translations = {};
  for (const [digest, byLanguage] of Object.entries(policy.translations ?? {})) {
    if (DIGEST.test(digest)) kept[digest] = byLanguage;
  }
  return translatedTexts(policy).reduce(
    (all, each) => (isKept(each) && !has(all, each) ? withTranslation(all, each, policy) : all),
    kept,
  );
}

const has = (all: Translations, { source, lang, text = '' }: TranslatedText): boolean =>
  keptFor(all, source, lang).some((each) => each.text === digestText(text));

const isKept = (
  each: TranslatedText,
): each is TranslatedText & { text: string; state: 'current' | 'machine' } =>
  each.text !== undefined && (each.state === 'current' || each.state === 'machine');

/** With one more. Another translation of the same source goes, unless another place shows it. */
export function withTranslation(
  translations: Translations,
  {
    source,
    lang,
    text,
    state,
  }: Pick<TranslatedText, 'source' | 'lang'> & {
    text: string;
    state: Translation['state'];
  },
  policy: Policy,
): Translations {
  const digest = digestText(text);
  const others = keptFor(translations, source, lang).filter(
    (each) => each.text !== digest && isShown(each.text, source, lang, policy),
  );
  const all: Translation[] = [...others, { text: digest, state }];
  const key = digestText(source);
  const kept = Object.hasOwn(translations, key) ? translations[key]! : {};
  const name = matchLanguage(lang, Object.keys(kept)) ?? lang;
  return {
    ...translations,
    [key]: { ...kept, [name]: all.length === 1 ? all[0]! : all },
  };
}

const isShown = (digest: string, source: string, lang: string, policy: Policy): boolean =>
  [...textsOf(policy)].some(({ text }) => {
    const shown = textIn(text, lang, policy);
    return (
      shown !== undefined &&
      textIn(text, policy.languages[0]!, policy) === source &&
      digestText(shown) === digest
    );
  });
