/** Texts that readers would see otherwise than their writer meant. */
import { WINDOWS_1252 } from '../decode.js';
import type { AdviceCode, Finding } from '../findings.js';
import { linksIn } from '../links.js';
import type { Policy } from '../schema.js';
import { matchLanguage } from '../text.js';
import { pointerTo, textsOf, type PlacedText } from '../texts.js';
import { addressSlip } from './addresses.js';
import { closestLanguage } from './synonyms.js';

export const advise = (
  code: AdviceCode,
  pointer: string,
  params: Record<string, string | number>,
): Finding => ({ grade: 'advice', code, pointer, params });

const CODE = /(`+)[\s\S]*?\1/g;
const HTML = /<\/?(?:[a-z][a-z0-9]*(?::[a-z]+)?)(?:\s[^<>]*)?\/?>|<!--|&nbsp;/i;
const MARKS = /\*\*|__|\[[^\]]*\]\([^)]*\)|^#{1,6}\s|^[-*]\s/;
const TO_FILL_IN = /\[\[[^\]\n]+\]\]/g;
/** What templates of others leave to be filled in: `[AGENCY NAME]`, `[insert date]`; never a link; an import escapes them. */
const TEMPLATES = [
  /(?<!\[)\[\s*(?:\p{Lu}(?:[\p{Lu}\d ,.'’/&-]|\b(?:or|and|of|the|en|ou|et|de|du|und|oder)\b){2,}|(?:insert|enter|your|name of|naam van|vul|jouw|uw|nom d[eu’']|votre|ins[ée]re[rz]|indique[rz]|à compléter|in te vullen|to be)\s[^[\]\n]{2,60}|x{2,}|…|\.{3,})\s*\\?\](?![[(:\]])/gu,
  // Names in general, and what to do with the text.
  /(?<!\[)\[\s*\*{0,3}(?:(?:agency|company|organi[sz]ation|department|bedrijf|organisatie)(?: \p{L}+){1,3}|[^[\]\n]{2,300}(?:delete if|if not applicable|select one|choose one|schrappen wat|indien van toepassing|le cas échéant|biffer l)[^[\]\n]{0,300})\s*\*{0,3}\\?\](?![[(:\]])/giu,
];
/** UTF-8 that was read as Windows-1252. */
const MOJIBAKE = /(?:Ã[\u0080-\u00bf\u2018-\u203a\u20ac]|â€.?|Â[\u00a0-\u00bf])+/;

const around = (text: string, at: number, length: number): string =>
  text
    .slice(Math.max(0, text.lastIndexOf(' ', at - 1) + 1), at + length + 12)
    .split(/\s/)
    .slice(0, 3)
    .join(' ');

/** Everything of this kind in a policy. */
export const textSlips = (policy: Policy, languagesKnown: boolean): Finding[] => [
  ...[...textsOf(policy)].flatMap((placed) => [
    ...(languagesKnown ? languageSlips(placed, policy) : []),
    ...(isEmpty(placed) ? [advise('text-empty', placed.pointer, {})] : []),
    ...writings(placed).flatMap(([pointer, text]) => slipsIn(text, pointer, placed)),
  ]),
  ...placeholders(policy, ''),
  ...(policy.id === 'policy' ? [advise('id-says-nothing', '/id', { value: policy.id })] : []),
];

/** What a starter leaves to its writer: in texts, and in addresses and numbers as well. */
function placeholders(value: unknown, pointer: string): Finding[] {
  if (typeof value === 'string') {
    return [...value.matchAll(TO_FILL_IN)].map(([found]) =>
      advise('to-fill-in', pointer, { value: found }),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    placeholders(each, pointerTo(pointer, key)),
  );
}

const writings = ({ text, pointer }: PlacedText): [pointer: string, text: string][] =>
  typeof text === 'string'
    ? [[pointer, text]]
    : Object.entries(text).map(([lang, each]) => [pointerTo(pointer, lang), each]);

const isEmpty = (placed: PlacedText): boolean => writings(placed).every(([, text]) => !text.trim());

/** Each once, by where it stands. */
const leftByTemplates = (text: string): Iterable<string> =>
  new Map(
    TEMPLATES.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, found] as const),
    ),
  ).values();

/** Without the marks of Markdown, and not all of a long one. */
const asRead = (text: string): string => {
  const read = text.replace(/[\\*]/g, '');
  return read.length > 60 ? `${read.slice(0, 58)}…]` : read;
};

function slipsIn(text: string, pointer: string, { kind }: PlacedText): Finding[] {
  const found: Finding[] = [];
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) found.push(advise('damaged-text', pointer, { value: around(text, lost, 1) }));
  const wrong = MOJIBAKE.exec(text);
  if (wrong) {
    const suggestion = reread(wrong[0]);
    const value = wrong[0];
    found.push(advise('mojibake', pointer, { value, ...(suggestion && { suggestion }) }));
  }
  const prose = text.replace(CODE, ' ');
  for (const left of leftByTemplates(prose))
    found.push(advise('placeholder', pointer, { value: left, text: asRead(left) }));
  const html = HTML.exec(prose);
  if (html) found.push(advise('html', pointer, { value: html[0].slice(0, 40) }));
  const marks = kind === 'plain' ? MARKS.exec(text) : null;
  if (marks) found.push(advise('markdown-in-plain', pointer, { value: marks[0].trim() }));
  if (kind === 'markdown') {
    for (const href of linksIn(text)) {
      const suggestion = addressSlip(href);
      if (suggestion) found.push(advise('no-scheme', pointer, { value: href, suggestion }));
    }
  }
  return found;
}

/** What it was before it was read in the wrong encoding. */
function reread(text: string): string | undefined {
  const bytes = [...text].map((letter) => {
    const at = WINDOWS_1252.indexOf(letter);
    return at >= 0 ? 0x80 + at : letter.charCodeAt(0);
  });
  if (bytes.some((byte) => byte > 255)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}

/** Languages of a text that the policy does not list, or lists in other letters. */
function languageSlips({ text, pointer }: PlacedText, { languages }: Policy): Finding[] {
  if (typeof text === 'string') return [];
  return Object.keys(text).flatMap((lang) => {
    if (languages.includes(lang)) return [];
    const at = pointerTo(pointer, lang);
    const listed = languages.find((each) => each.toLowerCase() === lang.toLowerCase());
    if (listed) return [advise('language-spelling', at, { value: lang, suggestion: listed })];
    if (matchLanguage(lang, languages)) return [];
    const meant = closestLanguage(lang);
    const suggestion = meant !== lang && meant && languages.includes(meant) ? meant : undefined;
    return [advise('language-unlisted', at, { value: lang, ...(suggestion && { suggestion }) })];
  });
}
