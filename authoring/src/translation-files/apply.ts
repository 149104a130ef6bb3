/** Puts a file of translations that came back into a policy. */
import {
  keepTranslations,
  withTranslation,
  type Policy,
  type TranslationState,
} from 'policy-elements';
import type { SourceEdit } from '../edit-source.js';
import { TranslationFileError, type FileEntry, type TranslationFile } from './file.js';
import {
  languageOf,
  sourceLanguage,
  translationUnits,
  withLanguage,
  type TranslationUnit,
} from './units.js';

export type EntryOutcome =
  /** Written, and made from the text as it is now. */
  | 'written'
  /** As it was; the translator has confirmed it. */
  | 'confirmed'
  | 'unchanged'
  /** Written, and stale: the source has changed since the file was made. */
  | 'stale'
  /** Not written: there is a newer translation of a newer source. */
  | 'outdated'
  /** Not written: what it translates is gone. */
  | 'gone'
  /** Not written: it only repeats the source. */
  | 'same-as-source'
  | 'empty';

export interface AppliedTranslation {
  outcome: EntryOutcome;
  id: string;
  field: string;
  pointer: string;
  source: string;
  target: string;
  /** Written, but with other marks or links than the source has. */
  marksDiffer?: true;
}

export interface AppliedFile {
  policy: Policy;
  lang: string;
  results: AppliedTranslation[];
  /** What has changed, for `editSource`: the rest keeps its bytes. */
  edits: SourceEdit[];
  /** No states were kept so far: everything that was there counts as current from now on. */
  tookAllAsCurrent: boolean;
}

/** Throws `TranslationFileError` where the file is of another policy, or of no language. */
export function applyTranslations(policy: Policy, file: TranslationFile): AppliedFile {
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(file.to)) {
    throw new TranslationFileError('no-language');
  }
  const lang = languageOf(policy, file.to);
  if (lang === sourceLanguage(policy)) throw new TranslationFileError('same-language', { lang });
  if (file.policy && file.policy !== policy.id) {
    throw new TranslationFileError('other-policy', { file: file.policy, policy: policy.id });
  }
  const applying = new Applying(policy, lang, file.kind === 'xliff');
  for (const entry of file.entries) applying.take(entry);
  return applying.finish();
}

class Applying {
  readonly #given: Policy;
  readonly #lang: string;
  /** Whether tools keep the states: in a table nobody thinks of that column. */
  readonly #stateful: boolean;
  readonly #units: TranslationUnit[];
  readonly #byName = new Map<string, TranslationUnit>();
  readonly #byKey = new Map<string, TranslationUnit[]>();
  readonly #results: AppliedTranslation[] = [];
  readonly #texts = new Map<string, string>();
  readonly #states: { source: string; text: string; state: 'current' | 'machine' }[] = [];

  constructor(policy: Policy, lang: string, stateful: boolean) {
    this.#given = policy;
    this.#lang = lang;
    this.#stateful = stateful;
    this.#units = translationUnits(policy, lang);
    for (const unit of this.#units) {
      this.#byName.set(`${unit.id}.${unit.field}`, unit);
      this.#byKey.set(unit.key, [...(this.#byKey.get(unit.key) ?? []), unit]);
    }
  }

  take(entry: FileEntry): void {
    const unit = this.#unitOf(entry);
    if (!unit) return this.#tell('gone', entry);
    if (!entry.target.trim()) return this.#tell('empty', entry, unit);
    if (repeatsSource(entry, unit.target)) return this.#tell('same-as-source', entry, unit);
    if (unit.key === entry.key) this.#current(entry, unit);
    else this.#older(entry, unit);
  }

