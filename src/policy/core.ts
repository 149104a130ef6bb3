/**
 * The short reading: what belongs to it. A section marked `core` belongs as a whole where none of its
 * items is marked; else only the marked ones do, also those in a section that is not marked itself:
 * they stand under its title.
 */
import { sectionsFor } from './audience.js';
import { decodeNumbers } from './entity-numbers.js';
import { itemsOf } from './ids.js';
import { addressesIn } from './link-addresses.js';
import type { Contact, Policy, Section } from './schema.js';
import { textsOf } from './texts.js';

/** What a statement is about: everything, or the short reading only. */
export type Covers = 'all' | 'core';

const isCore = (part: object): boolean => (part as { core?: unknown }).core === true;

/** How a section stands in the short reading. */
export type CoreState = 'whole' | 'items' | 'none';

export function coreStateOf(section: Section): CoreState {
  if (itemsOf(section).some(isCore)) return 'items';
  return isCore(section) ? 'whole' : 'none';
}

/** Whether the policy has a short reading at all. */
export const hasCore = (policy: Policy): boolean =>
  policy.sections.some((section) => coreStateOf(section) !== 'none');

/** What the statement of a policy is about. Where nothing is marked it is about everything. */
export const coversOf = (policy: Policy): Covers =>
  policy.acknowledgement?.covers === 'core' && hasCore(policy) ? 'core' : 'all';

/** Of a section what belongs to the short reading; nothing where none of it does. */
export function coreSection(section: Section): Section | undefined {
  const state = coreStateOf(section);
  if (state === 'none') return undefined;
  if (state === 'whole') return section;
  const items = itemsOf(section).filter(isCore);
  if (isCore(section)) {
    const core = { ...section, items } as Section & { triage?: unknown };
    // It leads to items that may not be here.
    delete core.triage;
    return core;
  }
  const { id, type, title, audience, keywords } = section;
  return {
    id,
    type,
    title,
    ...(audience && { audience }),
    ...(keywords && { keywords }),
    items,
  };
}

/** What of these sections belongs to the short reading, in their order. */
export const coreSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => coreSection(section) ?? []);

/** The parts of the policy beside its sections that belong to the short reading. */
const HEAD = new Set(['id', 'languages', 'title', 'summary', 'acknowledgement']);

/**
 * The short reading as readers of an audience see it: title, summary, statement, the sections and
 * items that are core, and the contacts and trainings these show or name.
 */
export function coreReading(policy: Policy, audience: readonly string[] = []): CoreReading {
  const sections = coreSections(sectionsFor(policy, audience));
  const named = namesIn(sections);
  const shows = (type: string, id: string): boolean =>
    sections.some((each) => each.type === type && (idsIn(each)?.includes(id) ?? true));
  const parts = Object.entries(policy).flatMap(([key, value]): [string, unknown][] => {
    if (HEAD.has(key)) return [[key, value]];
    if (key === 'sections') return [[key, sections]];
    if (key === 'contacts') {
      const contacts = policy.contacts?.filter(({ id }) => named.has(id) || shows('contacts', id));
      return [[key, contacts]];
    }
    if (key !== 'trainings') return [];
    return [[key, policy.trainings?.filter(({ id }) => shows('trainings', id))]];
  });
  return Object.fromEntries(parts) as unknown as CoreReading;
}

export interface CoreReading extends Pick<
  Policy,
  'id' | 'languages' | 'title' | 'summary' | 'acknowledgement' | 'trainings'
> {
  sections: Section[];
  contacts?: Contact[];
}

const idsIn = (section: Section): string[] | undefined => {
  const { items } = section as { items?: unknown };
  return Array.isArray(items) ? items.filter((item) => typeof item === 'string') : undefined;
};

/** Ids that sections name: whom to ask, who owns it, who may, and links in a text. */
function namesIn(sections: readonly Section[]): Set<string> {
  const named = new Set<string>();
  for (const section of sections) {
    for (const item of itemsOf(section)) {
      for (const value of [item['contact'], item['owner'], item['who']].flat()) {
        if (typeof value === 'string') named.add(value);
      }
    }
    for (const { text } of textsOf(section)) {
      for (const markdown of typeof text === 'string' ? [text] : Object.values(text)) {
        for (const address of addressesIn(markdown)) {
          const href = decodeNumbers(address);
          if (href.startsWith('#')) named.add(href.slice(1));
        }
      }
    }
  }
  return named;
}
