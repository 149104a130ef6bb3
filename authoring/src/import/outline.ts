/** Finds headings, lists and the contents page where only their looks tell. */
import {
  allBold,
  nestLists,
  plain,
  sliceRuns,
  type Block,
  type Heading,
  type Left,
  type List,
  type Paragraph,
  type Run,
} from './blocks.js';
import { hasHeader } from './tables.js';
import {
  BARE_NUMBER,
  CONTENTS,
  NUMBER_WORD,
  RANKS,
  TYPED_NUMBER,
  WHY_LABEL,
} from './vocabulary.js';

const BULLET = /^([•◦▪‣·●○■□➢➤✓✔*–—-]|o(?= ))\s+(?=\S)/u;
const ENUMERATED = /^\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)/u;
const MOST = { letters: 120, words: 16 };
/** Headings that say why: they never begin anything. */
export const WHY_LEVEL = 9;

export interface Outline {
  blocks: Block[];
  left: Left[];
  /** Whether headings were headings in the document. */
  styled: boolean;
}

export function outline(source: readonly Block[]): Outline {
  const left: Left[] = [];
  const withoutContents = dropContents(source.flatMap(unwrapLayout), left);
  const listed = typedLists(withoutContents, left);
  const styled = listed.filter(({ kind }) => kind === 'heading').length >= 2;
  const seen = seenHeadings(listed, styled);
  return { blocks: ranked(merged(linkLines(seen))), left, styled };
}

/** A table of one column is a frame around text. */
function unwrapLayout(block: Block): Block[] {
  if (block.kind !== 'table') return [block];
  const columns = block.rows.map((row) => row.filter((cell) => cell.length).length);
  const single =
    block.rows.every((row) => row.length <= 1) || (block.rows.length === 1 && columns[0]! <= 1);
  return single
    ? block.rows.flat(2).flatMap(unwrapLayout)
    : [hasHeader(block) ? { ...block, header: true } : block];
}

const LEADER = /(\.{4,}|…{2,}|\t)\s*\d{1,3}$/;

function dropContents(blocks: readonly Block[], left: Left[]): Block[] {
  const lines: string[] = [];
  const kept = blocks.filter((block, index) => {
    const next = blocks[index + 1];
    const drop =
      isContentsLine(block) ||
      (isLine(block) &&
        CONTENTS.test(plain(block.runs)) &&
        next !== undefined &&
        isContentsLine(next));
    if (drop) lines.push(isLine(block) ? plain(block.runs) : listText(block as List));
    return !drop;
  });
  if (lines.length) left.push({ text: lines.join('\n'), where: '', reason: 'contents-page' });
  return kept;
}

const isLine = (block: Block): block is Paragraph | Heading =>
  block.kind === 'paragraph' || block.kind === 'heading';
const linksInside = (runs: readonly Run[]): boolean =>
  runs.every(({ href, text }) => href?.startsWith('#') || !/[\p{L}\p{N}]/u.test(text));

function isContentsLine(block: Block): boolean {
  if (isLine(block)) {
    return Boolean(block.look?.toc) || LEADER.test(plain(block.runs)) || linksToToc(block.runs);
  }
  return block.kind === 'list' && block.items.length >= 3 && block.items.every(isContentsItem);
}
const linksToToc = (runs: readonly Run[]): boolean =>
  runs.some(({ href }) => href?.startsWith('#_Toc')) && linksInside(runs);
const isContentsItem = (item: readonly Block[]): boolean =>
  item.every((block) =>
    block.kind === 'list'
      ? block.items.every(isContentsItem)
      : isLine(block) && linksInside(block.runs),
  );
const listText = (list: List): string =>
  list.items
    .map((item) =>
      item
        .map((block) =>
          block.kind === 'list' ? listText(block) : isLine(block) ? plain(block.runs) : '',
        )
        .join('\n'),
    )
    .join('\n');

/** Lines that begin with a typed bullet or number, and follow each other, are a list. */
function typedLists(blocks: readonly Block[], left: Left[]): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    const run = typedRun(blocks, at);
    if (run.length >= 2) {
      found.push(...nestLists(run.map(({ paragraph }) => paragraph)));
      const marks = run.map(({ mark }) => mark).join(' ');
      if (/[\p{L}\p{N}]/u.test(marks))
        left.push({ text: marks, where: '', reason: 'typed-number' });
      at += run.length;
    } else {
      found.push(blocks[at]!);
      at++;
    }
  }
  return found;
}

function typedRun(
  blocks: readonly Block[],
  from: number,
): { paragraph: Paragraph; mark: string }[] {
  const run: { paragraph: Paragraph; mark: string }[] = [];
  let style: RegExp | undefined;
  for (const block of blocks.slice(from)) {
    if (block.kind !== 'paragraph' || block.list || allBold(block.runs)) break;
    const text = plain(block.runs);
    style ??= BULLET.test(text) ? BULLET : ENUMERATED.test(text) ? ENUMERATED : undefined;
    const [mark = '', order = ''] = style?.exec(text) ?? [];
    if (!mark || (style === ENUMERATED && position(order) !== run.length + 1)) break;
    // Markdown numbers with digits only; "under b" has to be found again.
    const lettered = /[a-z]/.test(order);
    const list = { level: 0, ordered: style === ENUMERATED && !lettered, list: 'typed' };
    const runs = lettered ? block.runs : sliceRuns(block.runs, mark.length);
    run.push({ paragraph: { ...block, runs, list }, mark: lettered ? '' : mark.trim() });
  }
  return run;
}

const position = (order: string): number =>
  /\d/.test(order) ? Number(order) : order.charCodeAt(0) - 96;

