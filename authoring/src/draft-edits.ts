/**
 * Changes to a draft, as they travel between the studio and whoever keeps the draft. A change names
 * what it changes by id and field, never by position in the document, and the digest of what it
 * replaces. So two people may change different fields at once, and a change that would overwrite
 * somebody else's is found instead of made.
 *
 * @example
 * applyEdits(draft, [{ id: 'why', field: 'body', lang: 'nl', baseDigest: digestValue('Oud'), value: 'Nieuw' }])
 */
import { digestPolicy } from 'policy-elements';
import type { Draft, Json } from './draft.js';
import { notedChange, tableOf } from './translation-table.js';
import { pathOf, placesOf, valueAt, withoutValue, withValue, type Path } from './draft-places.js';

/** Gives a field another value, in one language where it is a text. `null` takes it away. */
export interface SetEdit {
  readonly kind?: 'set';
  /** Of the section, item, contact …; empty for the policy itself. */
  readonly id: string;
  /** E.g. `body`, `steps.2`, `acknowledgement.statement`. */
  readonly field: string;
  /** BCP 47 */
  readonly lang?: string;
  /** `digestValue` of what stood there. */
  readonly baseDigest: string;
  readonly value: Json;
  /** For a translation: `digestValue` of the text it is made from, which finds a step that moved. */
  readonly sourceDigest?: string;
  /** The text means what it meant: its translations stay current. */
  readonly sameMeaning?: boolean;
  /** The translation as it stands holds for the text as it is now. */
  readonly accept?: boolean;
  /** For a translation from elsewhere: `digestText` of the text it was made from, and by whom. */
  readonly made?: { readonly from: string; readonly state: 'current' | 'machine' };
}
/** Puts something with an id into a list, behind `after`, or first. */
export interface InsertEdit {
  readonly kind: 'insert';
  /** `sections`, `contacts` …, or `<section id>.items`. */
  readonly list: string;
  readonly after: string | null;
  readonly value: { readonly id: string; readonly [key: string]: Json };
}
export interface MoveEdit {
  readonly kind: 'move';
  readonly id: string;
  readonly list: string;
  readonly after: string | null;
}
export interface RemoveEdit {
  readonly kind: 'remove';
  readonly id: string;
  /** `digestValue` of what is removed, so that nothing goes that nobody saw. */
  readonly baseDigest: string;
}
export type Edit = SetEdit | InsertEdit | MoveEdit | RemoveEdit;

/** Why a change could not be made: somebody changed the same, or what it belongs to is gone. */
export interface EditConflict {
  /** Which of the changes. */
  readonly index: number;
  readonly edit: Edit;
  readonly reason: 'changed' | 'gone';
  /** What stands there now. */
  readonly theirs: Json;
}
export interface Applied {
  readonly draft: Draft;
  readonly conflicts: readonly EditConflict[];
  /** Changes that take these back, in the order in which to make them. */
  readonly inverse: readonly Edit[];
}

/** Sixteen hex digits that tell two values apart; empty where there is nothing. */
export const digestValue = (value: unknown): string =>
  value === undefined || value === null ? '' : digestPolicy(value).slice(8, 24);

const same = (one: unknown, other: unknown): boolean => digestValue(one) === digestValue(other);

const FIELD = /^[a-zA-Z][\w-]*(\.[\w-]+){0,4}$/;
const UNSAFE = /(^|\.)(__proto__|prototype|constructor)(\.|$)/;
const LIST =
  /^(sections|contacts|audiences|trainings|documents|groups|[a-z0-9-]+\.(items|triage))$/;

/** Whether a change may be made at all; says what is wrong with it. */
export function faultOf(edit: Edit): string | undefined {
  if ('list' in edit && !LIST.test(edit.list)) return `there is no list “${edit.list}”`;
  if (edit.kind === 'insert' && !/^[a-z0-9-]{1,80}$/.test(edit.value.id)) return 'an id is wanted';
  if (edit.kind !== undefined && edit.kind !== 'set') return undefined;
  const { field, lang, id } = edit;
  if (!FIELD.test(field) || UNSAFE.test(field)) return `there is no field “${field}”`;
  if (lang !== undefined && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang)) return 'no language';
  const fixed = id === '' ? ['id', 'format', 'version', 'sections', 'status'] : ['id', 'type'];
  return fixed.includes(field) ? `the field “${field}” does not change` : undefined;
}

/**
 * Makes changes one after the other. One that is made already is no conflict: its answer got lost,
 * and it comes again.
 */
