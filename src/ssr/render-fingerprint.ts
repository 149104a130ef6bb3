import { VERSION } from '../version.js';

/** What a drawing is made from, besides the policy. */
export interface DrawnFor {
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
 */
export const renderKey = (policy: string, { lang, labels, audience, level }: DrawnFor): string =>
  fingerprint(JSON.stringify([VERSION, policy, lang, labels, [...audience].sort(), level]));

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
