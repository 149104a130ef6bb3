import { html, nothing, type TemplateResult } from 'lit';
import { sectionsFor } from '../../policy/audience.js';
import { itemsOf } from '../../policy/ids.js';
import type { Section, Text } from '../../policy/schema.js';
import { contactToAsk, transports } from '../shared/contact.js';
import type { PolicyView } from '../shared/policy-view.js';

/** Questions that are offered where nothing was found. */
const MOST = 3;

/**
 * Where to go when nothing was found: what others ask, all the questions, and whom to ask. Under what
 * merely comes close, only whom to ask.
 */
export function leadOn(view: PolicyView, isNothing: boolean): TemplateResult {
  const { l10n } = view;
  const sections = sectionsFor(view.policy, view.audience);
  const faq = sections.find(({ type }) => type === 'faq');
  const whom = contactToAsk(view);
  return html`<div class="lead-on" part="lead-on">
    ${faq && isNothing ? asked(view, faq) : nothing}
    ${
      whom
        ? html`<p class="lead-title">${l10n.msg('Ask', { id: 'search-ask' })}</p>
            <p>${view.plain(whom.name)}</p>
            <ul role="list">
              ${transports(view, { email: whom.email, phone: whom.phone }).map((way) => html`<li>${way}</li>`)}
            </ul>`
        : nothing
    }
  </div>`;
}

function asked(view: PolicyView, faq: Section): TemplateResult {
  const items = itemsOf(faq);
  const core = items.filter((item) => item['core'] === true);
  const first = [...core, ...items.filter((item) => !core.includes(item))].slice(0, MOST);
  const link = (id: string, text: Text | undefined) =>
    html`<li><a href=${view.href(id)}>${view.plain(text) || id}</a></li>`;
  return html`<p class="lead-title">${view.l10n.msg('Often asked', { id: 'search-often' })}</p>
    <ul role="list">
      ${first.map((item) => link(item.id, item['question'] as Text | undefined))}
      ${link(faq.id, faq.title)}
    </ul>`;
}
