/** A section → an introduction and the units that may become items. */
import {
  plain,
  sliceRuns,
  textOf,
  wordsOf,
  type Block,
  type Heading,
  type Left,
  type List,
  type Run,
  type Table,
} from './blocks.js';
import { WHY_LEVEL } from './outline.js';
import { hasHeader } from './tables.js';
import { EMAIL, PHONE, WHY_LABEL } from './vocabulary.js';

export interface Unit {
  title: Run[];
  body: Block[];
  why: Block[];
  /** Cells of the row it was. */
  cells?: Block[][];
}
export type Origin = 'headings' | 'rows' | 'items' | 'none';
export interface Split {
  origin: Origin;
  ordered: boolean;
  intro: Block[];
  units: Unit[];
  /** What follows the units, and belongs to all of them. */
  rest: Block[];
  /** Cells of the row that names the columns. */
  head?: Block[][];
  left: Left[];
}

const isUnitHeading = (block: Block): block is Heading =>
  block.kind === 'heading' && block.level < WHY_LEVEL;

export function splitUnits(blocks: readonly Block[]): Split {
  const headings = blocks.filter(isUnitHeading);
  if (headings.length) return byHeadings(blocks, Math.min(...headings.map(({ level }) => level)));
  const table = blocks.find(
    (block): block is Table => block.kind === 'table' && block.rows.length >= 2,
  );
  const list = mainList(blocks);
  if (table) return byRows(blocks, table);
  if (list) return byItems(blocks, list);
  const reachable = byLines(blocks);
  if (reachable) return reachable;
  return { origin: 'none', ordered: false, intro: [...blocks], units: [], rest: [], left: [] };
}

/** Of several lists, the one that says most: a short one before it names where it holds, or for whom. */
function mainList(blocks: readonly Block[]): List | undefined {
  const lists = blocks.filter(
    (block): block is List => block.kind === 'list' && block.items.length >= 2,
  );
  const most = Math.max(...lists.map((list) => wordsOf(textOf([list])).length));
  return lists.find((list) => wordsOf(textOf([list])).length === most);
}

const MOST_TO_REACH = 25;
/** Lines that each name somebody with an address or a number, after an introduction. */
function byLines(blocks: readonly Block[]): Split | undefined {
  const isReachable = (block: Block): boolean =>
    block.kind === 'paragraph' && (EMAIL.test(plain(block.runs)) || PHONE.test(plain(block.runs)));
  const at = blocks.findIndex(isReachable);
  const lines = at < 0 ? [] : blocks.slice(at);
  const short = lines.every((line) => wordsOf(textOf([line])).length <= MOST_TO_REACH);
  if (!lines.length || !short || !lines.every(isReachable)) return undefined;
  const units = lines.map((line) => itemUnit([line]));
  return { origin: 'items', ordered: false, intro: blocks.slice(0, at), units, rest: [], left: [] };
}

function byHeadings(blocks: readonly Block[], level: number): Split {
  const intro: Block[] = [];
  const units: Unit[] = [];
  const left: Left[] = [];
  for (const block of blocks) {
    const unit = units.at(-1);
    if (isUnitHeading(block) && block.level === level) {
      units.push({ title: block.runs, body: [block], why: [] });
      units.at(-1)!.body = [];
    } else (unit?.body ?? intro).push(block);
  }
  for (const unit of units) takeWhy(unit, left);
  return { origin: 'headings', ordered: false, intro, units, rest: [], left };
}

/** What stands after "Toelichting", or begins with it, is the reason. */
function takeWhy(unit: Unit, left: Left[]): void {
  const at = unit.body.findIndex((block) => whyLabel(block) !== undefined);
  if (at < 0) return;
  const [label = unit.body[at]!, ...after] = unit.body.slice(at);
  const text = whyLabel(label) ?? '';
  const runs = label.kind === 'paragraph' ? sliceRuns(label.runs, text.length) : [];
  // Where more follows than a few passages, it is a chapter of its own, and stays in the text.
  unit.why = [...(runs.length ? [{ kind: 'paragraph' as const, runs }] : []), ...after];
  unit.body = unit.body.slice(0, at);
  left.push({ text: text.trim(), where: plain(unit.title), reason: 'label' });
}

