import { html, nothing, type TemplateResult } from 'lit';
import type { StatusDetail } from '../../acknowledgement/status.js';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { PolicyView } from '../shared/policy-view.js';
import { statusText } from '../shared/status-text.js';

/** Whether a confirmation is asked or was given, with the way to the form. */
export function statusLine(
  view: PolicyView,
  detail: StatusDetail,
  isAsking: boolean,
): TemplateResult | typeof nothing {
  const { l10n } = view;
  const { status } = detail;
  if (!isAsking || status === 'not-asked') return nothing;
  const done = /^(confirmed|declined|exception-requested|pending)$/.test(status);
  return html`<p class="status-line ${done ? 'done' : 'open'}" part="status">
    ${icon(status === 'confirmed' ? SHAPES.check : status === 'pending' ? SHAPES.pending : SHAPES.info)}
    <span
      >${statusText(view, detail)}
      <a href=${view.href('acknowledgement')}
        >${done ? l10n.msg('See your answer', { id: 'status-see' }) : l10n.msg('Confirm', { id: 'status-confirm' })}</a
      ></span
    >
  </p>`;
}
