/** Reading a draft as the studio shows it. */
import type { Draft, Json } from '@policy-elements/authoring';

export type Item = { readonly id: string; readonly [key: string]: Json };
export interface SectionLike extends Item {
  readonly type: string;
}

const isItem = (value: Json): value is Item =>
  typeof value === 'object' && value !== null && typeof (value as Item)['id'] === 'string';

export const itemsIn = (value: Json | undefined): readonly Item[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isItem) : [];

export const sectionsIn = (draft: Draft): readonly SectionLike[] =>
  itemsIn(draft['sections']) as readonly SectionLike[];

export const languagesIn = (draft: Draft): readonly string[] =>
  (draft['languages'] ?? ['en']) as readonly string[];

/** A text in one language, and nothing else. */
export function textIn(value: Json | undefined, lang: string, first: string): string {
  if (typeof value === 'string') return lang === first ? value : '';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const text = (value as Record<string, Json>)[lang];
  return typeof text === 'string' ? text : '';
}

/** A text to read: in the language asked for, else in the policy's first, else in any. */
export function readable(value: Json | undefined, lang: string, draft: Draft): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const texts = value as Record<string, Json>;
  const found = [lang, ...languagesIn(draft), ...Object.keys(texts)]
    .map((each) => texts[each])
    .find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof found === 'string' ? found : '';
}

/** What something is called in a list. */
export const titleOf = (item: Item | undefined, lang: string, draft: Draft): string =>
  item === undefined
    ? ''
    : readable(item['title'] ?? item['name'] ?? item['question'], lang, draft).trim();

/** Everything a reference may lead to, with the section it stands in. */
export function* targetsIn(
  draft: Draft,
): Generator<{ item: Item; kind: string; within?: SectionLike }> {
  for (const section of sectionsIn(draft)) {
    yield { item: section, kind: 'section' };
    for (const item of itemsIn(section['items'])) yield { item, kind: 'item', within: section };
  }
  for (const [list, kind] of [
    ['contacts', 'contact'],
    ['trainings', 'training'],
    ['audiences', 'audience'],
    ['documents', 'document'],
  ] as const) {
    for (const item of itemsIn(draft[list])) yield { item, kind };
  }
}

/** An id from a title: small letters, and not used yet. */
export function freshId(title: string, used: ReadonlySet<string>, fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(.{20,40})-.*$/, (all, whole: string) => (all.length > 40 ? whole : all))
    .slice(0, 40)
    .replace(/-+$/, '');
  const base = plain || fallback;
  if (!used.has(base)) return base;
  for (let n = 2; ; n += 1) if (!used.has(`${base}-${n}`)) return `${base}-${n}`;
}
