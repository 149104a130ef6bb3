/** Where a published policy is read, and where its confirmations stand. */
import { html, nothing, type TemplateResult } from 'lit';
import { BASE } from '../base.js';
import { language, msg } from '../localization/localize.js';
import { languagesIn } from '../model/policy.js';
import type { DraftSession } from '../model/session.js';
import { frameAddress } from './snippets.js';

export function publishedLinks(session: DraftSession): TemplateResult {
  const { policy, draft, me } = session;
  const [lang = 'en'] = languagesIn(draft);
  const place = { policy, title: '', lang, origin: location.origin + BASE };
  const version = session.opened.published?.[0]?.version ?? session.opened.base?.version ?? '';
  const text = encodeURIComponent(`${policy}@${Number.parseInt(version, 10)}`);
  return html`<p class="published-links">
    <a href=${frameAddress(place)} target="_blank" rel="noopener">${msg('See it as readers do', { id: 'studio-published-read' })}</a>
    ${me.report === undefined ? nothing : html`<a href="${BASE}${me.report}?text=${text}&amp;lang=${language()}">${msg('Who has confirmed', { id: 'studio-published-report' })}</a>`}
  </p>`;
}