  /** By name where that is the text it was made from, or else wherever that text stands now. */
  #unitOf({ id, field, key }: FileEntry): TranslationUnit | undefined {
    const named = this.#byName.get(`${id}.${field}`);
    if (named?.key === key) return named;
    const moved = this.#byKey.get(key) ?? [];
    const inSame = moved.find((each) => each.id === id);
    return inSame ?? (moved.length === 1 ? moved[0] : undefined) ?? named;
  }

  #current(entry: FileEntry, unit: TranslationUnit): void {
    const same = entry.target === unit.target;
    const state = nextState(entry, unit.state, same, this.#stateful);
    if (state === undefined || (same && state === unit.state)) {
      return this.#tell('unchanged', entry, unit);
    }
    if (!same) this.#texts.set(unit.pointer, entry.target);
    this.#states.push({ source: unit.source, text: entry.target, state });
    this.#tell(same ? 'confirmed' : 'written', entry, unit);
  }

  /** The source has changed since: never current, and never over something newer. */
  #older(entry: FileEntry, unit: TranslationUnit): void {
    if (entry.target === unit.target) return this.#tell('unchanged', entry, unit);
    if (unit.state === 'current' || unit.state === 'machine') {
      return this.#tell('outdated', entry, unit);
    }
    this.#texts.set(unit.pointer, entry.target);
    this.#tell('stale', entry, unit);
  }

  #tell(
    outcome: EntryOutcome,
    { id, field, source, target }: FileEntry,
    unit?: TranslationUnit,
  ): void {
    const written = outcome === 'written' || outcome === 'stale';
    const marksDiffer = written && unit?.kind === 'markdown' && !sameMarks(unit.source, target);
    this.#results.push({
      outcome,
      id,
      field,
      pointer: unit?.pointer ?? '',
      source,
      target,
      ...(marksDiffer && { marksDiffer: true as const }),
    });
  }

  finish(): AppliedFile {
    const given = this.#given;
    const lang = this.#lang;
    const texts = [...this.#texts].map(([pointer, text]) => ({ path: keysOf(pointer), text }));
    const edits: SourceEdit[] = texts.map(({ path, text }) => textEdit(given, path, lang, text));
    const written = edits.reduce((policy, edit) => withValue(policy, edit), structuredClone(given));
    const policy = texts.length ? withLanguage(written, lang) : written;
    if (policy !== written) edits.push({ path: ['languages'], value: policy.languages });
    if (edits.length || this.#states.length) {
      const table = this.#states.reduce(
        (all, each) => withTranslation(all, { ...each, lang }, policy),
        keepTranslations(given),
      );
      if (JSON.stringify(table) !== JSON.stringify(given.translations)) {
        policy.translations = table;
        edits.push({ path: ['translations'], value: table });
      }
    }
    const tookAllAsCurrent = !given.translations && policy.translations !== undefined;
    return { policy, lang, results: this.#results, edits, tookAllAsCurrent };
  }
}

const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A text that was written once becomes one by language. */
function textEdit(policy: Policy, keys: readonly string[], lang: string, text: string): SourceEdit {
  let holder: unknown = policy;
  const path = keys.map((key) => {
    const step = Array.isArray(holder) ? Number(key) : key;
    holder = (holder as Record<string | number, unknown>)[step];
    return step;
  });
  if (typeof holder !== 'string') return { path: [...path, lang], value: text };
  return { path, value: { [sourceLanguage(policy)]: holder, [lang]: text } };
}

function withValue(policy: Policy, { path, value }: SourceEdit): Policy {
  let holder = policy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as typeof holder;
  holder[path.at(-1)!] = value;
  return policy;
}

/** The state that a translation of the present source gets; nothing where it keeps the one it has. */
function nextState(
  { state }: FileEntry,
  before: TranslationState,
  same: boolean,
  stateful: boolean,
): 'current' | 'machine' | undefined {
  if (!same && !stateful) return 'current';
  if (state === 'machine') return same && before === 'current' ? undefined : 'machine';
  // Left for review and not touched: it stays what it was.
  if (state === 'review') return same ? undefined : 'machine';
  if (same && (state === undefined || state === 'missing')) return undefined;
  return 'current';
}

/** A file may carry the source where nothing was translated. Names and short words may be the same. */
function repeatsSource({ source, target }: FileEntry, there: string): boolean {
  return (
    target === source && target !== there && (target.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > 3
  );
}

const marks = (text: string): string =>
  (text.match(/\*\*|~~|`[^`]*`|\]\([^)]*\)|^[ \t]*(?:[-*+]|\d+[.)]|#{1,6}|>) /gm) ?? [])
    .map((mark) => mark.trim())
    .sort()
    .join(' ');
const sameMarks = (one: string, other: string): boolean => marks(one) === marks(other);
