/**
 * Words of dates, numbers and lists as `Intl` says them, to go with the labels of a language: a
 * browser that asks `Intl` for the first time reads large tables, while the reader waits.
 */
const CODES = ['nl', 'fr', 'en', 'de'];
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute'];

/** Nothing where a date or a list is put together otherwise than `src/localization/formats.ts` does. */
export function knownWords(lang) {
  const tag = lang === 'en' ? 'en-GB' : lang;
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) =>
    date.format(new Date(Date.UTC(2026, month, 9))).split(' '),
  );
  const [, and, ...more] = new Intl.ListFormat(tag, { type: 'conjunction' })
    .format(['a', 'b'])
    .split(' ');
  if (more.length !== 1 || months.some((parts) => parts.length !== 3 || parts[0] !== '9'))
    return undefined;
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const units = UNITS.flatMap((unit) => {
    const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
    return [1, 2].map((count) => format.format(count).replace(/^\d\s/, ''));
  });
  return {
    languages: Object.fromEntries(CODES.map((code) => [code, names.of(code)])),
    months: months.map(([, month]) => month).join(' '),
    units: units.join(' '),
    and,
  };
}

/** As what a module exports. */
export const knownWordsOf = (lang) => {
  const words = knownWords(lang);
  return words ? `\nexport const knownWords = ${JSON.stringify(words, null, 2)};\n` : '';
};
