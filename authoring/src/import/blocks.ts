/** What every kind of document is read into, before anything is guessed about it. */

/** A piece of text with one look. A line break within it is `\n`. */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
  href?: string;
}

/** What a word processor says of a paragraph beside its text. */
export interface Look {
  /** Font size in points. */
  size?: number;
  /** A line of a contents page. */
  toc?: true;
  /** A bookmark that word processors set on headings. */
  bookmark?: true;
  indented?: true;
  /** The title of the document. */
  title?: true;
  /** A heading by its looks only. */
  seen?: true;
}

export interface ListMark {
  level: number;
  ordered: boolean;
  /** Two lists that follow each other are two, where the document says so. */
  list?: string;
}

export interface Heading {
  kind: 'heading';
  level: number;
  runs: Run[];
  look?: Look;
}
export interface Paragraph {
  kind: 'paragraph';
  runs: Run[];
  look?: Look;
  list?: ListMark;
}
export interface List {
  kind: 'list';
  ordered: boolean;
  items: Block[][];
}
export interface Table {
  kind: 'table';
  /** The first row names the columns. */
  header: boolean;
  rows: Block[][][];
}
export interface Quote {
  kind: 'quote';
  blocks: Block[];
}
export interface Code {
  kind: 'code';
  text: string;
}
export type Block = Heading | Paragraph | List | Table | Quote | Code;

export type LeftReason =
  | 'became-value'
  | 'contents-page'
  | 'settings'
  | 'metadata'
  | 'typed-number'
  | 'label'
  | 'image'
  | 'footnote'
  | 'comment'
  | 'deleted'
  | 'hidden'
  | 'header-or-footer'
  | 'equation'
  | 'embedded'
  | 'diagram'
  | 'markup'
  | 'unsafe-link'
  | 'link-in-title'
  | 'link-to-place'
  | 'duplicate'
  | 'unmatched'
  | 'unplaced';

/** Something of the document that is in no field of the policy, and why. */
export interface Left {
  text: string;
  /** The heading it stood under. */
  where: string;
  reason: LeftReason;
  /** It stands at the top of each page. */
  header?: true;
}

export type NoteCode =
  'tracked-insertions' | 'text-boxes' | 'footnotes' | 'merged-cells' | 'flat-table-cells';

export interface SourceDocument {
  blocks: Block[];
  left: Left[];
  notes: Partial<Record<NoteCode, number>>;
  /** What the file gives apart from its text. */
  title?: string;
  summary?: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** The words of a text: runs of letters and digits. */
export const wordsOf = (text: string): string[] =>
  text.toLowerCase().normalize('NFC').match(WORD) ?? [];

export const plain = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** All text of blocks, for counting and for recognising. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => blockText(block)).join('\n');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.map(textOf).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(textOf).join('\n')).join('\n');
    case 'quote':
      return textOf(block.blocks);
    case 'code':
      return block.text;
    default:
      return plain(block.runs);
  }
}

const LOOKS = ['bold', 'italic', 'strike', 'code', 'href'] as const;
const alike = (a: Run, b: Run): boolean => LOOKS.every((look) => a[look] === b[look]);

/** Collapses blanks, takes out what no reader sees, and joins what looks the same. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs) {
    const text = run.text
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
      .replace(/[ \t\r\f\v]+/g, ' ')
      .replace(/ ?\n ?/g, '\n');
    const last = tidy.at(-1);
    if (!text) continue;
    if (last && alike(last, run)) last.text += text;
    else tidy.push({ ...run, text });
  }
  return trimRuns(tidy.map((run) => ({ ...run, text: run.text.replace(/ +/g, ' ') })));
}

/** Without blanks at the start and the end. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const trimmed = runs.map((run) => ({ ...run }));
  while (trimmed[0] && !(trimmed[0].text = trimmed[0].text.trimStart())) trimmed.shift();
  while (trimmed.at(-1)) {
    const last = trimmed.at(-1)!;
    last.text = last.text.trimEnd();
    if (last.text) break;
    trimmed.pop();
  }
  return trimmed;
}

/** The runs from one place in their joined text to another. */
export function sliceRuns(runs: readonly Run[], from: number, to = Infinity): Run[] {
  const parts: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    if (text) parts.push({ ...run, text });
  }
  return trimRuns(parts);
}

/** Paragraphs that carry a list mark → lists within lists. */
export function nestLists(blocks: readonly Block[]): Block[] {
  const nested: Block[] = [];
  let open: { list: List; mark: ListMark }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || !block.list) {
      const item = open.at(-1)?.list.items.at(-1);
      if (item && block.kind === 'paragraph' && block.look?.indented && !allBold(block.runs)) {
        item.push(block);
        continue;
      }
      open = [];
      nested.push(block);
      continue;
    }
    const { list: mark, ...paragraph } = block;
    while (open.length && shallower(mark, open.at(-1)!.mark)) open.pop();
    const inner = open.at(-1);
    if (inner && inner.mark.level === mark.level && continues(mark, inner.mark)) {
      inner.list.items.push([paragraph]);
      continue;
    }
    if (inner?.mark.level === mark.level) open.pop();
    const list: List = { kind: 'list', ordered: mark.ordered, items: [[paragraph]] };
    const parent = open.at(-1)?.list.items.at(-1);
    (parent ?? nested).push(list);
    open.push({ list, mark });
  }
  return nested;
}

const shallower = (mark: ListMark, other: ListMark) => mark.level < other.level;
const continues = (mark: ListMark, other: ListMark) =>
  mark.ordered === other.ordered && mark.list === other.list;

/** Whether everything that is written is bold. */
export const allBold = (runs: readonly Run[]): boolean =>
  runs.some(({ text }) => text.trim()) && runs.every(({ text, bold }) => bold || !text.trim());
