/** Rows and lines that name a person to ask, or a profile on a network. */
import type { Contact } from 'policy-elements';
import { plain, textOf, wordsOf, type Block, type Run } from './blocks.js';
import type { FieldWriter, Fields } from './field-writer.js';
import { linkAddress } from './links.js';
import { placeholder } from './placeholders.js';
import type { Unit } from './units.js';
import { EMAIL, HANDLE, NETWORK, PHONE, URL_TEXT } from './vocabulary.js';

/** The pieces a unit is made of: its cells, or what stands between commas and line breaks. */
function piecesOf(unit: Unit): string[] {
  const texts = unit.cells
    ? unit.cells.map((cell) => textOf(cell))
    : [plain(unit.title), textOf([...unit.body, ...unit.why])];
  return texts
    .flatMap((text) => (unit.cells ? [text] : text.split(/\n|[,;|](?=\s)|\s[–—-]\s/)))
    .map((text) => text.trim())
    .filter((text) => wordsOf(text).length);
}

function takeOut(pieces: string[], pattern: RegExp): string | undefined {
  for (const [index, piece] of pieces.entries()) {
    const found = pattern.exec(piece)?.[0];
    if (found === undefined) continue;
    pieces[index] = piece.replace(found, ' ');
    return found;
  }
  return undefined;
}

const LABEL =
  /^(?:e-?mail(?:adres)?|mail|courriel|tel(?:efoon)?|tél(?:éphone)?|phone|gsm|adresse)\s*\.?\s*:?$/iu;

/** Somebody with an address or a number; nobody where there is neither. */
export function contactFrom(writer: FieldWriter, unit: Unit): Contact | undefined {
  const pieces = piecesOf(unit);
  const email = takeOut(pieces, EMAIL);
  const phone = takeOut(pieces, PHONE);
  if (!email && !phone) return undefined;
  const rest = pieces
    .map((piece) => piece.replace(/^[\s:()|]+|[\s:()|]+$/g, ''))
    .filter((piece) => wordsOf(piece).length);
  for (const label of rest.filter((piece) => LABEL.test(piece))) writer.leave('label', label);
  const [first, second, ...topics] = rest.filter((piece) => !LABEL.test(piece));
  // “Communicatie: An Peeters”: what stands before the colon is what the person does.
  const swaps = !unit.cells && second !== undefined && /:$/.test(plain(unit.title));
  const [name, role] = swaps ? [second, first] : [first, second];
  if (!name || rest.join(' ').length > 300) return undefined;
  const text = (value: string) => ({ [writer.lang]: writer.value(value) });
  return {
    id: writer.ids.take(name, 'contact'),
    name: text(name),
    role: role ? text(role) : { [writer.lang]: placeholder('role', writer.lang) },
    ...(email && { email: writer.value(email) }),
    ...(phone && { phone: writer.value(phone.trim()) }),
    ...(topics.length && { topics: text(topics.join(', ')) }),
  };
}

const runsOf = (blocks: readonly Block[]): Run[] =>
  blocks.flatMap((block): Run[] => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return block.runs;
    return block.kind === 'list' ? block.items.flatMap(runsOf) : [];
  });

/** The address a unit leads to: of a link, or typed. */
export function addressOf(unit: Unit): string | undefined {
  const runs = [
    ...unit.title,
    ...(unit.cells ? runsOf(unit.cells.flat()) : runsOf([...unit.body, ...unit.why])),
  ];
  const linked = runs.find(({ href }) => href && /^https?:/.test(href))?.href;
  if (linked) return linked;
  const typed = URL_TEXT.exec(runs.map(({ text }) => text).join(' '))?.[0];
  const link = typed ? linkAddress(typed.replace(/[.,;)]+$/, '')) : undefined;
  return link && 'href' in link ? link.href : undefined;
}

/** A profile: a network, an address, and what it is called. */
export function profileFrom(writer: FieldWriter, unit: Unit): Fields | undefined {
  const url = addressOf(unit);
  const pieces = piecesOf(unit);
  const network = pieces.map((piece) => NETWORK.exec(piece)?.[0]).find(Boolean);
  if (!url || !network) return undefined;
  const typed = takeOut(pieces, URL_TEXT);
  const handle = takeOut(pieces, HANDLE);
  // The name of the network alone in a cell says nothing more than that.
  const alone = pieces.findIndex((piece) => piece.trim().toLowerCase() === network.toLowerCase());
  const others = pieces.filter((piece, index) => index !== alone && wordsOf(piece).length);
  const platform = network.toLowerCase();
  const [name, ...purpose] = others.map((piece) =>
    piece.replace(/^[\s:()|–—-]+|[\s:()|–—-]+$/g, ''),
  );
  if (alone >= 0) {
    if (name) writer.leave('became-value', network);
    else writer.value(network);
  }
  if (typed) writer.leave('became-value', typed);
  return {
    id: writer.ids.take(`${platform} ${name ?? ''}`, 'profile'),
    platform,
    name: { [writer.lang]: name ? writer.value(name) : network },
    url,
    ...(handle && { handle: writer.value(handle) }),
    ...(purpose.length && { purpose: { [writer.lang]: writer.value(purpose.join(', ')) } }),
  };
}
