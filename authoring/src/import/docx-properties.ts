/** What the properties of a paragraph and of a run say. */
import type { Look, Paragraph, Run } from './blocks.js';
import { isOn, resolveStyle, type Numbering, type Style, type Styles } from './docx-styles.js';
import type { Attributes } from './xml.js';

/** A field of Word, such as a link or a contents page. */
export interface Field {
  instruction: string;
  reading: boolean;
  href?: string;
}
export interface OpenParagraph {
  /** Footnotes that it names. */
  notes: string[];
  runs: Run[];
  look: Look;
  styleId?: string;
  style?: Style | undefined;
  numId?: string;
  ilvl?: number;
  outline?: number;
}

export type OpenRun = Partial<Run> & { hidden?: boolean };

export const styleRun = (style: Style | undefined): OpenRun => ({
  ...(style?.bold && { bold: true as const }),
  ...(style?.italic && { italic: true as const }),
  ...(style?.hidden && { hidden: true }),
});

export function runProperty(
  run: OpenRun,
  look: Look,
  styles: Styles,
  name: string,
  attributes: Attributes,
): void {
  const set = (key: 'bold' | 'italic' | 'strike') => {
    if (isOn(attributes)) run[key] = true;
    else delete run[key];
  };
  if (name === 'w:b') set('bold');
  else if (name === 'w:i') set('italic');
  else if (name === 'w:strike' || name === 'w:dstrike') set('strike');
  else if (name === 'w:vanish') run.hidden = isOn(attributes);
  else if (name === 'w:rStyle')
    Object.assign(run, styleRun(resolveStyle(styles, attributes['w:val'])));
  else if (name === 'w:sz') {
    const size = Number(attributes['w:val']) / 2;
    if (size > (look.size ?? 0)) look.size = size;
  }
}

export function paragraphProperty(
  paragraph: OpenParagraph,
  styles: Styles,
  name: string,
  attributes: Attributes,
): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:pStyle') {
    paragraph.styleId = value;
    paragraph.style = resolveStyle(styles, value);
  } else if (name === 'w:numId') paragraph.numId = value;
  else if (name === 'w:ilvl') paragraph.ilvl = Number(value);
  else if (name === 'w:outlineLvl') paragraph.outline = Number(value);
  else if (name === 'w:ind') {
    const left = Number(attributes['w:left'] ?? attributes['w:start'] ?? 0);
    if (left >= 280) paragraph.look.indented = true;
  }
}

/** The list a paragraph is in, and how deep. */
export function listMark(paragraph: OpenParagraph, numbering: Numbering): Pick<Paragraph, 'list'> {
  const numId = paragraph.numId ?? paragraph.style?.numId;
  if (!numId || numId === '0') return {};
  const level = paragraph.ilvl ?? paragraph.style?.ilvl ?? 0;
  const format = numbering.format(numId, level);
  if (format === undefined || format === 'none') return {};
  return { list: { level, ordered: format !== 'bullet', list: numId } };
}

// What stands within is another version of the same, or says nothing of its own.
export const SKIPPED = new Set([
  'mc:Fallback',
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:sdtPr',
  'w:sectPr',
  'w:tblGrid',
  'w:rt',
]);
