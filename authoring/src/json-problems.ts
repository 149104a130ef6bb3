/** Why a text is no JSON, as people who write it by hand get it wrong. */
import { printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

export type SourceCode =
  | 'bad-escape'
  | 'bad-number'
  | 'bad-word'
  | 'bracket-extra'
  | 'bracket-missing'
  | 'bracket-wrong'
  | 'colon-missing'
  | 'comma-extra'
  | 'comma-missing'
  | 'comment'
  | 'control-character'
  | 'curly-quotes'
  | 'duplicate-key'
  | 'empty-file'
  | 'invisible-character'
  | 'line-break-in-text'
  | 'no-json'
  | 'other-file'
  | 'quote-missing'
  | 'quote-unescaped'
  | 'single-quotes'
  | 'text-after-end'
  | 'too-deep'
  | 'unquoted-key'
  | 'value-missing';

export interface SourceProblem {
  code: SourceCode;
  /** In the text, in UTF-16 units. */
  offset: number;
  params?: Readonly<Record<string, string>>;
  /** What is meant is clear all the same. */
  harmless?: boolean;
  pointer?: string;
  /** What it leads to in another place: where the bracket was opened. */
  related?: number;
}

const CURLY = /[“”„‟«»″＂]/;
const CURLY_SINGLE = /[‘’‚‛]/;
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200d\u2028-\u202f\u2060\u3000\ufeff]/;
const WORD = /^[\p{L}\p{N}_$-]+/u;
const WORDS: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  ja: 'true',
  oui: 'true',
  waar: 'true',
  vrai: 'true',
  false: 'false',
  no: 'false',
  nee: 'false',
  non: 'false',
  onwaar: 'false',
  faux: 'false',
  none: 'null',
  nil: 'null',
  undefined: 'null',
  null: 'null',
};
/** How files begin that are no JSON at all. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^PK(?=[^\w\s])/, 'Word'],
  [/^%PDF/, 'PDF'],
  [/^\{\\rtf/, 'RTF'],
  [/^\s*<(!doctype|html|\?xml|[a-z]+[\s>])/i, 'HTML'],
  [/^---\s*\n|^[a-z]+:\s/i, 'YAML'],
];

/** What a text is, that begins as no JSON does. */
function otherFile(text: string): SourceProblem | undefined {
  if (!text.trim()) return { code: 'empty-file', offset: 0 };
  const [, kind] = OTHERS.find(([pattern]) => pattern.test(text)) ?? [];
  return kind === undefined ? undefined : { code: 'other-file', offset: 0, params: { kind } };
}

/** The errors of a parser, by cause. What only follows from the first one is left out. */
export function explainErrors(text: string, errors: readonly ParseError[]): SourceProblem[] {
  if (errors.length === 0) return [];
  const other = otherFile(text);
  if (other) return [other];
  const problems: SourceProblem[] = [];
  for (const error of errors) {
    const problem = explain(text, error);
    // What comes after a slip that leaves the rest unclear says little.
    problems.push(problem);
    if (!problem.harmless) break;
  }
  const seen = new Set<number>();
  return problems.filter(({ offset }) => !seen.has(offset) && seen.add(offset));
}

function explain(text: string, error: ParseError): SourceProblem {
  const offset = Math.min(error.offset, text.length);
  const found = invisible(text, offset) ?? quotes(text, offset);
  if (found) return found;
  const code = printParseErrorCode(error.error);
  const make = (problem: SourceCode, at = offset, params?: Record<string, string>) => ({
    code: problem,
    offset: at,
    ...(params && { params }),
  });
  switch (code) {
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return { ...make('comment'), harmless: code === 'InvalidCommentToken' };
    case 'UnexpectedEndOfString':
      return openString(text, offset, error.length);
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return make('bad-escape', backslash(text, offset, error.length));
    case 'InvalidCharacter':
      return make('control-character', control(text, offset, error.length));
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return make('bad-number');
    case 'EndOfFileExpected':
      return make(/[}\]]/.test(text.charAt(offset)) ? 'bracket-extra' : 'text-after-end');
    case 'ColonExpected':
      return make('colon-missing', ends(text, offset));
    case 'CommaExpected':
      return comma(text, offset);
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return unclosed(text, offset);
    default:
      return expected(text, offset);
  }
}

/** A character that nobody sees, in front of where the parser stopped. */
function invisible(text: string, offset: number): SourceProblem | undefined {
  const at = [offset, offset - 1].find((each) => INVISIBLE.test(text.charAt(each)));
  if (at === undefined) return undefined;
  const hex = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'invisible-character', offset: at, params: { value: `U+${hex}` } };
}

function quotes(text: string, offset: number): SourceProblem | undefined {
  const here = text.charAt(offset);
  if (CURLY.test(here) || CURLY_SINGLE.test(here)) {
    return { code: 'curly-quotes', offset, params: { value: here } };
  }
  return here === "'" || here === '`'
    ? { code: 'single-quotes', offset, params: { value: here } }
    : undefined;
}

/** Where the text in front of an offset ends. */
const ends = (text: string, offset: number): number => text.slice(0, offset).trimEnd().length;

function openString(text: string, offset: number, length: number): SourceProblem {
  const string = text.slice(offset, offset + length);
  const curly = string.slice(1).search(CURLY);
  if (curly >= 0) {
    const at = offset + 1 + curly;
    return { code: 'curly-quotes', offset: at, params: { value: text.charAt(at) } };
  }
  const after = text.slice(offset + length);
  const next = /^\r?\n[^\n]*/.exec(after)?.[0] ?? '';
  // The text goes on, and is closed further down.
  const goesOn = /^\s*[^\s"{}[\],][^"]*"\s*[,}\]]?/.test(next) || /^\s*[\p{L}\p{N}]/u.test(next);
  return goesOn
    ? { code: 'line-break-in-text', offset: offset + length }
    : { code: 'quote-missing', offset };
}

