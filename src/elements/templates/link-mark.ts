import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import type { Reading } from './reading.js';

/** The address of a section, to copy or to keep. */
export function linkMark(reading: Reading, id: string): TemplateResult {
  const title = reading.resolve(id)?.title ?? id;
  const label = reading.l10n.msg(str`Link to “${title}”`, { id: 'link-to' });
  return html`<a class="link-mark" part="link" href=${reading.href(id)} aria-label=${label}>${icon('link')}</a>`;
}

/**
 * The address of an item, for the mouse and the finger. By keyboard it would be a stop at every
 * item, and a second title in the name of every heading.
 */
export const itemMark = (reading: Reading, id: string): TemplateResult =>
  html` <a class="link-mark" part="link" href=${reading.href(id)} tabindex="-1" aria-hidden="true">${icon('link')}</a>`;
