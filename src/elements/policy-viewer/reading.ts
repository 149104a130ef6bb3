import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../../controllers/reading-choice.js';
import { coreStateOf } from '../../policy/core.js';
import type { Section } from '../../policy/schema.js';
import { heading } from '../shared/heading.js';
import { plainItem } from '../shared/plain-item.js';
import type { PolicyView } from '../shared/policy-view.js';
import { coreFor, minutes, minutesFor, words } from '../shared/reading-time.js';

/** Says which reading this is and how long it takes, with a way to the other; works without scripts. */
export function readingSwitch(
  view: PolicyView,
  sections: readonly Section[],
  reading: Reading,
  changed: (reading: Reading) => void,
): TemplateResult {
  const { l10n } = view;
  const minute = (count: number) => l10n.formats.unit(count, 'minute');
  const short = minute(minutes(words(view, coreFor(view))));
  const all = minute(minutesFor(view, sections));
  const toggled = ({ currentTarget }: Event) =>
    changed((currentTarget as HTMLDetailsElement).open ? 'all' : 'core');
  return html`<details class="more reading" part="reading" ?open=${reading === 'all'} @toggle=${toggled}>
    <summary>
      <span class="closed"
        ><span class="now">${l10n.msg(str`The essentials, in ${short}.`, { id: 'reading-core' })}</span>
        <span class="do">${l10n.msg(str`Read everything (${all})`, { id: 'reading-to-all' })}</span></span
      >
      <span class="opened"
        ><span class="now">${l10n.msg(str`Everything, in ${all}.`, { id: 'reading-all' })}</span>
        <span class="do">${l10n.msg(str`Read the essentials (${short})`, { id: 'reading-to-core' })}</span></span
      >
    </summary>
  </details>`;
}

/** People that the short reading names and that no section of it shows. */
export function namedContacts(view: PolicyView): TemplateResult | typeof nothing {
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

/** In place of a form that is about everything, where the reader has the short reading before them. */
export function allFirst({ l10n }: PolicyView, open: () => void): TemplateResult {
  return html`<section class="section all-first" id="acknowledgement" data-section="acknowledgement">
    <p>
      ${l10n.msg('The confirmation is about the whole policy. Read the rest first.', { id: 'ack-all-first' })}
    </p>
    <button class="button primary" type="button" @click=${open}>
      ${l10n.msg('Read everything', { id: 'read-everything' })}
    </button>
  </section>`;
}

export const isLater = (section: Section): boolean => coreStateOf(section) === 'none';
