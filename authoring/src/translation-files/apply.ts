/** Puts a file of translations that came back into a policy. */
import { textsOf, type PlacedText, type Policy } from 'policy-elements';
import { TranslationFileError, type FileEntry, type TranslationFile } from './file.js';
import {
  ownText,
  sourceLanguage,
  stateOf,
  tableOf,
  textDigest,
  type TranslationTable,
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
  /** Places whose value has changed, as JSON Pointers. */
  changed: string[];
  /** No states were kept so far: everything that was there counts as current from now on. */
  tookAllAsCurrent: boolean;
}

interface Place {
  placed: PlacedText;
  source: string;
  key: string;
}

/** Throws `TranslationFileError` where the file is of another policy, or of no language. */
export function applyTranslations(policy: Policy, file: TranslationFile): AppliedFile {
  const from = sourceLanguage(policy);
  const lang = file.to;
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang))
    throw new TranslationFileError('no-language');
  if (lang === from) throw new TranslationFileError('same-language', { lang });
  if (file.policy && file.policy !== policy.id) {
    throw new TranslationFileError('other-policy', { file: file.policy, policy: policy.id });
  }
  const applying = new Applying(structuredClone(policy), lang, from, file.kind === 'xliff');
  for (const entry of file.entries) applying.take(entry);
  return applying.finish();
}

class Applying {
  readonly #policy: Policy;
  readonly #lang: string;
  readonly #from: string;
  readonly #places: Place[];
  readonly #byName = new Map<string, Place>();
  readonly #byKey = new Map<string, Place[]>();
  readonly #results: AppliedTranslation[] = [];
  readonly #changed = new Set<string>();
  readonly #before: TranslationTable | undefined;
  readonly #table: TranslationTable;

  /** Whether tools keep the states: in a table nobody thinks of that column. */
  readonly #stateful: boolean;

  constructor(policy: Policy, lang: string, from: string, stateful: boolean) {
    this.#stateful = stateful;
    this.#policy = policy;
    this.#lang = lang;
    this.#from = from;
    this.#places = [...textsOf(policy)].map((placed) => {
      const source = ownText(placed.text, from, from);
      return { placed, source, key: textDigest(source) };
    });
    for (const place of this.#places) {
      this.#byName.set(`${place.placed.id || policy.id}.${place.placed.field}`, place);
      this.#byKey.set(place.key, [...(this.#byKey.get(place.key) ?? []), place]);
    }
    this.#before = tableOf(policy);
    this.#table = structuredClone(
      this.#before ?? everythingCurrent(this.#places, policy.languages, from),
    );
  }

  take(entry: FileEntry): void {
    const place = this.#placeOf(entry);
    if (!place) return this.#tell('gone', entry);
    const there = ownText(place.placed.text, this.#lang, this.#from);
    if (!entry.target.trim()) return this.#tell('empty', entry, place);
    if (repeatsSource(entry, there)) return this.#tell('same-as-source', entry, place);
    if (place.key === entry.key) this.#current(entry, place, there);
    else this.#older(entry, place, there);
  }

  /** By name where that is the text it was made from, or else wherever that text stands now. */
  #placeOf({ id, field, key }: FileEntry): Place | undefined {
    const named = this.#byName.get(`${id}.${field}`);
    if (named?.key === key) return named;
    const moved = this.#byKey.get(key) ?? [];
    const inSame = moved.filter(({ placed }) => placed.id === id);
    return inSame[0] ?? (moved.length === 1 ? moved[0] : undefined) ?? named;
  }

  #current(entry: FileEntry, place: Place, there: string): void {
    const before = stateOf(place.source, there, this.#lang, this.#table);
    const same = entry.target === there;
    const state = nextState(entry, before, same, this.#stateful);
    if (state === undefined) return this.#tell('unchanged', entry, place);
    if (!same) this.#write(place, entry.target);
    (this.#table[place.key] ??= {})[this.#lang] = { text: textDigest(entry.target), state };
    this.#tell(same ? (state === before ? 'unchanged' : 'confirmed') : 'written', entry, place);
  }

  /** The source has changed since: never current, and never over something newer. */
  #older(entry: FileEntry, place: Place, there: string): void {
    const state = stateOf(place.source, there, this.#lang, this.#table);
    if (entry.target === there) return this.#tell('unchanged', entry, place);
    if (state === 'current' || state === 'machine') return this.#tell('outdated', entry, place);
    this.#write(place, entry.target);
    this.#tell('stale', entry, place);
  }

  #write({ placed }: Place, text: string): void {
    const { pointer } = placed;
    const keys = pointer
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop()!;
    let holder: unknown = this.#policy;
    for (const key of keys) holder = (holder as Record<string, unknown>)[key];
    const value = placed.text;
    const written = {
      ...(typeof value === 'string' ? { [this.#from]: value } : value),
      [this.#lang]: text,
    };
    (holder as Record<string, unknown>)[last] = written;
    placed.text = written;
    this.#changed.add(pointer);
  }

  #tell(outcome: EntryOutcome, { id, field, source, target }: FileEntry, place?: Place): void {
    const written = outcome === 'written' || outcome === 'stale';
    const marksDiffer =
      written && place?.placed.kind === 'markdown' && !sameMarks(place.source, target);
    this.#results.push({
      outcome,
      id,
      field,
      pointer: place?.placed.pointer ?? '',
      source,
      target,
      ...(marksDiffer && { marksDiffer: true as const }),
    });
  }

  finish(): AppliedFile {
    const policy = this.#policy;
    const lang = this.#lang;
    if (this.#changed.size && !policy.languages.includes(lang)) {
      policy.languages = [...policy.languages, lang];
      this.#changed.add('/languages');
    }
    const tableChanged = JSON.stringify(this.#table) !== JSON.stringify(this.#before ?? {});
    const matters =
      this.#changed.size > 0 || this.#results.some(({ outcome }) => outcome === 'confirmed');
    if (tableChanged && (this.#before || matters)) {
      Object.assign(policy, { translations: this.#table });
      this.#changed.add('/translations');
    }
    return {
      policy,
      lang,
      results: this.#results,
      changed: [...this.#changed],
      tookAllAsCurrent: !this.#before && this.#changed.has('/translations'),
    };
  }
}

/** The state that a translation of the present source gets; nothing where it keeps the one it has. */
function nextState(
  { state }: FileEntry,
  before: ReturnType<typeof stateOf>,
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

function everythingCurrent(
  places: readonly Place[],
  languages: readonly string[],
  from: string,
): TranslationTable {
  const table: TranslationTable = {};
  for (const { placed, source, key } of places) {
    if (!source.trim()) continue;
    for (const lang of languages) {
      const text = lang === from ? '' : ownText(placed.text, lang, from);
      if (text.trim()) (table[key] ??= {})[lang] = { text: textDigest(text), state: 'current' };
    }
  }
  return table;
}
