import { html, type TemplateResult } from 'lit';

/** How far one has come, for the eye: words nearby say the same. */
export const progressBar = (done: number, all: number): TemplateResult =>
  html`<progress class="track" aria-hidden="true" max=${all} value=${done}></progress>`;
