import { html, nothing, type TemplateResult } from 'lit';
import type { Writing } from './writing.js';

/** Below the words something is searched by: what was asked and not found, where that is counted. */
export function askedWordsOn(w: Writing, id: string): TemplateResult | typeof nothing {
  if (!w.session.me.searches) return nothing;
  void import('./asked-words.js');
  return html`<asked-words data-thing=${id} .session=${w.session} .writing=${w} .thing=${id}></asked-words>`;
}
