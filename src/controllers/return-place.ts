/**
 * Where a reader was on a page: a reload, or coming back, leads there again. Browsers do so by
 * themselves only while a page is loading, and the text of a policy may come later.
 */
import { navigationOf } from './page-address.js';
import { hold } from './scroll-anchor.js';
import { recall, remember } from './visit-storage.js';

const KIND = 'place';
/** Milliseconds after the start of the page in which a policy may still come. */
const LATEST = 20_000;
/** Milliseconds in which parts of it may still come. */
const RESTLESS = 1200;

/** This entry of the history. */
const entry = (): string => navigationOf()?.currentEntry?.key ?? location.href;

const scrollers = (host: Element): Element[] => {
  const found: Element[] = [];
  for (let at: Node | null = host; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element && at.scrollHeight > at.clientHeight) found.push(at);
  }
  return found.reverse();
};

let isTaken = false;
let hasMoved = false;

/** Watches from the first element on; only what a reader does themselves counts as moving. */
const stops = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
const onMove = (): void => {
  hasMoved = true;
  stops.forEach((stop) => removeEventListener(stop, onMove, true));
};

/** Keeps the place of the reader when they leave; the function returned ends it. */
export function keepPlace(host: Element): () => void {
  if (!isTaken)
    stops.forEach((stop) => addEventListener(stop, onMove, { capture: true, passive: true }));
  const keep = (): void => {
    const places = scrollers(host).map(({ scrollTop }) => Math.round(scrollTop));
    remember(KIND, entry(), places.some(Boolean) ? places.join(' ') : '0');
  };
  addEventListener('pagehide', keep);
  return () => removeEventListener('pagehide', keep);
}

/** Leads back to where the reader was, where they come back; whether they do. */
export function returnToPlace(host: Element): boolean {
  if (isTaken) return false;
  isTaken = true;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!/^(?:reload|back_forward)$/.test(navigation?.type ?? '')) return false;
  const places = recall(KIND, entry()).split(' ').filter(Boolean).map(Number);
  if (!places.length || performance.now() > LATEST) return false;
  if (hasMoved) return true;
  const lead = (): void => {
    scrollers(host).forEach((each, at) => {
      const place = places[at] ?? 0;
      if (Math.abs(each.scrollTop - place) > 1) each.scrollTo({ top: place, behavior: 'instant' });
    });
  };
  lead();
  void hold(lead, RESTLESS);
  return true;
}
