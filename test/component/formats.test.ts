import { expect } from '@open-wc/testing';
import { Formats } from '../../src/localization/formats.js';
import { loadLabels } from '../../src/localization/locales.js';

describe('what is said without asking Intl', () => {
  // The words of a language come with its labels.
  before(() => Promise.all(['nl', 'fr', 'de'].map(loadLabels)));

  for (const lang of [
    'nl',
    'nl-BE',
    'fr',
    'fr-BE',
    'en-GB',
    'en-US',
    'fr-CA',
    'de',
    'nl-u-nu-arab',
  ]) {
    it(`is what Intl says: ${lang}`, () => {
      const names = new Intl.DisplayNames(lang, { type: 'language' });
      const formats = new Formats(lang);
      for (const code of ['nl', 'fr', 'en', 'de', 'nl-BE', 'ar'])
        expect(formats.language(code)).to.equal(names.of(code));
      for (const code of ['constructor', '', 'not a tag'])
        expect(formats.language(code)).to.be.oneOf([code, 'constructor']);
      for (const value of [0, 7, 999, 1000, 1234567, 0.5, -3])
        expect(formats.number(value)).to.equal(new Intl.NumberFormat(lang).format(value));
      for (const unit of ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const) {
        const format = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' });
        for (const value of [0, 1, 2, 999, 1000, 1.5])
          expect(formats.unit(value, unit).replace(/\s/g, ' ')).to.equal(
            // Some engines have another space there.
            format.format(value).replace(/\s/g, ' '),
          );
      }
      const conjunction = new Intl.ListFormat(lang, { type: 'conjunction' });
      for (const values of [[], ['a'], ['a', 'b'], ['a', 'b', 'c']])
        expect(formats.list(values)).to.equal(conjunction.format(values));
      const long = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const iso = `2026-${String(month).padStart(2, '0')}-09`;
        expect(formats.date(iso)).to.equal(long.format(new Date(iso)));
      }
    });
  }

  // French says "0 résultat" and "1 résultat", Dutch and English "0 results".
  for (const [lang, forms] of [
    ['nl', { 0: 'other', 1: 'one', 2: 'other', 1_000_000: 'other' }],
    ['fr', { 0: 'one', 1: 'one', 2: 'other', 1_000_000: 'many' }],
    ['en', { 0: 'other', 1: 'one', 2: 'other', 1_000_000: 'other' }],
    ['pl', { 0: 'many', 1: 'one', 2: 'few', 5: 'many' }],
  ] as const) {
    it(`count as people of the language do: ${lang}`, () => {
      const formats = new Formats(lang);
      for (const [count, form] of Object.entries(forms))
        expect(formats.plural(Number(count))).to.equal(form);
    });
  }

  it('are listed as one, or as many', () => {
    const formats = new Formats('nl');
    expect(formats.list([])).to.equal('');
    expect(formats.list(['a'])).to.equal('a');
    expect(formats.list(['a', 'b'])).to.equal('a en b');
  });
});
