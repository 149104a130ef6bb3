/** The texts of a policy as somebody translates them: where each stands, and how its translation does. */
import {
  digestText,
  matchLanguage,
  translatedTexts,
  type Policy,
  type TextKind,
  type TranslationState,
} from 'policy-elements';

export interface TranslationUnit {
  /** Id of what holds the text; the policy's own for its head. */
  id: string;
  field: string;
  /** JSON Pointer of the text, in all its languages. */
  pointer: string;
  kind: TextKind;
  /** Digest of the source. */
  key: string;
  source: string;
  /** Empty where there is none; never another language in its place. */
  target: string;
  state: TranslationState;
}

export const sourceLanguage = (policy: Policy): string => policy.languages[0] ?? 'en';

/** The policy with a language among its own. */
export const withLanguage = (policy: Policy, lang: string): Policy =>
  policy.languages.includes(lang) ? policy : { ...policy, languages: [...policy.languages, lang] };

/** The language as the policy writes it: a bureau may say `fr-BE` for its `fr`. */
export const languageOf = (policy: Policy, lang: string): string =>
  matchLanguage(lang, policy.languages) ?? lang;

/** Every text that is to be translated to a language, in the order of the document. */
export function translationUnits(policy: Policy, to: string): TranslationUnit[] {
  const lang = languageOf(policy, to);
  return translatedTexts(withLanguage(policy, lang))
    .filter((each) => each.lang === lang)
    .map(({ id, field, pointer, kind, source, text = '', state }) => ({
      id: id || policy.id,
      field,
      pointer: pointer.slice(0, pointer.lastIndexOf('/')),
      kind,
      key: digestText(source),
      source,
      target: text,
      state,
    }));
}
