/** Markdown cut into text and marks, so that a translator moves marks and never types them. */
export type Piece =
  | { kind: 'text'; text: string }
  /** A mark by itself: code, a picture, a bullet. */
  | { kind: 'mark'; raw: string; type: string }
  | { kind: 'open'; raw: string; type: string; pair: number }
  | { kind: 'close'; raw: string; pair: number };

const LINE_START = /(?:(?<=^|\n)[ \t]*(?:[-*+] (?:\[[ xX]\] )?|\d{1,9}[.)] |#{1,6} |> ?)+)/;
const TOKENS = new RegExp(
  [
    '(?<escape>\\\\[\\s\\S])',
    '(?<code>`+)(?<inside>[\\s\\S]*?[^`])\\k<code>(?!`)',
    '(?<image>!\\[[^\\]]*\\]\\([^)\\s]*(?:\\s+"[^"]*")?\\))',
    '(?<reference>\\[\\]\\([^)\\s]*\\))',
    '(?<auto><(?:https?:|mailto:|tel:)[^>\\s]*>)',
    `(?<start>${LINE_START.source})`,
    '(?<link>\\[)(?=[^\\]\\[]*\\]\\((?:<[^>]*>|[^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)(?:\\s+"[^"]*")?\\))',
    '(?<end>\\]\\((?:<[^>]*>|[^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)(?:\\s+"[^"]*")?\\))',
    '(?<strong>\\*\\*|__)',
    '(?<strike>~~)',
    '(?<emphasis>(?<![\\p{L}\\p{N}])_(?=\\S)|(?<=\\S)_(?![\\p{L}\\p{N}])|\\*)',
  ].join('|'),
  'gu',
);

const TYPES: Readonly<Record<string, string>> = {
  strong: 'bold',
  emphasis: 'italic',
  strike: 'x-strike',
  link: 'link',
};

/** Cuts a text up; put together again by `joinPieces` it is the same, byte by byte. */
export function cutMarkdown(markdown: string): Piece[] {
  const pieces: Piece[] = [];
  const open: { at: number; raw: string; type: string }[] = [];
  let at = 0;
  let pair = 0;
  const addText = (text: string) => {
    const last = pieces.at(-1);
    if (!text) return;
    if (last?.kind === 'text') last.text += text;
    else pieces.push({ kind: 'text', text });
  };
  for (const found of markdown.matchAll(TOKENS)) {
    addText(markdown.slice(at, found.index));
    const [raw] = found;
    at = found.index + raw.length;
    const groups = found.groups ?? {};
    const single = markType(groups);
    const type = Object.keys(TYPES).find((name) => groups[name] !== undefined);
    if (groups['escape'] !== undefined) addText(raw);
    else if (single) pieces.push({ kind: 'mark', raw, type: single });
    else {
      const closes = groups['end'] !== undefined ? 'link' : TYPES[type ?? ''];
      const partner = lastOpen(open, closes, groups['end'] === undefined ? raw : '[');
      if (partner && closes) close(pieces, open, partner, raw, ++pair);
      else if (type) {
        open.push({ at: pieces.length, raw, type: TYPES[type]! });
        pieces.push({ kind: 'text', text: raw });
        pieces.push({ kind: 'text', text: '' });
      } else addText(raw);
    }
  }
  addText(markdown.slice(at));
  return pieces.filter((piece) => piece.kind !== 'text' || piece.text).reduce(joinTexts, []);
}

function markType(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  if (groups['code'] !== undefined) return 'x-code';
  if (groups['image'] !== undefined) return 'image';
  if (groups['reference'] !== undefined) return 'x-reference';
  if (groups['auto'] !== undefined) return 'x-address';
  return groups['start'] !== undefined ? 'x-line-start' : undefined;
}

interface Open {
  at: number;
  raw: string;
  type: string;
}
const lastOpen = (open: readonly Open[], type: string | undefined, raw: string): Open | undefined =>
  open.findLast((each) => each.type === type && each.raw === raw);

/** A pair closes what was opened within it and never closed: that stays text. */
function close(pieces: Piece[], open: Open[], partner: Open, raw: string, pair: number): void {
  const between = pieces.slice(partner.at + 1);
  if (!between.some((piece) => piece.kind !== 'text' || piece.text)) {
    pieces.push({ kind: 'text', text: raw });
    return;
  }
  pieces[partner.at] = { kind: 'open', raw: partner.raw, type: partner.type, pair };
  open.splice(open.indexOf(partner));
  pieces.push({ kind: 'close', raw, pair });
}

function joinTexts(all: Piece[], piece: Piece): Piece[] {
  const last = all.at(-1);
  if (piece.kind === 'text' && last?.kind === 'text') last.text += piece.text;
  else all.push(piece);
  return all;
}

export const joinPieces = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.raw)).join('');