export function applyEdits(draft: Draft, edits: readonly Edit[]): Applied {
  const conflicts: EditConflict[] = [];
  const inverse: Edit[] = [];
  let now = draft;
  for (const [index, edit] of edits.entries()) {
    const outcome = applyOne(now, edit);
    if ('reason' in outcome) conflicts.push({ index, edit, ...outcome });
    else {
      now = outcome.draft;
      if (outcome.inverse) inverse.unshift(outcome.inverse);
    }
  }
  return { draft: now, conflicts, inverse };
}

type Outcome = { draft: Draft; inverse?: Edit } | Pick<EditConflict, 'reason' | 'theirs'>;

function applyOne(draft: Draft, edit: Edit): Outcome {
  switch (edit.kind) {
    case 'insert':
      return insert(draft, edit);
    case 'move':
      return move(draft, edit);
    case 'remove':
      return remove(draft, edit);
    default:
      return set(draft, edit);
  }
}

const GONE = { reason: 'gone', theirs: null } as const;

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstLanguage = (draft: Draft): string => {
  const [first] = (draft['languages'] ?? []) as readonly string[];
  return first ?? 'en';
};

/** What a field holds, in a language where one is asked for. */
export function readField(
  draft: Draft,
  id: string,
  field: string,
  lang?: string,
): Json | undefined {
  const holder = pathOf(draft, id);
  if (!holder) return undefined;
  return inLanguage(valueAt(draft, [...holder, ...keysOf(field)]), lang, firstLanguage(draft));
}

function inLanguage(value: Json | undefined, lang: string | undefined, first: string) {
  if (lang === undefined) return value;
  if (typeof value === 'string') return lang === first ? value : undefined;
  return isRecord(value) ? value[lang] : undefined;
}

const keysOf = (field: string): Path =>
  field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** The path of the text that a translation belongs to, where it moved within its list. */
function pathOfSource(draft: Draft, path: Path, { sourceDigest }: SetEdit): Path | undefined {
  if (sourceDigest === undefined) return path;
  const first = firstLanguage(draft);
  const isSource = (at: Path): boolean =>
    digestValue(inLanguage(valueAt(draft, at), first, first)) === sourceDigest;
  if (isSource(path)) return path;
  const step = path.findLastIndex((key) => typeof key === 'number');
  const list = valueAt(draft, path.slice(0, step));
  const moved = (Array.isArray(list) ? [...list.keys()] : [])
    .map((index) => [...path.slice(0, step), index, ...path.slice(step + 1)])
    .find(isSource);
  return moved;
}

function set(draft: Draft, edit: SetEdit): Outcome {
  const holder = pathOf(draft, edit.id);
  if (!holder) return GONE;
  const keys = keysOf(edit.field);
  const inList = keys.some((key) => typeof key === 'number');
  const asked = [...holder, ...keys];
  const path = inList ? pathOfSource(draft, asked, edit) : asked;
  if (!path) return GONE;
  const outer = valueAt(draft, path.slice(0, -1));
  // A step that was removed meanwhile must not come back as a hole in the list.
  if (
    typeof path.at(-1) === 'number' &&
    !(Array.isArray(outer) && Number(path.at(-1)) < outer.length)
  )
    return GONE;
  const whole = valueAt(draft, path);
  const first = firstLanguage(draft);
  const current = inLanguage(whole, edit.lang, first);
  if (same(current, edit.value)) {
    return { draft: edit.accept || edit.made ? noted(draft, draft, edit, [whole, whole]) : draft };
  }
  if (digestValue(current) !== edit.baseDigest)
    return { reason: 'changed', theirs: current ?? null };
  const value = edit.lang === undefined ? edit.value : inText(whole, edit.lang, edit.value, first);
  const written = value === null ? withoutValue(draft, path) : withValue(draft, path, value);
  const next = noted(draft, written, edit, [whole, valueAt(written, path)]);
  const { id, field, lang } = edit;
  const inverse: SetEdit = {
    ...{ id, field, baseDigest: digestValue(edit.value), value: current ?? null },
    ...(lang !== undefined && { lang }),
    ...(edit.sameMeaning && { sameMeaning: true }),
  };
  return { draft: next, inverse };
}

