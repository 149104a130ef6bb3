/** A second language, imported into the first: what goes with what, by order and by type. */
import { keepTranslations, withTranslation, type Policy } from 'policy-elements';
import type { SourceEdit } from '../edit-source.js';
import { wordsOf, type Left } from './blocks.js';
import type { ImportDraft } from './draft.js';
import { convert } from './convert.js';
import { Ids } from './ids.js';

export interface Pair {
  /** Id of the section or item of the policy, and the field, e.g. `title`, `steps.1`. */
  id: string;
  field: string;
  pointer: string;
  source: string;
  text: string;
  /** 0 to 1. */
  certainty: number;
}

export interface Alignment {
  policy: Policy;
  lang: string;
  pairs: Pair[];
  /** What of the document has no place in the policy. */
  left: Left[];
  /** Sections of the policy that nothing was found for. */
  missing: { id: string; title: string }[];
  /** What has changed, for `editSource`: the rest keeps its bytes. */
  edits: SourceEdit[];
}

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Place {
  holder: Json;
  key: string;
  id: string;
  field: string;
  pointer: string;
}

const TEXTS =
  /^(title|name|label|role|question|purpose|topics|summary|intro|body|description|benefits|risks|condition|why|consequence|example|reply|help|answer|explanation|statement)$/;

/** Texts of a section in one language, by their place in it. */
function placesIn(value: unknown, lang: string, pointer: string, id = '', field = ''): Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) =>
      placesIn(each, lang, `${pointer}/${index}`, id, field ? `${field}.${index}` : String(index)),
    );
  }
  if (!isRecord(value)) return [];
  const own = typeof value['id'] === 'string' ? value['id'] : id;
  return Object.entries(value).flatMap(([key, each]) => {
    const at = own === id && field ? `${field}.${key}` : key;
    if (TEXTS.test(key) && isText(each, lang)) {
      return [{ holder: value, key, id: own, field: at, pointer: `${pointer}/${key}` }];
    }
    if (key === 'steps' && Array.isArray(each)) {
      return each.flatMap((step, index): Place[] =>
        isText(step, lang)
          ? [
              {
                holder: each as unknown as Json,
                key: String(index),
                id: own,
                field: `steps.${index}`,
                pointer: `${pointer}/steps/${index}`,
              },
            ]
          : [],
      );
    }
    return placesIn(each, lang, `${pointer}/${key}`, own, own === id ? at : key);
  });
}

const isText = (value: unknown, lang: string): boolean =>
  typeof value === 'string' || (isRecord(value) && typeof value[lang] === 'string');
const textIn = (value: unknown, lang: string): string =>
  typeof value === 'string'
    ? value
    : isRecord(value) && typeof value[lang] === 'string'
      ? value[lang]
      : '';

/**
 * Puts a document in another language into a policy. Every text that has a counterpart gets it;
 * what has none is told, and nothing that is there in that language is overwritten.
 */
export function importInto(policy: Policy, draft: ImportDraft): Alignment {
  const target = structuredClone(policy);
  const from = policy.languages[0] ?? 'en';
  const lang = draft.lang;
  const left: Left[] = [...draft.report.left];
  const pairs: Pair[] = [];
  const context = { from, lang, pairs, left };
  if (!target.languages.includes(lang)) target.languages = [...target.languages, lang];
  head(target, draft, context);
  const matches = matchSections(target, draft, from);
  for (const { section, index, id, certainty } of matches) {
    const source = sameType(draft, id, String((section as Json)['type']));
    fill(section, source, `/sections/${index}`, certainty, context);
  }
  besides(target, draft, context);
  const used = new Set(matches.map(({ id }) => id));
  for (const { section, source } of leftovers(draft, used)) {
    left.push({ text: textOfSection(section, lang), where: source, reason: 'unmatched' });
  }
  const paired = new Set(matches.map(({ section }) => section.id));
  const missing = target.sections
    .filter(({ id }) => !paired.has(id))
    .map((section) => ({ id: section.id, title: textIn(section.title, from) }));
  const kept = keepTranslations(policy);
  // Paired with little doubt, it counts as a translation; the rest waits to be looked at.
  const table = pairs.reduce(
    (all, { source, text, certainty }) =>
      withTranslation(
        all,
        { source, lang, text, state: certainty >= SURE ? 'current' : 'machine' },
        target,
      ),
    kept,
  );
  if (pairs.length) target.translations = table;
  return { policy: target, lang, pairs, left, missing, edits: editsOf(policy, target, pairs) };
}

