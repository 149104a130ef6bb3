/** Version, dates and names from a cover or a control table. */
import { META_LABEL } from './vocabulary.js';

export interface Facts {
  version?: string;
  effective?: string;
  reviewBy?: string;
  adoptedBy?: string;
  adoptedOn?: string;
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['januari', 'janvier', 'january', 'jan'],
    ['februari', 'février', 'february', 'feb', 'fév'],
    ['maart', 'mars', 'march', 'mrt'],
    ['april', 'avril', 'apr'],
    ['mei', 'mai', 'may'],
    ['juni', 'juin', 'june', 'jun'],
    ['juli', 'juillet', 'july', 'jul'],
    ['augustus', 'août', 'august', 'aug'],
    ['september', 'septembre', 'sept', 'sep'],
    ['oktober', 'octobre', 'october', 'okt', 'oct'],
    ['november', 'novembre', 'nov'],
    ['december', 'décembre', 'dec', 'déc'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1])),
);

const iso = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const text = date.toISOString().slice(0, 10);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? text : undefined;
};

/** A date as people write it, day before month; `undefined` where there is none. */
export function dateIn(text: string): string | undefined {
  const plainDate = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (plainDate) return iso(+plainDate[1]!, +plainDate[2]!, +plainDate[3]!);
  const numbers = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text);
  if (numbers) return iso(+numbers[3]!, +numbers[2]!, +numbers[1]!);
  const words = /\b(\d{1,2})(?:er|st|nd|rd|th|e)?\s+(\p{L}+)\.?\s+(\d{4})\b/u.exec(text);
  const month = MONTHS[words?.[2]?.toLowerCase() ?? ''];
  if (words && month) return iso(+words[3]!, month, +words[1]!);
  const american = /(\p{L}+)\s+(\d{1,2}),?\s+(\d{4})\b/u.exec(text);
  const other = MONTHS[american?.[1]?.toLowerCase() ?? ''];
  return american && other ? iso(+american[3]!, other, +american[2]!) : undefined;
}

/** Whether a line of the cover is a fact about the document: a version, a date, a label with a value. */
export const isFact = (text: string): boolean =>
  /^v(?:ersion|ersie)?\.?\s*\d/iu.test(text) ||
  dateIn(text) !== undefined ||
  /^\p{L}+ \d{4}$/u.test(text) ||
  (/^[^:]{2,30}:/.test(text) && META_LABEL.test(text.split(':')[0]!));

const KINDS: readonly (readonly [keyof Facts, RegExp])[] = [
  ['reviewBy', /herzien|review|révision|réexamen|volgende/iu],
  ['effective', /ingang|in werking|geldig|vigueur|effective|valid from|in force/iu],
  [
    'adoptedOn',
    /(?:goedgekeurd|vastgesteld)(?: door .{2,60}?)? op|(?:approuvé|adopté)e?(?: par .{2,60}?)? le|(?:approved|adopted)(?: by .{2,60}?)? on|datum goedkeuring|date d['’]approbation/iu,
  ],
];

export function factsFrom(line: string, facts: Facts): void {
  const version = /\bv(?:ersion|ersie)?(?:nummer)?\.?\s*:?\s*(\d{1,3}\.\d{1,3})\b(?!\.)/iu.exec(
    line,
  )?.[1];
  if (version) facts.version ??= version.replace(/(^|\.)0+(?=\d)/g, '$1');
  const date = dateIn(line);
  const kind = KINDS.find(([, pattern]) => pattern.test(line))?.[0];
  if (date && kind) facts[kind] ??= date;
  const by =
    /(?:goedgekeurd door|approuvé(?:e)? par|adopté(?:e)? par|approved by|adopted by|vastgesteld door)\s*:?\s*(.{2,80})$/iu.exec(
      line,
    )?.[1];
  // “de directie op 3 maart 2026” is the board, and a day.
  if (by) facts.adoptedBy ??= by.replace(/,?\s+(?:op|le|on)\s+(?:\p{L}+\s+)?\d.*$/u, '').trim();
}
