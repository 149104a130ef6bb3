/** What a comment is about: one field by ids, so that it stays with the text wherever that moves. */
import { digestValue, readField } from './draft-edits.js';
import type { Draft, Json } from './draft.js';

export interface TextPlace {
  /** Empty for the policy itself. */
  readonly id: string;
  /** Without positions: a list of steps is commented on as a whole. */
  readonly field: string;
  readonly lang?: string | undefined;
}

/** `outdated`: the text was changed since. `gone`: what it belonged to was removed. */
export type CommentStanding = 'current' | 'outdated' | 'gone';

const PLACE = /^[a-zA-Z][a-zA-Z]*(\.[a-zA-Z]+){0,3}$/;

/** `steps.2` to `steps`: where a comment on a part of a field goes. */
export const commentedField = (field: string): string => field.replace(/\.\d.*$/, '');

export const isTextPlace = ({ id, field }: TextPlace): boolean =>
  PLACE.test(field) && !/(^|\.)(prototype|constructor)(\.|$)/.test(field) && isId(id);

const isId = (id: string): boolean => id === '' || /^[a-z0-9-]{1,80}$/.test(id);

/** What stands at a place, in its language where it has one. */
export function textAt(draft: Draft, { id, field, lang }: TextPlace): Json | undefined {
  const value = readField(draft, id, field);
  if (value === undefined || lang === undefined) return value;
  const languages = (draft['languages'] ?? []) as readonly string[];
  return inLanguage(value, lang, languages);
}

function inLanguage(value: Json, lang: string, languages: readonly string[]): Json {
  // A text that is written once is in the first language.
  if (typeof value === 'string') return lang === languages[0] ? value : null;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((each) => inLanguage(each, lang, languages));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, Json>);
  if (entries.length > 0 && entries.every(([key]) => languages.includes(key))) {
    return (value as Record<string, Json>)[lang] ?? null;
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, inLanguage(each, lang, languages)]));
}

/** Sixteen hex digits of what stands at a place; empty where nothing does. */
export const digestAt = (draft: Draft, place: TextPlace): string =>
  digestValue(textAt(draft, place));

/**
 * Whether comments are still about what stands in a draft. Many are about few texts: each text is
 * digested once.
 */
export function standingIn(
  draft: Draft,
): (comment: TextPlace & { readonly digest: string }) => CommentStanding {
  const digests = new Map<string, string>();
  return (comment) => {
    if (!isThere(draft, comment)) return 'gone';
    const key = JSON.stringify([comment.id, comment.field, comment.lang]);
    const now = digests.get(key) ?? digestAt(draft, comment);
    digests.set(key, now);
    return now === comment.digest ? 'current' : 'outdated';
  };
}

/** Whether what a place belongs to is in the draft. */
export const isThere = (draft: Draft, { id }: TextPlace): boolean =>
  id === '' || readField(draft, id, 'id') === id;

/** The words of a text, a line for each where there are several; nothing of what is no text. */
export function wordsOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value as Record<string, Json>)
    .map(wordsOf)
    .filter(Boolean)
    .join('\n');
}
