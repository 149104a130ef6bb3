/** A drawing is a document: only one that does nothing and asks for nothing is taken. */
import { Parser } from 'htmlparser2';

const ACTIVE =
  /^(script|handler|listener|foreignobject|iframe|frame|object|embed|audio|video|canvas|html|body|base|link|meta)$/;
const FONT_OR_IMAGE =
  /^data:(image\/(png|jpe?g|gif|webp)|font\/[\w-]+|application\/font-[\w-]+)[;,]/i;

/** An address within the drawing itself. */
const isOwn = (address: string): boolean => {
  const text = address.trim();
  return text === '' || text.startsWith('#') || FONT_OR_IMAGE.test(text);
};

function unsafeStyle(style: string): boolean {
  // Escapes and comments can hide what is looked for.
  if (/@import|image-set|expression|\\|\/\*/i.test(style)) return true;
  const addresses = style.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/gis);
  const found = [...addresses].map(([, , address]) => address!);
  return found.length !== (style.match(/url\(/gi)?.length ?? 0) || !found.every(isOwn);
}

const local = (name: string): string => name.toLowerCase().replace(/^.*:/, '');

function unsafeAttribute(name: string, value: string): boolean {
  const own = local(name);
  if (/^on[a-z]+$/.test(own) || own === 'base') return true;
  if (own === 'href' || own === 'src') return !isOwn(value);
  // What an animation writes into.
  if (own === 'attributename') return /^(xlink:)?href$|^on/i.test(value.trim());
  return unsafeStyle(value) || /javascript:/i.test(value);
}

/** What is unsafe in a drawing, in a word; nothing where it is sound. */
export function unsafeInSvg(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'encoding';
  }
  let unsafe: string | undefined;
  let style: string | undefined;
  const parser = new Parser(
    {
      onprocessinginstruction(name, data) {
        const isPlain = /^\?xml$/i.test(name) || (/^!doctype$/i.test(name) && !data.includes('['));
        if (!isPlain) unsafe ??= name;
      },
      onopentag(name, attributes) {
        if (ACTIVE.test(local(name))) unsafe ??= name;
        if (local(name) === 'style') style = '';
        for (const [each, value] of Object.entries(attributes)) {
          // Editors of drawings name their own website in these.
          if (/^xmlns(:|$)/i.test(each)) continue;
          if (unsafeAttribute(each, value)) unsafe ??= each;
        }
      },
      ontext(data) {
        if (style !== undefined) style += data;
      },
      onclosetag(name) {
        if (local(name) !== 'style' || style === undefined) return;
        if (unsafeStyle(style)) unsafe ??= name;
        style = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (style !== undefined) unsafe ??= 'style';
  return unsafe;
}
