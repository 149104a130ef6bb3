/** Plain HTML between the tags gives way to the element: what the reader had before them stays there. */
import { hold } from '../controllers/scroll-anchor.js';
import { openAround } from '../controllers/show-item.js';

/** Milliseconds in which parts of the element may still come. */
const RESTLESS = 1200;

/**
 * Before the element draws the policy for the first time.
 * @param light what stands between its tags
 * @returns what takes it away once the policy is drawn, and leads back to where the reader was
 */
export function lightPlace(host: Element, light: Element): () => void {
  const nearest = topOf(host) < 0 ? nearestOf(light.querySelectorAll('[id*="/"]')) : undefined;
  return () => {
    light.remove();
    const same = nearest && findIn(host.shadowRoot!, nearest.id);
    if (!same) return;
    // The short reading may leave out what somebody was reading.
    openAround(same);
    const correct = (): void => {
      const moved = topOf(same) - nearest.top;
      if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' });
    };
    correct();
    void hold(correct, RESTLESS);
  };
}

/** What starts nearest to the top of the window. */
const nearestOf = (places: Iterable<Element>): { id: string; top: number } | undefined =>
  [...places]
    .map((place) => ({ id: place.id.split('/')[1]!, top: topOf(place) }))
    .sort((one, other) => Math.abs(one.top) - Math.abs(other.top))[0];

const topOf = (element: Element): number => element.getBoundingClientRect().top;

function findIn(root: ShadowRoot, id: string): Element | undefined {
  const own = root.getElementById(id);
  if (own) return own;
  for (const { shadowRoot } of root.querySelectorAll('.part')) {
    const found = shadowRoot && findIn(shadowRoot, id);
    if (found) return found;
  }
  return undefined;
}
