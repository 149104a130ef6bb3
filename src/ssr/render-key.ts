import { isAhead, isPast } from '../policy/days.js';
import type { Policy } from '../policy/schema.js';
import { VERSION } from '../version.js';

/** What a drawing is made from, besides the policy. */
export interface DrawnFor {
  policy: Pick<Policy, 'effective' | 'acknowledgement'>;
  /** Language of the texts. */
  lang: string;
  /** Language of the labels. */
  labels: string;
  /** Audience ids. */
  audience: readonly string[];
  /** Level of the element's heading. */
  level: number;
}

/**
 * What a server drew is what this browser would draw, where the keys of both are the same.
 * @param policy the digest of the policy, or its fingerprint
 * @param settings what else it is drawn from
 */
export const renderKey = (policy: string, view: DrawnFor, settings: readonly unknown[]): string =>
  fingerprint(JSON.stringify([VERSION, policy, partKey(view, settings)]));

/** The same of an element within another, which has the policy from that one. */
export const partKey = (
  { policy, lang, labels, audience, level }: DrawnFor,
  settings: readonly unknown[],
): string =>
  fingerprint(
    JSON.stringify([lang, labels, [...audience].sort(), level, settings, ...daysOf(policy)]),
  );

/** What is said otherwise once a day has come. */
const daysOf = ({ effective, acknowledgement }: DrawnFor['policy']): boolean[] => [
  effective !== undefined && isAhead(effective),
  acknowledgement?.due !== undefined && isPast(acknowledgement.due),
];

/** Where relative addresses start from; `''` where they start nowhere. */
export function folderOf(base: string | undefined): string {
  try {
    return base ? new URL('.', base).href : '';
  } catch {
    // No address relative addresses can start from.
    return '';
  }
}

/** cyrb53, by bryc (public domain): 53 bits that tell texts apart, and withstand nobody's intent. */
export function fingerprint(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
