import { html, type TemplateResult } from 'lit';
import type { PolicyView } from '../shared/policy-view.js';

/** In place of a form that is about everything, where the reader has the short reading before them. */
export function allFirst({ l10n }: PolicyView, open: () => void): TemplateResult {
  return html`<section class="section all-first" id="acknowledgement" data-section="acknowledgement">
    <p>
      ${l10n.msg('The confirmation is about the whole policy. Read the rest first.', { id: 'ack-all-first' })}
    </p>
    <button class="button primary" part="button primary" type="button" @click=${open}>
      ${l10n.msg('Read everything', { id: 'read-everything' })}
    </button>
  </section>`;
}
