import { html, type TemplateResult } from 'lit';
import { UNKNOWN_VERSION } from '../../policy/unknown-version.js';
import type { PolicyView } from '../shared/policy-view.js';

/** Letters of the digest that stand on paper: enough to tell two texts apart. */
const SHORT = 'sha-256:'.length + 12;

/** The line at the head of every printed page: which text this is. */
export function printHeader(view: PolicyView, digest: string | undefined): TemplateResult {
  const { l10n, policy } = view;
  const parts = [
    view.plain(policy.title),
    policy.version === UNKNOWN_VERSION
      ? ''
      : `${l10n.msg('Version', { id: 'version' })} ${policy.version}`,
    policy.effective ? l10n.formats.date(policy.effective) : '',
    l10n.formats.language(view.lang),
    digest?.slice(0, SHORT) ?? '',
  ];
  return html`<div class="running" aria-hidden="true">
    <p data-line=${parts.filter(Boolean).join(' · ')}></p>
  </div>`;
}
