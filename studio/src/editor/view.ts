/** A ProseMirror view over a Markdown text, loaded once somebody writes. */
import { parseMarkdown } from 'policy-elements';
import {
  baseKeymap,
  chainCommands,
  exitCode,
  setBlockType,
  toggleMark,
  wrapIn,
  lift,
} from 'prosemirror-commands';
import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, NodeSelection, Plugin, TextSelection, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { placeholderAt } from '../ui/placeholders.js';
import { fromTree } from './from-tree.js';
import { fromHtml, fromText } from './paste.js';
import { schema } from './schema.js';
import { toMarkdown } from './to-markdown.js';

const { nodes, marks } = schema;

export interface EditorOptions {
  place: HTMLElement;
  value: string;
  /** Attributes of the field: name, language, description. */
  attributes: () => Record<string, string>;
  editable: () => boolean;
  onChange: (value: string) => void;
  onState: () => void;
  undo: () => void;
  redo: () => void;
  /** What a reference is called. */
  titleOf: (id: string) => string;
  askLink: () => void;
  /** Where an image is shown from; nothing where it is not. */
  imageAddress: (src: string) => string | undefined;
  /** An image was dropped or pasted, or one that stands there is to be changed. */
  askImage: (file?: Blob) => void;
}

const read = (value: string): Node => fromTree(parseMarkdown(value));

export type CommandName = keyof typeof commands;

const hardBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** Another heading, or none. */
const heading: Command = (state, dispatch) => {
  const isHeading = state.selection.$from.parent.type === nodes.heading;
  return setBlockType(isHeading ? nodes.paragraph : nodes.heading, { depth: 3 })(state, dispatch);
};

const listCommand =
  (name: 'bullet_list' | 'ordered_list'): Command =>
  (state, dispatch) =>
    inList(state) === name
      ? liftListItem(nodes.list_item)(state, dispatch)
      : wrapInList(nodes[name])(state, dispatch);

export function inList(state: EditorState): string | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const name = $from.node(depth).type.name;
    if (name === 'bullet_list' || name === 'ordered_list') return name;
  }
  return undefined;
}

const quotation: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const quoted = Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1)).some(
    ({ type }) => type === nodes.blockquote,
  );
  return quoted ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);
};

const table: Command = (state, dispatch) => {
  const row = (head: boolean): Node =>
    nodes.table_row.create(
      null,
      [1, 2].map(() => nodes.table_cell.create({ head })),
    );
  const made = nodes.table.create(null, [row(true), row(false), row(false)]);
  dispatch?.(state.tr.replaceSelectionWith(made).scrollIntoView());
  return true;
};

/** The next cell; behind the last one a new row. */
const nextCell =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.parent.type !== nodes.table_cell) return false;
    const cells: number[] = [];
    const start = $from.start($from.depth - 2);
    $from.node($from.depth - 2).descendants((node, at) => {
      if (node.type === nodes.table_cell) cells.push(start + at + 1);
      return node.type === nodes.table_row;
    });
    const here = cells.indexOf($from.start());
    const target = cells[here + by];
    if (target !== undefined) {
      dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, target)));
      return true;
    }
    if (by < 0) return false;
    const width = $from.node($from.depth - 1).childCount;
    const row = nodes.table_row.create(
      null,
      Array.from({ length: width }, () => nodes.table_cell.create()),
    );
    const at = $from.after($from.depth - 1);
    const tr = state.tr.insert(at, row);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 2)));
    return true;
  };

export const commands = {
  bold: toggleMark(marks.strong),
  italic: toggleMark(marks.em),
  bullets: listCommand('bullet_list'),
  numbers: listCommand('ordered_list'),
  quotation,
  heading,
  table,
} satisfies Record<string, Command>;

const boldRule = (pattern: RegExp, mark: 'strong' | 'em'): InputRule =>
  new InputRule(pattern, (state, match, start, end) => {
    const text = match[1] ?? '';
    const from = start + (match[0].startsWith(' ') ? 1 : 0);
    return state.tr
      .replaceWith(from, end, schema.text(text, [marks[mark].create()]))
      .removeStoredMark(marks[mark]);
  });

