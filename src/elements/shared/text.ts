import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { renderInline, renderMarkdown } from '../../markdown/render.js';
import { isParagraph } from '../../policy/markdown-tree.js';
import { treeOf } from '../../policy/parser.js';
import type { Text } from '../../policy/schema.js';
import type { LocalizedText } from '../../policy/text.js';
import type { PolicyView } from './policy-view.js';

type Part = TemplateResult | string | typeof nothing;

/**
 * A text may come in another language than the reader's. It then carries its own `lang`, and says
 * so in words, unless what it stands in has told it already (`told`).
 */
const onlyIn = (view: PolicyView, { lang }: LocalizedText, told?: string): Part => {
  if (lang === view.lang || lang === told) return nothing;
  const language = view.l10n.formats.language(lang);
  return html` <span class="only-in">${view.l10n.msg(str`only available in ${language}`, { id: 'only-in' })}</span>`;
};

/** The attribute `lang` of a text, where it differs from the language of the labels around it. */
export const langOf = ({ l10n }: PolicyView, found: LocalizedText): string | typeof nothing =>
  found.lang === l10n.labels ? nothing : found.lang;

/** A plain text. */
export function plain(view: PolicyView, text: Text | undefined, told?: string): Part {
  const found = view.text(text);
  if (!found) return nothing;
  const lang = langOf(view, found);
  if (lang === nothing) return found.text;
  return html`<span lang=${lang}>${found.text}</span>${onlyIn(view, found, told)}`;
}

const context = (view: PolicyView, level: number) => ({
  level,
  base: view.base,
  scrolls: view.l10n.msg('Can be scrolled sideways', { id: 'scrolls' }),
  resolve: view.resolve,
  tree: (markdown: string) => treeOf(view.read, markdown),
});

/** A name: one that is written once is a proper name, the same in every language. */
export const nameOf = (view: PolicyView, name: Text | undefined, told?: string): Part =>
  typeof name === 'string' ? html`<span lang="">${name}</span>` : plain(view, name, told);

interface RichOptions {
  /** Level of the highest heading in it; default one below the element's own. */
  level?: number;
  told?: string | undefined;
}

/** A Markdown text, set as paragraphs: as `markdownText` for section types of a host's own. */
export function rich(view: PolicyView, text: Text | undefined, options: RichOptions = {}): Part {
  const found = view.text(text);
  if (!found) return nothing;
  const content = renderMarkdown(found.text, context(view, options.level ?? view.level + 1));
  const set = html`<div class="prose" lang=${langOf(view, found)}>${content}</div>`;
  const only = onlyIn(view, found, options.told);
  // Most texts have nothing behind them, and no place for it either: a place is a node or two.
  return only === nothing ? set : html`${set}${only}`;
}

/** A Markdown text within a line. */
export function inline(view: PolicyView, text: Text | undefined, told?: string): Part {
  const found = view.text(text);
  if (!found) return nothing;
  const content = renderInline(found.text, context(view, view.level + 1));
  return html`<span class="inline" lang=${langOf(view, found)}>${content}</span>${onlyIn(view, found, told)}`;
}

/** A Markdown text behind a word that says what it is: "Why …". */
export function labelled(
  view: PolicyView,
  label: string,
  text: Text | undefined,
  told?: string,
): Part {
  const found = view.text(text);
  if (!found) return nothing;
  if (!isParagraph(treeOf(view.read, found.text))) {
    return html`<div class="aside"><span class="label">${label}</span>${rich(view, text, { told })}</div>`;
  }
  const content = renderInline(found.text, context(view, view.level + 1));
  return html`<p class="aside">
    <span class="label">${label}</span> <span lang=${langOf(view, found)}>${content}</span>${onlyIn(view, found, told)}
  </p>`;
}

/** What an item is about, in a few words. */
export function topics(view: PolicyView, tags: readonly Text[] | undefined, told?: string): Part {
  if (!tags?.length) return nothing;
  return html`<p class="topics">
    ${view.l10n.msg('About:', { id: 'topics' })} ${tags.map((tag, at) => [at ? ', ' : '', plain(view, tag, told)])}
  </p>`;
}
