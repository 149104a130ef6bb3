import type { Draft } from '@policy-elements/authoring';
import { language, msg, str } from '../localization/localize.js';
import { sectionsIn, targetsIn, titleOf } from '../model/policy.js';
import type { Field } from './field.js';
import { LABELS } from './labels.js';
import {
  ACKNOWLEDGEMENT,
  AUDIENCE_FORM,
  BASICS,
  CONTACT,
  DOCUMENT,
  formOf,
  HEAD,
  SECTION_MORE,
  TRAINING,
} from './sections.js';

const FORMS: Readonly<Record<string, readonly Field[]>> = {
  ...{ contact: CONTACT, audience: AUDIENCE_FORM, training: TRAINING, document: DOCUMENT },
};

/** The form something is written with. */
export function fieldsOf(draft: Draft, id: string): readonly Field[] {
  if (id === '') return [...BASICS, ...ACKNOWLEDGEMENT];
  for (const { item, kind, within } of targetsIn(draft)) {
    if (item.id !== id) continue;
    if (kind === 'section')
      return [...HEAD, ...formOf((item as { type?: string }).type ?? '').own, ...SECTION_MORE];
    if (within) return formOf(within.type).item?.fields ?? [];
    return FORMS[kind] ?? [];
  }
  // What changed names the policy itself by its id.
  return id === draft['id'] ? fieldsOf(draft, '') : [];
}

/** The field of a form; `acts` is `acknowledgement.acts`, as changes name it. */
export function fieldOf(draft: Draft, id: string, field: string): Field | undefined {
  const [start = field] = field.split('.');
  const fields = fieldsOf(draft, id);
  return (
    fields.find(({ name }) => name === field) ??
    fields.find(({ name }) => name === start) ??
    fields.find(({ name }) => name === `acknowledgement.${field}`)
  );
}

/** A field in words: “Why”, or “Step 3”. */
export function fieldLabel(draft: Draft, id: string, field: string): string {
  const parts = field.split('.');
  if (id === '' && parts[0] === 'history') return versionNote(draft, Number(parts[1]));
  const name = parts.findLast((part) => !/^\d+$/.test(part)) ?? field;
  const number = parts.find((part) => /^\d+$/.test(part));
  const known = fieldOf(draft, id, field);
  const label =
    known?.label() ?? (Object.hasOwn(LABELS, name) ? LABELS[name as keyof typeof LABELS]() : name);
  return number === undefined ? label : `${label} ${Number(number) + 1}`;
}

/** What readers were told about a version. */
function versionNote(draft: Draft, at: number): string {
  const entry = (draft['history'] as readonly { version?: string }[] | undefined)?.[at];
  return entry?.version
    ? msg(str`What changed, version ${entry.version}`, { id: 'studio-f-what-changed-in' })
    : msg('What changed', { id: 'studio-f-what-changed' });
}

/** With what it belongs to: “Be yourself – Why”. */
export function fieldTitle(draft: Draft, id: string, field: string): string {
  const item =
    id === '' ? undefined : [...targetsIn(draft)].find((each) => each.item.id === id)?.item;
  const title = item ? titleOf(item, language(), draft) : '';
  return [title, fieldLabel(draft, id, field)].filter(Boolean).join(' – ');
}

export const sectionOf = (draft: Draft, id: string) =>
  sectionsIn(draft).find((section) => section.id === id);