const rules = inputRules({
  rules: [
    wrappingInputRule(/^\s*([-•])\s$/, nodes.bullet_list),
    wrappingInputRule(/^(\d+)[.)]\s$/, nodes.ordered_list, (match) => ({
      start: Number(match[1]),
    })),
    wrappingInputRule(/^>\s$/, nodes.blockquote),
    textblockTypeInputRule(/^###\s$/, nodes.heading, { depth: 3 }),
    boldRule(/\*\*([^*\s][^*]*)\*\*$/, 'strong'),
  ],
});

function keys({ undo, redo, askLink }: EditorOptions): Plugin {
  const done =
    (work: () => void): Command =>
    () => {
      work();
      return true;
    };
  return keymap({
    'Mod-b': commands.bold,
    'Mod-i': commands.italic,
    'Mod-k': done(askLink),
    'Mod-z': done(undo),
    'Mod-y': done(redo),
    'Shift-Mod-z': done(redo),
    Enter: splitListItem(nodes.list_item),
    'Shift-Enter': chainCommands(exitCode, hardBreak),
    // Tab leaves the field, unless there is something for it to do.
    Tab: chainCommands(nextCell(1), sinkListItem(nodes.list_item)),
    'Shift-Tab': chainCommands(nextCell(-1), liftListItem(nodes.list_item)),
  });
}

/** A press on a place that is to be filled in selects it whole. */
function selectPlace(view: EditorView, at: number): boolean {
  const { doc, selection, tr } = view.state;
  const { parent, parentOffset } = doc.resolve(at);
  const text = parent.textBetween(0, parent.content.size, undefined, '\ufffc');
  const place = selection.empty && parent.isTextblock && placeholderAt(text, parentOffset);
  if (!place) return false;
  const start = at - parentOffset;
  view.dispatch(tr.setSelection(TextSelection.create(doc, start + place[0], start + place[1])));
  return true;
}

/** Pasted and dropped HTML is read by us: the view's own way needs a policy nobody gives it. */
function insertFrom(
  view: EditorView,
  data: DataTransfer | null,
  askImage: EditorOptions['askImage'],
): boolean {
  if (!data) return false;
  const image = [...data.files].find(({ type }) => type.startsWith('image/'));
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const slice = (html ? fromHtml(html) : undefined) ?? (text ? fromText(text) : undefined);
  // Word puts a picture of the text beside the text.
  if (image && !slice) askImage(image);
  if (slice)
    view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
  return true;
}

const pasting = ({ askImage }: EditorOptions): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => {
          event.preventDefault();
          return insertFrom(view, event.clipboardData, askImage);
        },
        drop: (view, event) => {
          // What is dragged within the text is moved by the view.
          if (view.dragging) return false;
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at)
            view.dispatch(
              view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))),
            );
          return insertFrom(view, event.dataTransfer, askImage);
        },
      },
    },
  });

/** An image, or what it shows in words where it is on another server: nothing is fetched from there. */
function imageView({ attrs }: Node, address: EditorOptions['imageAddress']): HTMLElement {
  const [src, alt] = [String(attrs['src']), String(attrs['alt'])];
  const shown = address(src);
  const dom = document.createElement(shown === undefined ? 'span' : 'img');
  if (dom instanceof HTMLImageElement) Object.assign(dom, { src: shown, alt });
  else Object.assign(dom, { className: 'reference', textContent: alt || src, title: src });
  return dom;
}

/** A field of rich text. Its value is the text it was given, until somebody changes it. */
export class TextEditor {
  readonly view: EditorView;
  #given: string;
  #from: Node;
  #value: string;

