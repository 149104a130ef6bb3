/**
 * How each section type of src/policy/section-types is shown: one entry each. What follows from it
 * elsewhere is written by `npm run registry`, or checked against it by test/package/registry.test.js.
 */

export interface SectionEntry {
  /** Tag of the element that shows it. */
  tag: `policy-${string}`;
  /** The part of the ready-made file that brings the element; without one, the file itself does. */
  part?: string;
  /** Its element shows marks of platforms. */
  marks?: true;
}

export const SECTIONS = {
  text: { tag: 'policy-text' },
  platforms: { tag: 'policy-platforms', part: 'directory-sections', marks: true },
  rules: { tag: 'policy-rules' },
  mandates: { tag: 'policy-mandates', part: 'directory-sections' },
  guidelines: { tag: 'policy-guidelines' },
  profiles: { tag: 'policy-profiles', part: 'directory-sections', marks: true },
  reactions: { tag: 'policy-reactions', part: 'interactive-sections' },
  check: { tag: 'policy-check', part: 'interactive-sections' },
  faq: { tag: 'policy-faq' },
  contacts: { tag: 'policy-contacts', part: 'directory-sections' },
  reporting: { tag: 'policy-reporting', part: 'directory-sections' },
  trainings: { tag: 'policy-trainings', part: 'directory-sections' },
  rollout: { tag: 'policy-rollout', part: 'directory-sections' },
  quiz: { tag: 'policy-quiz', part: 'interactive-sections' },
} as const satisfies Record<string, SectionEntry>;

/** Elements that show no section type by themselves, with the part that brings them. */
export const OTHER_ELEMENTS = {
  'policy-acknowledgement': 'acknowledgement',
  'policy-changes': 'changes',
  'policy-search': 'search-field',
  'policy-section': 'directory-sections',
  'policy-notice': 'nudges',
  'policy-tip': 'nudges',
} as const satisfies Record<string, string>;
