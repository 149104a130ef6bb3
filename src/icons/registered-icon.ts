import { html, nothing, type TemplateResult } from 'lit';
import { MARKS } from './own-icons.js';

/** A registered icon in the colour of the text, for templates of your own; nothing where there is none. */
export const registeredIcon = (name: string): TemplateResult | typeof nothing => {
  const path = MARKS[name.trim().toLowerCase()];
  return path === undefined
    ? nothing
    : html`<svg class="icon" part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
};
