/** The tree of a Markdown text (see the library's `markdown-tree.ts`) as a document to edit. */
import type { MarkdownNode, MarkdownTree } from 'policy-elements';
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { schema } from './schema.js';

const { nodes, marks } = schema;
type Inline = readonly MarkdownNode[];

const BLOCK = new Set(['p', 'h', 'q', 'ul', 'ol', 'table', 'pre', 'hr']);
const isBlock = (node: MarkdownNode): boolean => typeof node !== 'string' && BLOCK.has(node[0]);

export function fromTree(tree: MarkdownTree): Node {
  const content = blocksOf(tree);
  return nodes.doc.create(null, content.length ? content : [nodes.paragraph.create()]);
}

/** Blocks of a list of nodes; what stands between blocks in a line is a paragraph. */
function blocksOf(tree: readonly MarkdownNode[]): Node[] {
  const found: Node[] = [];
  let line: MarkdownNode[] = [];
  const endLine = (): void => {
    if (line.length) found.push(nodes.paragraph.create(null, inlineOf(line, [])));
    line = [];
  };
  for (const node of tree) {
    if (!isBlock(node)) {
      line.push(node);
      continue;
    }
    endLine();
    found.push(blockOf(node as readonly [string, ...unknown[]]));
  }
  endLine();
  return found;
}

function blockOf([tag, ...rest]: readonly [string, ...unknown[]]): Node {
  switch (tag) {
    case 'h': {
      const [depth, ...inner] = rest as [number, ...MarkdownNode[]];
      return nodes.heading.create({ depth }, inlineOf(inner, []));
    }
    case 'q':
      return nodes.blockquote.create(null, atLeastOne(blocksOf(rest as MarkdownNode[])));
    case 'ul':
      return listOf(rest as MarkdownNode[]);
    case 'ol': {
      const [start, ...items] = rest as [number, ...MarkdownNode[]];
      return listOf(items, start);
    }
    case 'pre':
      return nodes.code_block.create(null, textOf(rest[0] as string));
    case 'hr':
      return nodes.horizontal_rule.create();
    case 'table':
      return tableOf(rest as [string[], Inline[], Inline[][]]);
    default:
      return nodes.paragraph.create(null, inlineOf(rest as MarkdownNode[], []));
  }
}

const textOf = (text: string): Node[] => (text ? [schema.text(text)] : []);
const atLeastOne = (content: Node[]): Node[] =>
  content.length ? content : [nodes.paragraph.create()];

function listOf(items: readonly MarkdownNode[], start?: number): Node {
  const tight = items.every(
    (item) =>
      typeof item === 'string' || !item.some((each) => Array.isArray(each) && each[0] === 'p'),
  );
  const content = items.map((item) => itemOf(item as readonly [string, ...unknown[]]));
  return start === undefined
    ? nodes.bullet_list.create({ tight }, content)
    : nodes.ordered_list.create({ tight, start }, content);
}

function itemOf([tag, ...rest]: readonly [string, ...unknown[]]): Node {
  const task = tag === 'task' ? Number(rest[0]) : null;
  const inner = (
    tag === 'task' ? [...(rest[1] as Inline), ...(rest.slice(2) as MarkdownNode[])] : rest
  ) as MarkdownNode[];
  const content = blocksOf(inner);
  const first = content[0]?.type === nodes.paragraph ? [] : [nodes.paragraph.create()];
  return nodes.list_item.create({ task }, [...first, ...content]);
}

function tableOf([align, head, rows]: [string[], Inline[], Inline[][]]): Node {
  const row = (cells: Inline[], isHead: boolean): Node =>
    nodes.table_row.create(
      null,
      cells.map((cell) => nodes.table_cell.create({ head: isHead }, inlineOf(cell, []))),
    );
  return nodes.table.create({ align }, [
    row(head, true),
    ...rows.map((cells) => row(cells, false)),
  ]);
}

const MARK = { b: marks.strong, i: marks.em, s: marks.strike } as const;

function inlineOf(tree: readonly MarkdownNode[], outer: readonly Mark[]): Fragment {
  return Fragment.from(tree.flatMap((node) => inlineNode(node, outer)));
}

function inlineNode(node: MarkdownNode, outer: readonly Mark[]): Node[] {
  // The end of a line in the source is a space to readers.
  if (typeof node === 'string') {
    return textOf(node.replace(/\s*\n\s*/g, ' ')).map((text) => text.mark(outer));
  }
  const [tag, ...rest] = node;
  const within = (mark: Mark, inner: unknown[]): Node[] =>
    (inner as MarkdownNode[]).flatMap((each) => inlineNode(each, mark.addToSet(outer)));
  switch (tag) {
    case 'b':
    case 'i':
    case 's':
      return within(MARK[tag].create(), rest);
    case 'c':
      return textOf(rest[0] as string).map((text) =>
        text.mark(marks.code.create().addToSet(outer)),
      );
    case 'br':
      return [nodes.hard_break.create(null, null, outer)];
    case 'img':
      return [nodes.image.create({ src: rest[0], alt: rest[1] ?? '' }, null, outer)];
    case 'a':
      return linkOf(rest, outer);
    default:
      return (rest as MarkdownNode[]).flatMap((each) => inlineNode(each, outer));
  }
}

function linkOf([address, title, ...inner]: unknown[], outer: readonly Mark[]): Node[] {
  const href = String(address);
  if (/^#[a-z0-9-]+$/.test(href) && inner.length === 0) {
    return [nodes.reference.create({ id: href.slice(1) }, null, outer)];
  }
  const link = marks.link.create({ href, title: title || null });
  const text = inner.length ? (inner as MarkdownNode[]) : [href];
  return text.flatMap((each) => inlineNode(each, link.addToSet(outer)));
}
