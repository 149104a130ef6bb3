/** Blocks → title, facts about the document, and sections. */
import {
  plain,
  sliceRuns,
  textOf,
  wordsOf,
  type Block,
  type Heading,
  type Left,
  type Run,
  type SourceDocument,
  type Table,
} from './blocks.js';
import { dateIn, factsFrom, isFact, type Facts } from './facts.js';
import { cleanLinks } from './links.js';
import { outline, WHY_LEVEL } from './outline.js';
import { META_LABEL, TYPED_NUMBER } from './vocabulary.js';
import { TITLES } from './vocabulary-titles.js';

export interface SourceSection {
  title: Run[];
  level: number;
  blocks: Block[];
  /** Title of the chapter it stands in. */
  chapter?: Run[];
}
export interface Structure {
  title?: string;
  summary: Block[];
  preamble: Block[];
  /** The cover and the control table. */
  about: Block[];
  sections: SourceSection[];
  facts: Facts;
  left: Left[];
}

export function structureOf(document: SourceDocument): Structure {
  const found = outline(document.blocks);
  const clean = cleanLinks(found.blocks);
  const left = [...document.left, ...found.left, ...clean.left];
  const facts: Facts = {};
  const about: Block[] = [];
  const titled = takeTitle(clean.blocks, document.title, { left, about });
  const { blocks, title = headerTitle(left) } = titled;
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.level < WHY_LEVEL);
  const before = start < 0 ? blocks : blocks.slice(0, start);
  const after = start < 0 ? [] : blocks.slice(start);
  const preamble = takeFacts(before, facts, about);
  const sections = withoutNumbers(intoSections(takeControlTables(after, facts, about)), left);
  const given = document.summary;
  const summary = given ? undefined : summaryOf(preamble);
  return {
    ...(title && { title }),
    summary: given ? [{ kind: 'paragraph', runs: [{ text: given }] }] : summary ? [summary] : [],
    preamble: summary ? preamble.filter((block) => block !== summary) : preamble,
    about,
    sections,
    facts,
    left,
  };
}

/** A document without a title has one at the top of each page, perhaps: it then stands there no more. */
function headerTitle(left: Left[]): string | undefined {
  for (const each of left) {
    const lines = each.header ? each.text.split('\n').map((line) => line.trim()) : [];
    const title = lines.find(isTitleLine);
    if (!title) continue;
    const rest = lines.filter((line) => line !== title).join('\n');
    if (lines.filter((line) => line === title).length > 1) continue;
    left.splice(left.indexOf(each), 1, ...(rest ? [{ ...each, text: rest }] : []));
    return title;
  }
  return undefined;
}

/** Neither a number of a page, nor a fact, nor a sentence. */
const isTitleLine = (line: string): boolean =>
  line.length <= 80 &&
  (line.match(/\p{L}{3,}/gu)?.length ?? 0) >= 2 &&
  !/^(pagina|page|blz|p\.)\b|[.;,:]$|@|https?:/iu.test(line) &&
  !isFact(line);

const isHeading = (block: Block | undefined): block is Heading =>
  block?.kind === 'heading' && block.level < WHY_LEVEL;

/** The title, and lines of a cover under it. */
function takeTitle(
  blocks: readonly Block[],
  given: string | undefined,
  { left, about }: { left: Left[]; about: Block[] },
): { title?: string; blocks: Block[] } {
  const at = titleAt(blocks);
  // A page that has a title of its own begins with headings of the second level.
  const own = given && at !== undefined && blocks[at]?.kind === 'heading' && blocks[at].level > 1;
  if (at === undefined || own) return { ...(given && { title: given }), blocks: [...blocks] };
  const heading = blocks[at] as Heading;
  const title = plain(heading.runs);
  if (given) left.push({ text: given, where: '', reason: 'duplicate' });
  const rest = [...blocks.slice(0, at), ...blocks.slice(at + 1)];
  return { title, blocks: coverLines(rest, at, about) };
}