/** Keeps of which text a translation was made. */
function noted(
  draft: Draft,
  written: Draft,
  { lang, value, sameMeaning, made }: SetEdit,
  [before, after]: readonly [Json | undefined, Json | undefined],
): Draft {
  if (lang === undefined || (typeof value !== 'string' && value !== null)) return written;
  const first = firstLanguage(draft);
  const text = (whole: Json | undefined, of: string): string => {
    const found = inLanguage(whole, of, first);
    return typeof found === 'string' ? found : '';
  };
  const change = {
    ...{ lang, first, sameMeaning, made },
    ...{ source: text(before, first), before: text(before, lang), after: text(after, lang) },
  };
  const table = notedChange(draft, change);
  return table === undefined || table === tableOf(written)
    ? written
    : withValue(written, ['translations'], table);
}

/** A text with another wording in one language; what was written once stays so in its language. */
function inText(whole: Json | undefined, lang: string, value: Json, first: string): Json {
  if (whole === undefined || whole === null) return value === null ? null : { [lang]: value };
  if (typeof whole === 'string') {
    if (lang === first) return value;
    return value === null ? whole : { [first]: whole, [lang]: value };
  }
  if (!isRecord(whole)) return value === null ? null : { [lang]: value };
  const { [lang]: _old, ...rest } = whole;
  if (value !== null) return { ...whole, [lang]: value };
  return Object.keys(rest).length ? rest : null;
}

/** The path of a list; nothing where what holds it is gone. */
function listPath(draft: Draft, list: string): Path | undefined {
  const dot = list.lastIndexOf('.');
  if (dot < 0) return [list];
  const holder = pathOf(draft, list.slice(0, dot));
  return holder && [...holder, list.slice(dot + 1)];
}

const listAt = (draft: Draft, path: Path): readonly Json[] => {
  const value = valueAt(draft, path);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
};

const idOf = (value: Json | undefined): string | undefined =>
  isRecord(value) && typeof value['id'] === 'string' ? value['id'] : undefined;

/** A list with something put behind `after`; behind what is gone is at the end. */
function placed(list: readonly Json[], after: string | null, value: Json): Json[] {
  const at = after === null ? -1 : list.findIndex((each) => idOf(each) === after);
  const index = after !== null && at < 0 ? list.length : at + 1;
  return [...list.slice(0, index), value, ...list.slice(index)];
}

function insert(draft: Draft, { list, after, value }: InsertEdit): Outcome {
  const there = pathOf(draft, value.id);
  if (there) {
    const theirs = valueAt(draft, there) ?? null;
    return same(theirs, value) ? { draft } : { reason: 'changed', theirs };
  }
  const path = listPath(draft, list);
  if (!path) return GONE;
  const next = withValue(draft, path, placed(listAt(draft, path), after, value));
  return { draft: next, inverse: { kind: 'remove', id: value.id, baseDigest: digestValue(value) } };
}

/** Where something stands: its list by name, and what stands before it. */
export function standsIn(
  draft: Draft,
  id: string,
): { list: string; after: string | null } | undefined {
  const path = pathOf(draft, id);
  if (!path || path.length < 2) return undefined;
  const listKeys = path.slice(0, -1);
  const at = Number(path.at(-1));
  const holder = listKeys.length > 1 ? idOf(valueAt(draft, listKeys.slice(0, -1))) : undefined;
  const name = String(listKeys.at(-1));
  const before = at > 0 ? idOf(listAt(draft, listKeys)[at - 1]) : undefined;
  return { list: holder === undefined ? name : `${holder}.${name}`, after: before ?? null };
}

function move(draft: Draft, { id, list, after }: MoveEdit): Outcome {
  const from = pathOf(draft, id);
  const before = standsIn(draft, id);
  const to = listPath(draft, list);
  if (!from || !before || !to || after === id) return GONE;
  if (before.list === list && before.after === after) return { draft };
  const value = valueAt(draft, from)!;
  const without = withoutValue(draft, from);
  const target = listPath(without, list);
  if (!target) return GONE;
  const next = withValue(without, target, placed(listAt(without, target), after, value));
  return { draft: next, inverse: { kind: 'move', id, ...before } };
}

function remove(draft: Draft, { id, baseDigest }: RemoveEdit): Outcome {
  const path = pathOf(draft, id);
  const stood = standsIn(draft, id);
  if (!path || !stood) return { draft };
  const value = valueAt(draft, path) as InsertEdit['value'];
  if (digestValue(value) !== baseDigest) return { reason: 'changed', theirs: value };
  return { draft: withoutValue(draft, path), inverse: { kind: 'insert', ...stood, value } };
}

/** The ids a draft uses, so that a new one is new. */
export const idsIn = (draft: Draft): ReadonlySet<string> => new Set(placesOf(draft).keys());
