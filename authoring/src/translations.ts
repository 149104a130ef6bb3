/** Translations that keep up with their source text: how they stand, and accepting them. */
import {
  digestText,
  keepTranslations,
  translatedTexts,
  withTranslation,
  type Policy,
  type TranslatedText,
  type Translation,
  type Translations,
  type TranslationState,
} from 'policy-elements';

export interface TranslationStatus {
  /** Whether the policy keeps of what its translations were made. Where not, all count as current. */
  started: boolean;
  /** How many texts stand how, by language. */
  languages: Readonly<Record<string, Readonly<Record<TranslationState, number>>>>;
  texts: readonly TranslatedText[];
}

export function translationStatus(policy: Policy): TranslationStatus {
  const texts = translatedTexts(policy);
  const languages = Object.fromEntries(
    policy.languages.slice(1).map((lang) => [lang, countStates(texts, lang)] as const),
  );
  return { started: policy.translations !== undefined, languages, texts };
}

function countStates(texts: readonly TranslatedText[], lang: string) {
  const counts = { missing: 0, stale: 0, machine: 0, current: 0 };
  for (const each of texts) if (each.lang === lang) counts[each.state]++;
  return counts;
}

export interface AcceptOptions {
  /** Ids, `<id>.<field>`, or every text where absent. */
  ids?: readonly string[];
  /** In every language where absent. */
  lang?: string;
  /** Only what was a translation before: its source text changed, and means what it meant. */
  sameMeaning?: boolean;
  /** What becomes of it; `current` where absent. */
  state?: 'current' | 'machine';
}

export interface Accepted {
  translations: Translations;
  accepted: TranslatedText[];
  /** Asked for, and not a text of the policy. */
  unknown: string[];
  /** Nothing was kept before: everything that is translated was taken to be current. */
  first: boolean;
}

/** Takes translations as they are for translations of their source texts as these are now. */
export function acceptTranslations(policy: Policy, options: AcceptOptions = {}): Accepted {
  const { ids, lang, sameMeaning = false, state } = options;
  const first = policy.translations === undefined;
  const all = translatedTexts(policy);
  const names = ({ id, field }: TranslatedText) => [id, `${id}.${field}`, `${id}.${outer(field)}`];
  const asked = all.filter(
    (each) =>
      each.text !== undefined &&
      (lang === undefined || each.lang === lang) &&
      (!ids || names(each).some((name) => ids.includes(name))),
  );
  let translations = keepTranslations(policy);
  const accepted: TranslatedText[] = [];
  for (const each of asked) {
    const before = sameMeaning ? stateBefore(translations, each) : 'current';
    const text = each.text;
    if (!before || text === undefined) continue;
    const now = state ?? before;
    translations = withTranslation(translations, { ...each, text, state: now }, policy);
    if (each.state !== now) accepted.push(each);
  }
  const known = new Set(all.flatMap(names));
  return { translations, accepted, first, unknown: (ids ?? []).filter((id) => !known.has(id)) };
}

const outer = (field: string): string => field.split('.', 1)[0]!;

/** How a translation stood for an earlier source text; nothing where it never was one. */
function stateBefore(
  translations: Translations,
  { lang, text = '' }: TranslatedText,
): Translation['state'] | undefined {
  const digest = digestText(text);
  for (const byLanguage of Object.values(translations)) {
    for (const kept of [byLanguage[lang] ?? []].flat()) {
      if (typeof kept === 'object' && kept.text === digest) return kept.state;
    }
  }
  return undefined;
}

/**
 * After a source text was changed that means what it meant: its translations stay what they were, in
 * every language.
 */
export function keepMeaning(
  translations: Translations | undefined,
  before: string,
  after: string,
): Translations | undefined {
  const [old, now] = [digestText(before), digestText(after)];
  if (!translations || old === now || !Object.hasOwn(translations, old)) return translations;
  const kept: Record<string, Kept> = { ...translations[now] };
  for (const [lang, more] of Object.entries(translations[old]!)) {
    // The new text may stand elsewhere too, translated in another way.
    kept[lang] = kept[lang] === undefined ? more : join(kept[lang], more);
  }
  return { ...translations, [now]: kept };
}

type Kept = Translations[string][string];

function join(one: Kept, other: Kept): Kept {
  const all = [one, other].flat().filter((each) => typeof each === 'object');
  const byDigest = new Map(all.map((each) => [each.text, each]));
  return byDigest.size === 1 ? [...byDigest.values()][0]! : [...byDigest.values()];
}
