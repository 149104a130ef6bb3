import { sectionsFor } from '../../policy/audience.js';
import { coreReading, coversOf, type CoreReading } from '../../policy/core.js';
import { countWords } from '../../policy/count-words.js';
import type { Policy, Section } from '../../policy/schema.js';
import type { PolicyView } from './policy-view.js';

/** Words a minute, of somebody who reads to understand. */
const PACE = 200;

const counts = new WeakMap<object, Map<string, number>>();

/** As they were counted when the policy was compiled, for whoever has not said who they are. */
const counted = ({ audience, read }: PolicyView, id: string): number | undefined =>
  audience.length ? undefined : read.compiled?.words[id];

/** Words of a part of the policy in the reader's language; counted once. */
function words(view: PolicyView, part: object): number {
  const known = counts.get(part) ?? new Map<string, number>();
  counts.set(part, known);
  let count = known.get(view.lang);
  if (count === undefined) {
    count = countWords(part, view.lang, view.policy);
    known.set(view.lang, count);
  }
  return count;
}

/** Minutes that so many words take. */
const minutes = (count: number): number => Math.max(1, Math.round(count / PACE));

/** Minutes that reading these sections takes. */
export const minutesFor = (view: PolicyView, sections: readonly Section[]): number =>
  minutes(
    sections.reduce((sum, section) => sum + (counted(view, section.id) ?? words(view, section)), 0),
  );

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

/** Minutes that the short reading takes. */
export const coreMinutes = (view: PolicyView): number =>
  minutes(counted(view, '') ?? words(view, coreFor(view)));

/** Minutes that it takes to read what a confirmation is about. */
export const minutesToConfirm = (view: PolicyView): number =>
  coversOf(view.policy) === 'core'
    ? coreMinutes(view)
    : minutesFor(view, sectionsFor(view.policy, view.audience));
