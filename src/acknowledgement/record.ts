import { v4 as uuid } from 'uuid';
import { coversOf } from '../policy/core.js';
import { countLanguages, digestPolicy, digestShown, shownTexts } from '../policy/digest.js';
import type { ParseResult } from '../policy/findings.js';
import type { Act, Policy } from '../policy/schema.js';
import { resolveText } from '../policy/text.js';

export { digestPolicy };

/** What a reader confirmed, as it is sent. */
export interface AcknowledgementRecord {
  /** UUID; the same when it is sent again. */
  id: string;
  act: Act;
  /** Why, for a refusal or a request for an exception. */
  reason?: string;
  /** Policy id. */
  policy: string;
  /** MAJOR.MINOR */
  version: string;
  /** `sha-256:<hex>` of the canonical (RFC 8785) policy JSON. */
  digest: string;
  /** `sha-256:<hex>` of the canonical list of [id, field, language, text] this reader saw. */
  shown: string;
  /** How many texts were shown in which language. */
  languages: Record<string, number>;
  /** The sentence agreed to. */
  statement: string;
  audience: readonly string[];
  /** What the statement is about: the short reading; absent is everything. */
  covers?: 'core';
  /** A hint only: the endpoint knows who is signed in. */
  subject?: string;
  /** Local date and time with offset. */
  at: string;
}

/** What the reader did, and how they saw the policy. */
export interface RecordInput {
  act: Act;
  reason?: string;
  /** BCP 47, of the texts. */
  lang: string;
  audience?: readonly string[];
  subject?: string;
  now?: Date;
}

/**
 * The record of what a reader did.
 * @throws where the document is no policy, or holds text that has no canonical form.
 */
export function makeRecord(read: ParseResult, input: RecordInput): AcknowledgementRecord {
  const { policy, source, compiled } = read;
  if (!policy?.acknowledgement) throw new TypeError('The policy asks for no acknowledgement.');
  const { act, reason, lang, audience = [], subject, now = new Date() } = input;
  const covers = coversOf(policy);
  const shown = shownTexts(policy, { lang, audience, covers });
  const statement = resolveText(policy.acknowledgement.statement, lang, policy.languages);
  return {
    id: uuid(),
    act,
    ...(reason && { reason }),
    policy: policy.id,
    version: policy.version,
    digest: compiled?.digest ?? digestPolicy(source),
    shown: digestShown(shown),
    languages: countLanguages(shown),
    statement: statement?.text ?? '',
    audience,
    ...(covers === 'core' && { covers }),
    ...(subject && { subject }),
    at: localTime(now),
  };
}

/** Which part of the texts is shown in another language than the reader's; between 0 and 1. */
export function foreignShare(policy: Policy, { lang, audience = [] }: RecordInput): number {
  const counts = countLanguages(shownTexts(policy, { lang, audience, covers: coversOf(policy) }));
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return all ? 1 - (counts[lang] ?? 0) / all : 0;
}

/** ISO 8601 in the reader's own zone, e.g. `2026-03-01T09:30:00.000+01:00`. */
export function localTime(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.valueOf() + offset * 60_000).toISOString().slice(0, -1);
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
