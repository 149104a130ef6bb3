/**
 * Makes an unsound document sound by taking out as little as possible, so that everything around
 * the fault can still be shown.
 */
import type * as v from 'valibot';
import { TEXT_LANGUAGE } from './schema-fields.js';
import { pointerTo, TEXT_FIELDS } from './texts.js';
import { UNKNOWN_VERSION } from './unknown-version.js';

type JsonObject = Record<string, unknown>;
type Json = JsonObject | unknown[];
type Key = string | number;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Languages that the title is written in: the best guess where `languages` cannot be used. */
const languagesOf = ({ title }: JsonObject): string[] => {
  const written = isObject(title)
    ? Object.keys(title).filter((key) => TEXT_LANGUAGE.test(key))
    : [];
  return written.length ? written : ['en'];
};

const idFrom = (pointer: string): string =>
  pointer
    .replace(/\/id$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(1) || 'policy';

// What stands in for a required value that cannot be used; the finding tells what happened to it.
const SUBSTITUTES: Readonly<Record<string, (pointer: string, document: JsonObject) => unknown>> = {
  id: idFrom,
  format: () => 1,
  version: () => UNKNOWN_VERSION,
  status: () => 'draft',
  languages: (_, document) => languagesOf(document),
  organisation: () => ({ name: '' }),
  sections: () => [],
  type: () => 'unknown',
  kind: () => 'other',
  items: () => [],
  options: () => [],
  answers: () => [],
  steps: () => [],
};

const SECTION = /^\/sections\/\d+$/;
const REMOVED = Symbol('removed');

/** The sound languages of a text of which another language is not. */
function soundText(value: unknown): unknown {
  if (!isObject(value)) return '';
  const sound = Object.entries(value).filter(
    ([key, each]) => TEXT_LANGUAGE.test(key) && typeof each === 'string',
  );
  return sound.length ? Object.fromEntries(sound) : '';
}

interface Step {
  parent: Json;
  key: Key;
}

export class Repair {
  readonly #document: JsonObject;
  readonly #pointers = new WeakMap<object, string>();
  readonly #tried = new WeakMap<object, Set<Key>>();
  readonly #holes = new Set<unknown[]>();
  /** Indexes taken out, in the list as it was given, by the pointer of the list. */
  readonly #removed = new Map<string, Set<number>>();

  constructor(document: JsonObject) {
    this.#document = document;
    this.#remember(document, '');
  }

  /** Where in the document as it was given an issue lies. */
  pointer(issue: v.BaseIssue<unknown>): string {
    const last = this.#stepsTo(issue).at(-1);
    return last ? this.#pointer(last) : '';
  }

  /** A pointer into the mended document → into the document as it was given. */
  original(pointer: string): string {
    return pointer
      .split('/')
      .slice(1)
      .reduce((outer, key) => {
        const removed = this.#removed.get(outer);
        return `${outer}/${removed ? shift(Number(key), removed) : key}`;
      }, '');
  }

  /** Removes or replaces the value an issue is about, or what holds it when that did not help. */
  mend(issue: v.BaseIssue<unknown>): void {
    const steps = this.#stepsTo(issue);
    while (steps.length) {
      if (this.#mendAt(steps.pop()!)) return;
    }
  }

  /** Closes the places of list items that were taken out. */
  close(): void {
    for (const list of this.#holes) {
      const pointer = this.#pointers.get(list) ?? '';
      const removed = this.#removed.get(pointer) ?? new Set();
      const holes = list.flatMap((each, index) =>
        each === REMOVED ? [shift(index, removed)] : [],
      );
      this.#removed.set(pointer, new Set([...removed, ...holes]));
      list.splice(0, list.length, ...list.filter((each) => each !== REMOVED));
    }
    this.#holes.clear();
  }

  #remember(value: unknown, pointer: string): void {
    if (typeof value !== 'object' || value === null) return;
    this.#pointers.set(value, pointer);
    for (const [key, each] of Object.entries(value)) this.#remember(each, pointerTo(pointer, key));
  }

  #pointer({ parent, key }: Step): string {
    const outer = this.#pointers.get(parent) ?? '';
    const removed = Array.isArray(parent) ? this.#removed.get(outer) : undefined;
    return pointerTo(outer, removed ? shift(Number(key), removed) : key);
  }

  /** The steps from the document to where the issue is; the last may lead to nothing. */
  #stepsTo(issue: v.BaseIssue<unknown>): Step[] {
    const steps: Step[] = [];
    let parent: unknown = this.#document;
    for (const item of issue.path ?? []) {
      if (typeof parent !== 'object' || parent === null) break;
      const key = item.key as Key;
      steps.push({ parent: parent as Json, key });
      parent = (parent as Record<Key, unknown>)[key];
    }
    return steps;
  }

  #mendAt(step: Step): boolean {
    const { parent, key } = step;
    if (!Array.isArray(parent)) return this.#mendField(step as { parent: JsonObject; key: string });
    const pointer = this.#pointer(step);
    if (SECTION.test(pointer) && !isObject(parent[key as number])) {
      // A section that is none keeps its place, so that the gap is shown where it is.
      const section = {};
      this.#pointers.set(section, pointer);
      parent[key as number] = section;
    } else {
      parent[key as number] = REMOVED;
      this.#holes.add(parent);
    }
    return true;
  }

  #mendField(step: { parent: JsonObject; key: string }): boolean {
    const { parent, key } = step;
    const tried = this.#tried.get(parent) ?? new Set();
    this.#tried.set(parent, tried);
    if (tried.has(key)) return false;
    tried.add(key);
    if (Object.hasOwn(SUBSTITUTES, key)) {
      parent[key] = SUBSTITUTES[key]!(this.#pointer(step), this.#document);
    } else if (Object.hasOwn(TEXT_FIELDS, key) && !Array.isArray(parent[key])) {
      parent[key] = soundText(parent[key]);
    } else {
      delete parent[key];
    }
    return true;
  }
}

/** The index a list item had before those in `removed` were taken out. */
function shift(index: number, removed: ReadonlySet<number>): number {
  let original = index;
  for (const each of [...removed].sort((a, b) => a - b)) {
    if (each <= original) original++;
  }
  return original;
}
