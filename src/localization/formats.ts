/** Dates, numbers and lists by `Intl`. Making a format costs more than using it: they are kept. */
import { durationParts } from '../policy/duration.js';
import { knownWords } from './generated/en.js';

type DurationUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

const UNITS: DurationUnit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

export interface KnownWords {
  languages: Readonly<Record<string, string>>;
  months: string;
  /** One and more, in the order of the units, but for seconds. */
  units: string;
  and: string;
}

/**
 * What the head of most policies says, as `Intl` says it: for the first thing it is asked it reads
 * large tables, while the reader waits. They come with the labels of a language.
 */
const known = new Map<string, KnownWords>([['en', knownWords]]);

export const bringKnownWords = (lang: string, words: KnownWords): void =>
  void known.set(lang, words);

/** How languages call themselves: the choice of language says so, whichever is chosen. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  nl: 'Nederlands',
  fr: 'français',
  en: 'English',
};

// Elsewhere the same language writes a date otherwise.
const REGIONS = /^(nl)(-BE|-NL)?$|^(fr)(-BE|-FR)?$|^(en)-GB$/;

export class Formats {
  readonly #lang: string;
  readonly #base: string;
  readonly #made = new Map<string, unknown>();

  constructor(lang: string) {
    this.#lang = lang;
    this.#base = REGIONS.exec(lang)?.[0].slice(0, 2) ?? '';
  }

  get #known(): KnownWords | undefined {
    return known.get(this.#base);
  }

  /** `1 maart 2026`, `1er mars 2026`, `1 March 2026`, of an ISO date. */
  date(iso: string): string {
    const date = new Date(iso.length === 10 ? `${iso}T00:00Z` : iso);
    if (Number.isNaN(date.valueOf())) return iso;
    if (this.#known && iso.length === 10) return this.#dayOf(date, this.#known);
    const zone = iso.length === 10 ? { timeZone: 'UTC' } : {};
    const format = this.#make(
      `date${iso.length === 10}`,
      () => new Intl.DateTimeFormat(this.#lang, { dateStyle: 'long', ...zone }),
    );
    const day = date[iso.length === 10 ? 'getUTCDate' : 'getDate']();
    return this.#firstOfMonth(format.format(date), day);
  }

  #dayOf(date: Date, { months }: KnownWords): string {
    const day = date.getUTCDate();
    const month = months.split(' ')[date.getUTCMonth()];
    return this.#firstOfMonth(`${day} ${month} ${date.getUTCFullYear()}`, day);
  }

  /** A date with the time of day, of an ISO date and time, in the reader's zone. */
  dateTime(iso: string): string {
    const date = new Date(iso);
    if (Number.isNaN(date.valueOf())) return iso;
    const format = this.#make(
      'dateTime',
      () => new Intl.DateTimeFormat(this.#lang, { dateStyle: 'long', timeStyle: 'short' }),
    );
    return this.#firstOfMonth(format.format(date), date.getDate());
  }

  number(value: number): string {
    if (this.#known && isSmall(value)) return String(value);
    return this.#make('number', () => new Intl.NumberFormat(this.#lang)).format(value);
  }

  /** `a, b and c`. */
  list(values: readonly string[]): string {
    if (values.length < 2) return values[0] ?? '';
    if (this.#known)
      return `${values.slice(0, -1).join(', ')} ${this.#known.and} ${values.at(-1)!}`;
    return this.#make(
      'list',
      () => new Intl.ListFormat(this.#lang, { type: 'conjunction' }),
    ).format(values);
  }

  /** `2 hours`, of an ISO 8601 duration. */
  duration(iso: string): string {
    const parts = durationParts(iso);
    if (!parts) return iso;
    const spelt = UNITS.flatMap((unit, index) => {
      const value = parts[index];
      return value === undefined ? [] : [this.unit(value, unit)];
    });
    return this.list(spelt) || iso;
  }

  /** `3 minutes`. */
  unit(value: number, unit: DurationUnit): string {
    if (this.#known && unit !== 'second' && value > 0 && isSmall(value)) {
      const at = 2 * UNITS.indexOf(unit) + (value === 1 ? 0 : 1);
      return `${value} ${this.#known.units.split(' ')[at]!}`;
    }
    return this.#make(
      unit,
      () => new Intl.NumberFormat(this.#lang, { style: 'unit', unit, unitDisplay: 'long' }),
    ).format(value);
  }

  /** The name of a language, or its code where it has none. */
  language(code: string): string {
    if (code && code === this.#base) return OWN_NAMES[code]!;
    const { languages } = this.#known ?? {};
    if (languages && Object.hasOwn(languages, code)) return languages[code]!;
    return this.#make(`name ${code}`, () => this.#nameOf(code));
  }

  #nameOf(code: string): string {
    const names = this.#make(
      'language',
      () => new Intl.DisplayNames(this.#lang, { type: 'language' }),
    );
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** `one`, `other` … for a whole number. */
  plural(value: number): Intl.LDMLPluralRule {
    return this.#make('plural', () => new Intl.PluralRules(this.#lang)).select(value);
  }

  // Intl writes "1 mars"; French says "1er mars" for the first only.
  #firstOfMonth(date: string, day: number): string {
    return day === 1 && this.#lang.startsWith('fr') ? date.replace(/^1 /, '1er ') : date;
  }

  #make<Format>(key: string, make: () => Format): Format {
    let format = this.#made.get(key) as Format | undefined;
    if (!format) this.#made.set(key, (format = make()));
    return format;
  }
}

/** Written with the same digits and no more everywhere. */
const isSmall = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1000;

const made = new Map<string, Formats>();

/** The formats of a language; of English, which is read as British, where the tag is none. */
export function formatsFor(tag: string): Formats {
  const lang = tag === 'en' ? 'en-GB' : tag;
  let formats = made.get(lang);
  if (!formats) {
    formats = new Formats(isTag(lang) ? lang : 'en-GB');
    // A page has a handful of languages; whoever makes up more does not fill the memory.
    if (made.size > 20) made.clear();
    made.set(lang, formats);
  }
  return formats;
}

function isTag(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    return false;
  }
}