function titleAt(blocks: readonly Block[]): number | undefined {
  const named = blocks.findIndex((block) => block.kind === 'heading' && block.look?.title);
  if (named >= 0) return named;
  const first = blocks.findIndex((block) => isHeading(block));
  const heading = blocks[first];
  if (!isHeading(heading) || textOf(blocks.slice(0, first)).length > 600) return undefined;
  if (isNumbered({ title: heading.runs })) return undefined;
  const others = blocks.filter(isHeading).filter((each) => each !== heading);
  const beside = others.filter(({ level }) => level <= heading.level);
  const same = beside.length;
  const numbered = beside.filter(({ runs }) => isNumbered({ title: runs })).length;
  // One without a number above those that have one stands over them, however long the cover is.
  if (numbered > same / 2 && !OPENING.test(plain(heading.runs))) return first;
  const below = others.length - same;
  if (same === 0) return below > 0 || blocks.length > 1 ? first : undefined;
  const next = blocks.findIndex(
    (block, index) => index > first && isHeading(block) && block.level <= heading.level,
  );
  const bare = wordsOf(textOf(blocks.slice(first + 1, next))).length <= MOST_ON_COVER;
  return bare || (below >= 3 * same && same <= 2) ? first : undefined;
}

const MOST_ON_COVER = 12;
/** What a text begins with, and no policy is called. */
const OPENING =
  /^(inleiding|intro(ductie|duction)?|voorwoord|woord vooraf|voorstelling|samenvatting|doel|waarom|leeswijzer|avant-propos|préambule|présentation|résumé|objectif|pourquoi|foreword|preface|preamble|summary|purpose|why|context(e)?|situering)(?![\p{L}])/iu;

/** Headings without anything under them, straight after the title: a subtitle, a date, a department. */
function coverLines(blocks: Block[], from: number, about: Block[]): Block[] {
  const kept = blocks.slice(0, from);
  let at = from;
  for (; isHeading(blocks[at]); at++) {
    const line = blocks[at] as Heading;
    const next = blocks[at + 1];
    const empty = isHeading(next) && (next.level <= line.level || Boolean(next.look?.seen));
    if (!empty && !isFact(plain(line.runs))) break;
    about.push({ kind: 'paragraph', runs: line.runs });
  }
  return [...kept, ...blocks.slice(at)];
}

/** Version, date and owner, before the text begins. */
function takeFacts(blocks: readonly Block[], facts: Facts, about: Block[]): Block[] {
  let begun = false;
  return takeControlTables(blocks, facts, about).filter((block) => {
    begun ||= wordsOf(textOf([block])).length > 25;
    if (block.kind !== 'paragraph' || begun) return true;
    const text = plain(block.runs);
    // “Versie 2, vastgesteld door de directie op 3 maart 2026”
    const most = /^v(?:ersion|ersie)?\.?\s*\d/iu.test(text) && dateIn(text) ? 16 : 8;
    const short = wordsOf(text).length <= most && !/[.!?:]$/.test(text);
    if (!short || !isFact(text)) return true;
    factsFrom(text, facts);
    about.push(block);
    return false;
  });
}

function takeControlTables(blocks: readonly Block[], facts: Facts, about: Block[]): Block[] {
  return blocks.filter((block) => {
    if (block.kind !== 'table' || !isControlTable(block)) return true;
    for (const row of block.rows) {
      const cells = row.map((cell) => textOf(cell).trim()).filter(Boolean);
      factsFrom(cells.join(': '), facts);
    }
    about.push(block);
    return false;
  });
}

/** Rows of a label and a short value, most of whose labels are those of a control block. */
function isControlTable({ rows }: Table): boolean {
  const labels = rows.map((row) => textOf(row[0] ?? []).trim());
  const values = rows.flatMap((row) => row.slice(1).map((cell) => textOf(cell)));
  const short = values.every((value) => wordsOf(value).length <= 14);
  const known = labels.filter(
    (label) => META_LABEL.test(label) && wordsOf(label).length <= 5,
  ).length;
  const across = (rows[0] ?? []).filter((cell) => META_LABEL.test(textOf(cell))).length;
  return (
    short &&
    rows.length >= 2 &&
    (known / rows.length >= 0.5 || (across >= 2 && across / (rows[0]?.length ?? 1) >= 0.6))
  );
}

/** A short passage before everything else says what the policy is. */
function summaryOf(preamble: readonly Block[]): Block | undefined {
  const [first] = preamble;
  const words = first ? wordsOf(textOf([first])).length : 0;
  return first?.kind === 'paragraph' && words >= 6 && words <= 60 ? first : undefined;
}

/** Sections begin at the outermost level that has several headings. */
function intoSections(given: readonly Block[]): SourceSection[] {
  const blocks = questionsUnder(given);
  const level = sectionLevel(blocks);
  const sections: SourceSection[] = [];
  for (const block of blocks) {
    // Whatever comes first begins one, or it would belong to none.
    if (isHeading(block) && (block.level <= level || !sections.length)) {
      sections.push({ title: block.runs, level: block.level, blocks: [] });
    } else sections.at(-1)?.blocks.push(block);
  }
  return chaptered(sections);
}

