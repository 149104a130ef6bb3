import { html, nothing, type TemplateResult } from 'lit';
import type { Token, Tokens } from 'marked';
import { decodeEntities } from '../policy/entities.js';
import { safeImage, safeLink } from '../policy/url.js';
import { parseMarkdown } from './parse.js';

/** What a reference `#id` leads to. */
export interface Reference {
  /** Absent where what it refers to is on no page. */
  href: string | undefined;
  /** Stands in for an empty link text. */
  title: string;
  lang: string;
}

export interface MarkdownContext {
  /** Level of the highest heading in the text, 1 to 6. */
  level: number;
  /** Where relative addresses start from. */
  base?: string | undefined;
  /** Names what is wider than the page and can be scrolled, in the language of the labels. */
  scrolls: string;
  /** What an id of the same policy refers to; `undefined` where it leads to nothing. */
  resolve(id: string): Reference | undefined;
}

type Rendered = TemplateResult | string | typeof nothing;

/** Templates of a Markdown text. Only what stands here is ever rendered; raw HTML shows as text. */
export const renderMarkdown = (markdown: string, context: MarkdownContext): Rendered[] =>
  attempt(markdown, (tokens) => new Renderer(context, headingDepths(tokens)).blocks(tokens));

/** Templates of a text of one line: no paragraphs, lists or headings of its own. */
export function renderInline(markdown: string, context: MarkdownContext): Rendered[] {
  return attempt(markdown, (tokens) => {
    const renderer = new Renderer(context, []);
    const only = tokens.length === 1 ? tokens[0] : undefined;
    return only?.type === 'paragraph' ? renderer.inline(only.tokens) : renderer.blocks(tokens);
  });
}

/** Whether a text is a single paragraph, so that it can stand in a line. */
export const isInline = (markdown: string): boolean => {
  const tokens = parseMarkdown(markdown);
  return tokens.length === 1 && tokens[0]!.type === 'paragraph';
};

function attempt(markdown: string, render: (tokens: Token[]) => Rendered[]): Rendered[] {
  try {
    return render(parseMarkdown(markdown));
  } catch {
    // Nested deeper than the stack.
    return [html`<p>${markdown}</p>`];
  }
}

/** Depths of headings in use: a text that starts with `###` or leaves one out still nests by one. */
const headingDepths = (tokens: readonly Token[]): number[] =>
  [
    ...new Set(
      tokens.flatMap((token) => (token.type === 'heading' ? [token.depth as number] : [])),
    ),
  ].sort();

const ALIGNMENTS: Readonly<Record<string, string>> = { center: 'center', right: 'right' };

class Renderer {
  readonly #context: MarkdownContext;
  readonly #depths: readonly number[];

  constructor(context: MarkdownContext, depths: readonly number[]) {
    this.#context = context;
    this.#depths = depths;
  }

  blocks(tokens: readonly Token[] | undefined): Rendered[] {
    return (tokens ?? []).map((token) => this.#block(token));
  }

  inline(tokens: readonly Token[] | undefined): Rendered[] {
    return (tokens ?? []).map((token) => this.#inline(token));
  }

  #block(token: Token): Rendered {
    switch (token.type) {
      case 'space':
      case 'def':
        return nothing;
      case 'heading':
        return this.#heading(token as Tokens.Heading);
      case 'list':
        return this.#list(token as Tokens.List);
      case 'blockquote':
        return html`<blockquote>${this.blocks(token.tokens)}</blockquote>`;
      case 'code':
        return html`<pre tabindex="0" role="group" aria-label=${this.#context.scrolls}><code>${token.text}</code></pre>`;
      case 'hr':
        return html`<hr />`;
      case 'table':
        return this.#table(token as Tokens.Table);
      case 'html':
        return html`<p>${(token as Tokens.HTML).text.trim()}</p>`;
      case 'paragraph':
        return html`<p>${this.inline(token.tokens)}</p>`;
      case 'text':
        return html`${token.tokens ? this.inline(token.tokens) : decodeEntities(token.raw)}`;
      default:
        return this.#inline(token);
    }
  }

  #inline(token: Token): Rendered {
    switch (token.type) {
      case 'text':
        return token.tokens
          ? html`${this.inline(token.tokens)}`
          : decodeEntities(token.text as string);
      case 'escape':
        return token.text as string;
      case 'strong':
        return html`<strong>${this.inline(token.tokens)}</strong>`;
      case 'em':
        return html`<em>${this.inline(token.tokens)}</em>`;
      case 'del':
        return html`<del>${this.inline(token.tokens)}</del>`;
      case 'codespan':
        return html`<code>${token.text}</code>`;
      case 'br':
        return html`<br />`;
      case 'link':
        return this.#link(token as Tokens.Link);
      case 'image':
        return this.#image(token as Tokens.Image);
      case 'checkbox':
        return nothing;
      default:
        return token.raw;
    }
  }

