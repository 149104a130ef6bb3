/** What is chosen in a field, in words: “2 hours” and not `PT2H`, a name and not an id. */
import type { Draft } from '@policy-elements/authoring';
import { formatDate, formatNumber, language, languageName, msg } from '../localization/localize.js';
import { readable, targetsIn, titleOf } from '../model/policy.js';
import { durationWords } from './choices.js';
import type { Field } from './field.js';
import { fieldOf } from './names.js';

/** The value of a field as people read it; nothing where there is none, or none that can be told in a line. */
export function valueWords(draft: Draft, id: string, field: string, value: unknown): string {
  const known = fieldOf(draft, id, field) ?? languagesField(field);
  if (value === undefined || value === null || value === '')
    return known?.otherwise === undefined ? '' : one(draft, known, known.otherwise);
  if (Array.isArray(value))
    return value
      .map((each) => one(draft, known, each))
      .filter(Boolean)
      .join(', ');
  return one(draft, known, value);
}

const languagesField = (name: string): Field | undefined =>
  name === 'languages' ? { name, kind: 'languages', label: () => name } : undefined;

function one(draft: Draft, field: Field | undefined, value: unknown): string {
  if (typeof value === 'boolean')
    return value ? msg('Yes', { id: 'studio-c-yes' }) : msg('No', { id: 'studio-c-no' });
  if (typeof value === 'object') return inside(draft, value);
  if (typeof value !== 'string') return typeof value === 'number' ? formatNumber(value) : '';
  const chosen = field?.choices?.().find(([each]) => each === value)?.[1];
  if (chosen !== undefined) return chosen;
  if (field?.kind === 'date') return formatDate(value);
  if (field?.kind === 'duration') return durationWords(value);
  if (field?.kind === 'languages') return languageName(value);
  return field?.target === undefined ? value : titled(draft, value);
}

const titled = (draft: Draft, id: string): string => {
  const found = [...targetsIn(draft)].find(({ item }) => item.id === id)?.item;
  return titleOf(found, language(), draft) || id;
};

/** A text in several languages, or something that has one: what it says first. */
function inside(draft: Draft, value: object | null): string {
  if (value === null) return '';
  const text = readable(value as never, language(), draft);
  if (text) return text;
  for (const each of Object.values(value)) {
    const found = typeof each === 'object' ? inside(draft, each as object | null) : '';
    if (found) return found;
  }
  return '';
}
