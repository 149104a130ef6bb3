/** Blocks → Markdown that says the same, and nothing by accident. */
import { plain, trimRuns, type Block, type List, type Run, type Table } from './blocks.js';

const escapeInline = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|]/g, (mark) => `\\${mark}`)
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/!(?=\\\[)/g, '\\!')
    // Addresses become links of themselves, with an escape in them of something else.
    .replace(/(?:https?:\/\/|www\.)\S+/g, (address) => address.replace(/\\([_~*])/g, '$1'));

// What would begin a heading, a list, a quote, a rule or a table.
const escapeStart = (line: string): string =>
  line
    .replace(/^(\s*)([#+=-])(?=\s|$|[#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?: {4,}|\t)/, '');

const WORDLIKE = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

/** Emphasis opens only where it stands free: beside letters and punctuation it would stay a star. */
function emphasised(run: Run, inner: string, before: string, after: string): string {
  const marks = `${run.bold ? '**' : ''}${run.italic ? '*' : ''}${run.strike ? '~~' : ''}`;
  if (!marks) return inner;
  const first = run.text[0] ?? '';
  const last = run.text.at(-1) ?? '';
  const opens = WORDLIKE.test(first) || !before || SPACE.test(before);
  const closes = WORDLIKE.test(last) || !after || SPACE.test(after);
  const clash = /[*~]$/.test(before) || /^[*~]/.test(after);
  if (!opens || !closes || clash || inner.includes('\n\n')) return inner;
  const back = `${run.strike ? '~~' : ''}${run.italic ? '*' : ''}${run.bold ? '**' : ''}`;
  return `${marks}${inner}${back}`;
}

const linked = (text: string, href: string): string =>
  `[${text}](${/[\s()<>\\]/.test(href) ? `<${encodeURI(decoded(href)).replace(/[<>]/g, '')}>` : href})`;

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function codeSpan(text: string): string {
  const fence = '`'.repeat(
    1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)),
  );
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text.replace(/\n/g, ' ')}${pad}${fence}`;
}

/** Runs with one link are one link, whatever their looks. */
function grouped(runs: readonly Run[]): { href?: string; runs: Run[] }[] {
  const groups: { href?: string; runs: Run[] }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last && last.href === run.href) last.runs.push(run);
    else groups.push({ ...(run.href !== undefined && { href: run.href }), runs: [run] });
  }
  return groups;
}

/** Blanks stand outside the marks. */
function splitBlanks(run: Run): Run[] {
  const [, start = '', text = '', end = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
  const { bold: _bold, italic: _italic, strike: _strike, code: _code, ...bare } = run;
  return [
    { ...bare, text: start },
    { ...run, text },
    { ...bare, text: end },
  ].filter((part) => part.text);
}

function runsWithin(runs: readonly Run[]): string {
  const parts = runs.flatMap(splitBlanks);
  let written = '';
  parts.forEach((run, index) => {
    const inner = run.code ? codeSpan(run.text) : escapeInline(run.text);
    written += emphasised(run, inner, written.at(-1) ?? '', parts[index + 1]?.text[0] ?? '');
  });
  return written;
}

/** Inline Markdown; a line break stays one. */
export function inlineMarkdown(runs: readonly Run[]): string {
  const text = grouped(trimRuns(runs))
    .map(({ href, runs: inner }) => {
      const written = runsWithin(inner);
      if (!href || !plain(inner)) return written;
      const [, start = '', label = '', end = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(written) ?? [];
      return `${start}${linked(label.replace(/\n+/g, ' '), href)}${end}`;
    })
    .join('');
  return text
    .split('\n')
    .map((line) => escapeStart(line.trimEnd()))
    .filter((line, index, all) => line || (index > 0 && index < all.length - 1))
    .join('\\\n')
    .replace(/(\\\n){2,}/g, '\n\n');
}

const indent = (text: string, by: number): string =>
  text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`);

function listMarkdown({ ordered, items }: List, headings: number, other = false): string {
  const loose = items.some((item) => item.filter(({ kind }) => kind !== 'list').length > 1);
  return items
    .map((item, index) => {
      const mark = ordered ? `${index + 1}${other ? ')' : '.'} ` : other ? '* ' : '- ';
      const parts = item.map((block) => blockMarkdown(block, headings)).filter(Boolean);
      return `${mark}${indent(parts.join(loose ? '\n\n' : '\n'), mark.length)}`;
    })
    .join(loose ? '\n\n' : '\n');
}

/** A cell holds one line: paragraphs and items follow each other. */
export const cellMarkdown = (blocks: readonly Block[]): string =>
  blocks.map(flatMarkdown).filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();

function flatMarkdown(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => `• ${cellMarkdown(item)}`).join(' ');
    case 'table':
      return block.rows.map((row) => row.map(cellMarkdown).join(' ')).join(' ');
    case 'quote':
      return cellMarkdown(block.blocks);
    case 'code':
      return codeSpan(block.text.replace(/\|/g, '¦'));
    default:
      return inlineMarkdown(block.runs).replace(/\\\n|\n/g, ' ');
  }
}

function tableMarkdown({ rows, header }: Table): string {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells: string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head, ...body] = header ? rows : [[], ...rows];
  return [
    line((head ?? []).map(cellMarkdown)),
    line(Array.from({ length: width }, () => '---')),
    ...body.map((row) => line(row.map(cellMarkdown))),
  ].join('\n');
}

function codeMarkdown(text: string): string {
  const fence = '`'.repeat(
    Math.max(3, ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1)),
  );
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function blockMarkdown(block: Block, headings: number): string {
  switch (block.kind) {
    case 'heading': {
      const text = inlineMarkdown(block.runs).replace(/\\\n|\n+/g, ' ');
      return text ? `${'#'.repeat(Math.min(6, Math.max(3, block.level + headings)))} ${text}` : '';
    }
    case 'list':
      return listMarkdown(block, headings);
    case 'table':
      return block.rows.length ? tableMarkdown(block) : '';
    case 'quote':
      return toMarkdown(block.blocks, headings).replace(/^/gm, '> ').replace(/^> $/gm, '>');
    case 'code':
      return codeMarkdown(block.text);
    default:
      return inlineMarkdown(block.runs);
  }
}

/** Markdown of blocks; their headings go down by so many levels, and never above the third. */
export function toMarkdown(blocks: readonly Block[], headings = 0): string {
  const written: string[] = [];
  let before: { ordered: boolean; other: boolean } | undefined;
  for (const block of blocks) {
    // Two lists of one kind in a row would be one, but for another mark.
    const other = block.kind === 'list' && before?.ordered === block.ordered && !before.other;
    const text =
      block.kind === 'list' ? listMarkdown(block, headings, other) : blockMarkdown(block, headings);
    if (!text) continue;
    written.push(text);
    before = block.kind === 'list' ? { ordered: block.ordered, other } : undefined;
  }
  return written.join('\n\n');
}
