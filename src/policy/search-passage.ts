import { tokensOf, type Token } from './search-words.js';

/** Places in a text: `[start, end)`, in order. */
export type Marks = readonly (readonly [start: number, end: number])[];

const LENGTH = 140;
const BEFORE = 45;

/** The part of a text in which most of what was looked for stands, cut at words. */
export function passageOf(
  text: string,
  isFound: (word: string) => boolean,
): { passage: string; marks: Marks } {
  const tokens = [...tokensOf(text)];
  const found = tokens.filter(({ words }) => words.some(isFound));
  const from = startOf(tokens, found);
  const last = tokens.findLast(({ end }) => end <= from + LENGTH);
  const to = text.length <= from + LENGTH ? text.length : Math.max(last?.end ?? 0, from);
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const marks = found
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }) => [start - from + before.length, end - from + before.length] as const);
  return { passage: before + text.slice(from, to) + after, marks };
}

/** Where the passage begins: somewhat before the densest place. */
function startOf(tokens: readonly Token[], found: readonly Token[]): number {
  let best = { start: 0, count: 0 };
  for (const { start } of found) {
    const count = found.filter(
      (each) => each.start >= start && each.end <= start + LENGTH - BEFORE,
    );
    if (count.length > best.count) best = { start, count: count.length };
  }
  if (best.start <= BEFORE) return 0;
  return tokens.find(({ start }) => start >= best.start - BEFORE)?.start ?? 0;
}
