/**
 * A Markdown text as a tree: a node is a text, or an array of a tag and what belongs to it. Never
 * HTML. A tree may come from a file, so whoever draws one takes no more than the tags below.
 *
 * | node | what |
 * | --- | --- |
 * | `['p', …nodes]` `['q', …]` `['b', …]` `['i', …]` `['s', …]` | paragraph, quotation, strong, emphasis, struck |
 * | `['h', depth, …nodes]` | heading, `depth` as it was written |
 * | `['ul', …items]` `['ol', start, …items]` | lists |
 * | `['li', …nodes]` `['task', 0 or 1, label nodes, …nodes]` | their items |
 * | `['a', address, title or 0, …nodes]` `['img', address, alternative]` | links and images |
 * | `['table', alignments, head cells, rows]` | a cell is a list of nodes |
 * | `['pre', text]` `['c', text]` `['hr']` `['br']` | code, a line, the end of a line |
 */
export type MarkdownNode = string | readonly [tag: string, ...rest: unknown[]];
export type MarkdownTree = readonly MarkdownNode[];

/** The tree of a text without any marks in it: most texts of a policy. */
export const plainTree = (text: string): MarkdownTree => [['p', text]];

/** Whether a tree is a single paragraph, so that it can stand in a line. */
export const isParagraph = (tree: MarkdownTree): boolean =>
  tree.length === 1 && tree[0]?.[0] === 'p';
