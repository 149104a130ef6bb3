/** Markdown as the HTML of a page. What is HTML in it is shown as text; only a live example runs. */
import { posix } from 'node:path';
import { Marked } from 'marked';
import { idMaker } from './ids.js';
import { languageOf } from './translated.js';
import { WORDS } from './words.js';

const ENTITIES = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** For text and for attributes in double quotes. */
export const escape = (text) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt()};`);

/** The text of HTML that was made here. */
export const plain = (html) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
      code ? String.fromCodePoint(Number(code)) : (ENTITIES[name] ?? all),
    );

/** A line of a description: text, with code between backticks. */
export const inline = (text) =>
  escape(text.replace(/\s+/g, ' ').trim()).replace(/`([^`]+)`/g, '<code>$1</code>');

/** A heading that links to itself; `html` is safe. */
export const headingOf = (level, id, html) =>
  `<h${level} id="${id}"><a class="anchor" href="#${id}">${html}</a></h${level}>`;

/** Scrolls where it is wide, also by keyboard. */
export const codeBlock = (code, label = 'Code') =>
  `<pre tabindex="0" role="group" aria-label="${escape(label)}"><code>${escape(code)}</code></pre>`;

/** The example as it runs, with the addresses of this site and in English, above its code. */
export function liveExample(code) {
  const running = code
    .replace(/<script[^]*?<\/script>\s*/g, '')
    .replaceAll('"/policies/', '"policies/')
    .replaceAll('href="/policy"', 'href="element-policy-viewer.html"')
    .replace(/<(policy-[a-z]+)\b([^>]*)/g, (tag, name, attributes) =>
      /\slang=/.test(attributes) ? tag : `<${name} lang="en"${attributes}`,
    );
  return `<figure class="example"><div class="live">${running}</div>
${codeBlock(code, 'Code of the example')}
</figure>`;
}

/** Where a link of a guide leads on the site; one that is not on it stays a path that leads nowhere. */
function resolve(href, file, addressOf) {
  if (/^(https?:|mailto:|#)/.test(href)) return href;
  const [path, hash] = href.split('#');
  const target = posix.join(posix.dirname(file), path);
  return `${addressOf(target) ?? `./${target}`}${hash ? `#${hash}` : ''}`;
}

function renderer(file, addressOf, headings) {
  const idOf = idMaker();
  const addressIn = (href) => escape(resolve(href, file, addressOf));
  const language = languageOf(file);
  const words = WORDS[language];
  /** Who follows a link to another language knows before. */
  const languageIn = (href) => {
    const target = posix.join(posix.dirname(file), href.split('#')[0]);
    const isText = addressOf(target)?.endsWith('.html') && !href.startsWith('#');
    return isText && languageOf(target) !== language ? ` hreflang="${languageOf(target)}"` : '';
  };
  const row = (tag, cells, parser) =>
    `<tr>${cells.map(({ tokens }) => `<${tag}>${parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
  return {
    heading({ tokens, depth }) {
      const html = this.parser.parseInline(tokens);
      const text = plain(html);
      const id = idOf(text);
      headings.push({ id, text, depth });
      return depth === 1 ? `<h1 id="${id}">${html}</h1>\n` : `${headingOf(depth, id, html)}\n`;
    },
    code({ text, lang }) {
      return `${lang === 'html live' ? liveExample(text) : codeBlock(text, words.code)}\n`;
    },
    table({ header, rows }) {
      const head = row('th', header, this.parser);
      const body = rows.map((cells) => row('td', cells, this.parser)).join('\n');
      return `<div class="wide" tabindex="0" role="group" aria-label="${words.table}"><table><thead>${head}</thead><tbody>
${body}
</tbody></table></div>\n`;
    },
    link({ href, tokens }) {
      return `<a href="${addressIn(href)}"${languageIn(href)}>${this.parser.parseInline(tokens)}</a>`;
    },
    image({ href, text }) {
      return `<img src="${addressIn(href)}" alt="${escape(text)}" loading="lazy">`;
    },
    html: ({ text }) => (text.startsWith('<!--') ? '' : escape(text)),
  };
}

/**
 * @param {string} file path of the text, from the root
 * @param {(path: string) => string | undefined} addressOf
 */
export function readPage(text, file, addressOf) {
  const headings = [];
  const marked = new Marked({ renderer: renderer(file, addressOf, headings) });
  const html = marked.parse(text);
  const title = headings.find(({ depth }) => depth === 1)?.text ?? file;
  return { title, html, headings: headings.filter(({ depth }) => depth === 2) };
}
