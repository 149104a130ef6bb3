/** Markdown as a reader sees it, near enough for a passage or a comparison: without its marks. */
export const toPlainText = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:[-*+>#]+|\d+[.)]|\|)[ \t]*/gm, '')
    .replace(/[*_`~|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
