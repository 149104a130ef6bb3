import type { msg as litMsg } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { LANGUAGES, TEMPLATES } from './generated/languages.js';

export type Msg = typeof litMsg;

/** A language the server speaks. English stands in the source, the others in locales/. */
export type PageLanguage = (typeof LANGUAGES)[number];
export const pageLanguages: readonly PageLanguage[] = LANGUAGES;

/** What says labels in one language. */
export interface Labels {
  /** A label; its id begins with `server-`. */
  msg: Msg;
  /** The label for a count: `one` as the language has it (French: 0 too), else `other`. */
  plural: (count: number, one: () => string, other: () => string) => string;
}

/**
 * Labels in a language. A label with the id `x.other` takes the form of the language, `x.few` for
 * example, where a translator wrote one.
 */
export function labelsIn(language: PageLanguage): Labels {
  const templates = (TEMPLATES as Record<string, Parameters<typeof runtimeMsg>[0]>)[language];
  const rules = new Intl.PluralRules(language);
  let form = 'other';
  const msg = ((template, options) => {
    const own = options?.id?.replace(/\.other$/, `.${form}`);
    const id = own && templates && Object.hasOwn(templates, own) ? own : options?.id;
    return runtimeMsg(templates, template, id === undefined ? options : { ...options, id });
  }) as Msg;
  const plural: Labels['plural'] = (count, one, other) => {
    form = rules.select(count);
    try {
      return form === 'one' ? one() : other();
    } finally {
      form = 'other';
    }
  };
  return { msg, plural };
}

const languageName = new Map(
  pageLanguages.map((language) => {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
    return [language, name.charAt(0).toLocaleUpperCase(language) + name.slice(1)];
  }),
);

/** The name of a language in that language, as it stands in a choice: `Nederlands`. */
export const nameOfLanguage = (language: PageLanguage): string =>
  languageName.get(language) ?? language;

export const isPageLanguage = (value: string | undefined): value is PageLanguage =>
  pageLanguages.some((language) => language === value);

/** The language asked for in the address, else the browser's first that exists, else Dutch. */
export function choosePageLanguage(asked: unknown, accepted: string | undefined): PageLanguage {
  if (typeof asked === 'string' && isPageLanguage(asked)) return asked;
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { language: tag.split('-')[0], weight: weight ? Number(weight.slice(2)) || 0 : 1 };
  });
  const best = wishes
    .filter(({ language, weight }) => weight > 0 && isPageLanguage(language))
    .sort((one, other) => other.weight - one.weight)[0]?.language;
  return isPageLanguage(best) ? best : 'nl';
}
