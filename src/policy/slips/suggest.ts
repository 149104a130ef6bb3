/** What was likely meant where something is wrong. */
import type { Finding } from '../findings.js';
import { entriesOf } from '../ids.js';
import { sectionSchemas, type Policy } from '../schema.js';
import { mendedAddress } from './addresses.js';
import { schemaAt, valueAt } from './fields.js';
import { closest, closestLanguage } from './synonyms.js';

const MONTHS =
  'jan(?:uari|vier|uary)?|feb(?:ruari|ruary)?|fév(?:rier)?|fev(?:rier)?|maa(?:rt)?|mrt|mars?|mar(?:ch)?|' +
  'apr(?:il)?|avr(?:il)?|mei|mai|may|jun[ie]?|juin|jul[iy]?|juil(?:let)?|aug(?:ustus|ust)?|ao[uû]t|' +
  'sep(?:tember|tembre)?|okt(?:ober)?|oct(?:obre|ober)?|nov(?:ember|embre)?|dec(?:ember|embre)?|déc(?:embre)?';
const NUMBERS: readonly RegExp[] = [
  /^jan/,
  /^f[eé][bv]/,
  /^(maa|mrt|mar)/,
  /^a[pv]r/,
  /^(mei|mai|may)/,
  /^(jun|juin)/,
  /^jui?l/,
  /^(aug|ao)/,
  /^sep/,
  /^o[kc]t/,
  /^nov/,
  /^d[eé]c/,
];

const two = (value: string | number): string => String(value).padStart(2, '0');

function iso(year: string, month: string | number, day: string | number): string | undefined {
  const date = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;
  const read = new Date(`${date}T00:00Z`);
  const exists = !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(date);
  return exists ? date : undefined;
}

/** `01/10/2026`, `1 oktober 2026`, `2026/10/1` → `2026-10-01`: the day first, as in Europe. */
export function dateMeant(text: string): string | undefined {
  const value = text.trim().toLowerCase();
  const start = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/.exec(value);
  if (start) return iso(start[1]!, start[2]!, start[3]!);
  const end = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(value);
  if (end) return iso(end[3]!, end[2]!, end[1]!) ?? iso(end[3]!, end[1]!, end[2]!);
  const named =
    new RegExp(
      `^(?<day>\\d{1,2})(?:er|e|st|nd|rd|th)?\\.? (?<month>${MONTHS})\\.? (?<year>\\d{4})$`,
    ).exec(value) ??
    new RegExp(`^(?<month>${MONTHS})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})$`).exec(
      value,
    );
  const { day, month, year } = named?.groups ?? {};
  if (!day || !month || !year) return undefined;
  return iso(year, NUMBERS.findIndex((each) => each.test(month)) + 1, day);
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(jaar|jaren|ans?|années?|years?|y)$/, 'Y'],
  [/^(maand(en)?|mois|months?)$/, 'M'],
  [/^(we(e)?k(en|s)?|semaines?|w)$/, 'W'],
  [/^(dag(en)?|jours?|days?|d|j)$/, 'D'],
  [/^(u|uur|uren|h|heures?|hours?)$/, 'TH'],
  [/^(min(uten|uut|utes?)?|m)$/, 'TM'],
];

/** `1 jaar`, `4 heures`, `p1y` → `P1Y`, `PT4H`. */
export function durationMeant(text: string): string | undefined {
  const value = text.trim();
  if (/^p[\dtymwdhs]+$/i.test(value) && value !== value.toUpperCase()) return value.toUpperCase();
  const [, count, unit = ''] = /^(\d+)\s*(\p{L}+)\.?$/u.exec(value.toLowerCase()) ?? [];
  const [, letters] = UNITS.find(([pattern]) => pattern.test(unit)) ?? [];
  if (!count || !letters) return undefined;
  return letters.startsWith('T') ? `PT${count}${letters.slice(1)}` : `P${count}${letters}`;
}

const versionMeant = (value: unknown): string | undefined => {
  const [, major, minor = '0'] = /^v?\.?(\d+)(?:[.,](\d+))?/i.exec(String(value).trim()) ?? [];
  return major === undefined ? undefined : `${Number(major)}.${Number(minor)}`;
};

const idMeant = (value: string): string | undefined =>
  value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || undefined;

const mailMeant = (value: string): string | undefined =>
  /[^\s@<>"(),;:]+@[^\s@<>"(),;]+\.[a-z]{2,}/i.exec(value)?.[0];

/** Something of another kind than belongs there. */
function shapeMeant(value: unknown, type: string | undefined): string | undefined {
  if (type === 'boolean' && typeof value === 'string') {
    const [meant] = [closest(value, ['yes', 'no'])];
    return meant && (meant === 'yes' ? 'true' : 'false');
  }
  if (type === 'array' && typeof value === 'string') return JSON.stringify([value]);
  return type === 'string' && typeof value === 'number' ? JSON.stringify(String(value)) : undefined;
}

/** What was meant by a value; nothing where nobody can know. */
function meant(finding: Finding, source: unknown, ids: () => string[]): string | undefined {
  const { code, pointer } = finding;
  const value = valueAt(source, pointer);
  const place = schemaAt(source, pointer);
  if (pointer === '/version') return versionMeant(value);
  if (code === 'wrong-shape') return shapeMeant(value, place?.type);
  if (code === 'choice') return closest(String(value), place?.choices ?? []);
  if (code === 'format') return '1';
  if (typeof value !== 'string') {
    const told = finding.params?.['value'];
    return code === 'unknown-reference' || code === 'unsafe-link'
      ? closestId(String(told), ids())
      : undefined;
  }
  switch (code) {
    case 'date':
      return dateMeant(value);
    case 'duration':
      return durationMeant(value);
    case 'version':
      return versionMeant(value);
    case 'id':
      return idMeant(value);
    case 'language':
      return closestLanguage(value);
    case 'email':
      return mailMeant(value);
    case 'unknown-type':
      return closest(value, Object.keys(sectionSchemas));
    case 'unknown-reference':
      return closestId(String(finding.params?.['value'] ?? value), ids());
    case 'unsafe-address':
      return mendedAddress(value);
    case 'unsafe-link':
      return mendedAddress(String(finding.params?.['value']));
    default:
      return undefined;
  }
}

function closestId(value: string, ids: readonly string[]): string | undefined {
  const found = closest(value.replace(/^#/, ''), ids, []);
  return found && value.startsWith('#') ? `#${found}` : found;
}

/** Findings with what was likely meant, and the words that may stand there. */
export function withSuggestions(
  findings: readonly Finding[],
  source: unknown,
  policy: Policy | undefined,
): Finding[] {
  let known: string[] | undefined;
  const ids = () => (known ??= policy ? [...entriesOf(policy)].map(({ value }) => value.id) : []);
  return findings.map((finding) => {
    if (finding.params?.['suggestion'] !== undefined) return finding;
    const suggestion = meant(finding, source, ids);
    const field = finding.code === 'missing' ? finding.pointer.split('/').at(-1) : undefined;
    const choices =
      finding.code === 'choice' ? schemaAt(source, finding.pointer)?.choices : undefined;
    const required = finding.code === 'text-empty' && schemaAt(source, finding.pointer)?.required;
    const more = {
      ...(suggestion !== undefined && { suggestion }),
      ...(field && !/^\d+$/.test(field) && { field }),
      ...(choices && { choices: choices.join(', ') }),
      ...(required && { required: 1 }),
    };
    return Object.keys(more).length > 0
      ? { ...finding, params: { ...finding.params, ...more } }
      : finding;
  });
}
