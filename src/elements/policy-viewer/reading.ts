import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import type { Reading } from '../../controllers/reading-choice.js';
import { wordsIn } from '../../policy/count-words.js';
import { coreReading, coreStateOf, type CoreReading } from '../../policy/core.js';
import type { Policy, Section } from '../../policy/schema.js';
import { textsOf } from '../../policy/texts.js';
import type { PolicyView } from '../shared/policy-view.js';

/** Words a minute, of somebody who reads to understand. */
const PACE = 200;

const counts = new WeakMap<object, Map<string, number>>();

/** Words of a part of the policy in the reader's language; counted once. */
function words(view: PolicyView, part: object): number {
  const known = counts.get(part) ?? new Map<string, number>();
  counts.set(part, known);
  let count = known.get(view.lang);
  if (count === undefined) {
    count = [...textsOf(part)].reduce((sum, { text }) => sum + wordsIn(view.text(text)?.text), 0);
    known.set(view.lang, count);
  }
  return count;
}

const minutes = (count: number): number => Math.max(1, Math.round(count / PACE));

/** Minutes that reading these sections takes. */
export const minutesFor = (view: PolicyView, sections: readonly Section[]): number =>
  minutes(sections.reduce((sum, section) => sum + words(view, section), 0));

const readings = new WeakMap<Policy, Map<string, CoreReading>>();

/** The short reading for these readers; put together once. */
export function coreFor({ policy, audience }: PolicyView): CoreReading {
  const known = readings.get(policy) ?? new Map<string, CoreReading>();
  readings.set(policy, known);
  const key = audience.join(' ');
  let reading = known.get(key);
  if (!reading) known.set(key, (reading = coreReading(policy, audience)));
  return reading;
}

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
