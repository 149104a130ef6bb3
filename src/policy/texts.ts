import type { Policy, Text } from './schema.js';
import { TEXT_FIELDS } from './section-types/fields.js';

export { TEXT_FIELDS };

export type TextKind = 'plain' | 'markdown';

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

// `translations` holds digests, and `keywords` are never shown.
const NO_TEXTS = new Set(['translations', 'audience', 'keywords']);

/** The place of what a place holds under a name or a number. */
const stepTo = ({ id, field, pointer }: Place, key: string | number): Place => ({
  id,
  field: field ? `${field}.${key}` : String(key),
  pointer: pointerTo(pointer, key),
});

// All of a policy is gone through while a reader waits: generators within each other take longer.
function within(value: unknown, place: Place, found: PlacedText[]): PlacedText[] {
  if (Array.isArray(value)) {
    value.forEach((each, index) => within(each, stepTo(place, index), found));
  } else if (isRecord(value)) {
    fields(value, place, found);
  }
  return found;
}

function fields(holder: Record<string, unknown>, outer: Place, found: PlacedText[]): void {
  const { id } = holder;
  const place = typeof id === 'string' ? { id, field: '', pointer: outer.pointer } : outer;
  for (const [key, value] of Object.entries(holder)) {
    const kind = Object.hasOwn(TEXT_FIELDS, key) ? TEXT_FIELDS[key] : undefined;
    // Most of the rest is short words, and holds nothing.
    if ((!kind && typeof value !== 'object') || NO_TEXTS.has(key)) continue;
    const at = stepTo(place, key);
    if (kind && isText(value)) {
      found.push({ ...at, kind, text: value });
    } else if (kind && Array.isArray(value)) {
      value.forEach((text: unknown, index) => {
        if (isText(text)) found.push({ ...stepTo(at, index), kind, text });
      });
    } else {
      within(value, at, found);
    }
  }
}

/** A name written once is the same in every language: nothing is missing there. */
export const isProperName = ({ field, text }: PlacedText): boolean =>
  typeof text === 'string' && /(^|\.)name$/.test(field);

/** Every text of the policy, or of a part of it, in the order of the document. */
export function textsOf(part: Policy | object, pointer = ''): Iterable<PlacedText> {
  return within(part, { id: '', field: '', pointer }, []);
}
