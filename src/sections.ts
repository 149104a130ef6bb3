/** Which element shows which type of section, and where it comes from. */
import { LateModule, type LateLoader } from './late-module.js';
import { SECTIONS } from './sections/registry.js';

const ELEMENTS = new Map<string, string>(
  Object.entries(SECTIONS).map(([type, { tag }]) => [type, tag]),
);

/** The element for a type nobody has an element for: title, intro and texts, plainly. */
const PLAIN = 'policy-section';

/** Tag of the element that shows sections of a type. */
export const elementFor = (type: string): string => ELEMENTS.get(type) ?? PLAIN;

/** Types that have an element of their own. */
export const sectionTypes = (): string[] => [...ELEMENTS.keys()];

/**
 * Has an element of the host's own show a type of section. It receives `policy` and `section` as
 * every section element does.
 */
export function showSectionsWith(type: string, tag: string): void {
  ELEMENTS.set(type, tag);
}

const loaders = new Map<string, LateModule<object>>();

/** Names where an element comes from, for when a policy has something for it to show. */
export function loadLater(tag: string, load: LateLoader<object>): void {
  loaders.set(tag, new LateModule(load, `<${tag}>`));
}

/** Tags of the elements that are not there yet. */
export const lateTags = (): string[] =>
  [...loaders.keys()].filter((tag) => !customElements.get(tag));

/** Fetches an element that is not there yet; resolves to whether it is there then. */
export function loadElement(tag: string): Promise<boolean> {
  const late = loaders.get(tag);
  return !late || customElements.get(tag) ? Promise.resolve(true) : late.bring();
}
