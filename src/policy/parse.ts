import * as v from 'valibot';
import type { Finding, FindingCode, ParseResult } from './findings.js';
import { parseJson } from './json.js';
import { recall, remember } from './parse-cache.js';
import { Repair } from './repair.js';
import { policySchema, type Policy } from './schema.js';
import { checkSemantics } from './semantic-checks.js';

// Each round takes out what the last one found, at most one level further up.
const ROUNDS = 24;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SHAPE_CODES = new Set<string>([
  'format',
  'id',
  'date',
  'duration',
  'version',
  'language',
  'choice',
  'email',
  'address',
  'empty',
]);

function shapeCode(issue: v.BaseIssue<unknown>): FindingCode {
  if (issue.received === 'undefined') return 'missing';
  return SHAPE_CODES.has(issue.message) ? (issue.message as FindingCode) : 'wrong-shape';
}

/** A value as short as a sentence can hold. */
export const shorten = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** Reads a value that came from JSON: everything sound in it, and the errors. Never throws. */
export function readPolicy(source: unknown): ParseResult {
  if (!isRecord(source)) return unreadable(source, 'not-a-policy');
  return recall(source) ?? remember(source, attempt(source));
}

/** A document nested deeper than the stack is no policy. */
function attempt(source: Record<string, unknown>): ParseResult {
  try {
    return read(source);
  } catch {
    return unreadable(source, 'not-a-policy');
  }
}

/** As `readPolicy`, for a value of any origin: copied as JSON first, so that nothing in it runs twice. */
export function readUnknown(value: unknown): ParseResult {
  const known = recall(value);
  if (known) return known;
  try {
    return readPolicy(parseJson(JSON.stringify(value) ?? 'null'));
  } catch {
    return unreadable(value, 'not-json');
  }
}

function unreadable(source: unknown, code: FindingCode): ParseResult {
  const finding: Finding = { grade: 'error', code, pointer: '' };
  return { policy: undefined, findings: [finding], gaps: new Map([['', [finding]]]), source };
}

function read(source: Record<string, unknown>): ParseResult {
  if (!('sections' in source) && !('title' in source)) return unreadable(source, 'not-a-policy');
  const { policy, findings, original } = shape(source);
  if (!policy) return unreadable(source, 'not-a-policy');
  for (const finding of checkSemantics(policy)) {
    findings.push({ ...finding, pointer: original(finding.pointer) });
  }
  return { policy, findings, gaps: gapsOf(policy, findings, original), source };
}

interface Shaped {
  policy?: Policy;
  findings: Finding[];
  /** A pointer into the policy → into the source. */
  original: (pointer: string) => string;
}

function shape(source: Record<string, unknown>): Shaped {
  let result = v.safeParse(policySchema, source);
  const findings = new Map<string, Finding>();
  if (result.success)
    return { policy: result.output, findings: [], original: (pointer) => pointer };
  const document = structuredClone(source);
  const repair = new Repair(document);
  for (let round = 0; round < ROUNDS && !result.success; round++) {
    for (const issue of result.issues) {
      const pointer = repair.pointer(issue);
      if (!isTold(pointer, findings)) findings.set(pointer, shapeFinding(issue, pointer));
    }
    for (const issue of result.issues) repair.mend(issue);
    repair.close();
    result = v.safeParse(policySchema, document);
  }
  return {
    ...(result.success && { policy: result.output }),
    findings: [...findings.values()],
    original: (pointer) => repair.original(pointer),
  };
}

/** Whether something was found there, or in what holds it: what is no section lacks no title. */
function isTold(pointer: string, findings: ReadonlyMap<string, Finding>): boolean {
  for (let place = pointer; place; place = place.slice(0, place.lastIndexOf('/'))) {
    if (findings.has(place)) return true;
  }
  return findings.has('');
}

const shapeFinding = (issue: v.BaseIssue<unknown>, pointer: string): Finding => ({
  grade: 'error',
  code: shapeCode(issue),
  pointer,
  params: { value: shorten(issue.input) },
});

/** Findings by the id of the section they fall in. */
function gapsOf(
  policy: Policy,
  findings: readonly Finding[],
  original: Shaped['original'],
): ReadonlyMap<string, readonly Finding[]> {
  const sections = new Map(
    policy.sections.map((section, index) => [original(`/sections/${index}`), section.id]),
  );
  const gaps = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = /^\/sections\/\d+/.exec(finding.pointer)?.[0] ?? '';
    const id = sections.get(place) ?? '';
    gaps.set(id, [...(gaps.get(id) ?? []), finding]);
  }
  return gaps;
}