function backslash(text: string, offset: number, length: number): number {
  const at = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(offset, offset + length))?.index;
  return offset + (at ?? 0);
}

function control(text: string, offset: number, length: number): number {
  const at = [...text.slice(offset, offset + length)].findIndex((each) => each < ' ');
  return offset + Math.max(at, 0);
}

/** Two things beside each other, and no comma between them. */
function comma(text: string, offset: number): SourceProblem {
  const end = ends(text, offset);
  const before = text.charAt(end - 1);
  const sameLine = !/[\r\n]/.test(text.slice(end, offset));
  const here = text.charAt(offset);
  if (here === '=' || here === ';') return { code: 'comma-missing', offset };
  // `"He said "yes" to me"`: a word stands where the text seemed to end.
  if (before === '"' && sameLine && here !== '"' && !/[{}[\]:]/.test(here)) {
    return { code: 'quote-unescaped', offset: end - 1 };
  }
  const number = /[+-]?\d[\d.,/-]*$/.exec(text.slice(0, offset))?.[0];
  if (number && offset === end && /[\d.]/.test(here)) {
    const value = number + (/^[\d.,/-]+/.exec(text.slice(offset))?.[0] ?? '');
    return { code: 'bad-number', offset: offset - number.length, params: { value } };
  }
  if (/[}\]]/.test(here)) return { code: 'bracket-wrong', offset, params: { value: here } };
  if (here === ':') return { code: 'comma-missing', offset: lineBefore(text, offset) };
  return { code: 'comma-missing', offset: end };
}

const lineBefore = (text: string, offset: number): number => {
  const start = text.lastIndexOf('\n', offset) + 1;
  return start ? ends(text, start) : offset;
};

/** Something else stands where a name or a value has to. */
function expected(text: string, offset: number): SourceProblem {
  const here = text.charAt(offset);
  const end = ends(text, offset);
  const before = text.charAt(end - 1);
  if (/[}\]]/.test(here) && before === ',') {
    return { code: 'comma-extra', offset: end - 1, harmless: true };
  }
  if (here === ',') return { code: before === ':' ? 'value-missing' : 'comma-extra', offset };
  if (here === '' || /[}\]]/.test(here)) {
    return here === ''
      ? unclosed(text, offset)
      : before === ':'
        ? { code: 'value-missing', offset: end }
        : { code: 'bracket-wrong', offset, params: { value: here } };
  }
  if (here === '#') return { code: 'comment', offset };
  if (here === '=') return { code: 'colon-missing', offset };
  if (openBrackets(text, offset).length === 0 && /[}\]]/.test(before)) {
    return { code: 'text-after-end', offset };
  }
  const word = WORD.exec(text.slice(offset))?.[0] ?? here;
  const sameLine = !/[\r\n]/.test(text.slice(end, offset));
  const follows = text.slice(offset + word.length).trimStart();
  if (follows.startsWith(':')) return { code: 'unquoted-key', offset, params: { value: word } };
  // `"He said "yes" to me"`: a word stands where the text seemed to end.
  if (before === '"' && sameLine) return { code: 'quote-unescaped', offset: end - 1 };
  const suggestion = Object.hasOwn(WORDS, word.toLowerCase())
    ? WORDS[word.toLowerCase()]!
    : JSON.stringify(word);
  return /^[+.\d-]/.test(word)
    ? { code: 'bad-number', offset, params: { value: word } }
    : { code: 'bad-word', offset, params: { value: word, suggestion } };
}

/** Where the brackets stand that are open at an offset. */
function openBrackets(text: string, offset: number): number[] {
  const open: number[] = [];
  let inText = false;
  for (let at = 0; at < offset; at++) {
    const each = text.charAt(at);
    if (inText) {
      if (each === '\\') at++;
      else if (each === '"') inText = false;
    } else if (each === '"') inText = true;
    else if (each === '{' || each === '[') open.push(at);
    else if (each === '}' || each === ']') open.pop();
  }
  return open;
}

/** The bracket that is still open at an offset, and where the file or another bracket ends it. */
function unclosed(text: string, offset: number): SourceProblem {
  const open = openBrackets(text, offset);
  const related = open.at(-1) ?? 0;
  const params = { value: text.charAt(related) === '[' ? ']' : '}' };
  const here = text.charAt(offset);
  return /[}\]]/.test(here)
    ? {
        code: 'bracket-wrong',
        offset,
        params: { value: here, ...{ suggestion: params.value } },
        related,
      }
    : { code: 'bracket-missing', offset: ends(text, offset), params, related };
}

/** Names that stand twice in one object: of these only the last is read. */
export function findDuplicateKeys(node: Node, pointer = ''): SourceProblem[] {
  const found: SourceProblem[] = [];
  const seen = new Set<string>();
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === 'array') {
      found.push(...findDuplicateKeys(child, `${pointer}/${index}`));
      continue;
    }
    const [key, value] = child.children ?? [];
    if (!key) continue;
    const name = String(key.value);
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (seen.has(name)) {
      const params = { value: name };
      found.push({
        code: 'duplicate-key',
        offset: key.offset,
        params,
        harmless: true,
        pointer: at,
      });
    }
    seen.add(name);
    if (value) found.push(...findDuplicateKeys(value, at));
  }
  return found;
}
