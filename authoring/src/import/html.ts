/** HTML, and what Word, Google Docs and LibreOffice put on the clipboard → blocks. */
import { Parser } from 'htmlparser2';
import {
  nestLists,
  plain,
  tidyRuns,
  type Block,
  type Left,
  type LeftReason,
  type List,
  type ListMark,
  type Look,
  type Run,
  type SourceDocument,
  type Table,
} from './blocks.js';
import { ImportError, LIMITS } from './import-error.js';

type Attributes = Readonly<Record<string, string>>;

interface HtmlOptions {
  /** Struck text was taken out by somebody; in Markdown it is only struck. */
  deletions?: boolean;
}

interface Element {
  name: string;
  run: Omit<Run, 'text'>;
  /** Text within goes to the report. */
  leave?: LeftReason;
  silent?: boolean;
  end?: () => void;
}

const HEADING = /^h([1-6])$/;
const BLOCK =
  /^(p|div|section|article|main|header|footer|nav|aside|address|figure|figcaption|center|form|fieldset|legend|dl|dt|dd|body|html|details|summary|hgroup|caption|label|option)$/;
const SILENT = /^(script|style|template|noscript|head|object|applet|canvas|xml)$/;
const EMBEDDED: Readonly<Record<string, string>> = {
  iframe: 'src',
  embed: 'src',
  object: 'data',
  video: 'src',
  audio: 'src',
};
// Browsers close these by themselves, so depth says nothing about them.
const VOID = /^(br|hr|img|input|meta|link|wbr|col|base|source|track|area|param)$/;

export function readHtml(html: string, options: HtmlOptions = {}): SourceDocument {
  const reader = new HtmlReader(options);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  parser.write(fragment(html));
  parser.end();
  return reader.finish();
}

/** Word wraps what was copied in comments, among pages of settings. */
function fragment(html: string): string {
  const start = html.indexOf('<!--StartFragment');
  const end = html.lastIndexOf('<!--EndFragment');
  return start >= 0 && end > start ? html.slice(html.indexOf('>', start) + 1, end) : html;
}

class HtmlReader {
  readonly #options: HtmlOptions;
  readonly #left: Left[] = [];
  readonly #root: Block[] = [];
  #elements: Element[] = [];
  #sinks: Block[][] = [this.#root];
  #runs: Run[] = [];
  #shape: { level?: number; look: Look; list?: ListMark } = { look: {} };
  #tables: Table[] = [];
  #mark: { text: string } | undefined;
  #title = '';
  #where = '';
  #count = 0;

  constructor(options: HtmlOptions) {
    this.#options = options;
  }

