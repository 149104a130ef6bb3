/** A Word document (.docx) → blocks, and a list of what is in the file and not in them. */
import { textOf, wordsOf, type Left, type SourceDocument } from './blocks.js';
import { readStory, type Context } from './docx-body.js';
import { readNumbering, readStyles } from './docx-styles.js';
import { ImportError } from './import-error.js';
import { readXml } from './xml.js';
import { Zip } from './zip.js';

interface Relationship {
  type: string;
  target: string;
  outside: boolean;
}

/** Reads a Word document. Throws `ImportError` for what is none, or must not be read. */
export function readDocx(zip: Zip): SourceDocument {
  const main = mainPart(zip);
  const xml = zip.text(main);
  if (xml === undefined) throw new ImportError('damaged');
  const relations = relationsOf(zip, main);
  const left: Left[] = [];
  const notes = {};
  const base: Context = {
    styles: readStyles(partOf(zip, relations, 'styles')),
    numbering: readNumbering(partOf(zip, relations, 'numbering')),
    links: linksOf(relations),
    left,
    notes,
    aside: () => undefined,
  };
  const asides = asidesOf(zip, relations, base);
  const blocks = readStory(xml, { ...base, aside: (kind, id) => asides.get(`${kind}/${id}`) });
  left.push(...aroundThePage(zip, relations, base), ...diagrams(zip, relations));
  return { blocks, left, notes };
}

function mainPart(zip: Zip): string {
  const types = zip.text('[Content_Types].xml') ?? '';
  const macros = [...zip.entries.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  if (macros || /macroEnabled/.test(types)) throw new ImportError('macros');
  const office = [...relationsOf(zip, '').values()].find(({ type }) => type === 'officeDocument');
  const name = office?.target ?? 'word/document.xml';
  if (!zip.entries.has(name)) throw new ImportError('damaged');
  return name;
}

/** Relationships of a part, by id. What leads outside the file is an address, and never fetched. */
function relationsOf(zip: Zip, part: string): Map<string, Relationship> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const xml = zip.text(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const found = new Map<string, Relationship>();
  if (!xml) return found;
  readXml(xml, {
    open: (name, attributes) => {
      if (!/(^|:)Relationship$/.test(name)) return;
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      const outside = TargetMode === 'External';
      found.set(Id, {
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: outside ? Target : resolvePart(folder, Target),
        outside,
      });
    },
    close: () => undefined,
  });
  return found;
}

/** A name within the file: `..` never leads out of it. */
function resolvePart(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const linksOf = (relations: ReadonlyMap<string, Relationship>): Map<string, string> =>
  new Map(
    [...relations].flatMap(([id, { type, target }]) =>
      type === 'hyperlink' || type === 'aFChunk' ? [[id, target]] : [],
    ),
  );

const partOf = (zip: Zip, relations: ReadonlyMap<string, Relationship>, type: string) => {
  const found = [...relations.values()].find((each) => each.type === type && !each.outside);
  return found && zip.text(found.target);
};

const NOTES = [
  ['footnotes', 'footnote'],
  ['endnotes', 'endnote'],
  ['comments', 'comment'],
] as const;

/** Texts of footnotes, endnotes and comments by `<kind>/<id>`. */
function asidesOf(
  zip: Zip,
  relations: ReadonlyMap<string, Relationship>,
  context: Context,
): Map<string, string> {
  const asides = new Map<string, string>();
  for (const [part, kind] of NOTES) {
    const xml = partOf(zip, relations, part);
    if (!xml) continue;
    for (const { id, body } of pieces(xml, kind)) {
      const text = textOf(readStory(body, { ...context, notes: {} })).trim();
      if (text) asides.set(`${kind}/${id}`, text);
    }
  }
  return asides;
}

/** Each note of a part as a document of its own. */
function* pieces(xml: string, kind: string): Iterable<{ id: string; body: string }> {
  const root = /<(?:\w+:)?(?:footnotes|endnotes|comments)\b[^>]*>/.exec(xml)?.[0] ?? '';
  const rootName = /<([\w:]+)/.exec(root)?.[1] ?? '';
  const piece = new RegExp(`<((?:\\w+:)?${kind})\\s([^>]*)>[\\s\\S]*?</\\1>`, 'g');
  for (const [body, , attributes = ''] of xml.matchAll(piece)) {
    const id = /\bw?:?id="([^"]*)"/.exec(attributes)?.[1];
    if (id !== undefined && !/type="(separator|continuation)/.test(attributes)) {
      yield { id, body: `${root}${body}</${rootName}>` };
    }
  }
}

function aroundThePage(
  zip: Zip,
  relations: ReadonlyMap<string, Relationship>,
  context: Context,
): Left[] {
  const found = [...relations.values()].flatMap(({ type, target, outside }): Left[] => {
    const xml = !outside && /^(header|footer)$/.test(type) ? zip.text(target) : undefined;
    if (!xml) return [];
    const text = textOf(readStory(xml, { ...context, notes: {} })).trim();
    return text
      ? [
          {
            text,
            where: '',
            reason: 'header-or-footer',
            ...(type === 'header' && { header: true }),
          },
        ]
      : [];
  });
  return found;
}

/** Texts of charts and SmartArt, which stand in parts of their own. */
function diagrams(zip: Zip, relations: ReadonlyMap<string, Relationship>): Left[] {
  return [...relations.values()].flatMap(({ type, target, outside }): Left[] => {
    const xml = !outside && /^(diagramData|chart)$/.test(type) ? zip.text(target) : undefined;
    if (!xml) return [];
    const texts: string[] = [];
    let depth = 0;
    readXml(xml, {
      open: (name) => (depth += /^(a:t|c:v)$/.test(name) ? 1 : 0),
      close: (name) => (depth -= /^(a:t|c:v)$/.test(name) ? 1 : 0),
      text: (text) => {
        if (depth) texts.push(text);
      },
    });
    const text = texts.join(' ').trim();
    return wordsOf(text).length ? [{ text, where: '', reason: 'diagram' }] : [];
  });
}
