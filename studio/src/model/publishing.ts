/** What publishing would say: what changed, which version follows, and what stands in the way. */
import type { Draft } from '@policy-elements/authoring';
import { checkPolicy, comparePolicies, readPolicy, type Change } from 'policy-elements';
import type { Route } from '../router.js';
import { itemsIn, languagesIn } from './policy.js';
import { emptySections, placesToFillIn } from './tasks.js';

export interface Proposal {
  /** Asks everybody to confirm again. */
  major: string;
  minor: string;
  proposed: 'major' | 'minor';
  /** Changes that say something else than before, in the first language. */
  material: readonly Change[];
}

export function proposalFor(draft: Draft, published: Draft | undefined): Proposal {
  const [after] = [readPolicy(draft).policy];
  const before = published && readPolicy(published).policy;
  const [major = 0, minor = 0] = String((published?.['version'] as string | undefined) ?? '0.0')
    .split('.')
    .map(Number);
  const next = { major: `${major + 1}.0`, minor: `${major}.${minor + 1}` };
  if (!before || !after) {
    const own = draft['version'] as string;
    // A document that was at version 2.1 goes on from there.
    const first = !published && /^[1-9]\d*\.\d+$/.test(own) ? own : next.major;
    return { major: first, minor: '0.1', proposed: 'major', material: [] };
  }
  const first = (draft['languages'] as readonly string[] | undefined)?.[0] ?? 'en';
  const material = comparePolicies(before, after, first).changes.filter((each) => each.material);
  return { ...next, proposed: material.length ? 'major' : 'minor', material };
}

/** A page asks for the same comparison at each key that is pressed in it. */
const compared = new WeakMap<Draft, WeakMap<Draft, Map<string, readonly Change[]>>>();

/** @param lang BCP 47: whose readers see it so */
export function changesIn(
  draft: Draft,
  before: Draft | undefined,
  lang: string,
): readonly Change[] {
  if (!before) return [];
  let from = compared.get(draft);
  if (!from) compared.set(draft, (from = new WeakMap()));
  let found = from.get(before);
  if (!found) from.set(before, (found = new Map<string, readonly Change[]>()));
  let changes = found.get(lang);
  if (!changes) found.set(lang, (changes = compare(draft, before, lang)));
  return changes;
}

function compare(draft: Draft, earlier: Draft, lang: string): readonly Change[] {
  const [before, after] = [readPolicy(earlier).policy, readPolicy(draft).policy];
  return before && after ? comparePolicies(before, after, lang).changes : [];
}

/** The other languages whose readers see changed texts that those of one do not, and how many. */
export function changesElsewhere(
  draft: Draft,
  before: Draft | undefined,
  lang: string,
): readonly { lang: string; texts: number }[] {
  const textsOf = (tag: string): readonly string[] =>
    changesIn(draft, before, tag).flatMap(({ id, texts }) =>
      texts.map((text) => JSON.stringify([id, text.field, text.before, text.after])),
    );
  const seen = new Set(textsOf(lang));
  return languagesIn(draft)
    .filter((tag) => tag !== lang)
    .map((tag) => ({ lang: tag, texts: textsOf(tag).filter((each) => !seen.has(each)).length }))
    .filter(({ texts }) => texts > 0);
}

export interface Obstacles {
  errors: number;
  toFillIn: number;
  /** Of how many sections readers would see the title only, and the first of them. */
  empty: { count: number; place: Route } | undefined;
  /** What a template of others seems to have left: how often, and the first of it with its place. */
  left: { count: number; first: string; place: Route } | undefined;
}

/** Faults that readers would meet, and places that were to be filled in. */
export function obstaclesIn(draft: Draft): Obstacles {
  const { findings } = checkPolicy(draft);
  const [first, ...rest] = findings.filter(({ code }) => code === 'placeholder');
  const [empty, ...more] = emptySections(draft);
  const policy = draft['id'] as string;
  return {
    empty: empty && {
      count: more.length + 1,
      place: { view: 'write', policy, part: empty.id },
    },
    left: first && {
      count: rest.length + 1,
      first: String(first.params?.['text']),
      place: routeTo(draft, first.pointer),
    },
    errors: findings.filter(({ grade }) => grade === 'error').length,
    toFillIn: placesToFillIn(draft),
  };
}

/** Where the text at a pointer is written. */
function routeTo(draft: Draft, pointer: string): Route {
  const policy = draft['id'] as string;
  const [, list, at, ...rest] = pointer.split('/');
  const within = itemsIn(draft[list ?? ''])[Number(at)];
  if (list === 'acknowledgement') return { view: 'confirmation', policy };
  if (!within) return { view: 'basics', policy };
  if (list !== 'sections') return { view: 'people', policy, part: within.id };
  const item = rest[0] === 'items' ? itemsIn(within['items'])[Number(rest[1])] : undefined;
  return { view: 'write', policy, part: within.id, ...(item && { item: item.id }) };
}

/** What is said of a version where nobody says more, in the languages it is known in. */
const SAID: Readonly<Record<'first' | 'major' | 'minor', Readonly<Record<string, string>>>> = {
  first: {
    nl: 'Eerste versie.',
    fr: 'Première version.',
    en: 'First version.',
  },
  major: {
    nl: 'De inhoud is gewijzigd.',
    fr: 'Le contenu a changé.',
    en: 'The content has changed.',
  },
  minor: {
    nl: 'Kleine verbeteringen.',
    fr: 'Petites corrections.',
    en: 'Small corrections.',
  },
};

/** In the languages of the policy; in English where none of them is known. */
export function summaryOf(
  kind: 'first' | 'major' | 'minor',
  languages: readonly string[],
): Readonly<Record<string, string>> {
  const said = languages.flatMap((tag) => {
    const text = SAID[kind][tag.split('-')[0]!.toLowerCase()];
    return text === undefined ? [] : [[tag, text] as const];
  });
  const [first = 'en'] = languages;
  const all = Object.fromEntries(said);
  // A text that has to be there is there in the first language.
  return first in all ? all : { [first]: SAID[kind]['en']!, ...all };
}

/** One's own words in one language are not joined by ours in another. */
export function summaryFrom(
  written: Readonly<Record<string, string>>,
  said: Readonly<Record<string, string>>,
  [first = 'en']: readonly string[],
): Readonly<Record<string, string>> {
  const given = Object.entries(written).filter(([, text]) => text.trim());
  return given.length ? { [first]: said[first]!, ...Object.fromEntries(given) } : said;
}
