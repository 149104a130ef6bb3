import type { Act, Policy } from '../policy/schema.js';
import type { OwnRecord } from './fetch-own-records.js';
import { validityOf } from './validity.js';

/** How a reader stands towards a policy. */
export type AcknowledgementStatus =
  /** The policy asks for no confirmation, or cannot be confirmed as it is. */
  | 'not-asked'
  /** The endpoint does not say, or could not be asked. */
  | 'unknown'
  | 'signed-out'
  | 'asked'
  /** The reader has answered; the endpoint does not have it yet. */
  | 'pending'
  | 'confirmed'
  | 'declined'
  | 'exception-requested'
  /** A new MAJOR version asks again. */
  | 'outdated'
  /** The confirmation was valid for a time that is over. */
  | 'expired';

export interface StatusDetail {
  readonly status: AcknowledgementStatus;
  /** MAJOR.MINOR that was answered. */
  readonly version?: string;
  /** ISO date and time: when the answer was recorded; for `pending`, when it was given. */
  readonly at?: string;
}

/** What is known of this reader's answer to one policy. */
export interface AnswerFacts {
  /** What the endpoint said of this reader. */
  endpoint: 'unknown' | 'signed-out' | 'told';
  /** The newest answer that was recorded. */
  own?: Pick<OwnRecord, 'act' | 'version' | 'recordedAt'> | undefined;
  /** An answer of this reader that is on its way. */
  pending?: { version: string; at: string } | undefined;
  /** This text is not one that the endpoint takes. */
  unpublished?: boolean | undefined;
}

const ANSWERED: Readonly<Record<Act, AcknowledgementStatus>> = {
  acknowledge: 'confirmed',
  decline: 'declined',
  'request-exception': 'exception-requested',
};

/**
 * The status, from what is known. An answer that was recorded goes before what the endpoint said
 * of the session: who confirmed and was signed out since has still confirmed.
 */
export function statusOf(policy: Policy, facts: AnswerFacts, now = new Date()): StatusDetail {
  const { endpoint, own, pending, unpublished } = facts;
  if (!policy.acknowledgement || policy.status !== 'published') return { status: 'not-asked' };
  if (pending) return { status: 'pending', ...pending };
  if (own) {
    const { state } = validityOf(own, policy, now);
    const status = state === 'holds' ? ANSWERED[own.act] : state;
    return { status, version: own.version, at: own.recordedAt };
  }
  if (endpoint !== 'told') return { status: endpoint };
  return { status: unpublished ? 'not-asked' : 'asked' };
}

export const sameStatus = (one: StatusDetail | undefined, other: StatusDetail): boolean =>
  one?.status === other.status && one.version === other.version && one.at === other.at;
