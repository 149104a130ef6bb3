/**
 * Of a policy of hundreds of items, as much as can be drawn again while somebody writes: every
 * section begins, and the one that is written in shows what stands around the writer's place.
 */
import { placesOf, prunedTable, type Draft, type Json } from '@policy-elements/authoring';
import { itemsIn, sectionsIn, type SectionLike } from './policy.js';

/** More than this takes longer to draw than a key may. */
const MOST = 300;
const AROUND = 20;
const BEGINNING = 3;

export const isLong = (draft: Draft): boolean => placesOf(draft).size > MOST;

/** Where somebody writes: neighbours are in the same block, so that not every step draws anew. */
export type Block = `${string}/${number}`;

export function blockOf(draft: Draft, at: string | undefined): Block | undefined {
  const [list, section, , item = 0] =
    (at === undefined ? undefined : placesOf(draft).get(at)) ?? [];
  const id = list === 'sections' && sectionsIn(draft)[Number(section)]?.id;
  return id ? `${id}/${Math.floor(Number(item) / AROUND) * AROUND}` : undefined;
}

/** The first index to show of a section, and the one behind the last. */
function span(section: SectionLike, block: Block | undefined): readonly [number, number] {
  const [id, from = '0'] = block?.split('/') ?? [];
  if (id !== section.id) return [0, BEGINNING];
  return [Number(from) - AROUND / 2, Number(from) + AROUND * 1.5];
}

/** What a text leads to has to be there: its title stands in the text. */
const leadTo = (shown: readonly Json[]): ReadonlySet<string> =>
  new Set([...JSON.stringify(shown).matchAll(/\]\(#([\w-]+)\)/g)].map(([, id]) => id!));

export function partShown(draft: Draft, block: Block | undefined): Draft {
  if (!isLong(draft)) return draft;
  const within = ({ items, ...rest }: SectionLike, keep: (index: number, id: string) => boolean) =>
    Array.isArray(items)
      ? { ...rest, items: itemsIn(items).filter(({ id }, index) => keep(index, id)) }
      : rest;
  const spans = sectionsIn(draft).map((section) => {
    const [from, to] = span(section, block);
    return { section, inSpan: (index: number) => index >= from && index < to };
  });
  const led = leadTo(spans.map(({ section, inSpan }) => within(section, inSpan)));
  const sections = spans.map(({ section, inSpan }) =>
    within(section, (index, id) => inSpan(index) || led.has(id)),
  );
  return prunedTable({ ...draft, sections });
}
