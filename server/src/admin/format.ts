import type { PageLanguage } from '../messages/labels.js';

/** How a language writes numbers and dates here, where it is written in more countries than one. */
const locales: Partial<Record<string, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

export interface Format {
  number: (value: number) => string;
  date: (date: Date) => string;
  time: (date: Date) => string;
  /** The name of the time zone. */
  zone: string;
  /** The name of a language, in the language of the page; its tag where it has none. */
  language: (tag: string) => string;
}

function makeFormat(language: PageLanguage, timeZone: string): Format {
  const locale = locales[language] ?? language;
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle: 'h23', timeZone });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const zone = new Intl.DateTimeFormat(locale, { timeZoneName: 'longGeneric', timeZone })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value;
  return {
    number: (value) => numbers.format(value),
    date: (date) => {
      const text = dates.format(date);
      // French says the first of a month as an ordinal, which Intl does not.
      return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
    },
    time: (date) => times.format(date),
    zone: zone ?? timeZone,
    language: (tag) => {
      try {
        const name = languages.of(tag) ?? tag;
        // French writes it small, but here it stands alone.
        return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
      } catch {
        return tag;
      }
    },
  };
}

const cache = new Map<string, Format>();

export function formatFor(language: PageLanguage, timeZone: string): Format {
  const key = `${language} ${timeZone}`;
  const format = cache.get(key) ?? makeFormat(language, timeZone);
  cache.set(key, format);
  return format;
}
