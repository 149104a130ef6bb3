import type { Policy, Text } from './schema.js';

export type TextKind = 'plain' | 'markdown';

/** How a text field is read, by the field's name; a name that is not here holds no text. */
export const TEXT_FIELDS: Readonly<Record<string, TextKind>> = {
  title: 'plain',
  name: 'plain',
  label: 'plain',
  role: 'plain',
  question: 'plain',
  purpose: 'plain',
  topics: 'plain',
  by: 'plain',
  tags: 'plain',
  summary: 'markdown',
  intro: 'markdown',
  body: 'markdown',
  description: 'markdown',
  benefits: 'markdown',
  risks: 'markdown',
  condition: 'markdown',
  why: 'markdown',
  consequence: 'markdown',
  example: 'markdown',
  steps: 'markdown',
  reply: 'markdown',
  help: 'markdown',
  answer: 'markdown',
  explanation: 'markdown',
  statement: 'markdown',
};

/** A text of the policy and where it stands. */
export interface PlacedText {
  /** Id of the item, section, contact … that holds it; the policy's own for its head. */
  id: string;
  /** Field within it, e.g. `title`, `steps.0`, `options.2.label`. */
  field: string;
  /** RFC 6901 JSON Pointer. */
  pointer: string;
  kind: TextKind;
  text: Text;
}

interface Place {
  id: string;
  field: string;
  pointer: string;
}

const escapePointer = (key: string): string =>
  /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
/** A step further in a JSON Pointer. */
export const pointerTo = (pointer: string, key: string | number): string =>
  `${pointer}/${escapePointer(String(key))}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is Text =>
  typeof value === 'string' ||
  (isRecord(value) && Object.values(value).every((each) => typeof each === 'string'));

// `translations` holds digests, not texts.
const NO_TEXTS = new Set(['translations', 'audience']);

function* within(value: unknown, place: Place): Generator<PlacedText> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      yield* element(each, index, place);
    }
  } else if (isRecord(value)) {
    yield* fields(value, place);
  }
}

function* element(value: unknown, index: number, place: Place): Generator<PlacedText> {
  const field = place.field ? `${place.field}.${index}` : String(index);
  yield* within(value, { ...place, field, pointer: pointerTo(place.pointer, index) });
}

function* fields(holder: Record<string, unknown>, outer: Place): Generator<PlacedText> {
  const named = typeof holder['id'] === 'string';
  const place = { ...outer, ...(named && { id: holder['id'] as string, field: '' }) };
  for (const key of Object.keys(holder)) {
    if (NO_TEXTS.has(key)) continue;
    const value = holder[key];
    const field = place.field ? `${place.field}.${key}` : key;
    const at = { ...place, field, pointer: pointerTo(place.pointer, key) };
    const kind = Object.hasOwn(TEXT_FIELDS, key) ? TEXT_FIELDS[key] : undefined;
    if (kind && isText(value)) {
      yield { ...at, kind, text: value };
    } else if (kind && Array.isArray(value)) {
      for (const [index, each] of value.entries()) {
        if (!isText(each)) continue;
        yield {
          ...at,
          field: `${field}.${index}`,
          pointer: pointerTo(at.pointer, index),
          kind,
          text: each,
        };
      }
    } else {
      yield* within(value, at);
    }
  }
}

/** A name written once is the same in every language: nothing is missing there. */
export const isProperName = ({ field, text }: PlacedText): boolean =>
  typeof text === 'string' && /(^|\.)name$/.test(field);

/** Every text of the policy, or of a part of it, in the order of the document. */
export function textsOf(part: Policy | object, pointer = ''): Iterable<PlacedText> {
  return within(part, { id: '', field: '', pointer });
}
