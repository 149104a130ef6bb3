import { html, nothing, type TemplateResult } from 'lit';
import { isParagraph, type MarkdownTree } from '../policy/markdown-tree.js';
import { dynamicTag } from '../rendering/dynamic-tag.js';
import { safeImage, safeLink } from '../policy/url.js';

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
  /** The tree of a text. */
  tree: (markdown: string) => MarkdownTree;
}

type Rendered = TemplateResult | string | typeof nothing;

/** Templates of a Markdown text. Only what stands here is ever rendered; raw HTML shows as text. */
export const renderMarkdown = (markdown: string, context: MarkdownContext): unknown =>
  attempt(markdown, context, (tree) => new Renderer(context, tree).nodes(tree));

/** Templates of a text of one line: no paragraphs, lists or headings of its own. */
export const renderInline = (markdown: string, context: MarkdownContext): unknown =>
  attempt(markdown, context, (tree) =>
    new Renderer(context, tree).nodes(isParagraph(tree) ? tree[0]!.slice(1) : tree),
  );

function attempt(
  markdown: string,
  { tree }: MarkdownContext,
  render: (tree: MarkdownTree) => unknown,
): unknown {
  try {
    return render(tree(markdown));
  } catch {
    // Nested too deeply.
    return html`<p>${markdown}</p>`;
  }
}

// A tree may come from a file that somebody made: nothing in it is taken for what it should be.
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Levels of a text that are drawn; one that is deeper shows as it was written. */
const DEEPEST = 100;
const ALIGNMENTS = new Set<unknown>(['center', 'right']);

class Renderer {
  readonly #context: MarkdownContext;
  /** Depths of headings in use: a text that starts with `###` or leaves one out still nests by one. */
  readonly #depths: unknown[];
  #level = 0;

  constructor(context: MarkdownContext, tree: MarkdownTree) {
    this.#context = context;
    const headings = tree.filter((node) => node?.[0] === 'h');
    this.#depths = [...new Set(headings.map((node) => node[1]))].sort();
  }

  nodes(nodes: unknown): Rendered | Rendered[] {
    // What is deeper is drawn by a stack that ends sooner in one engine than in another.
    if (++this.#level > DEEPEST) throw new RangeError('nested too deeply');
    const all = list(nodes);
    const drawn = all.length === 1 ? this.#node(all[0]) : all.map((node) => this.#node(node));
    this.#level--;
    return drawn;
  }

  #node(node: unknown): Rendered {
    if (typeof node === 'string') return node;
    const [tag, ...rest] = list(node);
    switch (tag) {
      case 'p':
        return html`<p>${this.nodes(rest)}</p>`;
      case 'b':
        return html`<strong>${this.nodes(rest)}</strong>`;
      case 'i':
        return html`<em>${this.nodes(rest)}</em>`;
      case 's':
        return html`<del>${this.nodes(rest)}</del>`;
      case 'c':
        return html`<code>${text(rest[0])}</code>`;
      case 'br':
        return html`<br />`;
      case 'a':
        return this.#link(rest);
      case 'li':
        return html`<li>${this.nodes(rest)}</li>`;
      default:
        return this.#rare(tag, rest);
    }
  }

  #rare(tag: unknown, rest: unknown[]): Rendered {
    switch (tag) {
      case 'ul':
        return rest.length && rest.every((item) => list(item)[0] === 'task')
          ? html`<ul class="tasks" role="list">${this.nodes(rest)}</ul>`
          : html`<ul>${this.nodes(rest)}</ul>`;
      case 'ol':
        return html`<ol start=${Number(rest[0]) || 1}>${this.nodes(rest.slice(1))}</ol>`;
      case 'task':
        return this.#task(rest);
      case 'h':
        return this.#heading(rest);
      case 'q':
        return html`<blockquote>${this.nodes(rest)}</blockquote>`;
      case 'pre':
        return html`<pre tabindex="0" role="group" aria-label=${this.#context.scrolls}><code>${text(rest[0])}</code></pre>`;
      case 'hr':
        return html`<hr />`;
      case 'table':
        return this.#table(rest);
      case 'img':
        return this.#image(rest);
      default:
        return nothing;
    }
  }

  #heading([depth, ...rest]: unknown[]): TemplateResult {
    const rank = Math.max(this.#depths.indexOf(depth), 0);
    const level = Math.min(this.#context.level + rank, 6);
    return dynamicTag(`h${level}`)`<$ class=${`heading-${rank + 1}`}>${this.nodes(rest)}</$>`;
  }

  #task([checked, label, ...rest]: unknown[]): TemplateResult {
    return html`<li class="task">
      <label><input type="checkbox" disabled ?checked=${Boolean(checked)} /> <span>${this.nodes(label)}</span></label>
      ${this.nodes(rest)}
    </li>`;
  }

  #table([alignments, header, rows]: unknown[]): TemplateResult {
    const align = (at: number) => {
      const wanted = list(alignments)[at];
      return ALIGNMENTS.has(wanted) ? wanted : nothing;
    };
    const head = list(header).map((cell, at) =>
      list(cell).length
        ? html`<th scope="col" class=${align(at)}>${this.nodes(cell)}</th>`
        : html`<td></td>`,
    );
    const body = list(rows).map(
      (row) => html`<tr>
        ${list(row).map((cell, at) => html`<td class=${align(at)}>${this.nodes(cell)}</td>`)}
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
          ${body}
        </tbody>
      </table>
    </div>`;
  }

  #link([to, title, ...rest]: unknown[]): Rendered {
    const address = text(to);
    const content = this.nodes(rest);
    if (address.startsWith('#')) return this.#reference(address.slice(1), rest.length > 0, content);
    const href = safeLink(address, this.#context.base);
    if (!href) return html`${content}`;
    return html`<a href=${href} title=${text(title) || nothing}>${rest.length ? content : address}</a>`;
  }

  #reference(id: string, named: boolean, content: unknown): TemplateResult {
    const target = this.#context.resolve(id);
    if (!target) return html`${named ? content : `#${id}`}`;
    const { href, title, lang } = target;
    if (!href) return named ? html`${content}` : html`<span lang=${lang}>${title}</span>`;
    return named
      ? html`<a href=${href}>${content}</a>`
      : html`<a href=${href} lang=${lang}>${title}</a>`;
  }

  #image([address, alternative]: unknown[]): Rendered {
    const alt = text(alternative);
    const src = safeImage(text(address), this.#context.base);
    if (!src) return alt;
    return html`<img src=${src} alt=${alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" />`;
  }
}
