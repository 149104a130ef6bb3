/** Which item of a policy is the tip of a day or a week: the same for everybody, none twice in a row. */
import { sectionsFor } from './audience.js';
import { itemsOf, type Entry } from './ids.js';
import type { Policy, Section } from './schema.js';

/** Section types that have something to say in a few lines. */
export const TIP_KINDS = ['guidelines', 'rules', 'faq', 'quiz'] as const;
export type TipKind = (typeof TIP_KINDS)[number];

export interface Tip {
  item: Entry['value'];
  section: Section;
}

export interface TipOptions {
  date: Date;
  every: 'day' | 'week';
  kinds?: readonly string[];
  audience?: readonly string[];
}

const DAY = 86_400_000;
/** Monday, 5 January 1970. */
const FIRST_MONDAY = 4;

/** Goes through all of them, in an order that is another one every round, before one comes again. */
export function tipFor(policy: Policy, options: TipOptions): Tip | undefined {
  const kinds = options.kinds?.length ? options.kinds : TIP_KINDS;
  const tips = sectionsFor(policy, options.audience ?? [])
    .filter(({ type }) => kinds.includes(type))
    .flatMap((section) => itemsOf(section).map((item) => ({ item, section })));
  if (!tips.length) return undefined;
  const turn = turnAt(options);
  const round = Math.floor(turn / tips.length);
  return shuffled(tips, round)[turn - round * tips.length];
}

/** Days or weeks since a fixed one, by the calendar that the reader looks at. */
function turnAt({ date, every }: TipOptions): number {
  const day = Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
  return every === 'week' ? Math.floor((day - FIRST_MONDAY) / 7) : day;
}

/** The last of a round is not the first of the next: those two change places. */
function shuffled(tips: readonly Tip[], round: number): readonly Tip[] {
  if (tips.length < 3) return inOrder(tips, 0);
  const [first, second, ...rest] = inOrder(tips, round) as [Tip, Tip, ...Tip[]];
  const before = inOrder(tips, round - 1).at(-1)!;
  return first.item === before.item ? [second, first, ...rest] : [first, second, ...rest];
}

const inOrder = (tips: readonly Tip[], round: number): Tip[] =>
  tips
    .map((tip) => ({ tip, at: hash(`${round} ${tip.item.id}`) }))
    .sort((one, other) => one.at - other.at)
    .map(({ tip }) => tip);

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return value;
}
