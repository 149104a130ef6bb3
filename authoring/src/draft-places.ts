/** Where in a draft something stands, by its id; and a draft with one value changed. */
import type { Draft, Json } from './draft.js';

export type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const known = new WeakMap<Draft, ReadonlyMap<string, Path>>();

/** The path of everything with an id. The first of two with the same id counts. */
export function placesOf(draft: Draft): ReadonlyMap<string, Path> {
  let places = known.get(draft);
  if (!places) {
    const found = new Map<string, Path>();
    collect(draft, [], found);
    known.set(draft, (places = found));
  }
  return places;
}

function collect(holder: Record<string, Json>, path: Path, found: Map<string, Path>): void {
  for (const [key, list] of Object.entries(holder)) {
    if (!Array.isArray(list)) continue;
    for (const [index, value] of (list as readonly Json[]).entries()) {
      if (!isObject(value) || typeof value['id'] !== 'string') continue;
      const at = [...path, key, index];
      if (!found.has(value['id'])) found.set(value['id'], at);
      // Sections hold items and questions; nothing holds more.
      if (path.length < 2) collect(value, at, found);
    }
  }
}

/** The empty id is the policy itself. */
export const pathOf = (draft: Draft, id: string): Path | undefined =>
  id === '' ? [] : placesOf(draft).get(id);

export function valueAt(draft: Draft, path: Path): Json | undefined {
  let value: unknown = draft;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value as Json | undefined;
}

/** The draft with another value at a path; what is not on the path is shared with the old one. */
export function withValue(draft: Draft, path: Path, value: Json): Draft {
  const next = put(draft, path, value) as Draft;
  // Writing a text moves nothing.
  const places = known.get(draft);
  const moves = typeof value === 'object' && !isText(value) && path[0] !== 'translations';
  if (places && !moves) known.set(next, places);
  return next;
}

const isText = (value: Json): boolean =>
  isObject(value) && Object.values(value).every((each) => typeof each === 'string');

function put(holder: Json | undefined, [key, ...rest]: Path, value: Json): Json {
  if (key === undefined) return value;
  if (Array.isArray(holder) && typeof key === 'number') {
    const list = [...(holder as readonly Json[])];
    list[key] = put(list[key], rest, value);
    return list;
  }
  const record = isObject(holder) ? holder : {};
  return { ...record, [key]: put(record[key], rest, value) };
}

export function withoutValue(draft: Draft, path: Path): Draft {
  const last = path.at(-1);
  const holder = valueAt(draft, path.slice(0, -1));
  if (last === undefined || holder === undefined || holder === null) return draft;
  if (Array.isArray(holder)) {
    const list = (holder as readonly Json[]).filter((_, index) => index !== last);
    return put(draft, path.slice(0, -1), list) as Draft;
  }
  const { [last]: _gone, ...rest } = holder as Record<string | number, Json>;
  return path.length === 1 ? rest : (put(draft, path.slice(0, -1), rest) as Draft);
}
