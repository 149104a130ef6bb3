import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import type { Section } from '../../policy/schema.js';
import type { PolicyView } from '../shared/policy-view.js';
import { langOf } from '../shared/text.js';

/** The table of contents: beside the text where there is room, else a disclosure under the head. */
export function contents(
  view: PolicyView,
  sections: readonly Section[],
  current: string | undefined,
  wide: boolean,
  acknowledged: boolean,
): TemplateResult {
  const label = view.l10n.msg('Contents', { id: 'contents' });
  const list = html`<ol class="contents-list" role="list">
    ${sections.map((section) => entry(view, section, section.id === (current ?? sections[0]?.id)))}
    ${acknowledged ? acknowledgement(view, current) : nothing}
  </ol>`;
  return html`<nav class="contents" part="contents" aria-label=${label}>
    ${
      wide
        ? list
        : html`<details>
          <summary>${label} ${icon('chevron')}</summary>
          ${list}
        </details>`
    }
  </nav>`;
}

function entry(view: PolicyView, section: Section, current: boolean): TemplateResult {
  const title = view.text(section.title);
  return html`<li>
    <a href=${view.href(section.id)} aria-current=${current ? 'location' : nothing}>
      <span class="number">${view.entry(section.id)?.number}</span>
      <span class="name" data-name=${title?.text ?? section.id} lang=${title ? langOf(view, title) : nothing}
        >${title?.text ?? section.id}</span
      >
    </a>
  </li>`;
}

/** The form to confirm by stands behind the sections, and is no less looked for. */
function acknowledgement(view: PolicyView, current: string | undefined): TemplateResult {
  const { l10n } = view;
  return html`<li>
    <a
      href=${view.href('acknowledgement')}
      aria-current=${current === 'acknowledgement' ? 'location' : nothing}
    >
      <span></span>
      <span>${l10n.msg('Acknowledgement', { id: 'ack-heading' })}</span>
    </a>
  </li>`;
}
