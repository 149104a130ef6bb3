import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.js';
import * as SHAPES from '../../icons/shapes.js';
import type { Section } from '../../policy/schema.js';
import type { PolicyView } from '../shared/policy-view.js';
import { chapters } from '../shared/chapters.js';
import { langOf } from '../shared/text.js';
import { isLater } from './reading.js';

/** What is known of the reader's window. */
export interface WindowState {
  /** Id of the section the reader is in. */
  current: string | undefined;
  /** There is room for a column beside the text. */
  wide: boolean;
}

export const UNKNOWN_WINDOW: WindowState = { current: undefined, wide: false };

export interface ContentsState extends WindowState {
  /** There is a form to confirm by. */
  acknowledged: boolean;
  /** The short reading is shown: what it leaves out stands in quieter letters. */
  isCore: boolean;
}

/** The table of contents: beside the text where there is room, else a disclosure under the head. */
export function contents(
  view: PolicyView,
  sections: readonly Section[],
  state: ContentsState,
): TemplateResult {
  const label = view.l10n.msg('Contents', { id: 'contents' });
  const list = html`<ol class="contents-list" role="list">
    ${chapters(view, sections).map(({ title, within }) =>
      title === undefined
        ? within.map((section) => entry(view, section, state, sections[0]?.id))
        : html`<li>
          <p class="chapter">${title}</p>
          <ol role="list">
            ${within.map((section) => entry(view, section, state, sections[0]?.id))}
          </ol>
        </li>`,
    )}
    ${state.acknowledged ? acknowledgement(view, state.current) : nothing}
  </ol>`;
  return html`<nav class="contents" part="contents" aria-label=${label}>
    ${
      state.wide
        ? list
        : html`<details>
          <summary>${label} ${icon(SHAPES.chevron)}</summary>
          ${list}
        </details>`
    }
  </nav>`;
}

function entry(
  view: PolicyView,
  section: Section,
  { current, isCore }: ContentsState,
  first: string | undefined,
): TemplateResult {
  const title = view.text(section.title);
  const here = section.id === (current ?? first);
  return html`<li class=${isCore && isLater(section) ? 'later' : nothing}>
    <a href=${view.href(section.id)} aria-current=${here ? 'location' : nothing}>
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
