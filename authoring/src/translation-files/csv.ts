/**
 * CSV for Excel of Belgium and the Netherlands: semicolons, a byte order mark, CRLF. No `sep=` line:
 * with one, Excel forgets the mark and shows é as Ã©; without, it takes the semicolon from the
 * country's settings.
 */
import type { Policy } from 'policy-elements';
import { TranslationFileError, type FileEntry, type TranslationFile } from './file.js';
import { readStateWord, stateWord } from './state-words.js';
import { sourceLanguage, translationUnits } from './units.js';

const BOM = '\uFEFF';
// A spreadsheet would take these for a formula.
const FORMULA = /^'*[=+\-@\t\r]/;
const guard = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const unguard = (text: string): string => (/^''*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

const cell = (text: string): string =>
  /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;

/** All texts of a policy with their translations, for one language. */
export function toCsv(policy: Policy, to: string): string {
  const from = sourceLanguage(policy);
  const head = ['reference', from, to, 'state'];
  const rows = translationUnits(policy, to).map(({ id, field, key, source, target, state }) => [
    `${id}.${field}.${key}`,
    source,
    target,
    stateWord(state, to),
  ]);
  return (
    BOM +
    [head, ...rows].map((row) => `${row.map((each) => cell(guard(each))).join(';')}\r\n`).join('')
  );
}

/** Reads a file that came back, also with commas or tabs, as other spreadsheets save it. */
export function readCsv(text: string): TranslationFile {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=(.)\r?\n/i, '');
  const first = plain.slice(0, plain.search(/[\r\n]|$/));
  const separator = [';', '\t', ','].find((each) => first.split(each).length >= 3);
  if (!separator) throw new TranslationFileError('no-columns');
  const [head = [], ...rows] = parseRows(plain, separator);
  const [reference, from, to] = head.map((name) => name.trim().toLowerCase());
  if (reference !== 'reference' || !from || !to) throw new TranslationFileError('no-columns');
  const entries = rows
    .filter((row) => row.some((each) => each.trim()))
    .map((row) => entryOf(row.map(unguard)));
  return { kind: 'csv', from: head[1]!.trim(), to: head[2]!.trim(), entries };
}

/** `<id>.<field>.<digest of the source>` */
export function readReference(reference: string): Pick<FileEntry, 'id' | 'field' | 'key'> {
  const [, name = reference.trim(), key = ''] =
    /^(.*)\.([0-9a-f]{16})$/.exec(reference.trim()) ?? [];
  const dot = name.indexOf('.');
  return { id: name.slice(0, dot), field: name.slice(dot + 1), key };
}

function entryOf([reference = '', source = '', target = '', state = '']: string[]): FileEntry {
  const known = readStateWord(state);
  return { ...readReference(reference), source, target, ...(known && { state: known }) };
}

function parseRows(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const end = () => {
    rows.at(-1)!.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && field === '') quoted = true;
    else if (letter === separator) end();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at++;
      end();
      rows.push([]);
    } else field += letter;
  }
  end();
  return rows.filter((row) => row.length > 1 || row[0]);
}