  #heading(token: Tokens.Heading): TemplateResult {
    const rank = this.#depths.indexOf(token.depth);
    const level = Math.min(this.#context.level + Math.max(rank, 0), 6);
    const content = this.inline(token.tokens);
    const name = `heading-${rank + 1}`;
    switch (level) {
      case 1:
        return html`<h1 class=${name}>${content}</h1>`;
      case 2:
        return html`<h2 class=${name}>${content}</h2>`;
      case 3:
        return html`<h3 class=${name}>${content}</h3>`;
      case 4:
        return html`<h4 class=${name}>${content}</h4>`;
      case 5:
        return html`<h5 class=${name}>${content}</h5>`;
      default:
        return html`<h6 class=${name}>${content}</h6>`;
    }
  }

  #list(token: Tokens.List): TemplateResult {
    const items = token.items.map((item) =>
      item.task ? this.#task(item) : html`<li>${this.blocks(item.tokens)}</li>`,
    );
    if (token.ordered) return html`<ol start=${token.start || 1}>${items}</ol>`;
    const tasks = token.items.every((item) => item.task);
    return tasks ? html`<ul class="tasks" role="list">${items}</ul>` : html`<ul>${items}</ul>`;
  }

  #task(item: Tokens.ListItem): TemplateResult {
    const [first, ...rest] = item.tokens.filter((token) => token.type !== 'checkbox');
    const text = first && 'tokens' in first ? this.inline(first.tokens) : nothing;
    return html`<li class="task">
      <label><input type="checkbox" disabled ?checked=${item.checked ?? false} /> <span>${text}</span></label>
      ${this.blocks(rest)}
    </li>`;
  }

  #table(token: Tokens.Table): TemplateResult {
    const align = (cell: Tokens.TableCell) => ALIGNMENTS[cell.align ?? ''] ?? nothing;
    const head = token.header.map((cell) =>
      cell.tokens.length
        ? html`<th scope="col" class=${align(cell)}>${this.inline(cell.tokens)}</th>`
        : html`<td></td>`,
    );
    const rows = token.rows.map(
      (row) => html`<tr>
        ${row.map((cell) => html`<td class=${align(cell)}>${this.inline(cell.tokens)}</td>`)}
      </tr>`,
    );
    return html`<div class="table" tabindex="0" role="group" aria-label=${this.#context.scrolls}>
      <table>
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
  }

  #link(token: Tokens.Link): Rendered {
    const address = decodeEntities(token.href);
    const content = this.inline(token.tokens);
    if (address.startsWith('#')) return this.#reference(address.slice(1), content);
    const href = safeLink(address, this.#context.base);
    if (!href) return html`${content}`;
    const title = token.title ? decodeEntities(token.title) : nothing;
    return html`<a href=${href} title=${title}>${content.length ? content : address}</a>`;
  }

  #reference(id: string, content: Rendered[]): TemplateResult {
    const target = this.#context.resolve(id);
    if (!target) return html`${content.length ? content : `#${id}`}`;
    const { href, title, lang } = target;
    if (!href) return content.length ? html`${content}` : html`<span lang=${lang}>${title}</span>`;
    return content.length
      ? html`<a href=${href}>${content}</a>`
      : html`<a href=${href} lang=${lang}>${title}</a>`;
  }

  #image(token: Tokens.Image): Rendered {
    const alt = decodeEntities(token.text);
    const src = safeImage(decodeEntities(token.href), this.#context.base);
    if (!src) return alt;
    return html`<img src=${src} alt=${alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" />`;
  }
}
