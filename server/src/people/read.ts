import { CsvError, parse, type Info } from 'csv-parse/sync';
import { personKey } from './person-key.js';
import { decodeText, UnreadableTextError } from './text.js';

/** Somebody on the list of HR. A field is `undefined` where the list has no such column. */
export interface ListedPerson {
  id: string;
  name: string;
  email?: string | null;
  language?: string | null;
  audience?: string[];
}

/** What is wrong in the list: where, and what to do about it. */
export interface ListFault {
  /** From 1, as a spreadsheet counts. */
  line: number;
  /** The heading of the column; empty where the whole line is meant. */
  column: string;
  message: string;
}

export interface PeopleList {
  people: ListedPerson[];
  faults: ListFault[];
  /** Headings that mean nothing here; what stands under them is not read. */
  ignored: string[];
}

type Field = 'id' | 'name' | 'email' | 'language' | 'audience';

const headings: Record<Field, readonly string[]> = {
  id: [
    'id',
    'personid',
    'number',
    'employeenumber',
    'employeeid',
    'login',
    'nummer',
    'personeelsnummer',
    'identifiant',
    'matricule',
  ],
  name: ['name', 'fullname', 'naam', 'volledigenaam', 'nom', 'nomcomplet'],
  email: [
    'email',
    'mail',
    'emailadres',
    'mailadres',
    'emailaddress',
    'adresseemail',
    'adressemail',
    'adresseelectronique',
    'courriel',
    'mél',
    'mel',
  ],
  language: ['language', 'lang', 'taal', 'langue'],
  audience: ['audience', 'audiences', 'doelgroep', 'doelgroepen', 'public', 'publics'],
};

const separators = [';', ',', '\t'] as const;

/** A line as it was read, with the number of its first line in the file. */
interface Line {
  cells: string[];
  number: number;
}

const known = new Map(
  Object.entries(headings).flatMap(([field, names]) => names.map((name) => [name, field as Field])),
);

const fieldOf = (heading: string): Field | undefined =>
  known.get(
    heading
      .normalize('NFD')
      .replace(/[\p{M}\p{DI}\s_.\-\u2010-\u2015'’]/gu, '')
      .toLowerCase(),
  );

// What Excel writes and reads above the headings: it says which separator follows.
const announced = /^\uFEFF?"?sep=(.)"?[^\S\r\n]*\r?(?:\n|$)/i;

function separatorOf(text: string): string {
  const [, said] = announced.exec(text) ?? [];
  if (said !== undefined) return said;
  const first = /[^\r\n]*/.exec(text.trimStart())![0];
  const count = (separator: string): number => first.split(separator).length;
  return [...separators].sort((one, other) => count(other) - count(one))[0]!;
}

const csvFaults: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened here and never closed. Close it, or remove it.',
  CSV_INVALID_CLOSING_QUOTE:
    'Something follows a closing quotation mark. Double the marks inside a quoted cell ("").',
  INVALID_OPENING_QUOTE:
    'A quotation mark stands inside a cell. Put the whole cell in quotation marks, and double it.',
};

function readLines(text: string): { lines: Line[]; fault?: ListFault } {
  const lines: Line[] = [];
  const skipped = announced.test(text) ? 1 : 0;
  let last = 0;
  const onRecord = ({ record, info }: { record: string[]; info: Info }): null => {
    const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    last = info.lines;
    if (record.some((cell) => cell !== ''))
      lines.push({ cells: record, number: last - inside + skipped });
    return null;
  };
  const above = announced.exec(text)?.[0];
  try {
    parse(above === undefined ? text : text.slice(above.length), {
      ...{ bom: true, delimiter: separatorOf(text), relax_column_count: true, trim: true },
      ...{ info: true, skip_empty_lines: true },
      on_record: onRecord as never,
    });
    return { lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line =
      (error.code === 'CSV_QUOTE_NOT_CLOSED' ? last + 1 : Number(error['lines'])) + skipped;
    return { lines, fault: { line, column: '', message: csvFaults[error.code] ?? error.message } };
  }
}

interface Columns {
  at: Map<Field, number>;
  names: string[];
  ignored: string[];
}

function readHeadings(first: Line | undefined, faults: ListFault[]): Columns {
  const names = first?.cells ?? [];
  const at = new Map<Field, number>();
  const ignored: string[] = [];
  names.forEach((name, index) => {
    const field = fieldOf(name);
    if (field === undefined) ignored.push(name);
    else if (!at.has(field)) at.set(field, index);
    else faults.push({ line: first!.number, column: name, message: 'Twice the same column.' });
  });
  for (const field of ['id', 'name'] as const) {
    if (at.has(field)) continue;
    const message =
      `There is no column "${field}". The first line must name the columns: ` +
      'id;name;e-mail;language;audience (the last three as you need them).';
    faults.push({ line: first?.number ?? 1, column: field, message });
  }
  return { at, names, ignored };
}

// PostgreSQL keeps no NUL, and nobody's name has a line break or a control character.
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\p{Cs}]/u;

type Reader = (cell: string) => string | undefined;

/** What is wrong with a cell; nothing where it is right. */
const checks: Record<Field, Reader> = {
  id: (cell) => (cell === '' ? 'Everybody needs an id: the one they sign in with.' : undefined),
  name: (cell) => (cell === '' ? 'Everybody needs a name.' : undefined),
  email: (cell) =>
    cell === '' ||
    (cell.length <= 254 && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@.]+$/.test(cell))
      ? undefined
      : `"${cell}" is not a valid e-mail address. Correct it, or leave the cell empty.`,
  language: (cell) =>
    cell === '' || /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(cell)
      ? undefined
      : `"${cell}" is not a language. Use nl, fr or en, or leave the cell empty.`,
  audience: (cell) => {
    const wrong = audiencesIn(cell).find((id) => !/^[a-z0-9-]{1,100}$/.test(id));
    return wrong === undefined
      ? undefined
      : `"${wrong}" is not a valid audience. Use the ids of the policy (small letters, digits, hyphens), with spaces between them.`;
  },
};

