/** When a version is published: now, or at a time that is said in the time zone of this browser. */
import { effectiveFrom, type Draft } from '@policy-elements/authoring';
import type { PlanInput, ReleaseInput } from '../api/client.js';

export interface When {
  kind: 'now' | 'at';
  /** ISO date, as a date field has it. */
  day: string;
  /** `09:00`, as a time field has it. */
  time: string;
  /** From when it holds, where somebody chose that here. */
  effective?: string;
}

export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const two = (value: number): string => String(value).padStart(2, '0');

/** The ISO date of a moment, here. */
export const dayOf = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** The ISO date of now, here. */
export const today = (): string => dayOf(new Date());

/** The time of a moment, here. */
export const timeOf = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** Tomorrow, when people come to work. */
export function whenAtFirst(now = new Date()): When {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return { kind: 'now', day: dayOf(next), time: '09:00' };
}

/** Nothing where a field is empty. */
export function momentOf({ day, time }: When): Date | undefined {
  const at = new Date(`${day}T${time}`);
  return day && time && !Number.isNaN(at.getTime()) ? at : undefined;
}

/** What the page proposes for `In force from`. */
export const effectiveOf = (
  when: When,
  draft: Draft,
  published: Draft | undefined,
  version: string,
): string | undefined =>
  when.effective ?? effectiveFrom(draft, published, { version, date: when.day });

/** A release as it is on that day. */
export function releaseAt(
  release: ReleaseInput,
  when: When,
  effective: string | undefined,
): ReleaseInput {
  if (when.kind === 'now') return release;
  return { ...release, date: when.day, ...(effective && { effective }) };
}

/** What the server is told: the moment, from which it takes the day. */
export function planOf(release: ReleaseInput, when: When, digest: string): PlanInput {
  const { version, summary, effective, without, fallback } = release;
  return {
    ...{ digest, version, summary, at: momentOf(when)!.toISOString(), timeZone: timeZone() },
    ...(effective !== undefined && { effective }),
    ...(without && { without }),
    ...(fallback && { fallback }),
  };
}
