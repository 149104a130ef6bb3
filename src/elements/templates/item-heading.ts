import { html, nothing, type TemplateResult } from 'lit';
import { heading } from './heading.js';
import { linkMark } from './link-mark.js';
import type { Reading } from './reading.js';

/** The heading of an item with its address; the address is no part of the heading's name. */
export function itemHeading(
  reading: Reading,
  id: string,
  content: unknown,
  marked = true,
): TemplateResult | typeof nothing {
  const label = `${id}--title`;
  return heading(
    reading.level + 1,
    html`<span id=${label}>${content === nothing ? id : content}</span> ${marked ? linkMark(reading, id) : nothing}`,
    'item-title',
    label,
  );
}
