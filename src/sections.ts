/** Which element shows which type of section. */
const ELEMENTS = new Map<string, string>([
  ['text', 'policy-text'],
  ['platforms', 'policy-platforms'],
  ['rules', 'policy-rules'],
  ['mandates', 'policy-mandates'],
  ['guidelines', 'policy-guidelines'],
  ['profiles', 'policy-profiles'],
  ['reactions', 'policy-reactions'],
  ['check', 'policy-check'],
  ['faq', 'policy-faq'],
  ['contacts', 'policy-contacts'],
  ['reporting', 'policy-reporting'],
  ['trainings', 'policy-trainings'],
  ['rollout', 'policy-rollout'],
  ['quiz', 'policy-quiz'],
]);

/** The element for a type nobody has an element for: title, intro and texts, plainly. */
const PLAIN = 'policy-section';

/** Tag of the element that shows sections of a type. */
export const elementFor = (type: string): string => ELEMENTS.get(type) ?? PLAIN;

/**
 * Has an element of the host's own show a type of section. It receives `policy` and `section` as
 * every section element does.
 */
export function showSectionsWith(type: string, tag: string): void {
  ELEMENTS.set(type, tag);
}
