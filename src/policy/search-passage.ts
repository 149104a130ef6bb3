import { tokensOf, type Token } from './search-words.js';

/** Places in a text: `[start, end)`, in order. */
export type Marks = readonly (readonly [start: number, end: number])[];

const LENGTH = 140;
const BEFORE = 45;

/** Where a sentence begins, or another text. */
const SENTENCE = /(?:[.!?…]["”»)]*|\u00b7|;)\s+(?:\u00b7\s+)?/g;

/** What a passage is to show. */
export interface Wanted {
  /** Words that were looked for, and those that ask for the same. */
  isMeant: (word: string) => boolean;
  /** Of these the ones that are marked: as they were typed. */
  isSaid: (word: string) => boolean;
  /** It begins where the text does. */
  fromStart: boolean;
}

const START = { from: 0, isWhole: true };

/**
 * The part of a text in which most of what was looked for stands: from the beginning of a sentence,
 * where one is near enough, else cut at a word.
 */
export function passageOf(
  text: string,
  { isMeant, isSaid, fromStart }: Wanted,
): { passage: string; marks: Marks } {
  const tokens = [...tokensOf(text)];
  const found = tokens.filter(({ words }) => words.some(isMeant));
  const said = found.filter(({ words }) => words.some(isSaid));
  const { from, isWhole } = fromStart ? START : startOf(text, tokens, said.length ? said : found);
  const last = tokens.findLast(({ end }) => end <= from + LENGTH);
  const to = text.length <= from + LENGTH ? text.length : Math.max(last?.end ?? 0, from);
  const [before, after] = [isWhole ? '' : '…', to < text.length ? '…' : ''];
  const marks = said
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }) => [start - from + before.length, end - from + before.length] as const);
  return { passage: before + text.slice(from, to) + after, marks };
}

/** Where the passage begins: at, or else somewhat before, the densest place. */
function startOf(
  text: string,
  tokens: readonly Token[],
  found: readonly Token[],
): { from: number; isWhole: boolean } {
  let best = { start: 0, count: 0 };
  for (const { start } of found) {
    const count = found.filter(
      (each) => each.start >= start && each.end <= start + LENGTH - BEFORE,
    );
    if (count.length > best.count) best = { start, count: count.length };
  }
  const sentences = [
    0,
    ...[...text.matchAll(SENTENCE)].map(({ 0: end, index }) => index + end.length),
  ];
  const sentence =
    sentences.find((each) => each <= best.start && best.start - each <= BEFORE) ??
    sentences.findLast((each) => each <= best.start)!;
  if (best.start - sentence <= BEFORE * 2) return { from: sentence, isWhole: true };
  const from = tokens.find(({ start }) => start >= best.start - BEFORE)?.start ?? 0;
  return { from, isWhole: false };
}
