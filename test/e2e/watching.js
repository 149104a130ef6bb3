/** What a reader sees while an element takes over what a server rendered. */

/**
 * How an element moves while it loads. It runs within the page, from its very start.
 * @param mark what is always to be seen in the element
 */
export function watch(tag, mark) {
  const watched = (globalThis.watched = { shift: 0, heights: [], others: [], blank: 0 });
  // Where an engine does not tell, the heights have to do.
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
  // Where an answer may wait in the browser, the form comes when that is known: `others` has the
  // height of all the rest.
  const form = () => document.querySelector(tag).shadowRoot.querySelector('policy-acknowledgement');
  // Told after all that a frame lays out, and before it is painted.
  const sizes = new ResizeObserver(() => {
    const { scrollHeight } = document.documentElement;
    watched.heights.push(scrollHeight);
    watched.others.push(scrollHeight - Math.round(form()?.getBoundingClientRect().height ?? 0));
  });
  const look = () => {
    const element = document.querySelector(tag);
    if (element?.shadowRoot && document.readyState !== 'loading') {
      sizes.observe(document.documentElement);
      if (!element.shadowRoot.querySelector(mark)) watched.blank++;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** By how much a frame was higher or lower than the first, in pixels. */
export const moved = (heights) => Math.max(...heights.map((each) => Math.abs(each - heights[0])));
