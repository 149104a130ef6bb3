import { html, nothing, type TemplateResult } from 'lit';
import { staticList } from '../../rendering/static-list.js';
import { heading } from '../shared/heading.js';
import { plainItem } from '../shared/plain-item.js';
import type { PolicyView } from '../shared/policy-view.js';
import { coreFor } from '../shared/reading-time.js';

/** People that the short reading names and that no section of it shows. */
export const namedContacts = (view: PolicyView): unknown => staticList(() => named(view), view);

function named(view: PolicyView): TemplateResult | typeof nothing {
  const { sections, contacts = [] } = coreFor(view);
  const shown = sections.some(({ type }) => type === 'contacts');
  if (shown || !contacts.length) return nothing;
  return html`<section class="section named">
    <header>${heading(view.level + 1, view.l10n.msg('Contacts', { id: 'about-contacts' }), 'section-title')}</header>
    <ul class="about-list" role="list">
      ${contacts.map((contact) => plainItem(view, contact, view.level + 2))}
    </ul>
  </section>`;
}
