import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import type { Reading } from './reading.js';

/** The address of a section or an item, to copy or to keep. */
export function linkMark(reading: Reading, id: string): TemplateResult {
  const title = reading.resolve(id)?.title || id;
  const label = reading.l10n.msg(str`Link to “${title}”`, { id: 'link-to' });
  return html`<a class="link-mark" part="link" href=${reading.href(id)} aria-label=${label}>${icon('link')}</a>`;
}
