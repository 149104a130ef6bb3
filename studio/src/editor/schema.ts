/** What a text may hold: exactly what readers are shown of Markdown, and references to items. */
import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';

const block = (tag: string, more: Partial<NodeSpec> = {}): NodeSpec => ({
  content: 'block+',
  group: 'block',
  toDOM: () => [tag, 0],
  ...more,
});

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', toDOM: () => ['p', 0] },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { depth: { default: 3 } },
    toDOM: ({ attrs }) => [`h${Math.min(6, Number(attrs['depth']))}`, 0],
  },
  blockquote: block('blockquote', { defining: true }),
  bullet_list: block('ul', { content: 'list_item+', attrs: { tight: { default: true } } }),
  ordered_list: block('ol', {
    content: 'list_item+',
    attrs: { start: { default: 1 }, tight: { default: true } },
    toDOM: ({ attrs }) => ['ol', { start: String(attrs['start']) }, 0],
  }),
  list_item: {
    content: 'paragraph block*',
    defining: true,
    // 0 or 1 for a task that is open or done.
    attrs: { task: { default: null } },
    toDOM: ({ attrs }) =>
      attrs['task'] === null ? ['li', 0] : ['li', { 'data-task': String(attrs['task']) }, 0],
  },
  code_block: {
    content: 'text*',
    group: 'block',
    code: true,
    defining: true,
    marks: '',
    toDOM: () => ['pre', ['code', 0]],
  },
  horizontal_rule: { group: 'block', toDOM: () => ['hr'] },
  table: {
    content: 'table_row+',
    group: 'block',
    isolating: true,
    attrs: { align: { default: [] } },
    toDOM: () => ['table', ['tbody', 0]],
  },
  table_row: { content: 'table_cell+', toDOM: () => ['tr', 0] },
  table_cell: {
    content: 'inline*',
    isolating: true,
    attrs: { head: { default: false } },
    toDOM: ({ attrs }) => [attrs['head'] ? 'th' : 'td', 0],
  },
  text: { group: 'inline' },
  hard_break: { inline: true, group: 'inline', selectable: false, toDOM: () => ['br'] },
  image: {
    inline: true,
    group: 'inline',
    draggable: true,
    attrs: { src: {}, alt: { default: '' } },
    toDOM: ({ attrs }) => ['img', { src: String(attrs['src']), alt: String(attrs['alt']) }],
  },
  reference: {
    inline: true,
    group: 'inline',
    draggable: true,
    attrs: { id: {} },
    toDOM: ({ attrs }) => ['span', { class: 'reference', 'data-reference': String(attrs['id']) }],
  },
} satisfies Record<string, NodeSpec>;

const mark = (tag: string, more: MarkSpec = {}): MarkSpec => ({ toDOM: () => [tag, 0], ...more });

const marks = {
  link: {
    attrs: { href: {}, title: { default: null } },
    inclusive: false,
    toDOM: ({ attrs }) => ['a', { href: String(attrs['href']), rel: 'noopener' }, 0],
  },
  strong: mark('strong'),
  em: mark('em'),
  strike: mark('s'),
  code: mark('code', { code: true, excludes: '_' }),
} satisfies Record<string, MarkSpec>;

export const schema = new Schema({ nodes, marks });
