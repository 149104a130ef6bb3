/** Which element shows which type of section, and where it comes from. */
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

const loaders = new Map<string, () => Promise<unknown>>();

/** Names where an element comes from, for when a policy has something for it to show. */
export function loadLater(tag: string, load: () => Promise<unknown>): void {
  loaders.set(tag, load);
}

/** Tags of the elements that are not there yet. */
export const lateTags = (): string[] =>
  [...loaders.keys()].filter((tag) => !customElements.get(tag));

const coming = new Map<string, Promise<void>>();

/** Fetches an element that is not there yet; resolves when it is, or cannot be had. */
export function loadElement(tag: string): Promise<void> {
  const load = loaders.get(tag);
  if (!load || customElements.get(tag)) return Promise.resolve();
  // Whoever asks while it is on its way waits for the same.
  const element = coming.get(tag) ?? fetchElement(tag, load);
  coming.set(tag, element);
  return element;
}

async function fetchElement(tag: string, load: () => Promise<unknown>): Promise<void> {
  try {
    await load();
  } catch (cause) {
    console.warn(`policy-elements: <${tag}> could not be loaded.`, cause);
  }
  // The next one that asks tries again, if it has to.
  coming.delete(tag);
}