  constructor(options: EditorOptions) {
    const { place, value, onChange, onState } = options;
    this.#given = this.#value = value;
    this.#from = read(value);
    this.view = new EditorView(place, {
      state: EditorState.create({
        doc: this.#from,
        plugins: [rules, keys(options), keymap(baseKeymap), pasting(options)],
      }),
      attributes: options.attributes,
      editable: options.editable,
      handleClick: selectPlace,
      handleDoubleClickOn: (_view, _at, node) => {
        if (node.type === nodes.image) options.askImage();
        return node.type === nodes.image;
      },
      nodeViews: {
        image: (node) => ({ dom: imageView(node, options.imageAddress) }),
        reference: (node) => {
          const dom = document.createElement('span');
          dom.className = 'reference';
          dom.dataset['reference'] = String(node.attrs['id']);
          dom.textContent = options.titleOf(String(node.attrs['id']));
          return { dom };
        },
      },
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.docChanged && !transaction.getMeta('given')) onChange(this.#take());
        onState();
      },
    });
  }

  get value(): string {
    return this.#value;
  }

  /** A text that is as it was given keeps its letters. */
  #take(): string {
    const { doc } = this.view.state;
    this.#value = doc.eq(this.#from) ? this.#given : toMarkdown(doc);
    return this.#value;
  }

  /** Another text from outside; what stays the same keeps the cursor. */
  set(value: string): void {
    if (value === this.#value) return;
    this.#given = this.#value = value;
    this.#from = read(value);
    const { doc, tr } = this.view.state;
    const start = doc.content.findDiffStart(this.#from.content);
    const end = doc.content.findDiffEnd(this.#from.content);
    if (start === null || !end) return;
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const slice = this.#from.slice(start, end.b + overlap);
    tr.replace(start, end.a + overlap, slice);
    this.view.dispatch(tr.setMeta('given', true));
  }

  run(name: CommandName): void {
    commands[name](this.view.state, this.view.dispatch, this.view);
    this.view.focus();
  }

  isActive(name: CommandName): boolean {
    const { state } = this.view;
    const { from, $from, to, empty } = state.selection;
    const has = (mark: 'strong' | 'em'): boolean =>
      empty
        ? Boolean(marks[mark].isInSet(state.storedMarks ?? $from.marks()))
        : state.doc.rangeHasMark(from, to, marks[mark]);
    if (name === 'bold') return has('strong');
    if (name === 'italic') return has('em');
    if (name === 'bullets') return inList(state) === 'bullet_list';
    if (name === 'numbers') return inList(state) === 'ordered_list';
    return name === 'heading' && $from.parent.type === nodes.heading;
  }

  /** The address of the link at the cursor, and the chosen words. */
  link(): { href: string; words: string } {
    const { from, to, $from } = this.view.state.selection;
    const mark = marks.link.isInSet($from.marks());
    const words = this.view.state.doc.textBetween(from, to, ' ');
    return { href: mark ? String(mark.attrs['href']) : '', words };
  }

  setLink(href: string, words: string): void {
    const { state, dispatch } = this.view;
    const { from, to, empty } = state.selection;
    const tr = state.tr;
    if (!href) tr.removeMark(from, to, marks.link);
    else if (empty) tr.insert(from, schema.text(words || href, [marks.link.create({ href })]));
    else tr.addMark(from, to, marks.link.create({ href }));
    dispatch(tr);
    this.view.focus();
  }

  refer(id: string): void {
    const { state, dispatch } = this.view;
    dispatch(state.tr.replaceSelectionWith(nodes.reference.create({ id })));
    this.view.focus();
  }

  insertImage(src: string, alt: string): void {
    const { state, dispatch } = this.view;
    dispatch(state.tr.replaceSelectionWith(nodes.image.create({ src, alt })));
    this.view.focus();
  }

  /** At the end of a text in another language. */
  imageText(src: string, alt: string): string {
    const image = nodes.image.create({ src, alt });
    return toMarkdown(nodes.doc.create(null, nodes.paragraph.create(null, image)));
  }

  /** The address of the image that is chosen. */
  image(): { src: string; alt: string } | undefined {
    const { selection } = this.view.state;
    if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.image)
      return undefined;
    return { src: String(selection.node.attrs['src']), alt: String(selection.node.attrs['alt']) };
  }

  destroy(): void {
    this.view.destroy();
  }
}