/**
 * “Veelgestelde vragen” with nothing under it, and then questions that look just like it: they stand
 * under it. A question that has a name of its own, like “Bij wie kan ik terecht?”, ends them.
 */
function questionsUnder(blocks: readonly Block[]): Block[] {
  let over: number | undefined;
  return blocks.map((block, index) => {
    if (!isHeading(block)) return block;
    const title = plain(block.runs);
    const next = blocks[index + 1];
    if (IS_FAQ.test(title) && isHeading(next) && next.level === block.level) {
      over = block.level;
      return block;
    }
    const isAsked = block.level === over && /\?[\s»”"]*$/.test(title) && !isNamed(title);
    if (over !== undefined && block.level <= over && !isAsked) over = undefined;
    return isAsked ? { ...block, level: block.level + 1 } : block;
  });
}
const IS_FAQ = TITLES.find(([type]) => type === 'faq')![1];
const isNamed = (title: string): boolean =>
  TITLES.some(([type, pattern]) => NAMED.has(type) && pattern.test(title));
const NAMED = new Set(['contacts', 'faq']);

function sectionLevel(blocks: readonly Block[]): number {
  const counts = new Map<number, number>();
  for (const block of blocks) {
    if (isHeading(block)) counts.set(block.level, (counts.get(block.level) ?? 0) + 1);
  }
  const levels = [...counts.keys()].sort((a, b) => a - b);
  return levels.find((level) => counts.get(level)! >= 2) ?? levels[0] ?? 1;
}

/** A heading with nothing under it but sections one level down is a chapter. */
function chaptered(sections: readonly SourceSection[]): SourceSection[] {
  const kept: SourceSection[] = [];
  let chapter: SourceSection | undefined;
  sections.forEach((section, index) => {
    const next = sections[index + 1];
    const within = next && (next.level > section.level || isLoud(section, next));
    if (!section.blocks.length && within) {
      chapter = section;
      return;
    }
    if (
      chapter &&
      (section.level < chapter.level || (section.level === chapter.level && !isNumbered(section)))
    ) {
      chapter = undefined;
    }
    kept.push(chapter ? { ...section, chapter: chapter.title } : section);
  });
  return kept;
}

/** The page numbers its sections itself: numbers that were typed would stand beside those. */
function withoutNumbers(sections: SourceSection[], left: Left[]): SourceSection[] {
  const marks = new Map<SourceSection, string>();
  let before = 0;
  for (const section of sections) {
    const text = plain(section.title);
    const [mark = '', number = ''] = TYPED_NUMBER.exec(text) ?? [];
    // “10 tips” begins with a number that counts nothing.
    const counts = mark.trim() !== number || number.includes('.') || Number(number) === before + 1;
    if (!mark || !counts) continue;
    before = Number.parseInt(number, 10);
    marks.set(section, text.slice(0, mark.length));
  }
  if (marks.size < 2 || marks.size <= sections.length / 2) return sections;
  const numbers = [...marks.values()].map((mark) => mark.trim());
  left.push({ text: numbers.join(' '), where: '', reason: 'typed-number' });
  return sections.map((section) => {
    const title = sliceRuns(section.title, marks.get(section)?.length ?? 0);
    return title.length ? { ...section, title } : section;
  });
}

/** Capitals, or no number, before a numbered heading of the same level. */
const isLoud = (section: SourceSection, next: SourceSection): boolean =>
  next.level === section.level && !isNumbered(section) && isNumbered(next);
const isNumbered = ({ title }: { title: Run[] }): boolean =>
  /^(§|\d|artikel|article)/i.test(plain(title));

/** A section whose sub-headings are sections in their own right. */
export function splitChapter(section: SourceSection): SourceSection[] {
  const inner = Math.min(...section.blocks.filter(isHeading).map(({ level }) => level), WHY_LEVEL);
  const first = section.blocks.findIndex((block) => isHeading(block) && block.level === inner);
  if (first < 0) return [section];
  const parts: SourceSection[] = [];
  for (const block of section.blocks.slice(first)) {
    if (isHeading(block) && block.level === inner) {
      parts.push({ title: block.runs, level: inner, blocks: [], chapter: section.title });
    } else parts.at(-1)?.blocks.push(block);
  }
  return first > 0 ? [] : parts;
}
