/**
 * HTML from elsewhere as blocks of ours. It is read by a parser that makes no elements: nothing of
 * it is ever HTML on this page, and what a text cannot hold is left out.
 */
import { Parser } from 'htmlparser2';
import { Fragment, Slice, type Mark, type Node } from 'prosemirror-model';
import { schema } from './schema.js';

const { nodes, marks } = schema;

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

const LEFT_OUT = new Set([
  ...['script', 'style', 'head', 'title', 'template', 'iframe', 'object', 'embed', 'svg', 'math'],
  ...['noscript', 'textarea', 'select', 'button', 'input', 'form', 'video', 'audio', 'canvas'],
  ...['o:p', 'xml'],
]);
const MARKS: Readonly<Record<string, Mark>> = {
  b: marks.strong.create(),
  strong: marks.strong.create(),
  i: marks.em.create(),
  em: marks.em.create(),
  s: marks.strike.create(),
  del: marks.strike.create(),
  strike: marks.strike.create(),
  code: marks.code.create(),
};
const SAFE = /^(https?:|mailto:|tel:|#|\/|[^:]*$)/i;
const DEEPEST = 60;

function parse(html: string): Element {
  const root: Element = { name: 'root', attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, children: [] };
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    ontext: (text) => void open.at(-1)!.children.push(text),
    onclosetag: () => void (open.length > 1 && open.pop()),
  });
  parser.end(html);
  return root;
}

/** What was pasted, as blocks; nothing where there is no text in it. */
export function fromHtml(html: string): Slice | undefined {
  const content = blocksOf(parse(html).children, 0);
  if (!content.length) return undefined;
  const single = content.length === 1 && content[0]!.type === nodes.paragraph;
  return new Slice(Fragment.from(content), single ? 1 : 0, single ? 1 : 0);
}

/** Plain text: an empty line ends a paragraph. */
export function fromText(text: string): Slice {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((each) => each.replace(/\n/g, ' ').trim())
    .filter(Boolean)
    .map((each) => nodes.paragraph.create(null, schema.text(each)));
  const open = paragraphs.length === 1 ? 1 : 0;
  return new Slice(Fragment.from(paragraphs), open, open);
}

/** Word writes a list as paragraphs that say so in their style. */
interface WordItem {
  level: number;
  ordered: boolean;
  content: Node[];
}

function wordItem(element: Element): WordItem | undefined {
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(element.attributes['style'] ?? '')?.[1];
  if (level === undefined) return undefined;
  const sign = element.children.flatMap(signOf).join('').trim();
  const content = inlineOf(element.children.filter(isNoSign), [], 0);
  return { level: Number(level), ordered: /^[\da-z]{1,4}[.)]/i.test(sign), content };
}

const isSign = (child: Element | string): child is Element =>
  typeof child !== 'string' &&
  (/mso-list:\s*ignore/i.test(child.attributes['style'] ?? '') ||
    (child.children.length === 1 && isSign(child.children[0]!)));
const isNoSign = (child: Element | string): boolean => !isSign(child);
const textIn = (child: Element | string): string =>
  typeof child === 'string' ? child : child.children.map(textIn).join('');
const signOf = (child: Element | string): string[] => (isSign(child) ? [textIn(child)] : []);

/** Lists of items that name their depth. */
function wordLists(items: readonly WordItem[]): Node[] {
  const found: Node[] = [];
  for (let at = 0; at < items.length;) {
    const { level, ordered } = items[at]!;
    const entries: Node[] = [];
    while (at < items.length && items[at]!.level >= level && items[at]!.ordered === ordered) {
      const { content } = items[at]!;
      at += 1;
      const from = at;
      while (at < items.length && items[at]!.level > level) at += 1;
      const inner = wordLists(items.slice(from, at));
      entries.push(nodes.list_item.create(null, [nodes.paragraph.create(null, content), ...inner]));
    }
    found.push((ordered ? nodes.ordered_list : nodes.bullet_list).create(null, entries));
  }
  return found;
}

function blocksOf(children: readonly (Element | string)[], depth: number): Node[] {
  const found: Node[] = [];
  let line: (Element | string)[] = [];
  let word: WordItem[] = [];
  const end = (): void => {
    found.push(...wordLists(word), ...paragraph(line));
    line = [];
    word = [];
  };
  for (const child of children) {
    const item = typeof child === 'string' ? undefined : wordItem(child);
    if (item) {
      if (!word.length) end();
      word.push(item);
    } else if (typeof child !== 'string' && isBlock(child)) {
      end();
      found.push(...blockOf(child, depth));
    } else if (!word.length || textIn(child).trim()) {
      if (word.length) end();
      line.push(child);
    }
  }
  end();
  return found;
}

function paragraph(line: readonly (Element | string)[]): Node[] {
  const content = trimmed(inlineOf(line, [], 0));
  return content.length ? [nodes.paragraph.create(null, content)] : [];
}

