/** XML as events, by the prefixes that everybody uses, whatever the document calls them. */
import { Parser } from 'htmlparser2';
import { ImportError, LIMITS } from './import-error.js';

export type Attributes = Readonly<Record<string, string>>;
export interface XmlHandler {
  open: (name: string, attributes: Attributes) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
}

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml(\/2006)?\/main$/, 'w'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/officeDocument(\/2006)?\/math$/, 'm'],
  [/drawingml(\/2006)?\/main$/, 'a'],
  [/drawingml(\/2006)?\/wordprocessingDrawing$/, 'wp'],
  [/officeDocument(\/2006)?\/relationships$/, 'r'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/word\/2010\/wordprocessingShape$/, 'wps'],
];

/**
 * Goes through a document. The parser knows no entities of the document's own, so that none of
 * them can grow; a document that ends before its root does is damaged.
 */
export function readXml(xml: string, handler: XmlHandler): void {
  const prefixes = new Map<string, string>();
  const known = (name: string): string => {
    if (!prefixes.size) return name;
    const colon = name.indexOf(':');
    const prefix = prefixes.get(colon < 0 ? '' : name.slice(0, colon));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  };
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > LIMITS.depth) throw new ImportError('too-deep');
        learn(attributes, prefixes);
        const named = prefixes.size
          ? Object.fromEntries(
              Object.entries(attributes).map(([key, value]) => [
                key.includes(':') ? known(key) : key,
                value,
              ]),
            )
          : attributes;
        handler.open(known(name), named);
      },
      onclosetag: (name) => {
        depth--;
        handler.close(known(name));
      },
      ontext: (text) => handler.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  const open = depth;
  parser.end();
  if (open > 0) throw new ImportError('damaged');
}

/** Only what is called otherwise than usual has to be looked up. */
function learn(attributes: Attributes, prefixes: Map<string, string>): void {
  for (const [key, value] of Object.entries(attributes)) {
    const own = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : undefined;
    if (own === undefined) continue;
    const usual = PREFIXES.find(([namespace]) => namespace.test(value))?.[1];
    if (usual !== undefined && usual !== own) prefixes.set(own, usual);
  }
}
