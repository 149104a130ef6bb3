/** Changes to what a policy consists of, each undone in one step. */
import {
  digestValue,
  idsIn,
  standsIn,
  type Edit,
  type InsertEdit,
  type Json,
} from '@policy-elements/authoring';
import { formOf } from '../fields/sections.js';
import { freshId, itemsIn, languagesIn, sectionsIn, type Item } from './policy.js';
import type { DraftSession } from './session.js';

/** Puts in something new. Answers its id. */
function inserted(session: DraftSession, edit: InsertEdit): string | undefined {
  const { id } = edit.value;
  if (!session.edit([edit])) return undefined;
  session.begun.add(id);
  return id;
}

const text = (session: DraftSession, value: string): Json => {
  const [first = 'en'] = languagesIn(session.draft);
  return { [first]: value };
};

/** A new section at the end, or behind another. Answers its id. */
export function insertSection(
  session: DraftSession,
  type: string,
  title: string,
  topic?: string,
  after: string | null | undefined = sectionsIn(session.draft).at(-1)?.id,
): string | undefined {
  const id = freshId(title, idsIn(session.draft), type);
  const value: InsertEdit['value'] = {
    ...{ id, type, title: text(session, title) },
    ...(type === 'text' && { body: text(session, '') }),
    ...(topic !== undefined && { topic }),
    ...(formOf(type).item && { items: [] }),
  };
  return inserted(session, { kind: 'insert', list: 'sections', after: after ?? null, value });
}

/** What a new item has from the beginning, so that it is sound before anything is written. */
function begun(
  session: DraftSession,
  fields: readonly {
    name: string;
    kind: string;
    required?: boolean;
    choices?: () => readonly (readonly [string, string])[];
  }[],
): Record<string, Json> {
  const value: Record<string, Json> = {};
  for (const { name, kind, required, choices } of fields) {
    if (!required) continue;
    if (kind === 'line' || kind === 'text') value[name] = text(session, '');
    else if (kind === 'texts') value[name] = [text(session, '')];
    else if (kind === 'answers') value[name] = [];
    else if (kind === 'options')
      value[name] = [1, 2].map((n) => ({
        label: text(session, ''),
        ...(n === 1 && { correct: true }),
      }));
    else if (kind === 'choice') value[name] = choices?.()[0]?.[0] ?? '';
    else value[name] = '';
  }
  return value;
}

/** A new item at the end of a list of a section. Answers its id. */
export function insertItem(
  session: DraftSession,
  section: string,
  list = 'items',
): string | undefined {
  const holder = sectionsIn(session.draft).find(({ id }) => id === section);
  const forms = holder && formOf(holder.type);
  const form = list === 'items' ? forms?.item : forms?.beside;
  if (!holder || !form) return undefined;
  const items = itemsIn(holder[list]);
  const name = list === 'items' ? section : `${section}-${list}`;
  const id = freshId(`${name}-${items.length + 1}`, idsIn(session.draft), 'item');
  const value = { id, ...begun(session, form.fields) };
  const after = items.at(-1)?.id ?? null;
  session.begun.end(section);
  return inserted(session, { kind: 'insert', list: `${section}.${list}`, after, value });
}

/** Something in one of the lists beside the sections. */
export function insertEntry(
  session: DraftSession,
  list: 'contacts' | 'audiences' | 'trainings' | 'documents',
  fields: Parameters<typeof begun>[1],
  known?: Item,
): string | undefined {
  const entries = itemsIn(session.draft[list]);
  const kind = list.slice(0, -1);
  const id = known?.id ?? freshId(`${kind}-${entries.length + 1}`, idsIn(session.draft), kind);
  const value = { ...begun(session, fields), ...known, id };
  const after = entries.at(-1)?.id ?? null;
  const made = inserted(session, { kind: 'insert', list, after, value });
  // What is taken over from elsewhere is not empty.
  if (known) session.begun.end(id);
  return made;
}

export function removeThing(session: DraftSession, item: Item): boolean {
  return session.edit([{ kind: 'remove', id: item.id, baseDigest: digestValue(item) }]);
}

const siblingsOf = (session: DraftSession, list: string): readonly Item[] => {
  const [holder, name] = list.split('.');
  if (name === undefined) return itemsIn(session.draft[holder!]);
  return itemsIn(sectionsIn(session.draft).find(({ id }) => id === holder)?.[name]);
};

/** One place up or down in its list. */
export function moveBy(session: DraftSession, id: string, by: 1 | -1): boolean {
  const stands = standsIn(session.draft, id);
  if (!stands) return false;
  const siblings = siblingsOf(session, stands.list);
  const at = siblings.findIndex((each) => each.id === id);
  const target = at + by;
  if (target < 0 || target >= siblings.length) return false;
  const after = by > 0 ? siblings[target]!.id : (siblings[target - 1]?.id ?? null);
  return session.edit([{ kind: 'move', id, list: stands.list, after }]);
}

/** Before or behind another thing of the same kind, as it is dragged. */
export function moveTo(
  session: DraftSession,
  id: string,
  target: string,
  behind: boolean,
): boolean {
  const stands = standsIn(session.draft, target);
  const mine = standsIn(session.draft, id);
  if (!stands || !mine || id === target) return false;
  const kind = (list: string): string => list.split('.').at(-1)!;
  if (kind(stands.list) !== kind(mine.list)) return false;
  if (kind(stands.list) === 'items' && stands.list !== mine.list) return false;
  let after: string | null = behind ? target : stands.after;
  if (after === id) after = mine.after;
  return session.edit([{ kind: 'move', id, list: stands.list, after }]);
}

/** “Checked today” for many profiles at once. */
export function verifyAll(session: DraftSession, profiles: readonly Item[], date: string): void {
  const edits: Edit[] = profiles.map((profile) => ({
    ...{ id: profile.id, field: 'verified', value: date },
    baseDigest: digestValue(profile['verified']),
  }));
  session.edit(edits);
}
