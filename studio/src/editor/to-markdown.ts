/** A document as Markdown that reads as the same document. */
import type { Fragment, Mark, Node } from 'prosemirror-model';

export const toMarkdown = (doc: Node): string => blocks(doc.content).trim();

const childrenOf = (content: Fragment): Node[] => {
  const found: Node[] = [];
  content.forEach((node) => void found.push(node));
  return found;
};

const isList = (node: Node | undefined): boolean =>
  node?.type.name === 'bullet_list' || node?.type.name === 'ordered_list';

function blocks(content: Fragment, between = '\n\n'): string {
  const written: string[] = [];
  let before: Node | undefined;
  let turn = 0;
  for (const node of childrenOf(content)) {
    // Two lists one after the other would be one: another sign tells them apart.
    turn = isList(node) && before?.type === node.type ? turn + 1 : 0;
    const text = block(node, turn % 2 === 1);
    if (text) written.push(text);
    before = node;
  }
  return written.join(between);
}

function block(node: Node, other: boolean): string {
  switch (node.type.name) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs['depth']))} ${oneLine(node).replace(/(#+)\s*$/, '\\$1')}`;
    case 'blockquote':
      return prefixed(blocks(node.content), '> ', '> ');
    case 'bullet_list':
      return items(node, () => (other ? '* ' : '- '));
    case 'ordered_list': {
      const start = Number(node.attrs['start']);
      return items(node, (index) => `${start + index}${other ? ')' : '.'} `);
    }
    case 'code_block': {
      const fence = fenceOf(node.textContent, '```');
      return [fence, ...(node.textContent === '' ? [] : [node.textContent]), fence].join('\n');
    }
    case 'horizontal_rule':
      return '---';
    case 'table':
      return table(node);
    default:
      return lineStarts(
        inline(childrenOf(node.content))
          .replace(/(\\\n)+$/, '')
          .trim(),
      );
  }
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index ? (line ? rest : rest.trimEnd()) : first) + line)
    .join('\n');
}

function items(list: Node, marker: (index: number) => string): string {
  const tight = Boolean(list.attrs['tight']);
  return childrenOf(list.content)
    .map((item, index) => {
      const sign = marker(index);
      const task = item.attrs['task'] as number | null;
      const box = task === null ? '' : task ? '[x] ' : '[ ] ';
      const text = blocks(item.content, tight && onlyLists(item) ? '\n' : '\n\n');
      const safe = task === null ? text.replace(/^\[(?=[ xX]\] )/, '\\[') : text;
      return prefixed(box + safe, sign, ' '.repeat(sign.length)).trimEnd();
    })
    .join(tight ? '\n' : '\n\n');
}

/** A paragraph and lists in it need no empty line between. */
const onlyLists = (item: Node): boolean => childrenOf(item.content).slice(1).every(isList);

function table(node: Node): string {
  const align = (node.attrs['align'] as string[]) ?? [];
  const rows = childrenOf(node.content).map((row) => childrenOf(row.content).map(cell));
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padded = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const rule = Array.from({ length: width }, (_, at) => {
    const side = align[at];
    return side === 'center' ? ':-:' : side === 'right' ? '--:' : side === 'left' ? ':--' : '---';
  });
  const [head = [], ...body] = padded;
  return [line(head), line(rule), ...body.map(line)].join('\n');
}

const cell = (node: Node): string => oneLine(node).replace(/(?<!\\)\|/g, '\\|');
const oneLine = (node: Node): string =>
  inline(childrenOf(node.content)).replace(/\\?\n/g, ' ').trim();

const ORDER = ['link', 'strong', 'em', 'strike', 'code'];
const WRAP: Readonly<Record<string, string>> = { strong: '**', em: '*', strike: '~~' };

const outermost = (node: Node, without: ReadonlySet<string>): Mark | undefined =>
  ORDER.map((name) => node.marks.find((mark) => mark.type.name === name)).find(
    (mark) => mark && !without.has(mark.type.name),
  );

/** Nodes in a line; those that share a mark stand in it together. */
function inline(nodes: readonly Node[], within: ReadonlySet<string> = new Set()): string {
  let text = '';
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at]!;
    const mark = outermost(node, within);
    if (!mark) {
      text += leaf(node, within);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < nodes.length && mark.isInSet(nodes[end]!.marks)) end += 1;
    text += marked(mark, nodes.slice(at, end), within, text);
    at = end;
  }
  return text;
}

function marked(
  mark: Mark,
  nodes: readonly Node[],
  within: ReadonlySet<string>,
  before: string,
): string {
  const name = mark.type.name;
  if (name === 'code') return code(nodes.map((node) => node.textContent).join(''));
  const inner = inline(nodes, new Set([...within, name]));
  if (name === 'link') return link(mark, inner, nodes.map((node) => node.textContent).join(''));
  // A mark does not hold on to spaces: they stand outside of it.
  const [, lead = '', core = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  if (!core) return inner;
  let sign = WRAP[name] ?? '';
  if (
    name === 'em' &&
    (/^\*|\*$/.test(core) || (before + lead).endsWith('*')) &&
    !/\w$/.test(before + lead)
  ) {
    sign = '_';
  }
  return `${lead}${sign}${core}${sign}${trail}`;
}

const fenceOf = (text: string, least: string): string => {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(Math.max(least.length, longest + 1));
};

function code(text: string): string {
  const fence = fenceOf(text, '`');
  const pad = /^[` ]|[` ]$/.test(text) && text.trim() ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function link(mark: Mark, inner: string, plain: string): string {
  const { href, title } = mark.attrs as { href: string; title: string | null };
  if (
    !title &&
    (plain === href || `mailto:${plain}` === href) &&
    /^[a-z][a-z+.-]*:[^\s<>]+$/i.test(href)
  ) {
    return `<${plain}>`;
  }
  const address = /[\s()<>\\&]/.test(href) || href === '' ? `<${destination(href)}>` : href;
  const named = title ? ` "${title.replaceAll('"', '\\"')}"` : '';
  return `[${inner}](${address}${named})`;
}

/** An address between angle brackets. */
const destination = (href: string): string =>
  href
    .replace(/[<>\\]/g, '\\$&')
    // A backslash before it is taken away first, and what follows read as a character after all.
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/\n/g, '%0A');

function leaf(node: Node, within: ReadonlySet<string>): string {
  switch (node.type.name) {
    case 'hard_break':
      return '\\\n';
    case 'image':
      return `![${escapeText(String(node.attrs['alt']), true)}](<${destination(String(node.attrs['src']))}>)`;
    case 'reference':
      return `[](#${String(node.attrs['id'])})`;
    default:
      return escapeText(node.text ?? '', within.has('link'));
  }
}

function escapeText(text: string, inLink: boolean): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])|[*`~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(inLink ? /[[\]]/g : /\](?=[([:])/g, '\\$&')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\n/g, ' ');
}

/** A line that begins like a list, a heading or a quotation, and is none. */
const lineStarts = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s+/, '')
        .replace(/^([-+])(?=\s|$)/, '\\$1')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
        .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
        .replace(/^(?=>)/, '\\')
        .replace(/^([=-]+)$/, '\\$1'),
    )
    .join('\n');
