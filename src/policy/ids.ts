import type { Policy, Section } from './schema.js';

/** Something of the policy that has an id. */
export interface Entry {
  kind: 'section' | 'item' | 'audience' | 'contact' | 'training' | 'document' | 'question';
  value: { id: string } & Record<string, unknown>;
  /** The section that holds it, for sections and items. */
  section?: Section;
  /** `4` for the fourth section, `4.2` for the second rule in it. */
  number?: string;
  pointer: string;
}

type Holder = Entry['value'];

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && typeof (value as Holder).id === 'string';

/** The objects with an id in a list; contacts and trainings sections hold bare ids. */
export const itemsOf = (section: Section, field = 'items'): Holder[] => {
  const items = (section as Record<string, unknown>)[field];
  return Array.isArray(items) ? items.filter(isHolder) : [];
};

/** Every entry in the order of the document, those with the same id included. */
export function* entriesOf(policy: Policy): Generator<Entry> {
  const lists = [
    ['audience', policy.audiences, 'audiences'],
    ['contact', policy.contacts, 'contacts'],
    ['training', policy.trainings, 'trainings'],
    ['document', policy.documents, 'documents'],
  ] as const;
  for (const [kind, list, name] of lists) {
    for (const [index, value] of (list ?? []).entries()) {
      yield { kind, value, pointer: `/${name}/${index}` };
    }
  }
  for (const [index, section] of policy.sections.entries()) {
    yield* sectionEntries(section, index);
  }
}

function* sectionEntries(section: Section, index: number): Generator<Entry> {
  const number = String(index + 1);
  const pointer = `/sections/${index}`;
  yield { kind: 'section', value: section, section, number, pointer };
  for (const [at, value] of itemsOf(section).entries()) {
    const own = section.type === 'rules' ? { number: `${number}.${at + 1}` } : {};
    yield { kind: 'item', value, section, ...own, pointer: `${pointer}/items/${at}` };
  }
  for (const [at, value] of itemsOf(section, 'triage').entries()) {
    yield { kind: 'question', value, section, pointer: `${pointer}/triage/${at}` };
  }
}

const cache = new WeakMap<Policy, ReadonlyMap<string, Entry>>();

/** The entries of a policy by id. */
export function idsOf(policy: Policy): ReadonlyMap<string, Entry> {
  let ids = cache.get(policy);
  if (!ids) {
    const found = new Map<string, Entry>();
    for (const entry of entriesOf(policy)) {
      if (!found.has(entry.value.id)) found.set(entry.value.id, entry);
    }
    cache.set(policy, (ids = found));
  }
  return ids;
}
