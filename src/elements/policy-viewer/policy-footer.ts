import { html, nothing, type TemplateResult } from 'lit';
import type { Policy, Section, Text } from '../../policy/schema.js';
import { safeAddress } from '../../policy/url.js';
import { staticList } from '../../rendering/static-list.js';
import { heading } from '../shared/heading.js';
import { plainItem } from '../shared/plain-item.js';
import type { PolicyView } from '../shared/policy-view.js';
import { langOf, plain, rich } from '../shared/text.js';

/** Who adopted the policy, whom it is for, what goes with it, and how it came about. */
export const policyFooter = (
  view: PolicyView,
  sections: readonly Section[],
  audiences: boolean,
  isLater: boolean,
): unknown =>
  staticList(
    () => about(view, sections, audiences, isLater),
    ...[view, audiences, isLater, sections.map(({ id }) => id).join(' ')],
  );

function about(
  view: PolicyView,
  sections: readonly Section[],
  audiences: boolean,
  isLater: boolean,
): TemplateResult | typeof nothing {
  const { l10n, policy } = view;
  const parts = [
    adoption(view),
    // Where readers can say who they are, it stands there.
    audiences
      ? block(view, l10n.msg('For whom', { id: 'about-audiences' }), policy.audiences)
      : nothing,
    // People and trainings no section shows.
    block(
      view,
      l10n.msg('Contacts', { id: 'about-contacts' }),
      unless(sections, 'contacts', policy),
    ),
    block(
      view,
      l10n.msg('Training', { id: 'about-trainings' }),
      unless(sections, 'trainings', policy),
    ),
    documents(view),
    history(view),
  ].filter((part) => part !== nothing);
  if (!parts.length) return nothing;
  return html`<section class="section about" part="about" id=${view.idOf('about')} ?data-later=${isLater}>
    <header>${heading(view.level + 1, l10n.msg('About this policy', { id: 'about' }), 'section-title')}</header>
    ${parts}
  </section>`;
}

/** The contacts or trainings that no section of that type shows. */
function unless(sections: readonly Section[], type: 'contacts' | 'trainings', policy: Policy) {
  const showing = sections.filter((section) => section.type === type) as { items?: string[] }[];
  if (showing.some(({ items }) => !items)) return [];
  const shown = new Set(showing.flatMap(({ items }) => items));
  return (policy[type] ?? []).filter(({ id }) => !shown.has(id));
}

function adoption(view: PolicyView): TemplateResult | typeof nothing {
  const { l10n, policy } = view;
  const { adopted, owner } = policy;
  const contact = view.entry(owner);
  if (!adopted && contact?.kind !== 'contact') return nothing;
  return html`<dl class="adoption">
    ${
      adopted
        ? pair(
            l10n.msg('Adopted by', { id: 'adopted-by' }),
            html`${plain(view, adopted.by)}, <time datetime=${adopted.on}>${l10n.formats.date(adopted.on)}</time>`,
          )
        : nothing
    }
    ${
      contact?.kind === 'contact'
        ? pair(
            l10n.msg('Owner', { id: 'owner' }),
            html`<a href=${view.href(contact.value.id)}>${view.plain(contact.value['name'] as Text)}</a>`,
          )
        : nothing
    }
  </dl>`;
}

const pair = (term: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

function block(
  view: PolicyView,
  title: string,
  items: readonly object[] | undefined,
): TemplateResult | typeof nothing {
  if (!items?.length) return nothing;
  const level = view.level + 2;
  return html`<div class="about-block">
    ${heading(level, title, 'about-title')}
    <ul class="about-list" role="list">
      ${items.map((item) => plainItem(view, item as Record<string, unknown>, level + 1))}
    </ul>
  </div>`;
}

function documents(view: PolicyView): TemplateResult | typeof nothing {
  const { documents } = view.policy;
  if (!documents?.length) return nothing;
  return html`<div class="about-block">
    ${heading(view.level + 2, view.l10n.msg('Related documents', { id: 'documents' }), 'about-title')}
    <ul class="about-list" role="list">
      ${documents.map((document) => {
        const title = view.text(document.title);
        const href = safeAddress(document.url, view.base);
        return html`<li id=${view.idOf(document.id)}>
          ${
            href && title
              ? html`<a href=${href} lang=${langOf(view, title)}>${title.text}</a>`
              : plain(view, document.title)
          }
          ${rich(view, document.description)}
        </li>`;
      })}
    </ul>
  </div>`;
}

function history(view: PolicyView): TemplateResult | typeof nothing {
  const { history } = view.policy;
  if (!history?.length) return nothing;
  const { l10n } = view;
  return html`<div class="about-block">
    ${heading(view.level + 2, l10n.msg('History', { id: 'history' }), 'about-title')}
    <ol class="about-list history" role="list" reversed>
      ${history.map(
        ({ version, date, summary }) => html`<li>
          <p class="when">${version} <span class="muted">· <time datetime=${date}>${l10n.formats.date(date)}</time></span></p>
          ${rich(view, summary)}
        </li>`,
      )}
    </ol>
  </div>`;
}