/** Lines that look like headings, in a document that has none, or between those it has. */
function seenHeadings(blocks: readonly Block[], styled: boolean): Block[] {
  const body = bodySize(blocks);
  const candidates = new Set<Block>();
  blocks.forEach((block, index) => {
    if (block.kind === 'paragraph' && looksLikeHeading(block, blocks[index + 1], body)) {
      candidates.add(block);
    }
  });
  const levels = lookLevels(candidates);
  let current = 0;
  return blocks.map((block) => {
    if (block.kind === 'heading') current = block.level;
    if (block.kind !== 'paragraph' || !candidates.has(block)) return block;
    const level = styled ? Math.min(8, current + 1) : (levels.get(lookOf(block)) ?? 1);
    const runs = block.runs.map(({ bold: _bold, ...run }) => run);
    return { kind: 'heading', level, runs, look: { ...block.look, seen: true } };
  });
}

/** The size that most of the text has. */
function bodySize(blocks: readonly Block[]): number {
  const sizes = new Map<number, number>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || !block.look?.size) continue;
    sizes.set(block.look.size, (sizes.get(block.look.size) ?? 0) + plain(block.runs).length);
  }
  return [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

const isCapitals = (text: string): boolean =>
  /\p{Lu}{4,}/u.test(text) && text === text.toUpperCase();

function looksLikeHeading(block: Paragraph, next: Block | undefined, body: number): boolean {
  const text = plain(block.runs);
  if (block.list || !next || text.length > MOST.letters) return false;
  if (text.split(/\s+/).length > MOST.words || !/\p{L}{2}/u.test(text)) return false;
  if (block.runs.some(({ text: each }) => each.includes('\n')) || /[.;,]$/.test(text)) return false;
  if (/:$/.test(text)) return false;
  const large = body > 0 && (block.look?.size ?? 0) >= body * 1.15;
  const numbered = NUMBER_WORD.test(text) || (TYPED_NUMBER.test(text) && !sameNumbering(next));
  return (
    allBold(block.runs) || isCapitals(text) || large || Boolean(block.look?.bookmark) || numbered
  );
}

/** Numbered lines that follow each other are a list, not headings. */
const sameNumbering = (next: Block): boolean =>
  next.kind === 'paragraph' && TYPED_NUMBER.test(plain(next.runs));

const lookOf = (block: Paragraph): string => {
  const text = plain(block.runs);
  const number = TYPED_NUMBER.exec(text)?.[1];
  const size = String(1000 - (block.look?.size ?? 0)).padStart(7, '0');
  // Where some are numbered, those that are not stand under them.
  const order = isCapitals(text) ? 0 : number ? 1 : NUMBER_WORD.test(text) ? 1 : 2;
  return `${size}|${order}|${number?.split('.').length ?? 1}`;
};

/** Larger before smaller, capitals before others, 1 before 1.1. */
function lookLevels(candidates: ReadonlySet<Block>): Map<string, number> {
  const looks = [...new Set([...candidates].map((block) => lookOf(block as Paragraph)))].sort();
  return new Map(looks.map((look, index) => [look, Math.min(6, index + 1)]));
}

/** A heading that is a link, with nothing under it, is a link. */
const linkLines = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, index) => {
    const alone = blocks[index + 1]?.kind === 'heading' || index === blocks.length - 1;
    const linked =
      block.kind === 'heading' && block.runs.every(({ href, text }) => href || !text.trim());
    return linked && alone && index > 0 ? { kind: 'paragraph', runs: block.runs } : block;
  });

/** "§ 1" or "2.1" and the title as two headings are one. */
function merged(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'heading' && last?.kind === 'heading' && isBare(last) && !isBare(block)) {
      if (!WHY_LABEL.test(plain(block.runs))) {
        joined[joined.length - 1] = {
          ...last,
          level: Math.min(last.level, block.level),
          runs: [...last.runs, { text: ' ' }, ...block.runs],
        };
        continue;
      }
    }
    joined.push(block);
  }
  return joined;
}

function isBare(heading: Heading): boolean {
  const text = plain(heading.runs).replace(/\s+/g, ' ');
  return BARE_NUMBER.test(text) || (NUMBER_WORD.exec(text)?.[0].length ?? -1) === text.length;
}

/** The depth that a number says: articles under paragraphs under chapters, 1.1 under 1. */
function ranked(blocks: readonly Block[]): Block[] {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading');
  const ranks = [...new Set(headings.map(rankOf).filter((rank) => rank !== undefined))].sort();
  const top = Math.min(
    ...headings.filter((heading) => depthOf(heading)).map(({ level }) => level),
    9,
  );
  let current = 1;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    if (WHY_LABEL.exec(plain(block.runs))?.[0].length === plain(block.runs).length) {
      return { ...block, level: WHY_LEVEL };
    }
    const rank = rankOf(block);
    const depth = depthOf(block);
    let level = block.level;
    if (rank !== undefined && ranks.length > 1) level = block.level + ranks.indexOf(rank);
    else if (depth) level = Math.max(block.level, top + depth - 1);
    else if (block.level > current + 1) level = current + 1;
    current = level;
    return { ...block, level: Math.min(8, level) };
  });
}

/** How far out the word before its number stands, e.g. 5 for an article. */
export function rankOf(heading: Heading): number | undefined {
  const word = NUMBER_WORD.exec(plain(heading.runs))?.[1]?.toLowerCase();
  return word === undefined ? undefined : RANKS[word];
}

const depthOf = (heading: Heading): number | undefined =>
  /^(\d{1,2}(?:\.\d{1,2})*)[.)]?(?=\s|$)/.exec(plain(heading.runs))?.[1]?.split('.').length;
