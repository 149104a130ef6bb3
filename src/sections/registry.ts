/**
 * How each section type of src/policy/section-types is shown: one entry each. What follows from it
 * elsewhere is generated from it, or checked against it by test/package/registry.test.js.
 */

/** Parts of the ready-made file. What is in none of them is in the file itself. */
export type Part = 'guided' | 'organisation';

export interface SectionEntry {
  /** Tag of the element that shows it. */
  tag: `policy-${string}`;
  /** The part of the ready-made file that brings the element. */
  part?: Part;
}

export const SECTIONS = {
  text: { tag: 'policy-text' },
  platforms: { tag: 'policy-platforms', part: 'organisation' },
  rules: { tag: 'policy-rules' },
  mandates: { tag: 'policy-mandates', part: 'organisation' },
  guidelines: { tag: 'policy-guidelines' },
  profiles: { tag: 'policy-profiles' },
  reactions: { tag: 'policy-reactions', part: 'guided' },
  check: { tag: 'policy-check', part: 'guided' },
  faq: { tag: 'policy-faq' },
  contacts: { tag: 'policy-contacts', part: 'organisation' },
  reporting: { tag: 'policy-reporting', part: 'organisation' },
  trainings: { tag: 'policy-trainings', part: 'organisation' },
  rollout: { tag: 'policy-rollout', part: 'organisation' },
  quiz: { tag: 'policy-quiz', part: 'guided' },
} as const satisfies Record<string, SectionEntry>;
