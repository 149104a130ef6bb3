/** Plain HTML between the tags gives way to the element: what the reader had before them stays there. */
import { hold } from './scroll-anchor.js';
import { openAround } from './show-item.js';

/** Milliseconds in which parts of the element may still come. */
const RESTLESS = 1200;

const drawn = new WeakSet<Element>();

/**
 * Before the element draws the policy for the first time.
 * @returns what takes the plain HTML away once it is drawn, and leads back to where the reader was
 */
export function lightPlace(host: Element, isReady: boolean): (() => void) | undefined {
  if (!isReady || drawn.has(host)) return undefined;
  drawn.add(host);
  const light = host.querySelector(':scope > [data-light]');
  if (!light) return undefined;
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

/** Whether something stands between the tags while there is no policy, and in no slot by name. */
export const hasFallback = (element: Element): boolean =>
  [...element.childNodes].some((each) =>
    each instanceof Element ? !each.slot : each.nodeType === 3 && each.textContent?.trim(),
  );
