import { css, html, nothing, type TemplateResult } from 'lit';
import type { Section } from '../../policy/schema.js';
import type { PolicyView } from '../shared/policy-view.js';
import { isLater } from './reading.js';

/** The first stop of the keyboard: past contents and tools, to the text that is shown. */
export function skipLink(
  view: PolicyView,
  sections: readonly Section[],
  isCore: boolean,
): TemplateResult | typeof nothing {
  const first = sections.find((section) => !isCore || !isLater(section)) ?? sections[0];
  return first
    ? html`<a class="skip" href=${view.href(first.id)}>${view.l10n.msg('Skip to the text', { id: 'skip' })}</a>`
    : nothing;
}

export const skipStyles = css`
  .skip {
    position: absolute;
    inset-inline-start: 0.5em;
    inset-block-start: 0.5em;
    z-index: 3;
    padding: 0.5em 0.9em;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    pointer-events: none;
  }
`;
