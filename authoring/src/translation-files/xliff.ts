/** XLIFF 1.2: what translation bureaus and their tools read and write. */
import type { Policy, TranslationState } from 'policy-elements';
import { readXml } from '../import/xml.js';
import type { TranslationFile, FileEntry } from './file.js';
import { cutMarkdown, type Piece } from './markup.js';
import { sourceLanguage, translationUnits, type TranslationUnit } from './units.js';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';

// What XML may not hold at all.
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;
const escapeText = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');
const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

const STATES: Readonly<Record<TranslationState, string>> = {
  missing: 'state="needs-translation"',
  stale: 'state="needs-review-translation"',
  machine: 'state="needs-review-translation" state-qualifier="mt-suggestion"',
  current: 'state="translated"',
};

/** Marks of a text by number; those of a translation take the number of the same in its source. */
function inline(text: string, markdown: boolean, source?: readonly Piece[]): string {
  const pieces: Piece[] = markdown ? cutMarkdown(text) : [{ kind: 'text', text }];
  const number = numbering(pieces, source);
  return pieces
    .map((piece, index) => {
      if (piece.kind === 'text') return escapeText(piece.text);
      if (piece.kind === 'close') return '</g>';
      const id = number.get(index);
      if (piece.kind === 'mark') {
        return `<x id="${id}" ctype="${piece.type}" equiv-text="${escapeAttribute(piece.raw)}"/>`;
      }
      const end = pieces.find((each) => each.kind === 'close' && each.pair === piece.pair);
      const raw = `${piece.raw}…${end?.kind === 'close' ? end.raw : ''}`;
      return `<g id="${id}" ctype="${piece.type}" equiv-text="${escapeAttribute(raw)}">`;
    })
    .join('');
}

const signature = (pieces: readonly Piece[], index: number): string => {
  const piece = pieces[index]!;
  if (piece.kind === 'text' || piece.kind === 'close') return '';
  const end =
    piece.kind === 'open'
      ? pieces.find((each) => each.kind === 'close' && each.pair === piece.pair)
      : undefined;
  return `${piece.kind} ${piece.raw} ${end?.kind === 'close' ? end.raw : ''}`;
};

function numbering(pieces: readonly Piece[], source?: readonly Piece[]): Map<number, number> {
  const numbers = new Map<number, number>();
  const free = new Map<string, number[]>();
  let next = 1;
  source?.forEach((piece, index) => {
    if (piece.kind !== 'mark' && piece.kind !== 'open') return;
    const key = signature(source, index);
    free.set(key, [...(free.get(key) ?? []), next++]);
  });
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'mark' && piece.kind !== 'open') return;
    numbers.set(index, free.get(signature(pieces, index))?.shift() ?? next++);
  });
  return numbers;
}

function unitXml({ id, field, kind, key, source, target, state }: TranslationUnit): string {
  const markdown = kind === 'markdown';
  const pieces = markdown ? cutMarkdown(source) : [];
  const translated = target ? inline(target, markdown, pieces) : '';
  return `      <trans-unit id="${escapeAttribute(`${id}.${field}.${key}`)}" resname="${escapeAttribute(`${id}.${field}`)}" xml:space="preserve"${state === 'current' ? ' approved="yes"' : ''}>
        <source>${inline(source, markdown)}</source>
        <target ${STATES[state]}>${translated}</target>
      </trans-unit>
`;
}

/** All texts of a policy with their translations, for one language. */
export function toXliff(policy: Policy, to: string): string {
  const units = translationUnits(policy, to);
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="${NAMESPACE}">
  <file original="${escapeAttribute(policy.id)}" source-language="${sourceLanguage(policy)}" target-language="${to}" datatype="plaintext">
    <header><note>Version ${escapeText(policy.version)}</note></header>
    <body>
${units.map(unitXml).join('')}    </body>
  </file>
</xliff>
`;
}

interface Reading {
  file: TranslationFile;
  entry: FileEntry | undefined;
  into: 'source' | 'target' | undefined;
  text: string;
  /** Raw ends of the `g` that are open. */
  ends: string[];
  /** What stands in the file but not in the text: alternatives, notes. */
  skip: number;
}

/** Reads a file that came back. Marks are taken from the file itself, by their numbers. */
export function readXliff(xml: string): TranslationFile {
  const file: TranslationFile = { kind: 'xliff', to: '', entries: [] };
  const reading: Reading = { file, entry: undefined, into: undefined, text: '', ends: [], skip: 0 };
  const marks = new Map<string, string>();
  readXml(xml, {
    open: (name, attributes) => open(reading, name.replace(/^\w+:/, ''), attributes, marks),
    text: (text) => {
      if (reading.into && !reading.skip) reading.text += text;
    },
    close: (name) => endElement(reading, name.replace(/^\w+:/, '')),
  });
  return file;
}

type Attributes = Readonly<Record<string, string>>;

function open(
  reading: Reading,
  name: string,
  attributes: Attributes,
  marks: Map<string, string>,
): void {
  if (reading.skip || name === 'alt-trans' || name === 'note') reading.skip++;
  else if (name === 'file') {
    reading.file.to = attributes['target-language'] ?? '';
    reading.file.from = attributes['source-language'] ?? '';
    reading.file.policy = attributes['original'] ?? '';
  } else if (name === 'trans-unit') {
    marks.clear();
    reading.entry = entryOf(attributes);
  } else if (name === 'source' || name === 'target') {
    reading.into = name;
    reading.text = '';
    if (name === 'target' && reading.entry) Object.assign(reading.entry, stateFrom(attributes));
  } else if (reading.into) inlineMark(reading, name, attributes, marks);
}

/** The number of a mark says which it is, also where a tool has dropped the rest. */
function inlineMark(
  reading: Reading,
  name: string,
  attributes: Attributes,
  marks: Map<string, string>,
): void {
  const key = `${name} ${attributes['id']}`;
  const raw = attributes['equiv-text'] ?? marks.get(key) ?? '';
  if (reading.into === 'source') marks.set(key, raw);
  if (name === 'x') reading.text += marks.get(key) ?? raw;
  else if (name === 'g') {
    const [start = '', ...end] = (marks.get(key) ?? raw).split('…');
    reading.text += start;
    reading.ends.push(end.join('…'));
  } else if (name === 'mrk') reading.ends.push('');
}

function endElement(reading: Reading, name: string): void {
  const { entry } = reading;
  if (reading.skip) reading.skip--;
  else if (name === 'g' || name === 'mrk') reading.text += reading.ends.pop() ?? '';
  else if (name === 'source' || name === 'target') {
    if (entry) entry[name] = reading.text;
    reading.into = undefined;
  } else if (name === 'trans-unit' && entry) {
    reading.file.entries.push(entry);
    reading.entry = undefined;
  }
}

function entryOf(attributes: Attributes): FileEntry {
  const [, name = '', key = ''] = /^(.*)\.([0-9a-f]{16})$/.exec(attributes['id'] ?? '') ?? [];
  const dot = name.indexOf('.');
  return { id: name.slice(0, dot), field: name.slice(dot + 1), key, source: '', target: '' };
}

function stateFrom(attributes: Attributes): Pick<FileEntry, 'state'> {
  const state = attributes['state'] ?? '';
  const machine = /mt-suggestion|leveraged-mt/.test(attributes['state-qualifier'] ?? '');
  if (/^needs-(translation|l10n)$|^new$/.test(state)) return { state: 'missing' };
  if (/^needs-/.test(state)) return { state: machine ? 'machine' : 'review' };
  return { state: 'done' };
}
