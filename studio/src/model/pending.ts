/** Changes that wait to be saved. Writing on in the same field is one change, not one a key. */
import { digestValue, type Edit, type SetEdit } from '@policy-elements/authoring';

export const isSet = (edit: Edit): edit is SetEdit =>
  edit.kind === undefined || edit.kind === 'set';

export const sameField = (one: Edit, other: Edit): boolean =>
  isSet(one) &&
  isSet(other) &&
  one.id === other.id &&
  one.field === other.field &&
  one.lang === other.lang;

/** The changes with one more; what it takes back altogether is no change. */
export function addPending(pending: readonly Edit[], edit: Edit): readonly Edit[] {
  const last = pending.at(-1);
  // Moved on from where it was just put.
  if (last?.kind === 'move' && edit.kind === 'move' && last.id === edit.id)
    return [...pending.slice(0, -1), edit];
  if (!last || !isSet(last) || !isSet(edit) || !sameField(last, edit)) return [...pending, edit];
  if (Boolean(last.sameMeaning) !== Boolean(edit.sameMeaning)) return [...pending, edit];
  if (last.accept || edit.accept) return [...pending, edit];
  const rest = pending.slice(0, -1);
  const joined = { ...edit, baseDigest: last.baseDigest };
  return digestValue(joined.value) === joined.baseDigest ? rest : [...rest, joined];
}
