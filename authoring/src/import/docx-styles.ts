/** Styles and numbering of a Word document. */
import { readXml, type Attributes } from './xml.js';

export interface Style {
  name: string;
  basedOn?: string;
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
  size?: number;
  outline?: number;
  numId?: string;
  ilvl?: number;
  isDefault?: boolean;
}
export type Styles = ReadonlyMap<string, Style>;

/** `<w:b/>` is on, `<w:b w:val="0"/>` is off. */
export const isOn = (attributes: Attributes): boolean =>
  !/^(0|false|off|none)$/.test(attributes['w:val'] ?? '');

export function readStyles(xml: string | undefined): Styles {
  const styles = new Map<string, Style>();
  if (!xml) return styles;
  let style: Style | undefined;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'w:style') {
        style = { name: '' };
        if (attributes['w:default'] === '1' && attributes['w:type'] === 'paragraph') {
          style.isDefault = true;
        }
        styles.set(attributes['w:styleId'] ?? '', style);
      } else if (style) {
        styleField(style, name, attributes);
      }
    },
    close: (name) => {
      if (name === 'w:style') style = undefined;
    },
  });
  return styles;
}

function styleField(style: Style, name: string, attributes: Attributes): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:name') style.name = value.toLowerCase();
  else if (name === 'w:basedOn') style.basedOn = value;
  else if (name === 'w:b') style.bold = isOn(attributes);
  else if (name === 'w:i') style.italic = isOn(attributes);
  else if (name === 'w:caps') style.caps = isOn(attributes);
  else if (name === 'w:vanish') style.hidden = isOn(attributes);
  else if (name === 'w:sz') style.size = Number(value) / 2;
  else if (name === 'w:outlineLvl') style.outline = Number(value);
  else if (name === 'w:numId') style.numId = value;
  else if (name === 'w:ilvl') style.ilvl = Number(value);
}

/** A style with all that it takes from those it is based on. */
export function resolveStyle(styles: Styles, id: string | undefined): Style | undefined {
  const chain: Style[] = [];
  let next = id;
  while (next !== undefined && chain.length < 20) {
    const style = styles.get(next);
    if (!style) break;
    chain.unshift(style);
    next = style.basedOn;
  }
  return chain.length ? (Object.assign({}, ...chain) as Style) : undefined;
}

const HEADING = /^(?:heading|kop|titre|überschrift|rubrik|otsikko|título|titolo)\s*([1-9])$/;

/** 1 to 9 for a heading, 0 for the title of the document. */
export function headingLevel(styles: Styles, id: string | undefined): number | undefined {
  let next = id;
  for (let steps = 0; next !== undefined && steps < 20; steps++) {
    const style = styles.get(next);
    if (!style) return undefined;
    const level = HEADING.exec(style.name)?.[1];
    if (level) return Number(level);
    if (style.name === 'title' || style.name === 'titel') return 0;
    if (style.outline !== undefined && style.outline < 9) return style.outline + 1;
    next = style.basedOn;
  }
  return undefined;
}

export interface Numbering {
  /** How a level of a list is numbered: `decimal`, `bullet`, `none` … */
  format: (numId: string, level: number) => string | undefined;
}

export function readNumbering(xml: string | undefined): Numbering {
  const levels = new Map<string, string>();
  const abstractOf = new Map<string, string>();
  let abstract = '';
  let num = '';
  let level = '';
  if (xml) {
    readXml(xml, {
      open: (name, attributes) => {
        if (name === 'w:abstractNum') abstract = `a${attributes['w:abstractNumId']}`;
        else if (name === 'w:num') num = `${attributes['w:numId']}`;
        else if (name === 'w:abstractNumId') abstractOf.set(num, `a${attributes['w:val']}`);
        else if (name === 'w:lvlOverride' || name === 'w:lvl') level = `${attributes['w:ilvl']}`;
        else if (name === 'w:numFmt') {
          levels.set(`${num || abstract}/${level}`, attributes['w:val'] ?? 'decimal');
        }
      },
      close: (name) => {
        if (name === 'w:abstractNum') abstract = '';
        if (name === 'w:num') num = '';
      },
    });
  }
  return {
    format: (numId, at) =>
      levels.get(`${numId}/${at}`) ?? levels.get(`${abstractOf.get(numId)}/${at}`),
  };
}
