/** What is done and what is missing: derived from the draft each time, and never stored. */
import type { Draft, Json } from '@policy-elements/authoring';
import { coverageOf, readPolicy, type BlockId } from 'policy-elements';
import { languageStates } from './translations.js';
import type { Route } from '../router.js';
import { itemsIn, languagesIn, readable, type Item } from './policy.js';

export type TaskState = 'done' | 'begun' | 'open';

export interface BlockTask {
  id: BlockId;
  state: TaskState;
  /** The section to go to; nothing where there is none yet. */
  section: string | undefined;
  type: string | undefined;
  topic: string | undefined;
}

/** The nine blocks a policy cannot do without, in the order a reader meets them. */
const NINE: readonly BlockId[] = [
  ...(['why', 'what', 'whom', 'rules', 'guidelines', 'profiles', 'monitoring'] as const),
  ...(['reactions', 'contacts'] as const),
];
const TOPIC: Partial<Record<BlockId, string>> = {
  ...{ why: 'purpose', whom: 'scope', monitoring: 'monitoring', objectives: 'objectives' },
  ...{ consequences: 'consequences', ambassadors: 'ambassadors', wellbeing: 'wellbeing' },
};

export interface Tasks {
  basics: TaskState;
  /** Fields of the basics that are empty, by their names. */
  basicsMissing: readonly string[];
  blocks: readonly BlockTask[];
  /** What more a good policy has. */
  further: readonly BlockTask[];
  people: TaskState;
  confirmation: TaskState;
  languages: readonly { lang: string; state: TaskState; done: number; all: number }[];
  /** Texts with `[[…]]`, which a starter left to be filled in. */
  toFillIn: number;
}

const STATE = { has: 'done', weak: 'begun', lacks: 'open' } as const;

export function tasksOf(draft: Draft): Tasks {
  const { policy } = readPolicy(draft);
  const coverage = policy ? coverageOf(policy) : [];
  const blocks = coverage
    .filter(({ id }) => !['owner', 'review', 'acknowledgement'].includes(id))
    .map(({ id, state, sections, type }): BlockTask => {
      const [section] = sections;
      const filled = !hasPlaceholders(draft, sections) && !hasEmpty(draft, sections);
      return {
        ...{ id, type, section, topic: TOPIC[id] },
        state: state === 'has' && !filled ? 'begun' : STATE[state],
      };
    });
  return {
    ...basics(draft),
    blocks: NINE.flatMap((id) => blocks.filter((block) => block.id === id)),
    further: blocks.filter(({ id }) => !NINE.includes(id)),
    people: people(draft),
    confirmation: stateOf(draft['acknowledgement']),
    languages: languages(draft),
    toFillIn: placesToFillIn(draft),
  };
}

/** How many places in double brackets a starter left; what was said of earlier versions stays. */
export const placesToFillIn = (draft: Draft): number =>
  (JSON.stringify({ ...draft, history: null }).match(/\[\[/g) ?? []).length;

/** The first of them: what to open to fill it in. */
export function firstToFillIn(draft: Draft): Route | undefined {
  const policy = draft['id'] as string;
  for (const list of ['contacts', 'audiences', 'trainings', 'documents'])
    if (hasPlaceholder(draft[list])) {
      const item = itemsIn(draft[list]).find(hasPlaceholder);
      return { view: 'people', policy, ...(item && { item: item.id }) };
    }
  for (const section of itemsIn(draft['sections'])) {
    if (!hasPlaceholder(section)) continue;
    const item = itemsIn(section['items']).find(hasPlaceholder);
    return { view: 'write', policy, part: section.id, ...(item && { item: item.id }) };
  }
  if (hasPlaceholder(draft['acknowledgement'])) return { view: 'confirmation', policy };
  return placesToFillIn(draft) ? { view: 'basics', policy } : undefined;
}

function hasPlaceholders(draft: Draft, sections: readonly string[]): boolean {
  return itemsIn(draft['sections'])
    .filter(({ id }) => sections.includes(id))
    .some(hasPlaceholder);
}

const hasEmpty = (draft: Draft, sections: readonly string[]): boolean =>
  emptySections(draft).some(({ id }) => sections.includes(id));

/** Sections of which readers would see the title only. */
export const emptySections = (draft: Draft): readonly Item[] => {
  const [first = 'en'] = languagesIn(draft);
  const says = (value: unknown): boolean =>
    Boolean(readable(value as Json | undefined, first, draft).trim());
  return itemsIn(draft['sections']).filter(
    ({ intro, body, items, type }) =>
      !says(intro) && (type === 'text' ? !says(body) : Array.isArray(items) && items.length === 0),
  );
};

/** Something of it is still to be filled in. */
function hasPlaceholder(value: unknown): boolean {
  return JSON.stringify(value ?? null).includes('[[');
}

const stateOf = (value: unknown): TaskState =>
  value ? (hasPlaceholder(value) ? 'begun' : 'done') : 'open';

function basics(draft: Draft): Pick<Tasks, 'basics' | 'basicsMissing'> {
  const [first = 'en'] = languagesIn(draft);
  const organisation = (draft['organisation'] ?? {}) as Draft;
  const asked = {
    title: readable(draft['title'], first, draft),
    summary: readable(draft['summary'], first, draft),
    'organisation.name': readable(organisation['name'], first, draft),
    owner: draft['owner'],
    reviewBy: draft['reviewBy'],
  };
  const states = new Set(Object.values(asked).map(stateOf));
  // Of title, summary and name, what a starter left to be filled in counts as begun.
  const state = states.size > 1 || states.has('begun') ? 'begun' : [...states][0]!;
  const missing = Object.entries(asked).flatMap(([name, value]) => (value ? [] : [name]));
  return { basics: state, basicsMissing: missing };
}

function people(draft: Draft): TaskState {
  const contacts = itemsIn(draft['contacts']);
  if (!contacts.length) return 'open';
  const reachable = contacts.every((each) => each['email'] ?? each['phone'] ?? each['url']);
  return reachable && !hasPlaceholder(contacts) ? 'done' : 'begun';
}

function languages(draft: Draft): Tasks['languages'] {
  return languageStates(draft).map(({ lang, current, all }) => ({
    ...{ lang, done: current, all },
    state: current === all ? 'done' : current ? 'begun' : 'open',
  }));
}