  open(name: string, attributes: Attributes): void {
    if (VOID.test(name)) return this.#single(name, attributes);
    if (this.#elements.length > LIMITS.depth * 4) throw new ImportError('too-deep');
    const parent = this.#elements.at(-1);
    const element: Element = {
      name,
      run: { ...parent?.run },
      ...(parent?.leave && { leave: parent.leave }),
      ...(parent?.silent && { silent: true }),
    };
    this.#elements.push(element);
    if (element.silent) return;
    if (SILENT.test(name)) element.silent = name !== 'noscript';
    if (Object.hasOwn(EMBEDDED, name)) this.#leave('embedded', attributes[EMBEDDED[name]!] ?? name);
    if (/^(svg|math)$/.test(name)) element.leave = name === 'math' ? 'equation' : 'image';
    this.#hidden(element, attributes);
    this.#inline(element, name, attributes);
    this.#block(element, name, attributes);
  }

  text(text: string): void {
    const element = this.#elements.at(-1);
    if (this.#elements.some(({ name }) => name === 'title') && !this.#root.length)
      this.#title += text;
    if (element?.silent) return;
    if (this.#mark) this.#mark.text += text;
    else if (element?.leave) this.#leave(element.leave, text);
    else {
      const inPre = this.#elements.some(({ name }) => name === 'pre');
      this.#runs.push({ ...element?.run, text: inPre ? text : text.replace(/\s*\n\s*/g, ' ') });
    }
  }

  close(name: string): void {
    if (VOID.test(name)) return;
    const element = this.#elements.pop();
    element?.end?.();
  }

  finish(): SourceDocument {
    this.#flush();
    return {
      blocks: nestLists(this.#root),
      left: this.#left,
      notes: {},
      ...(this.#title.trim() && { title: this.#title.trim() }),
    };
  }

  #single(name: string, attributes: Attributes): void {
    const element = this.#elements.at(-1);
    if (element?.silent) return;
    if (name === 'br') this.#runs.push({ ...element?.run, text: '\n' });
    else if (name === 'hr') this.#flush();
    else if (name === 'img') this.#leave('image', attributes['alt'] ?? '');
    else if (name === 'input' && /^(text|button|submit)?$/.test(attributes['type'] ?? '')) {
      this.#leave('embedded', attributes['value'] ?? '');
    }
  }

  #hidden(element: Element, attributes: Attributes): void {
    const style = (attributes['style'] ?? '').replace(/\s+/g, '').toLowerCase();
    if (/mso-list:ignore/.test(style)) {
      const mark = { text: '' };
      this.#mark = mark;
      element.end = () => {
        this.#mark = undefined;
        const { list } = this.#shape;
        if (list) list.ordered = /[\p{L}\p{N}]{1,4}[.)]/u.test(mark.text);
      };
    } else if (/mso-element:comment|mso-comment/.test(style)) element.leave = 'comment';
    else if (/mso-element:(foot|end)note/.test(style)) element.leave = 'footnote';
    else if ('hidden' in attributes || /display:none|mso-hide:all/.test(style)) {
      element.leave = 'hidden';
    }
    if (element.name === 'del' && this.#options.deletions) element.leave = 'deleted';
  }

  #inline(element: Element, name: string, attributes: Attributes): void {
    const { run } = element;
    const style = (attributes['style'] ?? '').replace(/\s+/g, '').toLowerCase();
    if (/^(b|strong|th)$/.test(name)) run.bold = true;
    if (/^(i|em|cite|var|dfn)$/.test(name)) run.italic = true;
    if (/^(s|strike|del)$/.test(name)) run.strike = true;
    if (/^(code|kbd|samp|tt)$/.test(name)) run.code = true;
    if (/font-weight:(bold|[6-9]00)/.test(style)) run.bold = true;
    if (/font-weight:(normal|[1-4]00)/.test(style) || HEADING.test(name)) delete run.bold;
    if (/font-style:italic/.test(style)) run.italic = true;
    if (/font-style:normal/.test(style)) delete run.italic;
    if (name === 'a' && attributes['href'] !== undefined) run.href = attributes['href'];
  }

  #block(element: Element, name: string, attributes: Attributes): void {
    const heading = HEADING.exec(name)?.[1];
    if (heading) this.#line(element, { level: Number(heading), look: {} });
    else if (BLOCK.test(name)) this.#line(element, paragraphShape(attributes));
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#list(element, name === 'ol');
    else if (name === 'li') this.#item(element);
    else if (name === 'blockquote') this.#nested(element, (blocks) => ({ kind: 'quote', blocks }));
    else if (name === 'pre') this.#code(element);
    else this.#table(element, name);
    if (name === 'dt' || name === 'summary') element.run.bold = true;
  }

  /** A paragraph or a heading: what stood open before it ends, and it ends with its element. */
  #line(element: Element, shape: { level?: number; look: Look; list?: ListMark }): void {
    this.#flush();
    const before = this.#shape;
    // A `<p>` in a list item or a cell is of the shape it has by itself.
    this.#shape = shape;
    element.end = () => {
      this.#flush();
      this.#shape = before;
    };
  }

  #nested(element: Element, wrap: (blocks: Block[]) => Block): void {
    this.#flush();
    const before = this.#shape;
    this.#shape = { look: {} };
    this.#sinks.push([]);
    element.end = () => {
      this.#flush();
      const blocks = nestLists(this.#sinks.pop() ?? []);
      this.#shape = before;
      if (blocks.length) this.#sink.push(wrap(blocks));
    };
  }