const SURE = 0.75;

function editsOf(before: Policy, after: Policy, pairs: readonly Pair[]): SourceEdit[] {
  const edits = pairs.map(({ pointer }): SourceEdit => {
    let holder: unknown = after;
    const path = pointer
      .split('/')
      .slice(1)
      .map((key) => {
        const step = Array.isArray(holder) ? Number(key) : key;
        holder = (holder as Json)[step];
        return step;
      });
    return { path, value: holder };
  });
  if (before.languages.length !== after.languages.length) {
    edits.push({ path: ['languages'], value: after.languages });
  }
  if (pairs.length) edits.push({ path: ['translations'], value: after.translations });
  return edits;
}

interface Filling {
  from: string;
  lang: string;
  pairs: Pair[];
  left: Left[];
}

/** The title and the summary. */
function head(target: Policy, draft: ImportDraft, context: Filling): void {
  for (const key of ['title', 'summary'] as const) {
    const text = textIn(draft.policy[key], context.lang);
    if (!text || /^\[\[/.test(text)) continue;
    const place = {
      holder: target as unknown as Json,
      key,
      id: target.id,
      field: key,
      pointer: `/${key}`,
    };
    put(place, text, 0.9, context);
  }
}

function put(
  place: Place,
  text: string,
  certainty: number,
  { from, lang, pairs, left }: Filling,
): void {
  const value = place.holder[place.key];
  const source = textIn(value, from);
  const there = isRecord(value) ? value[lang] : undefined;
  if (typeof there === 'string' && there !== text) {
    left.push({ text, where: source.slice(0, 80), reason: 'duplicate' });
    return;
  }
  place.holder[place.key] = { ...(isRecord(value) ? value : { [from]: source }), [lang]: text };
  const { id, field, pointer } = place;
  pairs.push({
    id,
    field,
    pointer,
    source,
    text,
    certainty: Math.round(certainty * likeLength(source, text) * 100) / 100,
  });
}

/** Translations are about as long as what they translate. */
function likeLength(one: string, other: string): number {
  const [a, b] = [wordsOf(one).length + 2, wordsOf(other).length + 2];
  const ratio = Math.min(a, b) / Math.max(a, b);
  return ratio >= 0.6 ? 1 : 0.5 + ratio / 2;
}

/** Contacts by their address, trainings and chapters by their order. */
function besides(target: Policy, draft: ImportDraft, context: Filling): void {
  for (const key of ['contacts', 'trainings', 'groups'] as const) {
    const ours: Json[] = (target[key] ?? []).map((each) => each);
    const theirs: Json[] = (draft.policy[key] ?? []).map((each) => each);
    theirs.forEach((other, index) => {
      const known = ours.findIndex((each) => each['email'] && each['email'] === other['email']);
      const at = known < 0 && ours.length === theirs.length ? index : known;
      const own = ours[at];
      if (!own) {
        const text = placesIn(other, context.lang, '').map((place) =>
          textIn(place.holder[place.key], context.lang),
        );
        context.left.push({ text: text.join(', '), where: key, reason: 'unmatched' });
        return;
      }
      const places = placesIn(own, context.from, `/${key}/${at}`);
      pairUp(places, own, other, known < 0 ? 0.7 : 0.95, context);
    });
  }
}

interface Match {
  section: Policy['sections'][number];
  index: number;
  id: string;
  certainty: number;
}

/** What is alike in a section whatever its language: its shape, its length, numbers and addresses. */
function likeness(
  one: Policy['sections'][number],
  from: string,
  other: Policy['sections'][number],
  lang: string,
): number {
  const a: Json = { ...one };
  const b: Json = { ...other };
  const count = (section: Json) => (Array.isArray(section['items']) ? section['items'].length : 0);
  const [left, right] = [textOfSection(one, from), textOfSection(other, lang)];
  const marks = (text: string) =>
    new Set(text.match(/\d{2,}|https?:\/\/[^\s)]+|@[\w.-]+|\p{Lu}{2,}/gu) ?? []);
  const [ours, theirs] = [marks(left), marks(right)];
  const shared =
    [...ours].filter((mark) => theirs.has(mark)).length /
    Math.max(1, Math.min(ours.size, theirs.size));
  const type = a['type'] === b['type'] ? 0.3 : 0;
  const items = count(a) === count(b) ? 0.2 : 0;
  const topic = a['topic'] !== undefined && a['topic'] === b['topic'] ? 0.2 : 0;
  return (
    type +
    items +
    topic +
    0.2 * likeLength(left, right) +
    (ours.size && theirs.size ? 0.3 * shared : 0.1)
  );
}

/** The best pairing that keeps the order, as of two texts that are compared line by line. */
function matchSections(policy: Policy, draft: ImportDraft, from: string): Match[] {
  const ours = policy.sections;
  const theirs = draft.policy.sections;
  const GAP = 0.25;
  const same = ours.length === theirs.length ? 0.15 : 0;
  const score = ours.map((one) => theirs.map((other) => likeness(one, from, other, draft.lang)));
  const best = Array.from({ length: ours.length + 1 }, () =>
    new Array<number>(theirs.length + 1).fill(0),
  );
  for (let i = 1; i <= ours.length; i++) {
    for (let j = 1; j <= theirs.length; j++) {
      best[i]![j] = Math.max(
        best[i - 1]![j - 1]! + score[i - 1]![j - 1]! - GAP,
        best[i - 1]![j]!,
        best[i]![j - 1]!,
      );
    }
  }
  const matches: Match[] = [];
  for (let i = ours.length, j = theirs.length; i > 0 && j > 0;) {
    const together = best[i - 1]![j - 1]! + score[i - 1]![j - 1]! - GAP;
    if (best[i]![j] === together) {
      const certainty = Math.min(0.98, score[i - 1]![j - 1]! + same);
      matches.unshift({ section: ours[i - 1]!, index: i - 1, id: theirs[j - 1]!.id, certainty });
      i--;
      j--;
    } else if (best[i]![j] === best[i - 1]![j]) i--;
    else j--;
  }
  return matches;
}

/** The section of the document made into the type that it has in the policy. */
function sameType(draft: ImportDraft, id: string, type: string): Json {
  const section = draft.policy.sections.find((each) => each.id === id) as unknown as Json;
  const origin = draft.origins[id];
  if (!origin || section['type'] === type) return section;
  const made = convert(origin.source, type as never, id, { lang: draft.lang, ids: new Ids() });
  return made?.section ?? section;
}

/** Fills the texts of a section from those of its counterpart. */
function fill(
  section: Json,
  source: Json,
  pointer: string,
  certainty: number,
  context: Filling,
): void {
  const { from, lang, left } = context;
  const own = placesIn(section, from, pointer).filter(
    (place) => !place.pointer.startsWith(`${pointer}/items/`),
  );
  pairUp(own, section, { ...source, items: undefined }, certainty, context);
  const ours = Array.isArray(section['items']) ? section['items'].filter(isRecord) : [];
  const theirs = Array.isArray(source['items']) ? source['items'].filter(isRecord) : [];
  const equal = ours.length === theirs.length ? 1 : 0.6;
  ours.forEach((item, index) => {
    const other = theirs[index];
    if (!other) return;
    pairUp(
      placesIn(item, from, `${pointer}/items/${index}`),
      item,
      other,
      certainty * equal,
      context,
    );
  });
  for (const rest of theirs.slice(ours.length)) {
    left.push({
      text: textOfSection(rest as never, lang),
      where: textIn(section['title'], from),
      reason: 'unmatched',
    });
  }
}

function pairUp(
  places: readonly Place[],
  holder: Json,
  other: Json,
  certainty: number,
  context: Filling,
): void {
  const { lang, left } = context;
  const theirs = placesIn(other, lang, '');
  const used = new Set<Place>();
  for (const place of places) {
    const match = theirs.find(
      (each) =>
        each.field.replace(/^items\.\d+\./, '') === place.field.replace(/^items\.\d+\./, ''),
    );
    if (!match) continue;
    used.add(match);
    put(place, textIn(match.holder[match.key], lang), certainty, context);
  }
  for (const unused of theirs.filter((each) => !used.has(each))) {
    left.push({
      text: textIn(unused.holder[unused.key], lang),
      where: textIn(holder['title'], context.from),
      reason: 'unmatched',
    });
  }
}

const textOfSection = (section: Policy['sections'][number], lang: string): string =>
  placesIn(section, lang, '')
    .map(({ holder, key }) => textIn(holder[key], lang))
    .join('\n');

const leftovers = (draft: ImportDraft, used: ReadonlySet<string>) =>
  draft.policy.sections
    .filter(({ id }) => !used.has(id))
    .map((section) => ({ section, source: textIn(section.title, draft.lang) }));
