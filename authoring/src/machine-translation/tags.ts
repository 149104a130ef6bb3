/**
 * A segment with numbered tags in the place of its marks, as translation services take it:
 * `<g id="1">` around words that are bold or a link, `<x id="2"></x>` for code, a reference or an
 * address. Every other letter is text.
 */
import { cutMarkdown, type Piece } from '../translation-files/markup.js';

/** What stands for each number: the letters before and after, or those of a mark. */
type Marks = readonly (readonly [before: string, after: string] | string)[];

export interface Tagged {
  text: string;
  marks: Marks;
}

/** What a service must not touch within a text: `\*`, `[[…]]`, the end of `[a][b]`, addresses, accounts, entities. */
const OPAQUE =
  /(\\[!-/:-@[-`{-~]|\[\[[\s\S]*?\]\]|\]\[[^\][]*\]|(?:https?:\/\/|www\.)[^\s<>()[\]]+[^\s<>()[\].,;:!?]|[^\s@<>()[\],;:]+@[^\s@<>()[\],;:]+\.\p{L}{2,}|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]|&(?:#\d+|#x[\da-f]+|\w+);)/iu;

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00A0' },
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(String(hex), 16);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export function withTags(segment: string, kind: 'plain' | 'markdown'): Tagged {
  const pieces: Piece[] =
    kind === 'markdown' ? cutMarkdown(segment) : [{ kind: 'text', text: segment }];
  const marks: Marks[number][] = [];
  const pairs = new Map<number, number>();
  let text = '';
  const mark = (raw: string): void => {
    marks.push(raw);
    text += `<x id="${marks.length}"></x>`;
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      for (const [index, part] of piece.text.split(OPAQUE).entries()) {
        if (index % 2) mark(part);
        else text += escaped(part);
      }
    } else if (piece.kind === 'mark') mark(piece.raw);
    else if (piece.kind === 'open') {
      marks.push([piece.raw, '']);
      pairs.set(piece.pair, marks.length);
      text += `<g id="${marks.length}">`;
    } else {
      const number = pairs.get(piece.pair)!;
      marks[number - 1] = [marks[number - 1]![0], piece.raw];
      text += '</g>';
    }
  }
  return { text, marks };
}

const TAG = /<(\/?)([gx])(?:\s+id=["']?(\d+)["']?)?\s*(\/?)>/g;

/** The segment as it came back, with its marks; nothing where a tag is lost, doubled or crossed. */
export function withoutTags(translated: string, { marks }: Tagged): string | undefined {
  const seen = new Set<number>();
  const open: number[] = [];
  let written = '';
  let at = 0;
  for (const found of translated.matchAll(TAG)) {
    const [whole, closes, name, id = '', empty] = found;
    written += unescaped(translated.slice(at, found.index));
    at = found.index + whole.length;
    if (name === 'x' && closes) continue;
    const number = closes ? open.pop() : Number(id);
    const mark = marks[(number ?? 0) - 1];
    if (number === undefined || mark === undefined) return undefined;
    const isPair = typeof mark !== 'string';
    if (isPair !== (name === 'g') || (isPair && empty)) return undefined;
    if (closes) {
      written = closed(written, mark[1]);
      continue;
    }
    if (seen.has(number)) return undefined;
    seen.add(number);
    if (isPair) open.push(number);
    written += isPair ? mark[0] : mark;
    // Spaces just within bold words would make them no longer bold.
    if (isPair) {
      const [space = ''] = /^\s+/.exec(translated.slice(at)) ?? [];
      written = written.slice(0, -mark[0].length) + space + mark[0];
      at += space.length;
    }
  }
  written += unescaped(translated.slice(at));
  if (open.length || seen.size !== marks.length) return undefined;
  return written.replace(/[ \t\r\n]+/g, ' ').trim();
}

function closed(written: string, mark: string): string {
  const [space = ''] = /\s+$/.exec(written) ?? [];
  return written.slice(0, written.length - space.length) + mark + space;
}
