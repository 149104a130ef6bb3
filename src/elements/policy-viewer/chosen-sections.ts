import { sectionsFor } from '../../policy/audience.js';
import type { Policy, Section } from '../../policy/schema.js';

/** The sections that the page shows of those for the reader; all where it names none. */
export function chosenSections(
  policy: Policy,
  audience: readonly string[],
  named: string | undefined,
  also: ReadonlySet<string>,
): readonly Section[] {
  const all = sectionsFor(policy, audience);
  const wanted = (named ?? '').split(/\s+/).filter(Boolean);
  return wanted.length
    ? all.filter(({ id, type }) => [id, type].some((one) => wanted.includes(one)) || also.has(id))
    : all;
}