  #list(element: Element, ordered: boolean): void {
    this.#nested(element, (blocks) => {
      const items: Block[][] = [];
      for (const block of blocks) {
        // A list straight in a list belongs to the item before it, as Word and Docs write it.
        if (block.kind === 'list' && !isItem(block)) (items.at(-1) ?? pushed(items)).push(block);
        else if (block.kind === 'list') items.push(...block.items);
        else items.push([block]);
      }
      return { kind: 'list', ordered, items };
    });
  }

  #item(element: Element): void {
    this.#nested(element, (blocks) => markItem({ kind: 'list', ordered: false, items: [blocks] }));
  }

  #code(element: Element): void {
    this.#flush();
    element.end = () => {
      const text = this.#runs
        .splice(0)
        .map((run) => run.text)
        .join('');
      if (text.trim()) this.#sink.push({ kind: 'code', text });
    };
  }

  #table(element: Element, name: string): void {
    const table = this.#tables.at(-1);
    if (name === 'table') {
      this.#flush();
      const opened: Table = { kind: 'table', header: false, rows: [] };
      this.#tables.push(opened);
      element.end = () => {
        this.#flush();
        this.#tables.pop();
        if (opened.rows.some((row) => row.length)) this.#sink.push(opened);
      };
    } else if (name === 'tr' && table) {
      table.rows.push([]);
    } else if ((name === 'td' || name === 'th') && table) {
      this.#cell(element, table, name);
    }
  }

  #cell(element: Element, table: Table, name: string): void {
    this.#flush();
    delete element.run.bold;
    const row = table.rows.at(-1) ?? pushedRow(table);
    if (name === 'th' && table.rows.length === 1) table.header = true;
    const before = this.#shape;
    this.#shape = { look: {} };
    this.#sinks.push([]);
    element.end = () => {
      this.#flush();
      this.#shape = before;
      row.push(nestLists(this.#sinks.pop() ?? []));
    };
  }

  get #sink(): Block[] {
    return this.#sinks.at(-1) ?? this.#root;
  }

  #flush(): void {
    const runs = tidyRuns(this.#runs.splice(0));
    if (!plain(runs)) return;
    if (++this.#count > LIMITS.paragraphs) {
      throw new ImportError('too-long', { most: LIMITS.paragraphs });
    }
    const { level, look, list } = this.#shape;
    if (level !== undefined) {
      this.#where = plain(runs);
      this.#sink.push({ kind: 'heading', level, runs, look });
    } else this.#sink.push({ kind: 'paragraph', runs, look: { ...look }, ...(list && { list }) });
  }

  #leave(reason: LeftReason, text: string): void {
    const last = this.#left.at(-1);
    if (
      last?.reason === reason &&
      !/^(image|embedded)$/.test(reason) &&
      last.where === this.#where
    ) {
      last.text += text;
    } else if (text.trim() || reason === 'image') {
      this.#left.push({ text, where: this.#where, reason });
    }
  }
}

const items = new WeakSet<List>();
const markItem = (list: List): List => {
  items.add(list);
  return list;
};
const isItem = (list: List): boolean => items.has(list);
const pushed = (all: Block[][]): Block[] => {
  all.push([]);
  return all.at(-1)!;
};
const pushedRow = (table: Table): Block[][] => {
  table.rows.push([]);
  return table.rows.at(-1)!;
};

/** What Word writes in classes and styles of a paragraph. */
function paragraphShape(attributes: Attributes): { level?: number; look: Look; list?: ListMark } {
  const names = attributes['class'] ?? '';
  const style = attributes['style'] ?? '';
  const look: Look = {};
  if (/\bMsoToc\d/i.test(names)) look.toc = true;
  const size = /font-size:\s*([\d.]+)pt/.exec(style)?.[1];
  if (size) look.size = Number(size);
  if (/\bMso(Title)\b/i.test(names)) return { level: 1, look: { ...look, title: true } };
  const list = /mso-list:\s*(l\d+) level(\d)/.exec(style);
  if (!list) return { look };
  return { look, list: { level: Number(list[2]) - 1, ordered: false, list: list[1]! } };
}
