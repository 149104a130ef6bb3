import type { ParseResult } from './findings.js';

const results = new WeakMap<object, ParseResult>();

/** What was read of a value before. */
export const recall = (value: unknown): ParseResult | undefined =>
  typeof value === 'object' && value !== null ? results.get(value) : undefined;

/** Keeps what was read of a value: an element handed to another the policy it has read need not read it again. */
export function remember(value: unknown, read: ParseResult): ParseResult {
  if (typeof value === 'object' && value !== null) results.set(value, read);
  if (read.policy) results.set(read.policy, read);
  return read;
}
