/** Markdown cut into what a translation service sees, sentence by sentence, and what it never does. */

/** Letters that stay as they are, or the number of a segment. */
export type Part = string | number;

export interface Segmented {
  parts: readonly Part[];
  segments: readonly string[];
}

const FENCE = /^(?:`{3,}|~{3,})/;
const PREFIX = /^[ \t]*(?:(?:[-*+] (?:\[[ xX]\] )?|\d{1,9}[.)] |#{1,6} |>)[ \t]*)*/;
/** A line that has no words to translate: a rule, an underline, the target of a link. */
const WORDLESS = /^[ \t>]*(?:=+|-{2,}|(?:[-*_][ \t]*){3,}|)[ \t]*$|^ {0,3}\[[^\]]+\]:\s/;
const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const LINE_END = /(?: {2,}|\\)$/;

/** Each line by itself: a plain text knows no marks. */
export function segmentPlain(text: string): Segmented {
  const parts: Part[] = [];
  const segments: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (index) parts.push('\n');
    addSegment(parts, segments, line);
  }
  return { parts, segments };
}

/** A paragraph that goes on over several lines is one segment, and comes back as one line. */
export function segmentMarkdown(markdown: string): Segmented {
  const lines = markdown.split('\n');
  const tables = tableLines(lines);
  const parts: Part[] = [];
  const segments: string[] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const prefix = PREFIX.exec(line)![0];
    const [fenced] = FENCE.exec(line.slice(prefix.length)) ?? [];
    const goesOn =
      isOpen && !prefix.trim() && !fenced && !tables.has(index) && !WORDLESS.test(line);
    if (index && !goesOn) parts.push('\n');
    isOpen = false;
    if (fence !== undefined || fenced) {
      parts.push(line);
      if (fence === undefined) fence = fenced;
      else if (fenced && fenced.startsWith(fence) && line.trim().endsWith(fenced)) {
        fence = undefined;
      }
    } else if (tables.has(index)) {
      addCells(parts, segments, line);
    } else if (WORDLESS.test(line)) {
      parts.push(line);
    } else {
      const [end = ''] = LINE_END.exec(line) ?? [];
      const words = line.slice(prefix.length, line.length - end.length);
      if (goesOn) segments[segments.length - 1] += ` ${words}`;
      else {
        parts.push(prefix);
        addSegment(parts, segments, words);
      }
      isOpen = end === '' && parts.at(-1) === segments.length - 1;
      parts.push(end);
      if (isOpen) parts.pop();
    }
  }
  return { parts: parts.filter((part) => part !== ''), segments };
}

function addSegment(parts: Part[], segments: string[], words: string): void {
  if (!/\p{L}/u.test(words)) {
    parts.push(words);
    return;
  }
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words)!;
  parts.push(before, segments.length);
  segments.push(inner);
  if (after) parts.push(after);
}

/** Lines of tables, but for the one that holds no words. */
function tableLines(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (index === 0 || !line.includes('-') || !DELIMITERS.test(line)) continue;
    if (!lines[index - 1]!.includes('|')) continue;
    found.add(index - 1);
    found.add(index);
    for (let row = index + 1; lines[row]?.includes('|'); row += 1) found.add(row);
  }
  return found;
}

function addCells(parts: Part[], segments: string[], line: string): void {
  if (DELIMITERS.test(line)) {
    parts.push(line);
    return;
  }
  for (const piece of line.split(/((?<!\\)\|)/)) {
    if (piece === '|') parts.push(piece);
    else addSegment(parts, segments, piece);
  }
}
