/** A version that is published by itself at a time: as the server tells of it, and the studio shows it. */

/** Why a version will not be published when its time comes. `replaced`: another time or text was chosen. */
export const STOP_REASONS = [
  'draft-changed',
  'not-approved',
  // Who planned it may not publish any more.
  'not-allowed',
  'withdrawn',
  'languages-behind',
  'older-version',
  'version-taken',
  'not-publishable',
  'replaced',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** States that are told of; what is published or called off is no schedule any more. */
export const SCHEDULE_STATES = ['waiting', 'publishing', 'stopped'] as const;

export interface Schedule {
  readonly id: number;
  readonly version: string;
  /** Of the text that will be published. */
  readonly digest: string;
  readonly state: (typeof SCHEDULE_STATES)[number];
  /** ISO date and time. */
  readonly publishAt: string;
  /** IANA name. */
  readonly timeZone: string;
  /** A name; nothing where the person was erased. */
  readonly person?: string | undefined;
  /** Where it is `stopped`. */
  readonly reason?: StopReason | undefined;
  readonly endedAt?: string | undefined;
}
