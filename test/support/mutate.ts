/** Seeded changes to a document: the same seed spoils the same way on every machine. */

export type Random = () => number;

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Holder = Record<string | number, unknown>;

const WRONG: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  'x',
  '\ud800',
  '\u0000',
  [],
  {},
  [[]],
  [null],
  { nl: 7 },
  { nl: null },
  { __proto__x: 'a' },
  { constructor: 'a' },
  'javascript:alert(1)',
  '2026-99-99',
  'P',
  '3',
  '../..',
  '<b>',
  '#nowhere',
  ['a', 'a'],
  { id: 'a' },
  'rules',
  'policy-viewer',
  '[](#purpose)',
  '![](x)',
  '|a|\n|-|',
  '- [ ] ',
  '> '.repeat(50),
];

/** Every place in a document: what holds it, and under which key. */
function placesIn(
  value: unknown,
  places: [Holder, string | number][] = [],
): [Holder, string | number][] {
  if (typeof value !== 'object' || value === null) return places;
  for (const key of Object.keys(value)) {
    places.push([value as Holder, Array.isArray(value) ? Number(key) : key]);
    placesIn((value as Holder)[key], places);
  }
  return places;
}

/** Spoils a copy of a document in one to four places. */
export function mutate<Document extends object>(document: Document, random: Random): Document {
  const copy = structuredClone(document);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  for (let change = Math.ceil(random() * 4); change > 0; change--) {
    const places = placesIn(copy);
    if (!places.length) break;
    const [holder, key] = pick(places);
    const [other, otherKey] = pick(places);
    const kind = random();
    if (kind < 0.35) holder[key] = structuredClone(pick(WRONG));
    else if (kind < 0.55) delete holder[key];
    else if (kind < 0.7) holder[key] = structuredClone(other[otherKey]);
    else if (kind < 0.8 && Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (kind < 0.9 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
    else holder[key] = [structuredClone(holder[key])];
  }
  return copy;
}
