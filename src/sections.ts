/** Which element shows which type of section, and where it comes from. */
import { attempt, unpack } from './handed-over.js';
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

/** Loads the module of an element; `again` is not empty when an earlier attempt failed. */
export type ElementLoader = (again: string) => Promise<object>;

const loaders = new Map<string, ElementLoader>();
const failures = new Map<string, number>();

/** Names where an element comes from, for when a policy has something for it to show. */
export function loadLater(tag: string, load: ElementLoader): void {
  loaders.set(tag, load);
}

/** Tags of the elements that are not there yet. */
export const lateTags = (): string[] =>
  [...loaders.keys()].filter((tag) => !customElements.get(tag));

const loading = new Map<string, Promise<boolean>>();

/**
 * Fetches an element that is not there yet; resolves to whether it is there then. Whoever asks while
 * it is being fetched waits for the same request.
 */
export function loadElement(tag: string): Promise<boolean> {
  const load = loaders.get(tag);
  if (!load || customElements.get(tag)) return Promise.resolve(true);
  const element = loading.get(tag) ?? fetchElement(tag, load);
  loading.set(tag, element);
  return element;
}

async function fetchElement(tag: string, load: ElementLoader): Promise<boolean> {
  const failed = failures.get(tag) ?? 0;
  try {
    unpack(await load(attempt(failed)));
    return true;
  } catch (cause) {
    failures.set(tag, failed + 1);
    console.warn(`policy-elements: <${tag}> could not be loaded.`, cause);
    return false;
  } finally {
    loading.delete(tag);
  }
}
