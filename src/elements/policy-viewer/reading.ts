import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import type { Reading } from '../../controllers/reading-choice.js';
import type { StatusDetail } from '../../acknowledgement/status.js';
import { coreStateOf, coversOf } from '../../policy/core.js';
import type { Section } from '../../policy/schema.js';
import type { PolicyView } from '../shared/policy-view.js';
import { coreMinutes, minutesFor } from '../shared/reading-time.js';

/** Says which reading this is and how long it takes, with a way to the other; works without scripts. */
export function readingSwitch(
  view: PolicyView,
  sections: readonly Section[],
  reading: Reading,
  changed: (reading: Reading) => void,
): TemplateResult {
  const { l10n } = view;
  const minute = (count: number) => l10n.formats.unit(count, 'minute');
  const short = minute(coreMinutes(view));
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

/** The form is about everything, and still to be filled in. */
export const asksForAll = ({ policy }: PolicyView, { status }: StatusDetail): boolean =>
  /^(unknown|asked|signed-out|outdated|expired)$/.test(status) && coversOf(policy) === 'all';

export const isLater = (section: Section): boolean => coreStateOf(section) === 'none';
