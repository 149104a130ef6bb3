/** Below a text in the first language: which of its translations fell behind, and whether they hold. */
import { digestValue, readField, type Edit } from '@policy-elements/authoring';
import { html, nothing, type TemplateResult } from 'lit';
import { languageName, msg, str } from '../localization/localize.js';
import { languagesIn, textIn } from '../model/policy.js';
import { stateIn } from '../model/translations.js';
import { asksToFillIn } from '../ui/placeholders.js';
import type { Writing } from './writing.js';

export function behindView(w: Writing, id: string, field: string): TemplateResult | typeof nothing {
  const { draft } = w.session;
  const [first, ...others] = languagesIn(draft);
  if (w.lang !== first || w.readonly) return nothing;
  const whole = readField(draft, id, field);
  const source = textIn(whole, first, first);
  if (!source.trim() || asksToFillIn(source)) return nothing;
  const target = (lang: string): string => textIn(whole, lang, first);
  const behind = others.filter((lang) => stateIn(draft, source, target(lang), lang) === 'stale');
  const open = behind.filter((lang) => !asksToFillIn(target(lang)));
  if (!behind.length) return nothing;
  const accept = (): void => {
    const edits = open.map((lang): Edit => {
      const value = target(lang);
      const digests = { baseDigest: digestValue(value), sourceDigest: digestValue(source) };
      return { id, field, lang, value, ...digests, accept: true };
    });
    w.session.edit(edits);
  };
  const names = behind.map((lang) => languageName(lang)).join(', ');
  return html`<p class="behind"><span>${msg(str`Made of an earlier text: ${names}.`, { id: 'studio-behind' })}</span>
    ${open.length ? html`<button class="link-button" @click=${accept}>${msg('The translation still holds', { id: 'studio-tr-accept' })}</button>` : nothing}</p>`;
}
