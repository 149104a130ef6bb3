/** What is different between two versions of a policy, for a reader of one language. */
import { queryWords } from './normalize-text.js';
import { coversOf } from './core.js';
import { idsOf, type Entry } from './ids.js';
import { toPlainText } from './plain-text.js';
import type { Policy, Text } from './schema.js';
import { resolveText } from './text.js';
import { textsOf } from './texts.js';

export { diffTexts, type Piece } from './word-diff.js';

/** A text that reads otherwise than before. */
export interface TextChange {
  /** Field within the item, e.g. `body`, `steps.1`. */
  field: string;
  before: string;
  after: string;
}

export interface Change {
  id: string;
  /** `policy`: its title, summary, statement, or what goes with these. */
  kind: Entry['kind'] | 'policy';
  /** `removed` items are known by their last title only. */
  change: 'added' | 'removed' | 'changed' | 'moved';
  title: string;
  /** Title of the section it stands in, or stood in. */
  within: string | undefined;
  /** Says something else than before, or only says it better. */
  material: boolean;
  texts: readonly TextChange[];
  /** Fields without text that changed, e.g. `allowed`, `requires`. */
  values: readonly string[];
}

export interface PolicyChanges {
  /** Versions compared. */
  from: string;
  to: string;
  changes: readonly Change[];
}

// Changing these changes nothing of what is asked of anyone.
const EDITORIAL = new Set(['tags', 'verified', 'url', 'email', 'phone', 'languages', 'keywords']);
/** What no reader sees of an item. */
const UNSEEN = new Set(['keywords', 'core']);
const NOT_VALUES = new Set(['id', 'items', 'triage', 'type']);
/** Letters that may differ in a word that was only misspelt. */
const SLIP = 2;

/** Changes from one version to another, in the order of the newer one; removed items come last. */
export function comparePolicies(before: Policy, after: Policy, lang: string): PolicyChanges {
  const [old, now] = [idsOf(before), idsOf(after)];
  const moved = movedIds(before, after);
  const isEditorial = editorialFields(before, after);
  const changes: Change[] = headChanges(before, after, lang);
  for (const [id, entry] of now) {
    const earlier = old.get(id);
    if (!earlier) {
      changes.push(describe('added', entry, after, lang, true));
      continue;
    }
    const texts = textChanges(ownPart(earlier), ownPart(entry), [before, after], lang);
    const values = valueChanges(ownPart(earlier), ownPart(entry));
    const material = texts.some(isMaterial) || values.some((field) => !isEditorial(field));
    const reads = material || texts.length || values.some((field) => !UNSEEN.has(field));
    const change = moved.has(id) && !reads ? 'moved' : 'changed';
    if (texts.length || values.length || moved.has(id))
      changes.push({ ...describe(change, entry, after, lang, material), texts, values });
  }
  for (const [id, entry] of old) {
    if (!now.has(id)) changes.push(describe('removed', entry, before, lang, true));
  }
  return { from: before.version, to: after.version, changes };
}

/**
 * The short reading asks nothing of anyone, unless the statement is about it. Where it was not
 * before, `covers` has changed: that is told once, and not of every item.
 */
function editorialFields(before: Policy, after: Policy): (field: string) => boolean {
  const confirmed = [before, after].every((policy) => coversOf(policy) === 'core');
  return (field) => EDITORIAL.has(field) || (field === 'core' && !confirmed);
}

/** Whether a reader can see the change. Words for the search and a later date of review are for editors. */
export const isSeen = ({ kind, change, material, texts, values }: Change): boolean =>
  kind === 'policy'
    ? texts.length > 0
    : change !== 'changed' ||
      material ||
      texts.length > 0 ||
      values.some((field) => !UNSEEN.has(field));

/** What the policy itself says, beside its sections and lists. */
const headTexts = ({ title, summary, organisation, acknowledgement }: Policy): object => ({
  title,
  summary,
  organisation: { name: organisation.name },
  acknowledgement: { statement: acknowledgement?.statement },
});

/** What it sets; of these only `covers` changes what is confirmed. */
const headValues = (policy: Policy): Record<string, unknown> => ({
  owner: policy.owner,
  effective: policy.effective,
  reviewBy: policy.reviewBy,
  languages: policy.languages,
  chapters: JSON.stringify(policy.groups),
  acts: policy.acknowledgement?.acts,
  validFor: policy.acknowledgement?.validFor,
  due: policy.acknowledgement?.due,
  covers: policy.acknowledgement && coversOf(policy),
});

