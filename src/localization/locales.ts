import type { TemplateMap } from '@lit/localize/internal/types.js';
import { LANGUAGES, LOADERS } from './generated/languages.js';

/** Languages the labels of the elements exist in. English stands in the source. */
export const LABEL_LANGUAGES = LANGUAGES;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];

const loaded = new Map<LabelLanguage, TemplateMap | undefined>([['en', undefined]]);
const loading = new Map<LabelLanguage, Promise<void>>();

export const isLoaded = (lang: LabelLanguage): boolean => loaded.has(lang);

/** Translated templates by message id; none for English, or for what could not be loaded. */
export const templatesOf = (lang: LabelLanguage): TemplateMap | undefined => loaded.get(lang);

/** Loads the labels of a language once. Without them the labels stay English. */
export function loadLabels(lang: LabelLanguage): Promise<void> {
  const known = loading.get(lang);
  if (known) return known;
  const promise = load(lang);
  loading.set(lang, promise);
  return promise;
}

async function load(lang: LabelLanguage): Promise<void> {
  if (lang === 'en') return;
  try {
    loaded.set(lang, (await LOADERS[lang]()).templates);
  } catch (cause) {
    loaded.set(lang, undefined);
    console.warn(
      `policy-elements: the labels for "${lang}" could not be loaded; they stay English.`,
      cause,
    );
  }
}
