/** Markdown as people and site generators write it → blocks. */
import { marked } from 'marked';
import { wordsOf, type Left, type SourceDocument } from './blocks.js';
import { readHtml } from './html.js';
import { ImportError, LIMITS } from './import-error.js';

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;
// Hugo, Jekyll, Liquid and GitBook; kramdown's attributes; a heading's id.
const SHORTCODE =
  /\{\{[<%][\s\S]{0,2000}?[%>]\}\}|\{%[\s\S]{0,2000}?%\}|\{:[^}\n]*\}|\{#[\w-]+\}/gm;
const FENCE = /^(?: {0,3})(```+|~~~+)[^\n]*\n[\s\S]*?(?:^ {0,3}\1[ \t]*$|$(?![\s\S]))/gm;

/** Reads Markdown; what only a site generator understands is left out and told. */
export function readMarkdown(source: string): SourceDocument {
  const left: Left[] = [];
  // The parser would take minutes to find out.
  let breaks = 0;
  for (const { length } of source.matchAll(/\n\s*\n/g)) breaks += length > 0 ? 1 : 0;
  if (breaks > LIMITS.paragraphs) throw new ImportError('too-long', { most: LIMITS.paragraphs });
  let text = source.replace(/\r\n?/g, '\n');
  const front = FRONT_MATTER.exec(text);
  if (front) text = text.slice(front[0].length);
  const fields = front ? frontFields(front[2] ?? '') : undefined;
  if (fields?.rest) left.push({ text: fields.rest, where: '', reason: 'settings' });
  text = outsideFences(text, (part) =>
    part
      .replace(SHORTCODE, (code) => {
        if (wordsOf(code).length) left.push({ text: code, where: '', reason: 'markup' });
        return '';
      })
      // `####Heading`, as it is often typed.
      .replace(/^(#{1,6})(?=[^\s#])/gm, '$1 '),
  );
  const document = readHtml(toHtml(text));
  return {
    ...document,
    left: [...left, ...document.left],
    ...(fields?.title && { title: fields.title }),
    ...(fields?.summary && { summary: fields.summary }),
  };
}

function toHtml(text: string): string {
  try {
    return marked.parse(text, { gfm: true, async: false });
  } catch {
    // Nested deeper than the parser, or the stack, can follow.
    throw new ImportError('too-deep');
  }
}

function outsideFences(text: string, change: (part: string) => string): string {
  let written = '';
  let at = 0;
  for (const fence of text.matchAll(FENCE)) {
    written += change(text.slice(at, fence.index)) + fence[0];
    at = fence.index + fence[0].length;
  }
  return written + change(text.slice(at));
}

/** The title of a page and what it is about; the rest of its front matter is settings. */
function frontFields(front: string): { title?: string; summary?: string; rest: string } {
  let rest = front;
  const take = (names: string): string | undefined => {
    const line = new RegExp(`^(?:${names})\\s*[:=]\\s*(\\S.*)$`, 'm').exec(rest);
    const value = line?.[1]?.trim().replace(/^(["'])(.*)\1$/, '$2');
    // A value that goes on in the next lines is none that can be read here.
    if (!line || !value || /^[>|]/.test(value)) return undefined;
    rest = rest.replace(line[0], line[0].replace(value, ''));
    return value;
  };
  const title = take('title');
  const summary = take('summary|deck|description');
  return { ...(title && { title }), ...(summary && { summary }), rest };
}

/** Plain text: paragraphs between empty lines. */
export function readPlainText(source: string): SourceDocument {
  const blocks = source
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ kind: 'paragraph' as const, runs: [{ text }], look: {} }));
  return { blocks, left: [], notes: {} };
}
