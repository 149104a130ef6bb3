/** The story of a Word document (body, footnotes, headers) → blocks and what was left. */
import {
  nestLists,
  plain,
  tidyRuns,
  type Block,
  type Left,
  type LeftReason,
  type NoteCode,
  type Run,
  type Table,
} from './blocks.js';
import { ASIDES, holdsNotes, withNotes } from './docx-notes.js';
import { Pictures } from './docx-pictures.js';
import {
  listMark,
  paragraphProperty,
  runProperty,
  SKIPPED,
  styleRun,
  type Field,
  type OpenParagraph,
  type OpenRun,
} from './docx-properties.js';
import { headingLevel, isOn, type Numbering, type Styles } from './docx-styles.js';
import { ImportError, LIMITS } from './import-error.js';
import { readXml, type Attributes } from './xml.js';

export interface Context {
  styles: Styles;
  numbering: Numbering;
  /** Relationship id → address outside, or name of a part. */
  links: ReadonlyMap<string, string>;
  left: Left[];
  notes: Partial<Record<NoteCode, number>>;
  /** Text of a footnote, endnote or comment by its kind and id. */
  aside: (kind: string, id: string) => string | undefined;
}

interface OpenTable {
  table: Table;
  row?: Block[][];
  span: number;
  merged: boolean;
  headerRows: number;
}

const HEADING_BOOKMARK = /^(_heading=h\.|_Toc)/;

/** Reads one story. */
export function readStory(xml: string, context: Context): Block[] {
  const reader = new StoryReader(context);
  readXml(xml, reader);
  return nestLists(reader.blocks);
}

