import { html, nothing, type TemplateResult } from 'lit';
import type { Policy, Section, Text } from '../../policy/schema.js';
import { safeAddress } from '../../policy/url.js';
import { heading } from '../templates/heading.js';
import { plainItem } from '../templates/plain-item.js';
import type { Reading } from '../templates/reading.js';
import { langOf, plain, rich } from '../templates/text.js';

/** Who adopted the policy, whom it is for, what goes with it, and how it came about. */
export function about(
  reading: Reading,
  sections: readonly Section[],
  audiences: boolean,
): TemplateResult | typeof nothing {
  const { l10n, policy } = reading;
  const parts = [
    adoption(reading),
    // Where readers can say who they are, it stands there.
    audiences
      ? block(reading, l10n.msg('For whom', { id: 'about-audiences' }), policy.audiences)
      : nothing,
    // People and trainings no section shows.
    block(
      reading,
      l10n.msg('Contacts', { id: 'about-contacts' }),
      unless(sections, 'contacts', policy),
    ),
    block(
      reading,
      l10n.msg('Trainings', { id: 'about-trainings' }),
      unless(sections, 'trainings', policy),
    ),
    documents(reading),
    history(reading),
  ].filter((part) => part !== nothing);
  if (!parts.length) return nothing;
  return html`<section class="section about" part="about" id="about">
    <header>${heading(reading.level + 1, l10n.msg('About this policy', { id: 'about' }), 'section-title')}</header>
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

function adoption(reading: Reading): TemplateResult | typeof nothing {
  const { l10n, policy } = reading;
  const { adopted, owner } = policy;
  const contact = reading.entry(owner);
  if (!adopted && contact?.kind !== 'contact') return nothing;
  return html`<dl class="adoption">
    ${
      adopted
        ? pair(
            l10n.msg('Adopted by', { id: 'adopted-by' }),
            html`${plain(reading, adopted.by)}, <time datetime=${adopted.on}>${l10n.formats.date(adopted.on)}</time>`,
          )
        : nothing
    }
    ${
      contact?.kind === 'contact'
        ? pair(
            l10n.msg('Owner', { id: 'owner' }),
            html`<a href=${reading.href(contact.value.id)}>${reading.plain(contact.value['name'] as Text)}</a>`,
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
  reading: Reading,
  title: string,
  items: readonly object[] | undefined,
): TemplateResult | typeof nothing {
  if (!items?.length) return nothing;
  const level = reading.level + 2;
  return html`<div class="about-block">
    ${heading(level, title, 'about-title')}
    <ul class="about-list" role="list">
      ${items.map((item) => plainItem(reading, item as Record<string, unknown>, level + 1))}
    </ul>
  </div>`;
}

function documents(reading: Reading): TemplateResult | typeof nothing {
  const { documents } = reading.policy;
  if (!documents?.length) return nothing;
  return html`<div class="about-block">
    ${heading(reading.level + 2, reading.l10n.msg('Related documents', { id: 'documents' }), 'about-title')}
    <ul class="about-list" role="list">
      ${documents.map((document) => {
        const title = reading.text(document.title);
        const href = safeAddress(document.url, reading.base);
        return html`<li id=${document.id}>
          ${
            href && title
              ? html`<a href=${href} lang=${langOf(reading, title)}>${title.text}</a>`
              : plain(reading, document.title)
          }
          ${rich(reading, document.description)}
        </li>`;
      })}
    </ul>
  </div>`;
}

function history(reading: Reading): TemplateResult | typeof nothing {
  const { history } = reading.policy;
  if (!history?.length) return nothing;
  const { l10n } = reading;
  return html`<div class="about-block">
    ${heading(reading.level + 2, l10n.msg('History', { id: 'history' }), 'about-title')}
    <ol class="about-list history" role="list" reversed>
      ${history.map(
        ({ version, date, summary }) => html`<li>
          <p class="when">${version} <span class="muted">· <time datetime=${date}>${l10n.formats.date(date)}</time></span></p>
          ${rich(reading, summary)}
        </li>`,
      )}
    </ol>
  </div>`;
}
