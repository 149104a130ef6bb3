/**
 * Plural forms in the translators' files. A label that counts has two in English, `<id>.one` and
 * `<id>.other`. A language that needs more (`few`, `many`, …) gets a unit for each, beside them.
 */

const UNIT = /<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>\n?/g;
const FORM = /^(.*)\.(zero|two|few|many)$/;

/** The units of an XLIFF file: `{ id, source, target }`, as it has them. */
export const unitsOf = (xliff) =>
  [...xliff.matchAll(UNIT)].map(([, id, body]) => ({
    id,
    source: /<source>([\s\S]*?)<\/source>/.exec(body)?.[1] ?? '',
    target: /<target>([\s\S]*?)<\/target>/.exec(body)?.[1] ?? '',
  }));

/** The file without the forms that English does not have. */
export const withoutForms = (xliff) =>
  xliff.replace(UNIT, (unit, id) => (FORM.test(id) ? '' : unit));

/** The forms that counts up to a thousand have in a language, beside `one` and `other`. */
function formsOf(language) {
  const rules = new Intl.PluralRules(language);
  const used = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
  return [...used].filter((form) => form !== 'one' && form !== 'other');
}

/** Units for the further forms of a language, with what translators wrote before. */
export function pluralForms(units, known, language) {
  const counted = units.filter(({ id }) => id.endsWith('.other'));
  return counted.flatMap(({ id, source }) =>
    formsOf(language).map((form) => {
      const own = id.replace(/other$/, form);
      const target = known.get(own)?.target ?? '';
      return { id: own, source, target, template: templateOf(target) };
    }),
  );
}

/** The file with these units at its end. */
export const writeForms = (xliff, forms) => xliff.replace(/(?=<\/body>)/, forms.map(unit).join(''));

const unit = ({ id, source, target }) =>
  `<trans-unit id="${id}">\n  <source>${source}</source>\n${target ? `  <target>${target}</target>\n` : ''}</trans-unit>\n`;

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" };

/** A translation as lit-localize writes it in a module. */
function templateOf(target) {
  const text = target
    .split(/(<x id="\d+"[^>]*\/>)/)
    .map((part) => {
      const place = /^<x id="(\d+)"/.exec(part);
      if (place) return `\${${place[1]}}`;
      return part.replace(/&\w+;/g, (each) => ENTITIES[each] ?? each).replace(/[`\\$]/g, '\\$&');
    })
    .join('');
  return `${/\$\{\d+\}/.test(text) ? 'str' : ''}\`${text}\``;
}
