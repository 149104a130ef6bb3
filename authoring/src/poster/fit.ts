/** What fits on the page, reckoned in millimetres of an A4: first the words go, then the lines. */
import type { PosterContent, PosterLine } from './content.js';

export type Room = 'airy' | 'full' | 'tight';

/** Letter size of a title and a text, the gap between items, and letters of the head. */
const SIZES: Readonly<
  Record<Room, { title: number; body: number; gap: number; h1: number; question: number }>
> = {
  airy: { title: 6.2, body: 4.9, gap: 7, h1: 14.5, question: 7.6 },
  full: { title: 5.2, body: 4.3, gap: 5, h1: 14.5, question: 7.6 },
  tight: { title: 5.2, body: 4.3, gap: 3.6, h1: 11.5, question: 6 },
};
const PAGE = { height: 297, width: 178, column: 73 };
const FOOTER = 92;

// Wide letters, so that another font of the system still fits.
const linesOf = (text: string, width: number, size: number): number =>
  text ? Math.ceil(text.length / (width / (size * 0.6))) : 0;

function headHeight({ title, questions }: PosterContent, room: Room): number {
  const { h1, question } = SIZES[room];
  const asked = questions.reduce((sum, each) => sum + linesOf(each, PAGE.width, question), 0);
  const think = questions.length ? 16 : 0;
  return 37 + linesOf(title, PAGE.width, h1) * h1 * 1.05 + think + asked * question * 1.28;
}

function listHeight(lines: readonly PosterLine[], room: Room): number {
  const { title, body, gap } = SIZES[room];
  return lines.reduce(
    (sum, each) =>
      sum +
      gap +
      linesOf(each.title, PAGE.column, title) * title * 1.24 +
      linesOf(each.body, PAGE.column, body) * body * 1.36 +
      (each.body ? 1 : 0),
    26,
  );
}

const fits = (content: PosterContent, room: Room): boolean => {
  const { dos, donts, rules } = content;
  const tallest = Math.max(
    ...[dos, donts].map((lines) => listHeight(lines, room)),
    // Rules run on in two columns.
    rules.length ? 26 + (listHeight(rules, room) - 26) / 2 + 14 : 0,
  );
  return headHeight(content, room) + tallest + FOOTER <= PAGE.height;
};

const map = (
  content: PosterContent,
  change: (lines: PosterLine[]) => PosterLine[],
): PosterContent => ({
  ...content,
  dos: change(content.dos),
  donts: change(content.donts),
  rules: change(content.rules),
});

/** The most that fits, in the largest letters. */
export function fitted(content: PosterContent): { content: PosterContent; room: Room } {
  const bare = map(content, (lines) => lines.map(({ title }) => ({ title, body: '' })));
  const tries: [PosterContent, Room][] = [
    [content, 'airy'],
    [content, 'full'],
    [bare, 'airy'],
    [content, 'tight'],
    [bare, 'full'],
    [bare, 'tight'],
  ];
  const found = tries.find(([each, room]) => fits(each, room));
  if (found) return { content: found[0], room: found[1] };
  let fewer = { ...bare, questions: bare.questions.slice(0, 2) };
  while (
    !fits(fewer, 'tight') &&
    Math.max(fewer.dos.length, fewer.donts.length, fewer.rules.length) > 1
  ) {
    fewer = map(fewer, (lines) => lines.slice(0, Math.max(1, lines.length - 1)));
  }
  return { content: fewer, room: 'tight' };
}
