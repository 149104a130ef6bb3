/**
 * What runs in the page before anything else, to know when something last changed on it and when
 * the frame that shows it was drawn. The functions are sent as text: each holds all it needs.
 */

/** Keeps when things began, changed and were drawn. */
export function watchFrames() {
  const { MessageChannel, performance, requestAnimationFrame, setTimeout } = globalThis;
  const state = { generation: 0, started: 0, touched: 0, painted: 0, stable: 0 };
  const isDrawn = () => Math.min(state.painted, state.stable) >= state.touched;

  globalThis.measuring = {
    /** Forgets when the last thing began. */
    arm() {
      state.started = 0;
    },
    start(time) {
      state.started ||= time;
    },
    /** Something changed: it is drawn with the next frame, and stable with the one after. */
    touch() {
      const generation = ++state.generation;
      const mark = (name) => {
        if (generation === state.generation) state[name] = performance.now();
      };
      state.touched = performance.now();
      requestAnimationFrame(() => {
        // A message posted here comes after the style, layout and paint of this frame.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => mark('painted');
        port2.postMessage(undefined);
        requestAnimationFrame(() => mark('stable'));
      });
    },
    /** Resolves when nothing has changed for a while: when it began, was drawn, and was stable. */
    async settled(milliseconds) {
      let quiet = 0;
      let { touched } = state;
      let last = performance.now();
      while (quiet < milliseconds || !isDrawn()) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        const now = performance.now();
        // A long task is no rest: what it prepares may be drawn after it.
        quiet = touched === state.touched ? quiet + Math.min(now - last, 80) : 0;
        [touched, last] = [state.touched, now];
      }
      return { ...state, now: performance.now() };
    },
  };
}

/** Hears every change, in shadow roots as well, and everything a reader does. */
export function watchChanges() {
  const { document, Element, measuring, MutationObserver } = globalThis;
  // The line with the digest stands on paper only, and comes when the browser is idle.
  const onPaper = ({ target }) => Boolean(target.closest?.('.running'));
  const observer = new MutationObserver((records) => records.every(onPaper) || measuring.touch());
  const everything = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(document, everything);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    observer.observe(root, everything);
    return root;
  };

  const heard = (event) => {
    if (!event.isTrusted) return;
    measuring.start(event.timeStamp);
    measuring.touch();
  };
  for (const type of ['keydown', 'input', 'click', 'change', 'hashchange']) {
    globalThis.addEventListener(type, heard, { capture: true });
  }
}
