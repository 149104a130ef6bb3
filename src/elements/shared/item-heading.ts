import { html, nothing, type TemplateResult } from 'lit';
import { heading } from './heading.js';
import { linkMark } from './link-mark.js';
import type { PolicyView } from './policy-view.js';

/**
 * The heading of an item; with its address where readers often need it, which is no part of the
 * heading's name.
 */
export function itemHeading(
  view: PolicyView,
  id: string,
  content: unknown,
  marked = false,
): TemplateResult | typeof nothing {
  const label = `${id}--title`;
  return heading(
    view.level + 1,
    html`<span id=${label}>${content === nothing ? id : content}</span> ${marked ? linkMark(view, id) : nothing}`,
    'item-title',
    label,
  );
}
