import type { Policy, Section } from './schema.js';

/** Whether something for `audience` concerns a reader who is one of `chosen`; nobody named is everybody. */
export const concerns = (
  audience: readonly string[] | undefined,
  chosen: readonly string[],
): boolean => !audience?.length || !chosen.length || audience.some((id) => chosen.includes(id));

const filterItems = <Holder extends Section>(
  section: Holder,
  chosen: readonly string[],
): Holder => {
  const { items } = section as { items?: unknown };
  if (!Array.isArray(items)) return section;
  const kept = items.filter((item: { audience?: string[] }) => concerns(item?.audience, chosen));
  return kept.length === items.length ? section : { ...section, items: kept };
};

/** The sections and items that concern these readers; all of them where nobody is chosen. */
export const sectionsFor = (policy: Policy, chosen: readonly string[]): readonly Section[] =>
  chosen.length
    ? policy.sections
        .filter((section) => concerns(section.audience, chosen))
        .map((section) => filterItems(section, chosen))
    : policy.sections;
