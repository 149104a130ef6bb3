import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Localization } from '../../localization/localization.js';

/** A part that failed while it was drawn. */
export const notDrawn = (l10n: Localization): TemplateResult =>
  html`<div class="note" part="error" role="alert" lang=${l10n.labels}>
    ${icon(SHAPES.alert)}
    <div>${l10n.msg('This part of the policy cannot be shown.', { id: 'not-drawn' })}</div>
  </div>`;

/** Something that an element is made of could not be fetched: with a way to try again. */
export const notLoaded = (l10n: Labels, retry: () => void): TemplateResult =>
  html`<div class="note" part="error" role="alert">
    ${icon(SHAPES.alert)}
    <div>
      ${l10n.msg('This part could not be loaded. Check the connection.', { id: 'part-not-loaded' })}
      <button class="text-button" type="button" @click=${retry}>${tryAgain(l10n)}</button>
    </div>
  </div>`;

type Labels = Pick<Localization, 'msg'>;

export const tryAgain = (l10n: Labels): string => l10n.msg('Try again', { id: 'try-again' });

/** A section that has no items. */
export const noItems = (l10n: Localization): TemplateResult =>
  html`<p class="empty">${l10n.msg('There is nothing here yet.', { id: 'no-items' })}</p>`;

/** While the policy is on its way. */
export const skeleton = html`<div class="content">
  <div class="skeleton" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
</div>`;
