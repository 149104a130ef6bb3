/** The file of a policy as somebody wrote it: its text, its value, and where each part stands. */
import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { decodeText, type Encoding } from 'policy-elements';
import { explainErrors, findDuplicateKeys, type SourceProblem } from './json-problems.js';

export interface Place {
  /** Both from 1; columns count UTF-16 units, as editors do. */
  line: number;
  column: number;
}

export interface PolicySource {
  text: string;
  encoding: Encoding;
  hasByteOrderMark: boolean;
  /** What it says; nothing where it cannot be read. */
  value: unknown;
  /** What makes it no sound JSON, or not the JSON that was meant. */
  problems: readonly SourceProblem[];
  /** Where a JSON Pointer leads, or the closest part that is there. */
  locate(pointer: string, at?: 'key' | 'value'): Place;
  placeOf(offset: number): Place;
}

const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Reads the bytes or the text of a file. Never throws. */
export function readSource(file: Uint8Array | string): PolicySource {
  const decoded: { text: string; encoding: Encoding } =
    typeof file === 'string' ? { text: file, encoding: 'utf-8' } : decodeText(file);
  const [first, second] = typeof file === 'string' ? [] : file;
  const marked = first === 0xef || first === 0xfe || (first === 0xff && second === 0xfe);
  const hasByteOrderMark = marked || decoded.text.startsWith('\ufeff');
  const text = decoded.text.replace(/^\ufeff/, '');
  const starts = lineStarts(text);
  const placeOf = (offset: number): Place => place(starts, offset);
  const { value, problems, tree } = parse(text);
  const locate: PolicySource['locate'] = (pointer, at = 'value') =>
    placeOf(offsetOf(tree, keysOf(pointer), at));
  return { ...decoded, text, hasByteOrderMark, value, problems, locate, placeOf };
}

function parse(text: string): { value: unknown; problems: SourceProblem[]; tree?: Node } {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { disallowComments: true });
    const problems = explainErrors(text, errors);
    const readable = problems.every(({ harmless }) => harmless) && tree !== undefined;
    const value = readable ? valueOf(tree) : undefined;
    const twice = readable ? findDuplicateKeys(tree) : [];
    return { value, problems: [...problems, ...twice], ...(tree && { tree }) };
  } catch {
    // Nested deeper than the stack.
    return { value: undefined, problems: [{ code: 'too-deep', offset: 0 }] };
  }
}

/** As `JSON.parse` has it: of a key that stands twice the last counts, and none reaches a prototype. */
function valueOf(node: Node): unknown {
  if (node.type === 'array') return node.children?.map(valueOf) ?? [];
  if (node.type !== 'object') return node.value as unknown;
  const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), valueOf(value)] as const] : [],
  );
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'));
}

function offsetOf(tree: Node | undefined, keys: readonly string[], at: 'key' | 'value'): number {
  let node = tree;
  for (const key of keys) {
    const next =
      node?.type === 'array'
        ? findNodeAtLocation(node, [Number(key)])
        : node && lastNamed(node, key);
    if (!next) return node?.offset ?? 0;
    node = next;
  }
  const property = node?.parent?.type === 'property' ? node.parent : undefined;
  return (at === 'key' && property ? property : node)?.offset ?? 0;
}

const lastNamed = (node: Node, key: string): Node | undefined =>
  node.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

function place(starts: readonly number[], offset: number): Place {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}