class StoryReader {
  readonly blocks: Block[] = [];
  readonly #context: Context;
  #sinks: Block[][] = [this.blocks];
  #paragraphs: OpenParagraph[] = [];
  #tables: OpenTable[] = [];
  #fields: Field[] = [];
  #run: OpenRun = {};
  #skip = 0;
  #inRun = 0;
  #inText: string | undefined;
  #deleted = 0;
  #inserted = 0;
  #links: (string | undefined)[] = [];
  #math: string[] = [];
  readonly #pictures = new Pictures((words) => this.#leave('image', words));
  #mathDepth = 0;
  #toc = 0;
  #boxes: Block[][][] = [];
  #paragraphCount = 0;
  #characters = 0;
  #heading = '';
  #sdt: boolean[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.#skip || SKIPPED.has(name)) {
      // Whether a block is the contents page is the one thing of interest in its properties.
      if (name === 'w:docPartGallery' && /table of contents/i.test(attributes['w:val'] ?? '')) {
        this.#markToc();
      }
      this.#skip++;
      return;
    }
    if (this.#openStructure(name, attributes)) return;
    if (this.#openChange(name)) return;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) this.#within(paragraph, name, attributes);
  };

  readonly text = (text: string): void => {
    if (this.#skip || this.#inText === undefined) return;
    this.#inText += text;
  };

  readonly close = (name: string): void => {
    if (this.#skip) {
      this.#skip--;
      return;
    }
    if (this.#closeText(name)) return;
    if (name === 'w:p') this.#closeParagraph();
    else if (name === 'w:r') this.#inRun--;
    else if (name === 'w:hyperlink') this.#links.pop();
    else if (name === 'w:del' || name === 'w:moveFrom') this.#deleted -= this.#inProperties ? 0 : 1;
    else if (name === 'w:ins' || name === 'w:moveTo') this.#inserted -= this.#inProperties ? 0 : 1;
    else if (name === 'w:pPr' || name === 'w:trPr') this.#inProperties = false;
    else if (name === 'w:sdt' && this.#sdt.pop()) this.#toc--;
    else if (name === 'w:txbxContent') this.#closeBox();
    else this.#closeTable(name);
  };

  #inProperties = false;

  #markToc(): void {
    if (this.#sdt.length && !this.#sdt.at(-1)) {
      this.#sdt[this.#sdt.length - 1] = true;
      this.#toc++;
    }
  }

  #openStructure(name: string, attributes: Attributes): boolean {
    switch (name) {
      case 'w:p':
        this.#openParagraph();
        return true;
      case 'w:pPr':
      case 'w:trPr':
        this.#inProperties = true;
        return true;
      case 'w:sdt':
        this.#sdt.push(false);
        return true;
      case 'w:txbxContent':
        this.#openBox();
        return true;
      case 'w:altChunk':
        this.#leave('embedded', this.#context.links.get(attributes['r:id'] ?? '') ?? '');
        return true;
      default:
        return this.#openTable(name, attributes);
    }
  }

  #openTable(name: string, attributes: Attributes): boolean {
    const open = this.#tables.at(-1);
    if (name === 'w:tbl') {
      const table: Table = { kind: 'table', header: false, rows: [] };
      this.#tables.push({ table, span: 1, merged: false, headerRows: 0 });
    } else if (!open) {
      return false;
    } else if (name === 'w:tr') {
      open.row = [];
    } else if (name === 'w:tblHeader' && isOn(attributes)) {
      if (open.table.rows.length === open.headerRows) open.headerRows++;
    } else if (name === 'w:tc') {
      this.#sinks.push([]);
      open.span = 1;
      open.merged = false;
    } else if (name === 'w:gridSpan') {
      open.span = Math.min(64, Number(attributes['w:val']) || 1);
    } else if (name === 'w:vMerge') {
      open.merged = true;
    } else {
      return false;
    }
    return true;
  }

  #closeTable(name: string): void {
    const open = this.#tables.at(-1);
    if (!open) return;
    if (name === 'w:tc') {
      const cell = nestLists(this.#sinks.pop() ?? []);
      open.row?.push(cell, ...Array.from({ length: open.span - 1 }, () => []));
      if (open.span > 1 || open.merged) this.#note('merged-cells');
    } else if (name === 'w:tr' && open.row) {
      open.table.rows.push(open.row);
      delete open.row;
    } else if (name === 'w:tbl') {
      this.#tables.pop();
      open.table.header = open.headerRows > 0;
      if (open.table.rows.length) this.#sink.push(open.table);
    }
  }

  get #sink(): Block[] {
    return this.#sinks.at(-1) ?? this.blocks;
  }

  #openChange(name: string): boolean {
    // In the properties of a paragraph or a row it is about its mark, and holds no text.
    if (name === 'w:del' || name === 'w:moveFrom') this.#deleted += this.#inProperties ? 0 : 1;
    else if (name === 'w:ins' || name === 'w:moveTo') this.#inserted += this.#inProperties ? 0 : 1;
    else return false;
    return true;
  }

  #openParagraph(): void {
    if (++this.#paragraphCount > LIMITS.paragraphs) {
      throw new ImportError('too-long', { most: LIMITS.paragraphs });
    }
    this.#paragraphs.push({ runs: [], notes: [], look: this.#toc ? { toc: true } : {} });
  }

  #within(paragraph: OpenParagraph, name: string, attributes: Attributes): void {
    if (this.#inProperties)
      return paragraphProperty(paragraph, this.#context.styles, name, attributes);
    switch (name) {
      case 'w:r':
        this.#inRun++;
        this.#run = { ...styleRun(paragraph.style) };
        return;
      case 'w:t':
      case 'w:delText':
      case 'w:instrText':
      case 'm:t':
        this.#inText = '';
        return;
      case 'm:oMath':
        this.#mathDepth++;
        return;
      case 'w:hyperlink':
        this.#links.push(this.#hrefOf(attributes));
        return;
      case 'w:fldSimple':
        return;
      case 'w:fldChar':
        return this.#field(attributes['w:fldCharType'] ?? '');
      case 'w:bookmarkStart':
        if (HEADING_BOOKMARK.test(attributes['w:name'] ?? '')) paragraph.look.bookmark = true;
        return;
      default:
        this.#withinRun(paragraph, name, attributes);
    }
  }

  #withinRun(paragraph: OpenParagraph, name: string, attributes: Attributes): void {
    if (name === 'w:tab' || name === 'w:ptab') this.#add(' ');
    else if (name === 'w:br') this.#add(attributes['w:type'] ? ' ' : '\n');
    else if (name === 'w:cr') this.#add('\n');
    else if (name === 'w:noBreakHyphen') this.#add('\u2011');
    else if (/^(wp:docPr|v:imagedata|a:blip)$/.test(name)) this.#pictures.open(name, attributes);
    else if (name === 'w:object' || name === 'o:OLEObject') {
      if (name === 'o:OLEObject') this.#leave('embedded', attributes['ProgID'] ?? '');
    } else if (Object.hasOwn(ASIDES, name)) this.#aside(name, attributes['w:id'] ?? '');
    else runProperty(this.#run, paragraph.look, this.#context.styles, name, attributes);
  }

  #hrefOf(attributes: Attributes): string | undefined {
    const id = attributes['r:id'];
    const anchor = attributes['w:anchor'];
    const target = id ? this.#context.links.get(id) : undefined;
    if (target !== undefined) return anchor ? `${target}#${anchor}` : target;
    return anchor === undefined ? undefined : `#${anchor}`;
  }

  #field(kind: string): void {
    if (kind === 'begin') this.#fields.push({ instruction: '', reading: true });
    const field = this.#fields.at(-1);
    if (kind === 'separate' && field) {
      field.reading = false;
      const link = /^\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"/.exec(field.instruction);
      if (link) field.href = `${link[1] ? '#' : ''}${link[2]}`;
      if (/^\s*TOC\b/.test(field.instruction)) this.#toc++;
    }
    if (kind === 'end') {
      if (/^\s*TOC\b/.test(this.#fields.pop()?.instruction ?? ''))
        this.#toc = Math.max(0, this.#toc - 1);
    }
    const paragraph = this.#paragraphs.at(-1);
    if (this.#toc && paragraph) paragraph.look.toc = true;
  }

  #closeText(name: string): boolean {
    if (name === 'm:oMath') {
      if (--this.#mathDepth === 0) this.#leave('equation', this.#math.splice(0).join(' '));
      return true;
    }
    if (!/^(w:t|w:delText|w:instrText|m:t)$/.test(name)) return false;
    const text = this.#inText ?? '';
    this.#inText = undefined;
    if (name === 'm:t') {
      if (this.#mathDepth) this.#math.push(text);
      else this.#leave('equation', text);
    } else if (name === 'w:instrText') {
      const field = this.#fields.at(-1);
      if (field?.reading) field.instruction += text;
    } else if (name === 'w:delText' || this.#deleted) {
      this.#leave('deleted', text);
    } else this.#add(text);
    return true;
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || !this.#inRun) return;
    this.#characters += text.length;
    if (this.#characters > LIMITS.characters) {
      throw new ImportError('too-long', { most: LIMITS.paragraphs });
    }
    const { hidden, ...look } = this.#run;
    if (hidden) return this.#leave('hidden', text);
    if (this.#inserted && text.trim()) this.#note('tracked-insertions');
    const href = this.#links.at(-1) ?? this.#fields.findLast((field) => field.href)?.href;
    paragraph.runs.push({ ...look, text, ...(href !== undefined && { href }) });
  }

  #aside(name: string, id: string): void {
    const kind = name.slice(2, -9);
    const text = this.#context.aside(kind, id);
    const paragraph = this.#paragraphs.at(-1);
    if (!text) return;
    if (paragraph && ASIDES[name] === 'footnote' && !this.#deleted) paragraph.notes.push(text);
    else this.#leave(ASIDES[name]!, text);
  }

  #openBox(): void {
    this.#note('text-boxes');
    const box: Block[] = [];
    this.#boxes.push([box]);
    this.#sinks.push(box);
  }

  #closeBox(): void {
    const box = this.#sinks.pop() ?? [];
    this.#boxes.pop();
    // It stands beside the paragraph that holds it: it comes before it, as its own lines.
    this.#sink.push(...nestLists(box));
  }

  #leave(reason: LeftReason, text: string): void {
    const { left } = this.#context;
    const last = left.at(-1);
    // Word cuts a deletion or a hidden passage into many runs.
    const joins = (reason === 'deleted' || reason === 'hidden') && last?.reason === reason;
    if (joins && last.where === this.#heading) last.text += text;
    else if (text.trim() || reason === 'image' || reason === 'embedded') {
      left.push({ text, where: this.#heading, reason });
    }
  }

  #note(code: NoteCode): void {
    const { notes } = this.#context;
    notes[code] = (notes[code] ?? 0) + 1;
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const runs = tidyRuns(paragraph.runs);
    const { styleId, style, look, notes } = paragraph;
    if (!plain(runs)) return this.#leaveNotes(notes);
    if (/^toc \d|^inhopg|^tm \d|^table of/.test(style?.name ?? '')) look.toc = true;
    look.size ??= style?.size ?? 0;
    if (!look.size) delete look.size;
    const level =
      paragraph.outline !== undefined && paragraph.outline < 9
        ? paragraph.outline + 1
        : headingLevel(this.#context.styles, styleId);
    if (level !== undefined && !look.toc && !this.#tables.length) {
      this.#heading = plain(runs);
      this.#leaveNotes(notes);
      if (level === 0) look.title = true;
      this.#sink.push({ kind: 'heading', level: Math.max(1, level), runs: unbold(runs), look });
      return;
    }
    const holds = holdsNotes(runs) && !look.toc;
    if (holds) notes.forEach(() => this.#note('footnotes'));
    else this.#leaveNotes(notes);
    const list = listMark(paragraph, this.#context.numbering);
    const all = holds ? tidyRuns(withNotes(runs, notes)) : runs;
    this.#sink.push({ kind: 'paragraph', runs: all, look, ...list });
  }

  #leaveNotes(notes: readonly string[]): void {
    for (const text of notes) this.#leave('footnote', text);
  }
}

const unbold = (runs: readonly Run[]): Run[] => runs.map(({ bold: _bold, ...run }) => run);
