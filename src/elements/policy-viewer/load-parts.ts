import { loadPlatformMarks } from '../../icons/icon.js';
import { loadSentences } from '../../localization/sentences.js';
import type { ParseResult } from '../../policy/findings.js';
import type { Section } from '../../policy/schema.js';
import { elementFor, lateTags, loadElement } from '../../sections.js';
import { SECTIONS, type SectionEntry } from '../../sections/registry.js';

const hasMarks = (type: string): boolean =>
  Object.hasOwn(SECTIONS, type) && Boolean((SECTIONS as Record<string, SectionEntry>)[type]!.marks);

/** What showing sections takes and is not there yet, beside elements that are named. */
export function partsOf(
  sections: readonly Section[],
  { gaps }: ParseResult,
  tags: readonly string[],
): Promise<unknown>[] {
  const types = new Set(sections.map(({ type }) => type));
  const late = new Set(lateTags());
  const elements = [...tags, ...[...types].map(elementFor)].filter((tag) => late.has(tag));
  return [
    ...elements.map(loadElement),
    [...types].some(hasMarks) ? loadPlatformMarks() : undefined,
    gaps.size ? loadSentences() : undefined,
  ].filter((part) => part !== undefined);
}
