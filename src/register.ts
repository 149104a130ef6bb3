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
  if (present === element || present.policyElementsVersion === VERSION) return;
  console.warn(
    `policy-elements: <${tag}> is already there as version ${present.policyElementsVersion ?? 'unknown'}; version ${VERSION} is not used for it.`,
  );
}
