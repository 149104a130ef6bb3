/** Where each text stands for whoever reads the policy from its top. */
import type { Draft } from '@policy-elements/authoring';
import { fieldsOf } from '../fields/names.js';
import { targetsIn } from './policy.js';

const FIRST = ['title', 'summary', 'intro', 'question', 'name'];
/** Of the policy itself, these stand below everything else. */
const LAST = ['acknowledgement', 'history'];

/** Puts texts in reading order; `id` is empty for the policy itself. */
export function inReadingOrder<Text extends { id: string; field: string }>(
  draft: Draft,
  texts: readonly Text[],
): readonly Text[] {
  const places = new Map([...targetsIn(draft)].map(({ item }, at) => [item.id, at + 1]));
  const fields = new Map<string, readonly string[]>();
  const fieldsFor = (id: string): readonly string[] => {
    let names = fields.get(id);
    if (!names) fields.set(id, (names = fieldsOf(draft, id).map(({ name }) => name)));
    return names;
  };
  const keyOf = ({ id, field }: Text): readonly [number, number] => {
    const [begin = field] = field.split('.');
    const last = id === '' ? LAST.indexOf(begin) : -1;
    const first = FIRST.indexOf(field);
    const form = fieldsFor(id).findIndex((name) => name === field || name === begin);
    const within = first >= 0 ? first : FIRST.length + (form < 0 ? 99 : form);
    return [
      last >= 0 ? places.size + 2 + last : (places.get(id) ?? (id ? places.size + 1 : 0)),
      within,
    ];
  };
  return texts
    .map((text, at) => ({ text, at, key: keyOf(text) }))
    .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.at - b.at)
    .map(({ text }) => text);
}
