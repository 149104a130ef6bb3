import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization.js';

/** From this number of items on a list can be searched. */
export const FIND_FROM = 8;

/** A field to find items by typing. */
export const findField = (label: string, onInput: (query: string) => void): TemplateResult =>
  html`<div class="field find">
    <label for="find">${label}</label>
    <input
      class="input" part="input"
      id="find"
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      spellcheck="false"
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
    />
  </div>`;

/** How many of the items are shown, for the line that is read out. */
export function foundText(l10n: Localization, shown: number, total: number): string {
  if (shown === total) return '';
  if (!shown) return l10n.msg('Nothing found. Try another word, or fewer.', { id: 'found-none' });
  const { formats } = l10n;
  const [some, all] = [formats.number(shown), formats.number(total)];
  return l10n.msg(str`${some} of ${all}`, { id: 'found-some' });
}
