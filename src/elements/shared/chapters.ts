import type { Section } from '../../policy/schema.js';
import type { PolicyView } from './policy-view.js';
import { plain } from './text.js';

export interface Chapter {
  /** None for sections that stand in no chapter. */
  title: unknown;
  within: Section[];
}

/** Sections by chapter, in reading order: a chapter stands where its first section does. */
export function chapters(view: PolicyView, sections: readonly Section[]): Chapter[] {
  const groups = view.policy.groups ?? [];
  const found = new Map<unknown, Chapter>();
  for (const section of sections) {
    const group = groups.find((each) => each.sections.includes(section.id));
    const chapter = found.get(group ?? section) ?? {
      title: group && plain(view, group.title),
      within: [],
    };
    chapter.within.push(section);
    found.set(group ?? section, chapter);
  }
  return [...found.values()];
}
