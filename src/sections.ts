/** Which element shows which type of section. */
const ELEMENTS = new Map<string, string>([
  ['text', 'policy-text'],
  ['rules', 'policy-rules'],
  ['guidelines', 'policy-guidelines'],
  ['profiles', 'policy-profiles'],
  ['faq', 'policy-faq'],
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
