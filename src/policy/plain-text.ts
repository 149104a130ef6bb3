/** The line under the head of a table. */
const RULED = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/gm;
const ROW = /^[ \t]*\|([^\n]*)$/gm;

const ITEM = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?([^\n]*)$/gm;

/** In one line, what stands below each other is told apart. */
const ended = (item: string): string => (/[.,:;!?…]\s*$/.test(item) ? item : `${item};`);

const cellsOf = (row: string): string =>
  row
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(', ');

/** Markdown as a reader sees it, near enough for a passage or a comparison: without its marks. */
export const toPlainText = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(RULED, '')
    .replace(ROW, (_, row: string) => `${cellsOf(row)};`)
    .replace(ITEM, (_, item: string) => ended(item))
    .replace(/^[ \t]*[>#]+[ \t]*/gm, '')
    .replace(/[*_`~|]+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[;\s]+$/, '')
    .trim();
