import { VERSION } from './version.js';

interface Versioned extends CustomElementConstructor {
  policyElementsVersion?: string;
}

/**
 * Registers an element under a tag. The same version twice is silent; where another version came
 * first it stays, and the console says so.
 */
export function register(
  tag: string,
  element: CustomElementConstructor,
  registry: CustomElementRegistry = customElements,
): void {
  const present: Versioned | undefined = registry.get(tag);
  if (!present) {
    // A class can be registered once: under a second tag it needs one of its own.
    const own =
      registry === customElements && customElements.getName?.(element)
        ? class extends element {}
        : element;
    Object.defineProperty(own, 'policyElementsVersion', { value: VERSION, configurable: true });
    registry.define(tag, own);
    return;
  }
  const { policyElementsVersion: other } = present;
  if (present === element || other === VERSION || (other && told.has(other))) return;
  if (other) told.add(other);
  const whose = other ? `of version ${other}` : 'of somebody else';
  console.warn(
    `policy-elements: <${tag}> is on this page already, ${whose}; that of version ${VERSION} is not used.`,
  );
}

/** Versions that were found here: one message says it for all elements. */
const told = new Set<string>();
