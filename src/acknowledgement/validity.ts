import { durationParts } from '../policy/duration.js';
import type { Policy } from '../policy/schema.js';
import type { OwnRecord } from './fetch-own-records.js';

/** What an answer given before still means for the policy as it is now. */
export interface Validity {
  /** `outdated`: a new MAJOR version asks again. */
  state: 'holds' | 'outdated' | 'expired';
  /** ISO date and time, where it ends by itself. */
  until?: string;
}

export function validityOf(
  own: Pick<OwnRecord, 'act' | 'version' | 'recordedAt'>,
  policy: Policy,
  now = new Date(),
): Validity {
  const until = addDuration(own.recordedAt, policy.acknowledgement?.validFor);
  const ends = until && { until: until.toISOString() };
  if (major(own.version) < major(policy.version)) return { state: 'outdated' };
  // A refusal or a question does not wear out.
  if (own.act !== 'acknowledge' || !until) return { state: 'holds' };
  return { state: until > now ? 'holds' : 'expired', ...ends };
}

const major = (version: string): number => Number.parseInt(version, 10);

/** A moment later by an ISO 8601 duration, by the calendar: a month after 31 January is 28 February. */
export function addDuration(iso: string, duration: string | undefined): Date | undefined {
  const parts = duration === undefined ? undefined : durationParts(duration);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const date = new Date(iso);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + years * 12 + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  date.setUTCDate(date.getUTCDate() + weeks * 7 + days);
  const later = new Date(date.valueOf() + ((hours * 60 + minutes) * 60 + seconds) * 1000);
  return Number.isNaN(later.valueOf()) ? undefined : later;
}
