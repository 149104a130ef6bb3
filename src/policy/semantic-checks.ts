/** What a schema cannot say: ids used twice, references to nothing, addresses that are not safe. */
import type { Finding, FindingCode } from './findings.js';
import { entriesOf, type Entry } from './ids.js';
import { linksIn } from './links.js';
import type { Policy } from './schema.js';
import { ITEM_REFERENCES, REFERENCES } from './section-types/fields.js';
import { pointerTo, textsOf } from './texts.js';
import { safeAddress, safeImage, safeLink } from './url.js';

const error = (
  code: FindingCode,
  pointer: string,
  params: Record<string, string | number>,
): Finding => ({ grade: 'error', code, pointer, params });

// `to` is a language as well.
const NO_REFERENCES = new Set(['keywords', 'translations']);
const ADDRESSES: Readonly<Record<string, typeof safeAddress>> = {
  url: safeAddress,
  src: safeAddress,
  logo: safeImage,
};

/**
 * Findings of grade error in a policy of the right shape. Where an id stands twice the second
 * bearer gets one of its own, so that both can be shown.
 */
export function checkSemantics(policy: Policy): Finding[] {
  const findings: Finding[] = [];
  const ids = uniqueIds(policy, findings);
  references(policy, '', ids, findings);
  groups(policy, ids, findings);
  for (const placed of textsOf(policy)) {
    links(placed.text, placed.pointer, ids, findings);
  }
  return findings;
}

/** Chapters name sections; their own ids are nobody else's. */
function groups(
  { groups: all = [] }: Policy,
  ids: Map<string, Entry['kind']>,
  findings: Finding[],
): void {
  const taken = new Map<string, unknown>(ids);
  for (const [index, group] of all.entries()) {
    const pointer = `/groups/${index}`;
    reference(group.sections, ['section'], `${pointer}/sections`, ids, findings);
    if (taken.has(group.id)) {
      findings.push(error('duplicate-id', `${pointer}/id`, { value: group.id }));
      group.id = freeId(group.id, taken);
    }
    taken.set(group.id, group);
  }
}

function uniqueIds(policy: Policy, findings: Finding[]): Map<string, Entry['kind']> {
  const ids = new Map<string, Entry['kind']>();
  for (const { kind, value, pointer } of entriesOf(policy)) {
    if (ids.has(value.id)) {
      findings.push(error('duplicate-id', `${pointer}/id`, { value: value.id }));
      value.id = freeId(value.id, ids);
    }
    ids.set(value.id, kind);
  }
  return ids;
}

function freeId(taken: string, ids: ReadonlyMap<string, unknown>): string {
  let number = 2;
  while (ids.has(`${taken}-${number}`)) number++;
  return `${taken}-${number}`;
}

function references(
  value: unknown,
  pointer: string,
  ids: ReadonlyMap<string, Entry['kind']>,
  findings: Finding[],
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (NO_REFERENCES.has(key)) continue;
    const at = pointerTo(pointer, key);
    const address = Object.hasOwn(ADDRESSES, key) ? ADDRESSES[key] : undefined;
    if (typeof each === 'string' && address) {
      if (!address(each)) findings.push(error('unsafe-address', at, { value: each.slice(0, 60) }));
    } else if (Object.hasOwn(REFERENCES, key)) {
      reference(each, REFERENCES[key]!, at, ids, findings);
    } else {
      references(each, at, ids, findings);
    }
  }
  sectionItems(value as Record<string, unknown>, pointer, ids, findings);
}

function reference(
  value: unknown,
  kinds: readonly Entry['kind'][],
  pointer: string,
  ids: ReadonlyMap<string, Entry['kind']>,
  findings: Finding[],
): void {
  for (const [index, id] of [value].flat().entries()) {
    const kind = typeof id === 'string' ? ids.get(id) : undefined;
    if (kind && kinds.includes(kind)) continue;
    const at = Array.isArray(value) ? pointerTo(pointer, index) : pointer;
    findings.push(error('unknown-reference', at, { value: String(id).slice(0, 60) }));
  }
}

/** `contacts` and `trainings` sections list bare ids. */
function sectionItems(
  holder: Record<string, unknown>,
  pointer: string,
  ids: ReadonlyMap<string, Entry['kind']>,
  findings: Finding[],
): void {
  const type = String(holder['type']);
  const kinds = Object.hasOwn(ITEM_REFERENCES, type) ? ITEM_REFERENCES[type] : undefined;
  if (!kinds || !Array.isArray(holder['items'])) return;
  reference(holder['items'], kinds, pointerTo(pointer, 'items'), ids, findings);
}

function links(
  text: Policy['title'],
  pointer: string,
  ids: ReadonlyMap<string, unknown>,
  findings: Finding[],
): void {
  const byLanguage = typeof text === 'string' ? [[undefined, text] as const] : Object.entries(text);
  for (const [lang, markdown] of byLanguage) {
    const at = lang === undefined ? pointer : pointerTo(pointer, lang);
    for (const href of linksIn(markdown)) {
      if (href.startsWith('#')) {
        if (!ids.has(href.slice(1))) {
          findings.push(error('unknown-reference', at, { value: href.slice(0, 60) }));
        }
      } else if (!safeLink(href)) {
        findings.push(error('unsafe-link', at, { value: href.slice(0, 60) }));
      }
    }
  }
}
