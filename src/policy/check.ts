import { adviceOn } from './advice.js';
import type { Finding } from './findings.js';
import { readUnknown } from './parse.js';
import type { Policy } from './schema.js';
import { valueAt } from './slips/fields.js';
import { slipsOf } from './slips/slips.js';
import { withSuggestions } from './slips/suggest.js';

/** A policy as checked. */
export interface CheckResult {
  /** The sound part of the document; `undefined` when it is no policy at all. */
  policy: Policy | undefined;
  /** Errors first, then advice. */
  findings: Finding[];
}

/** Checks a value of any origin against the policy format. Never throws. */
export function checkPolicy(value: unknown): CheckResult {
  const { policy, findings, source } = readUnknown(value);
  if (!policy) return { policy, findings: [...findings] };
  const slips = slipsOf(source, policy).filter((slip) => !isMendedBy(slip, findings, source));
  const all = [...findings, ...slips, ...adviceOn(policy)];
  return { policy, findings: withSuggestions(all, source, policy) };
}

/** An empty text that stands only in the policy as mended: an error has said what is wrong there. */
const isMendedBy = (
  { code, pointer }: Finding,
  errors: readonly Finding[],
  source: unknown,
): boolean =>
  code === 'text-empty' &&
  (valueAt(source, pointer) === undefined || errors.some((error) => error.pointer === pointer));
