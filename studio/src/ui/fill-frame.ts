/**
 * Shows a page of HTML that was made here in an empty frame. The page's rules allow no style and no
 * HTML from a script: elements are made one by one, and styles become a sheet of the frame's own.
 */
import { Parser } from 'htmlparser2';

const SVG = 'http://www.w3.org/2000/svg';
/** What the frame has already, or what is done another way. */
const OUTER = new Set(['html', 'head', 'body', 'meta', 'title', 'style']);

export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return;
  const { document: page } = view;
  const open: Element[] = [page.body];
  const texts = { title: '', style: '' };
  let current = '';
  page.body.replaceChildren();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        current = name;
        if (name === 'html') page.documentElement.lang = attributes['lang'] ?? '';
        if (name === 'body') page.body.className = attributes['class'] ?? '';
        if (OUTER.has(name)) return;
        const isDrawn = name === 'svg' || open.at(-1)!.namespaceURI === SVG;
        const element = isDrawn ? page.createElementNS(SVG, name) : page.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        open.at(-1)!.append(element);
        open.push(element);
      },
      ontext(text) {
        if (current === 'title' || current === 'style') texts[current] += text;
        else open.at(-1)!.append(text);
      },
      onclosetag(name) {
        current = '';
        if (!OUTER.has(name) && open.length > 1) open.pop();
      },
    },
    { lowerCaseAttributeNames: false },
  );
  parser.end(html);
  page.title = texts.title;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(texts.style);
  page.adoptedStyleSheets = [sheet];
}
