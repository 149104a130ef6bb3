import { svg, html, type TemplateResult } from 'lit';
import { SHAPES } from './shapes.js';

export type IconName = keyof typeof SHAPES;

/** A shape beside a word, or in a button with a name. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${SHAPES[name]}></path>`}</svg>`;
