import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { sectionsFor } from './audience.js';
import { coreReading, type Covers } from './core.js';
import type { Policy } from './schema.js';
import { resolveText } from './text.js';
import { textsOf } from './texts.js';

/** `[id, field, language, text]` of a text as a reader saw it. */
export type ShownText = readonly [id: string, field: string, lang: string, text: string];

/** How a reader saw a policy. */
export interface Showing {
  /** BCP 47 */
  lang: string;
  /** Audience ids; empty for everybody. */
  audience?: readonly string[];
  /** The short reading only, or everything, also where absent. */
  covers?: Covers;
}

const NAME = /(^|\.)name$/;

const digest = (value: unknown): string =>
  `sha-256:${bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')))}`;

/**
 * `sha-256:<hex>` of the canonical (RFC 8785) policy JSON. Takes the document as it was given.
 * @throws where a text is no sound Unicode, which RFC 8785 cannot express.
 */
export const digestPolicy = (source: unknown): string => digest(source);

/**
 * What a reader saw: every text of the policy that concerns them, or of its short reading, in the
 * language it was shown in. Chapters are for the contents, and no part of what was read.
 */
export function shownTexts(
  policy: Policy,
  { lang, audience = [], covers = 'all' }: Showing,
): ShownText[] {
  const shown =
    covers === 'core'
      ? coreReading(policy, audience)
      : { ...policy, sections: sectionsFor(policy, audience), groups: undefined };
  return [...textsOf(shown)].flatMap(({ id, field, text }) => {
    const found = resolveText(text, lang, policy.languages);
    return found ? [[id, field, found.lang, found.text] as const] : [];
  });
}

/** `sha-256:<hex>` of the canonical list of the texts that were shown. */
export const digestShown = (shown: readonly ShownText[]): string => digest(shown);

/** How many of the texts were shown in which language. Names are in none. */
export function countLanguages(shown: readonly ShownText[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, field, lang] of shown) {
    if (!NAME.test(field)) counts[lang] = (counts[lang] ?? 0) + 1;
  }
  return counts;
}