function whyLabel(block: Block): string | undefined {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return undefined;
  const text = plain(block.runs);
  const label = WHY_LABEL.exec(text)?.[0];
  if (label === undefined) return undefined;
  if (label.length === text.length) return text;
  return block.kind === 'paragraph' && label.trim().endsWith(':') ? label : undefined;
}

function byItems(blocks: readonly Block[], list: List): Split {
  const at = blocks.indexOf(list);
  const left: Left[] = [];
  const units = list.items.map((item) => {
    const unit = itemUnit(item);
    takeWhy(unit, left);
    return unit;
  });
  const { ordered } = list;
  return {
    origin: 'items',
    ordered,
    intro: blocks.slice(0, at),
    units,
    rest: blocks.slice(at + 1),
    left,
  };
}

/** The first sentence, or what is bold, is the title of an item. */
export function itemUnit(item: readonly Block[]): Unit {
  const [first, ...body] = item;
  if (first?.kind !== 'paragraph') return { title: [], body: [...item], why: [] };
  const lead = leadOf(first.runs);
  const rest = sliceRuns(first.runs, lead);
  return {
    title: sliceRuns(first.runs, 0, lead),
    body: [...(rest.length ? [{ ...first, runs: rest }] : []), ...body],
    why: [],
  };
}

const SENTENCE = /[.!?…](?=\s+[\p{Lu}«“"‘])/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|bv|bijv|o\.a|m\.a\.w|nr|art|ca|enz|etc|p\.ex|ex|cf|vb|resp|mr|mevr|dhr|dr|prof|st|e\.g|i\.e|t\.a\.v)\.$/iu;

/** Where the title of an item ends, in its text. */
export function leadOf(runs: readonly Run[]): number {
  const text = runs.map((run) => run.text).join('');
  let bold = 0;
  for (const run of runs) {
    if (!run.bold && run.text.trim()) break;
    bold += run.text.length;
  }
  if (bold > 0 && bold < text.length && bold <= 160) {
    return bold + (/^\s*[:–—-]\s/.exec(text.slice(bold))?.[0].length ?? 0);
  }
  const line = text.indexOf('\n');
  if (line > 0 && line <= 160) return line;
  for (const end of text.matchAll(SENTENCE)) {
    const at = end.index + 1;
    if (at > 160) break;
    if (at >= 12 && !ABBREVIATION.test(text.slice(0, at))) return at;
  }
  const colon = /^[^:]{3,60}:(?=\s)/.exec(text)?.[0].length;
  return colon ?? text.length;
}

function byRows(blocks: readonly Block[], table: Table): Split {
  const at = blocks.indexOf(table);
  const header = hasHeader(table);
  const rows = header ? table.rows.slice(1) : table.rows;
  const units = rows
    .filter((row) => textOf(row.flat()).trim())
    .map((cells): Unit => ({
      title: titleOfCell(cells[0] ?? []),
      body: cells.slice(1).flat(),
      why: [],
      cells,
    }));
  return {
    origin: 'rows',
    ordered: false,
    intro: blocks.slice(0, at),
    units,
    rest: blocks.slice(at + 1),
    ...(header && table.rows[0] && { head: table.rows[0] }),
    left: [],
  };
}

const titleOfCell = (cell: readonly Block[]): Run[] =>
  cell.flatMap((block, index) => {
    const runs: Run[] =
      block.kind === 'paragraph' || block.kind === 'heading'
        ? block.runs
        : [{ text: textOf([block]) }];
    return index ? [{ text: ' ' }, ...runs] : runs;
  });