const audiencesIn = (cell: string): string[] => [
  ...new Set(cell.split(/[\s,;|]+/).filter((id) => id !== '')),
];

function readPerson(line: Line, { at, names }: Columns, faults: ListFault[]): ListedPerson {
  const cell = (field: Field): string => line.cells[at.get(field) ?? -1] ?? '';
  for (const [field, index] of at) {
    const value = cell(field);
    const message = unprintable.test(value)
      ? 'There is a line break or an invisible character in it. Type it again.'
      : value.length > 500
        ? 'Longer than 500 characters. Is a separator or a quotation mark missing?'
        : checks[field](value);
    if (message !== undefined) faults.push({ line: line.number, column: names[index]!, message });
  }
  return {
    id: cell('id').replace(/\p{DI}/gu, ''),
    name: cell('name'),
    ...(at.has('email') && { email: cell('email') || null }),
    ...(at.has('language') && { language: cell('language').toLowerCase() || null }),
    ...(at.has('audience') && { audience: audiencesIn(cell('audience')) }),
  };
}

/** Reads a list of people as HR systems and spreadsheets write it. Nothing throws: see `faults`. */
export function readPeople(bytes: Uint8Array): PeopleList {
  const faults: ListFault[] = [];
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableTextError)) throw error;
    const { line, message } = error;
    return { people: [], faults: [{ line, column: '', message }], ignored: [] };
  }
  const { lines, fault } = readLines(text);
  if (fault) faults.push(fault);
  const columns = readHeadings(lines[0], faults);
  if (!columns.at.has('id') || !columns.at.has('name')) {
    return { people: [], faults, ignored: columns.ignored };
  }
  if (lines.length < 2 && !fault) {
    faults.push({ line: 2, column: '', message: 'There is nobody in the list.' });
  }
  const people: ListedPerson[] = [];
  const firstLines = new Map<string, number>();
  for (const line of lines.slice(1)) {
    if (line.cells.length > columns.names.length) {
      const message = `${line.cells.length} cells under ${columns.names.length} headings. Put a cell that holds the separator in quotation marks.`;
      faults.push({ line: line.number, column: '', message });
      continue;
    }
    const person = readPerson(line, columns, faults);
    const key = personKey(person.id);
    const before = firstLines.get(key);
    if (person.id !== '' && before !== undefined) {
      const message = `"${person.id}" stands on line ${before} as well. Keep one of them.`;
      faults.push({ line: line.number, column: columns.names[columns.at.get('id')!]!, message });
    }
    firstLines.set(key, before ?? line.number);
    people.push(person);
  }
  return { people, faults, ignored: columns.ignored };
}
