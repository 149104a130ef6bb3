import { html, type TemplateResult } from 'lit';
import type { PolicyView } from '../shared/policy-view.js';

/** In place of sections, where there are none for the reader. */
export const noSections = ({ l10n }: PolicyView, isChosen: boolean): TemplateResult =>
  html`<p class="empty">
    ${isChosen ? l10n.msg('This policy has no such section for you.', { id: 'section-absent' }) : l10n.msg('This policy has no sections yet.', { id: 'no-sections' })}
  </p>`;