function headChanges(before: Policy, after: Policy, lang: string): Change[] {
  const texts = textChanges(headTexts(before), headTexts(after), [before, after], lang);
  const values = valueChanges(headValues(before), headValues(after));
  if (!texts.length && !values.length) return [];
  const material = texts.some(isMaterial) || values.includes('covers');
  const title = resolveText(after.title, lang, after.languages)?.text ?? after.id;
  const common = { id: after.id, kind: 'policy', change: 'changed', within: undefined } as const;
  return [{ ...common, title, material, texts, values }];
}

/** Whether the text says something else: not only case, accents, punctuation or a slip of the pen. */
export function isMaterial({ before, after, field }: TextChange): boolean {
  if (field.startsWith('tags')) return false;
  const [old, now] = [queryWords(before), queryWords(after)];
  if (old.length !== now.length) return true;
  const differing = old.flatMap((word, at) =>
    word === now[at] ? [] : [[word, now[at]!] as const],
  );
  return differing.length > 1 || differing.some(([one, other]) => !isSlip(one, other));
}

/** Words that a slip of the pen tells apart; numbers and short words are never one. */
function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || /\d/.test(one + other)) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (
    end < Math.min(one.length, other.length) - start &&
    one.at(-1 - end) === other.at(-1 - end)
  )
    end++;
  return Math.max(one.length, other.length) - start - end <= SLIP;
}

function describe(
  change: Change['change'],
  { value, kind, section }: Entry,
  policy: Policy,
  lang: string,
  material: boolean,
): Change {
  const plain = (text: unknown) =>
    resolveText(text as Text | undefined, lang, policy.languages)?.text;
  return {
    id: value.id,
    kind,
    change,
    title: plain(value['title'] ?? value['name'] ?? value['question']) ?? value.id,
    within: section && kind !== 'section' ? plain(section.title) : undefined,
    material,
    texts: [],
    values: [],
  };
}

/** A section without its items, which are compared for themselves. */
const ownPart = ({ kind, value }: Entry): Record<string, unknown> =>
  kind === 'section' ? { ...value, items: undefined, triage: undefined } : value;

function textChanges(
  before: object,
  after: object,
  [old, now]: readonly [Policy, Policy],
  lang: string,
): TextChange[] {
  const inLanguage = (part: object, policy: Policy) =>
    new Map(
      [...textsOf(part)].map(({ field, text }) => [
        field,
        toPlainText(resolveText(text, lang, policy.languages)?.text ?? ''),
      ]),
    );
  const [earlier, later] = [inLanguage(before, old), inLanguage(after, now)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((field) => {
    const change = { field, before: earlier.get(field) ?? '', after: later.get(field) ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

function valueChanges(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const texts = new Set(
    [...textsOf(before), ...textsOf(after)].map(({ field }) => field.split('.')[0]!),
  );
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (key) =>
      !NOT_VALUES.has(key) &&
      !texts.has(key) &&
      JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}

/** Items that changed their section, or their order among those that both versions have there. */
function movedIds(before: Policy, after: Policy): ReadonlySet<string> {
  const [old, now] = [orderOf(before), orderOf(after)];
  const moved = new Set<string>();
  for (const [holder, ids] of now) {
    const earlier = old.get(holder) ?? [];
    const kept = ids.filter((id) => earlier.includes(id));
    const steady = longestRun(kept.map((id) => earlier.indexOf(id)));
    kept.forEach((id, at) => void (steady.has(at) || moved.add(id)));
    for (const id of ids) if (!earlier.includes(id)) moved.add(id);
  }
  return moved;
}

/** Ids by what holds them, in order. */
function orderOf(policy: Policy): Map<string, string[]> {
  const order = new Map<string, string[]>();
  for (const [id, { section, kind }] of idsOf(policy)) {
    const holder = kind === 'section' ? '' : `${kind} ${section?.id ?? ''}`;
    order.set(holder, [...(order.get(holder) ?? []), id]);
  }
  return order;
}

/** Places of the longest rising run in a list of numbers: what stands there has not moved. */
function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const best = numbers.map(() => ({ length: 1, from: -1 }));
  for (const [at, number] of numbers.entries()) {
    for (let earlier = 0; earlier < at; earlier++) {
      if (numbers[earlier]! < number && best[earlier]!.length >= best[at]!.length) {
        best[at] = { length: best[earlier]!.length + 1, from: earlier };
      }
    }
  }
  let at = best.reduce(
    (top, each, index) => (each.length > (best[top]?.length ?? 0) ? index : top),
    0,
  );
  const run = new Set<number>();
  for (; at >= 0 && best[at]; at = best[at]!.from) run.add(at);
  return run;
}
