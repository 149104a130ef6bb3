/** The sample, and a policy that is as the sample but for its length. */
import { readFileSync } from 'node:fs';

const SAMPLE = new URL('../../stories/policies/sample.json', import.meta.url);

/** How many items the large policy has, by type of section: 2,000 together. */
const COUNTS = { rules: 400, guidelines: 500, faq: 600, profiles: 500 };

const PLACES = [
  'De Linde',
  'Het Sas',
  'Ter Duinen',
  'Zonnedauw',
  'De Wilg',
  'Molenveld',
  'Sint-Anna',
  'De Kaai',
  'Heidebloem',
  'Ruytershof',
  'Groenendaal',
  'De Vlindertuin',
];

// No two texts are the same: what is kept by text would make it look better than it is.
const SENTENCES = {
  nl: (place, number) => `Zo doen we het ook in ${place}, afdeling ${number}.`,
  fr: (place, number) => `Il en va de même à ${place}, service ${number}.`,
  en: (place, number) => `The same holds at ${place}, ward ${number}.`,
};
/** Fields of one line, which get a name and not a sentence. */
const SHORT = new Set(['title', 'question', 'name', 'purpose']);
const AS_THEY_ARE = new Set(['tags', 'languages', 'audience', 'requires', 'keywords']);

export const samplePolicy = () => JSON.parse(readFileSync(SAMPLE, 'utf8'));

/** A policy of 2,000 items, in the three languages of the sample. */
export function largePolicy() {
  const policy = samplePolicy();
  for (const section of policy.sections) {
    const count = COUNTS[section.type];
    if (!count) continue;
    const { items } = section;
    section.items = Array.from({ length: count }, (_, index) =>
      copy(items[index % items.length], Math.floor(index / items.length), index),
    );
  }
  return policy;
}

/** How many items a reader has before them, by type of section. */
export const itemCounts = ({ sections }) =>
  Object.fromEntries(
    sections
      .filter(({ type }) => type in COUNTS)
      .map(({ type, items }) => [`policy-${type}`, items.length]),
  );

function copy(item, round, index) {
  if (!round) return item;
  const place = PLACES[index % PLACES.length];
  const fields = Object.entries(item).map(([key, value]) => [key, vary(key, value, place, index)]);
  return Object.fromEntries(fields);
}

function vary(key, value, place, index) {
  if (key === 'id') return `${value}-${index}`;
  if (key === 'url') return `${value}/${index}`;
  if (key === 'handle') return `${value}.${index}`;
  if (key === 'name' && typeof value === 'string') return `${value} ${place} ${index}`;
  if (typeof value !== 'object' || AS_THEY_ARE.has(key)) return value;
  const texts = Object.entries(value).map(([lang, text]) => [
    lang,
    SHORT.has(key) ? `${place} ${index}: ${text}` : `${text} ${SENTENCES[lang](place, index)}`,
  ]);
  return Object.fromEntries(texts);
}
