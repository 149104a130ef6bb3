/** Where the words of a document went. */
import { marked } from 'marked';

export const wordsOf = (text) =>
  text
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const MARKDOWN = new Set(
  'summary intro body description benefits risks condition why consequence example steps reply help answer explanation statement'.split(
    ' ',
  ),
);
const PLAIN = new Set(
  'title name label role question purpose topics by tags handle email phone'.split(' '),
);

const decode = (html) =>
  html
    .replace(/<[^>]*>/g, (tag) => (/^<(br|\/p|\/li|\/td|\/th|\/h\d|\/pre)/.test(tag) ? ' ' : ''))
    .replace(
      /&(lt|gt|quot|amp|#39);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" })[name],
    );
/** Markdown as it is read, by the parser that shows it. */
export const rendered = (markdown) => decode(marked.parse(markdown, { gfm: true }));

/** Every text of a policy, as it is read. */
export function textsOf(value, key = '') {
  if (typeof value === 'string') {
    if (MARKDOWN.has(key)) return [rendered(value)];
    return PLAIN.has(key) ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    textsOf(each, /^\d+$|^[a-z]{2}$/.test(name) ? key : name),
  );
}

/** Words of `one` that are not in `other`, counting each as often as it stands. */
export function missing(one, other) {
  const counts = new Map();
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1);
  return one.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
}
