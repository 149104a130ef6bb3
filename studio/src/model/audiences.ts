/** The groups of readers beside those on the list of people that the server keeps. */
import { digestValue, type Draft, type Edit, type Json } from '@policy-elements/authoring';
import type { PeopleGroups } from '../api/client.js';
import { itemsIn, type Item } from './policy.js';

/** Groups of the policy that nobody on the list is in; none while there is no list. */
export const emptyGroups = (draft: Draft, { listed, audiences }: PeopleGroups): readonly Item[] =>
  listed === 0
    ? []
    : itemsIn(draft['audiences']).filter(({ id }) => !audiences.some((each) => each.id === id));

/** Whether nobody at all on the list is asked to confirm the policy. */
export const asksNobody = (draft: Draft, groups: PeopleGroups): boolean =>
  groups.inNone === 0 &&
  itemsIn(draft['audiences']).length > 0 &&
  emptyGroups(draft, groups).length === itemsIn(draft['audiences']).length;

/** A group under another id, with all that names it: an id itself does not change. */
export function renameGroup(draft: Draft, group: Item, id: string): readonly Edit[] {
  const references: Edit[] = [];
  const walk = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const thing = value as Record<string, Json>;
    for (const field of ['audience', 'who']) {
      const ids = thing[field];
      if (typeof thing['id'] !== 'string' || !Array.isArray(ids) || !ids.includes(group.id))
        continue;
      const next = ids.map((each: Json) => (each === group.id ? id : each));
      references.push({ id: thing['id'], field, baseDigest: digestValue(ids), value: next });
    }
    Object.values(thing).forEach(walk);
  };
  walk(draft);
  return [
    { kind: 'insert', list: 'audiences', after: group.id, value: { ...group, id } },
    ...references,
    { kind: 'remove', id: group.id, baseDigest: digestValue(group) },
  ];
}
