import type { Policy, Text } from './schema.js';
import { SECTION_TYPES, TEXT_FIELDS } from './section-types/fields.js';

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

// `translations` holds digests, `keywords` are never shown, and a handle is no text.
const NO_TEXTS = new Set(['translations', 'audience', 'keywords', 'handle']);

/** The place of what a place holds under a name or a number. */
const stepTo = ({ id, field, pointer }: Place, key: string | number): Place => ({
  id,
  field: field ? `${field}.${key}` : String(key),
  pointer: pointerTo(pointer, key),
});

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
/** An id or a word of a program, an address, a date or a number. */
const NO_WORDS = /^([a-z0-9_-]*|\w+:\S.*|[./#?@]\S*|[^\s@]+@[^\s@]+|[^\p{L}]*)$/u;

/** Of a section of a host's own: nobody here knows its fields, but by what they hold. */
const isOwnText = (value: unknown): value is Text =>
  typeof value === 'string'
    ? !NO_WORDS.test(value)
    : isText(value) && Object.keys(value).length > 0 && Object.keys(value).every(isLanguage);
const isLanguage = (key: string): boolean => LANGUAGE.test(key);

/** Whether this is a section of a type that only its host knows. */
export const isOwnSection = ({ type }: { readonly type?: unknown }): boolean =>
  typeof type === 'string' && !SECTION_TYPES.has(type);

// All of a policy is gone through while a reader waits: generators within each other take longer.
function within(value: unknown, place: Place, found: PlacedText[], isOwn: boolean): PlacedText[] {
  if (isOwn && isOwnText(value)) {
    found.push({ ...place, kind: 'markdown', text: value });
  } else if (Array.isArray(value)) {
    value.forEach((each, index) => within(each, stepTo(place, index), found, isOwn));
  } else if (isRecord(value)) {
    fields(value, place, found, isOwn || isOwnSection(value));
  }
  return found;
}

function fields(
  holder: Record<string, unknown>,
  outer: Place,
  found: PlacedText[],
  isOwn: boolean,
): void {
  const { id } = holder;
  const place = typeof id === 'string' ? { id, field: '', pointer: outer.pointer } : outer;
  for (const [key, value] of Object.entries(holder)) {
    const kind = Object.hasOwn(TEXT_FIELDS, key) ? TEXT_FIELDS[key] : undefined;
    // Most of the rest is short words, and holds nothing.
    if ((!kind && !isOwn && typeof value !== 'object') || NO_TEXTS.has(key)) continue;
    const at = stepTo(place, key);
    if (kind && isText(value)) {
      found.push({ ...at, kind, text: value });
    } else if (kind && Array.isArray(value)) {
      value.forEach((text: unknown, index) => {
        if (isText(text)) found.push({ ...stepTo(at, index), kind, text });
      });
    } else {
      within(value, at, found, isOwn);
    }
  }
}

/** A name written once is the same in every language: nothing is missing there. */
export const isProperName = ({ field, text }: PlacedText): boolean =>
  typeof text === 'string' && /(^|\.)name$/.test(field);

/**
 * Every text of the policy, or of a part of it, in the order of the document.
 * @param isOwn the part is an item of a section of a host's own type
 */
export function textsOf(part: Policy | object, pointer = '', isOwn = false): Iterable<PlacedText> {
  return within(part, { id: '', field: '', pointer }, [], isOwn);
}
