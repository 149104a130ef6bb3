import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { PolicyView } from '../shared/policy-view.js';

export interface Dock {
  /** To the contents; nothing where they stand beside the text. */
  contents: (() => void) | undefined;
  search: (() => void) | undefined;
  /** What the reader searched for before they were led here. */
  searched: string | undefined;
}

/** What brings a reader back to contents and search from anywhere. */
export function dock(
  view: PolicyView,
  { contents, search, searched }: Dock,
): TemplateResult | typeof nothing {
  const { l10n } = view;
  const back = search && searched;
  if (!back && !contents) return nothing;
  return html`<div class="dock" part="dock" role="group" aria-label=${l10n.msg('Find your way', { id: 'dock' })}>
    ${contents ? html`<button type="button" @click=${contents}>${icon(SHAPES.contents)} ${l10n.msg('Contents', { id: 'contents' })}</button>` : nothing}
    ${
      back
        ? html`<button type="button" class="back" @click=${search}>
          ${icon(SHAPES.back)}
          <span>${l10n.msg(str`Back to “${searched}”`, { id: 'search-back' })}</span>
        </button>`
        : search
          ? html`<button type="button" @click=${search}>${icon(SHAPES.search)} ${l10n.msg('Search', { id: 'search-button' })}</button>`
          : nothing
    }
  </div>`;
}

/** Opens the contents under the head, and brings the reader there. */
export function openContents(root: ParentNode): void {
  const summary = root.querySelector<HTMLElement>('.contents summary');
  if (!summary) return;
  (summary.parentElement as HTMLDetailsElement).open = true;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: 'start', behavior: 'instant' });
}
