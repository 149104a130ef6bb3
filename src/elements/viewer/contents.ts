import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import type { Section } from '../../policy/schema.js';
import type { Reading } from '../templates/reading.js';
import { langOf } from '../templates/text.js';

/** The table of contents: beside the text where there is room, else a disclosure under the head. */
export function contents(
  reading: Reading,
  sections: readonly Section[],
  current: string | undefined,
  wide: boolean,
  acknowledged: boolean,
): TemplateResult {
  const label = reading.l10n.msg('Contents', { id: 'contents' });
  const list = html`<ol class="contents-list" role="list">
    ${sections.map((section) => entry(reading, section, section.id === (current ?? sections[0]?.id)))}
    ${acknowledged ? acknowledgement(reading, current) : nothing}
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

function entry(reading: Reading, section: Section, current: boolean): TemplateResult {
  const title = reading.text(section.title);
  return html`<li>
    <a href=${reading.href(section.id)} aria-current=${current ? 'location' : nothing}>
      <span class="number">${reading.entry(section.id)?.number}</span>
      <span class="name" data-name=${title?.text ?? section.id} lang=${title ? langOf(reading, title) : nothing}
        >${title?.text ?? section.id}</span
      >
    </a>
  </li>`;
}

/** The form to confirm by stands behind the sections, and is no less looked for. */
function acknowledgement(reading: Reading, current: string | undefined): TemplateResult {
  const { l10n } = reading;
  return html`<li>
    <a
      href=${reading.href('acknowledgement')}
      aria-current=${current === 'acknowledgement' ? 'location' : nothing}
    >
      <span></span>
      <span>${l10n.msg('Acknowledgement', { id: 'ack-heading' })}</span>
    </a>
  </li>`;
}
