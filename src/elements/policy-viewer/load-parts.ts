import { loadPlatformMarks } from '../../icons/icon.js';
import { loadSentences } from '../../localization/sentences.js';
import type { ParseResult } from '../../policy/findings.js';
import type { Section } from '../../policy/schema.js';
import { bringElement } from '../shared/missing-part.js';
import { FIRST_DRAWING_TIMEOUT } from '../shared/first-drawing.js';
import { elementFor, lateTags, loadElement } from '../../sections.js';
import { SECTIONS, type SectionEntry } from '../../sections/registry.js';

const hasMarks = (type: string): boolean =>
  Object.hasOwn(SECTIONS, type) && Boolean((SECTIONS as Record<string, SectionEntry>)[type]!.marks);

/** What showing sections takes and is not there yet, with the search and the form where they are shown. */
export function partsOf(
  sections: readonly Section[],
  { gaps, policy }: ParseResult,
  shows: { search: boolean; form: boolean },
): Promise<unknown>[] {
  const types = new Set(sections.map(({ type }) => type));
  const late = new Set(lateTags());
  const elements = [
    ...(shows.search ? ['policy-search'] : []),
    ...(shows.form && policy?.acknowledgement ? ['policy-acknowledgement'] : []),
    ...[...types].map(elementFor),
  ].filter((tag) => late.has(tag));
  return [
    ...elements.map(loadElement),
    [...types].some(hasMarks) ? loadPlatformMarks() : undefined,
    gaps.size ? loadSentences() : undefined,
  ].filter((part) => part !== undefined);
}

/** Resolves when the parts are there, or, where they need not be, have been waited for. */
export async function whenThere(
  parts: readonly Promise<unknown>[],
  needed: boolean,
): Promise<void> {
  const patience = needed
    ? []
    : [new Promise((resolve) => setTimeout(resolve, FIRST_DRAWING_TIMEOUT))];
  await Promise.race([Promise.all(parts), ...patience]);
}

/** Elements that are not there yet; they take their place when they come. */
export function bringParts(root: ParentNode): void {
  for (const part of root.querySelectorAll(':not(:defined)')) void bringElement(part);
}
