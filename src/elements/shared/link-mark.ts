import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { PolicyView } from './policy-view.js';

/** The address of a section or an item, to copy or to keep. */
export function linkMark(view: PolicyView, id: string): TemplateResult {
  const title = view.resolve(id)?.title || id;
  const label = view.l10n.msg(str`Link to “${title}”`, { id: 'link-to' });
  return html`<a class="link-mark" part="link" href=${view.href(id)} aria-label=${label}>${icon(SHAPES.link)}</a>`;
}
