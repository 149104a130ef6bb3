import { Lexer, type Token, type Tokens } from 'marked';
import { decodeEntities } from './entities.js';
import { plainTree, type MarkdownNode, type MarkdownTree } from './markdown-tree.js';

// Texts come back on every render; a large policy has some thousands of them in a language.
const KEPT = 20_000;
const parsed = new Map<string, MarkdownTree>();

/** The tree of a Markdown text (CommonMark with GFM). Never throws: what cannot be parsed is a paragraph. */
export function parseMarkdown(markdown: string): MarkdownTree {
  let tree = parsed.get(markdown);
  if (!tree) {
    tree = parse(markdown);
    if (parsed.size >= KEPT) parsed.clear();
    parsed.set(markdown, tree);
  }
  return tree;
}

const parse = (markdown: string): MarkdownTree => {
  try {
    return nodes(new Lexer({ gfm: true }).lex(markdown));
  } catch {
    // Nested deeper than the parser, or the stack, can follow.
    return plainTree(markdown);
  }
};

/** Nodes of some tokens; texts that follow one another are one. */
function nodes(tokens: readonly Token[] | undefined): MarkdownNode[] {
  const found: MarkdownNode[] = [];
  for (const node of (tokens ?? []).flatMap(nodesOf)) {
    const last = found.at(-1);
    if (typeof node === 'string' && typeof last === 'string') found[found.length - 1] = last + node;
    else found.push(node);
  }
  return found;
}

const BLOCKS: Readonly<Record<string, (token: Token) => MarkdownNode[]>> = {
  space: () => [],
  def: () => [],
  heading: (token) => [['h', (token as Tokens.Heading).depth, ...inner(token)]],
  paragraph: (token) => [['p', ...inner(token)]],
  blockquote: (token) => [['q', ...inner(token)]],
  code: (token) => [['pre', (token as Tokens.Code).text]],
  hr: () => [['hr']],
  html: (token) =>
    (token as Tokens.HTML).block ? [['p', (token as Tokens.HTML).text.trim()]] : [token.raw],
  list: (token) => [list(token as Tokens.List)],
  table: (token) => [table(token as Tokens.Table)],
};

const INLINE: Readonly<Record<string, (token: Token) => MarkdownNode[]>> = {
  escape: (token) => [(token as Tokens.Escape).text],
  strong: (token) => [['b', ...inner(token)]],
  em: (token) => [['i', ...inner(token)]],
  del: (token) => [['s', ...inner(token)]],
  codespan: (token) => [['c', (token as Tokens.Codespan).text]],
  br: () => [['br']],
  checkbox: () => [],
  link: (token) => [link(token as Tokens.Link)],
  image: (token) => {
    const { href, text } = token as Tokens.Image;
    return [['img', decodeEntities(href), decodeEntities(text)]];
  },
  text: (token) => {
    const { tokens, text } = token as Tokens.Text;
    return tokens ? nodes(tokens) : [decodeEntities(text)];
  },
};

function nodesOf(token: Token): MarkdownNode[] {
  const make = BLOCKS[token.type] ?? INLINE[token.type];
  return make ? make(token) : [token.raw];
}

const inner = (token: Token): MarkdownNode[] => nodes((token as Tokens.Generic).tokens);

function link(token: Tokens.Link): MarkdownNode {
  const title = token.title ? decodeEntities(token.title) : 0;
  return ['a', decodeEntities(token.href), title, ...inner(token)];
}

function list({ ordered, start, items }: Tokens.List): MarkdownNode {
  const entries = items.map((item) => (item.task ? task(item) : ['li', ...nodes(item.tokens)]));
  return ordered ? ['ol', start || 1, ...entries] : ['ul', ...entries];
}

function task(item: Tokens.ListItem): MarkdownNode {
  const [first, ...rest] = item.tokens.filter(({ type }) => type !== 'checkbox');
  const label = first && 'tokens' in first ? nodes(first.tokens) : [];
  return ['task', item.checked ? 1 : 0, label, ...nodes(rest)];
}

function table({ header, rows }: Tokens.Table): MarkdownNode {
  const cell = ({ tokens }: Tokens.TableCell) => nodes(tokens);
  return [
    'table',
    header.map(({ align }) => align ?? ''),
    header.map(cell),
    rows.map((row) => row.map(cell)),
  ];
}
