import type { Policy, Text } from './schema.js';

/** A text in the language it is really in; `lang` is a BCP 47 tag. */
export interface LocalizedText {
  text: string;
  lang: string;
}

const primary = (lang: string): string => lang.toLowerCase().split('-', 1)[0]!;

/** The one of `available` that serves a reader of `wanted`: the same tag, else the same language. */
export function matchLanguage(wanted: string, available: readonly string[]): string | undefined {
  const exact = wanted.toLowerCase();
  return (
    available.find((lang) => lang.toLowerCase() === exact) ??
    available.find((lang) => primary(lang) === primary(wanted))
  );
}

/**
 * The text for a reader of `lang`; falls back along the policy's `languages`, then to whatever
 * there is. A blank translation counts as missing. `undefined` when there is nothing to read.
 */
export function resolveText(
  text: Text | undefined,
  lang: string,
  languages: Policy['languages'],
): LocalizedText | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string') {
    return text.trim() ? { text, lang: languages[0] ?? lang } : undefined;
  }
  const present = Object.keys(text).filter((key) => text[key]?.trim());
  const found =
    matchLanguage(lang, present) ??
    languages.map((each) => matchLanguage(each, present)).find((each) => each !== undefined) ??
    present[0];
  return found === undefined ? undefined : { text: text[found]!, lang: found };
}

/** The policy's language for a reader of `lang`: the closest one it has, else its first. */
export const policyLanguage = (policy: Policy, lang: string): string =>
  matchLanguage(lang, policy.languages) ?? policy.languages[0] ?? lang;