/** Without the spaces at its ends. */
function trimmed(content: readonly Node[]): Node[] {
  const kept = [...content];
  const cut = (at: 0 | -1, pattern: RegExp): void => {
    for (let node = kept.at(at); node; node = kept.at(at)) {
      const text = node.isText
        ? node.text!.replace(pattern, '')
        : node.type === nodes.hard_break
          ? ''
          : null;
      if (text === null || text === node.text) return;
      const index = at === 0 ? 0 : kept.length - 1;
      kept.splice(index, 1, ...(text ? [schema.text(text, node.marks)] : []));
      if (text) return;
    }
  };
  cut(0, /^\s+/);
  cut(-1, /\s+$/);
  return kept;
}

const BLOCKS = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'body', 'html', 'figure'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['pre', 'hr', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'address', 'center'],
]);
/** Something that holds a block is one, as what some editors wrap all of a paste in. */
const isBlock = ({ name, children }: Element): boolean =>
  !LEFT_OUT.has(name) &&
  (BLOCKS.has(name) || children.some((child) => typeof child !== 'string' && isBlock(child)));

function blockOf(element: Element, depth: number): Node[] {
  const { name, children } = element;
  if (depth > DEEPEST) return paragraph([textIn(element)]);
  const inner = (): Node[] => blocksOf(children, depth + 1);
  if (/^h[1-6]$/.test(name)) {
    const content = trimmed(inlineOf(children, [], 0));
    return content.length
      ? [nodes.heading.create({ depth: Math.max(3, Number(name[1])) }, content)]
      : [];
  }
  switch (name) {
    case 'blockquote': {
      const content = inner();
      return content.length ? [nodes.blockquote.create(null, content)] : [];
    }
    case 'ul':
    case 'ol':
      return listOf(element, depth);
    case 'pre':
      return [nodes.code_block.create(null, textOf(textIn(element).replace(/\n$/, '')))];
    case 'hr':
      return [nodes.horizontal_rule.create()];
    case 'table':
      return tableOf(element);
    default:
      return inner();
  }
}

const textOf = (text: string): Node[] => (text ? [schema.text(text)] : []);

function listOf(list: Element, depth: number): Node[] {
  const items: Node[] = [];
  for (const child of list.children) {
    if (typeof child === 'string') continue;
    const content =
      child.name === 'li' ? blocksOf(child.children, depth + 1) : blockOf(child, depth + 1);
    const last = items.at(-1);
    // A list that stands beside its item and not in it, as in old documents.
    if (child.name !== 'li' && last && (child.name === 'ul' || child.name === 'ol')) {
      items[items.length - 1] = last.copy(last.content.append(Fragment.from(content)));
    } else if (content.length) {
      const first = content[0]!.type === nodes.paragraph ? [] : [nodes.paragraph.create()];
      items.push(nodes.list_item.create(null, [...first, ...content]));
    }
  }
  if (!items.length) return [];
  return [(list.name === 'ol' ? nodes.ordered_list : nodes.bullet_list).create(null, items)];
}

const within = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === name ? [child] : within(child, name),
  );

function tableOf(table: Element): Node[] {
  const rows = within(table, 'tr').map((row) =>
    row.children.filter(
      (cell): cell is Element => typeof cell !== 'string' && /^t[dh]$/.test(cell.name),
    ),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  // A table of one column is how pages were laid out once.
  if (width < 2) return rows.flat().flatMap((cell) => blocksOf(cell.children, 1));
  const made = rows
    .filter((row) => row.length)
    .map((row, at) =>
      nodes.table_row.create(
        null,
        Array.from({ length: width }, (_, index) =>
          nodes.table_cell.create(
            { head: at === 0 },
            trimmed(inlineOf(row[index]?.children ?? [], [], 0)).filter(
              (node) => node.type !== nodes.hard_break,
            ),
          ),
        ),
      ),
    );
  return [nodes.table.create(null, made)];
}

function inlineOf(
  children: readonly (Element | string)[],
  outer: readonly Mark[],
  depth: number,
): Node[] {
  return children.flatMap((child) => inlineNode(child, outer, depth));
}

function inlineNode(child: Element | string, outer: readonly Mark[], depth: number): Node[] {
  if (typeof child === 'string') {
    const text = child.replace(/[\s\u00a0]+/g, ' ');
    return text ? [schema.text(text, outer)] : [];
  }
  const { name, attributes, children } = child;
  if (LEFT_OUT.has(name) || depth > DEEPEST) return [];
  if (name === 'br') return [nodes.hard_break.create(null, null, outer)];
  if (name === 'img') return [];
  const id = attributes['data-reference'];
  if (id !== undefined && /^[a-z0-9-]+$/.test(id))
    return [nodes.reference.create({ id }, null, outer)];
  const href = attributes['href']?.trim();
  if (name === 'a' && href && SAFE.test(href) && !/^#_?(Toc|_)/i.test(href)) {
    return inlineOf(children, marks.link.create({ href }).addToSet(outer), depth + 1);
  }
  const mark = Object.hasOwn(MARKS, name) ? MARKS[name] : styled(attributes['style'] ?? '');
  // What wraps a paste from elsewhere says `font-weight: normal` in a <b>.
  const plain = /font-weight:\s*(normal|400)/i.test(attributes['style'] ?? '');
  return inlineOf(children, mark && !plain ? mark.addToSet(outer) : outer, depth + 1);
}

function styled(style: string): Mark | undefined {
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) return marks.strong.create();
  return /font-style:\s*italic/i.test(style) ? marks.em.create() : undefined;
}
