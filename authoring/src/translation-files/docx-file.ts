/** A Word file with the source beside the translation, for a bureau or a lawyer. */
import {
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { Policy } from 'policy-elements';
import { ImportError } from '../import/import-error.js';
import { readXml } from '../import/xml.js';
import { isZip, Zip } from '../import/zip.js';
import { readReference } from './csv.js';
import { TranslationFileError, type TranslationFile } from './file.js';
import { cutMarkdown } from './markup.js';
import { readStateWord, stateWord } from './state-words.js';
import { sourceLanguage, translationUnits, type TranslationUnit } from './units.js';

const GREY = '7A7A7A';
const REGIONS: Readonly<Record<string, string>> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  en: 'en-GB',
  de: 'de-DE',
};
const COLUMNS = [1500, 4100, 4100, 938];

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'color' | 'size' | 'language'>;

/** Marks stay as they are typed, in grey; what is between them has their look. */
function runs(text: string, markdown: boolean, lang: string): TextRun[] {
  const language = { value: REGIONS[lang] ?? lang };
  const open: string[] = [];
  const pieces = markdown ? cutMarkdown(text) : [{ kind: 'text' as const, text }];
  return pieces.map((piece) => {
    if (piece.kind === 'open') open.push(piece.type);
    if (piece.kind === 'close') open.pop();
    const look: Look =
      piece.kind === 'text'
        ? { bold: open.includes('bold'), italics: open.includes('italic'), language }
        : { color: GREY, language: { value: 'zxx' } };
    return new TextRun({ ...look, text: piece.kind === 'text' ? piece.text : piece.raw });
  });
}

/** Each line is a paragraph, so that Enter makes the next one. */
const lines = (text: string, markdown: boolean, lang: string): Paragraph[] =>
  text.split('\n').map((line) => new Paragraph({ children: runs(line, markdown, lang) }));

const cell = (children: Paragraph[], column: number): TableCell =>
  new TableCell({ children, width: { size: COLUMNS[column]!, type: WidthType.DXA } });
const small = (text: string): Paragraph =>
  new Paragraph({
    children: [new TextRun({ text, size: 12, color: GREY, language: { value: 'zxx' } })],
  });
const strong = (text: string): Paragraph =>
  new Paragraph({ children: [new TextRun({ text, bold: true })] });

const head = (from: string, to: string): TableRow =>
  new TableRow({
    tableHeader: true,
    children: ['reference', from, to, 'state'].map((name, index) => cell([strong(name)], index)),
  });

const row = (unit: TranslationUnit, from: string, to: string): TableRow => {
  const markdown = unit.kind === 'markdown';
  return new TableRow({
    children: [
      cell([small(`${unit.id}.${unit.field}.${unit.key}`)], 0),
      cell(lines(unit.source, markdown, from), 1),
      cell(lines(unit.target, markdown, to), 2),
      cell([small(stateWord(unit.state, to))], 3),
    ],
  });
};

function table(rows: readonly TableRow[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
  const edges = { top: line, bottom: line, left: line, right: line };
  return new Table({
    rows,
    columnWidths: COLUMNS,
    layout: TableLayoutType.FIXED,
    width: { size: COLUMNS.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    borders: { ...edges, insideHorizontal: line, insideVertical: line },
  });
}

/** All texts of a policy beside their translations, for one language. */
export async function toWord(policy: Policy, to: string): Promise<Uint8Array> {
  const from = sourceLanguage(policy);
  const rows = translationUnits(policy, to).map((unit) => row(unit, from, to));
  const margin = { top: 800, bottom: 800, left: 620, right: 620 };
  const document = new Document({
    creator: '',
    title: `${policy.id} ${policy.version} ${from} ${to}`,
    styles: { default: { document: { run: { font: 'Calibri', size: 21 } } } },
    sections: [{ properties: { page: { margin } }, children: [table([head(from, to), ...rows])] }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Reads a file that came back; tracked changes count as accepted. */
export function readWord(bytes: Uint8Array): TranslationFile {
  if (!isZip(bytes)) throw new TranslationFileError('unreadable');
  const rows = tableRows(bytes);
  const at = rows.findIndex(([first = '']) => first.trim().toLowerCase() === 'reference');
  const [, from = '', to = ''] = rows[at] ?? [];
  if (at < 0 || !to.trim()) throw new TranslationFileError('no-columns');
  const entries = rows
    .slice(at + 1)
    .flatMap(([reference = '', source = '', target = '', state = '']) => {
      const name = readReference(reference);
      const known = readStateWord(state);
      return name.key ? [{ ...name, source, target, ...(known && { state: known }) }] : [];
    });
  return { kind: 'docx', from: from.trim(), to: to.trim(), entries };
}

/** The texts of the cells, a line a paragraph. */
function tableRows(bytes: Uint8Array): string[][] {
  const xml = new Zip(bytes).text('word/document.xml');
  if (xml === undefined) throw new ImportError('damaged');
  const rows: string[][] = [];
  let paragraphs: string[] | undefined;
  let deleted = 0;
  let inText = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'w:tr') rows.push([]);
      else if (name === 'w:tc') paragraphs = [];
      else if (name === 'w:p') paragraphs?.push('');
      else if (name === 'w:del' || name === 'w:moveFrom') deleted++;
      else if (name === 'w:t') inText = true;
      else if (paragraphs?.length && (name === 'w:br' || name === 'w:cr')) {
        paragraphs[paragraphs.length - 1] += attributes['w:type'] ? '' : '\n';
      } else if (paragraphs?.length && name === 'w:noBreakHyphen') {
        paragraphs[paragraphs.length - 1] += '\u2011';
      }
    },
    text: (text) => {
      if (inText && !deleted && paragraphs?.length) paragraphs[paragraphs.length - 1] += text;
    },
    close: (name) => {
      if (name === 'w:t') inText = false;
      else if (name === 'w:del' || name === 'w:moveFrom') deleted--;
      else if (name === 'w:tc') {
        rows.at(-1)?.push((paragraphs ?? []).join('\n'));
        paragraphs = undefined;
      }
    },
  });
  return rows;
}
