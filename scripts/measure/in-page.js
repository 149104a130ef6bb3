/**
 * Runs in the page before anything else: knows when something last changed on it, shadow roots
 * included, and when the frame that shows it was drawn. The function is sent as text, so it holds
 * all it needs.
 */
export function watchPage() {
  const { document, Element, MessageChannel, MutationObserver } = globalThis;
  const { performance, requestAnimationFrame, setTimeout } = globalThis;
  const state = { generation: 0, started: 0, touched: 0, painted: 0, stable: 0 };

  const touch = () => {
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
  };

  // The line with the digest stands on paper only, and comes when the browser is idle.
  const onPaper = ({ target }) => Boolean(target.closest?.('.running'));
  const observer = new MutationObserver((records) => records.every(onPaper) || touch());
  const everything = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(document, everything);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    observer.observe(root, everything);
    return root;
  };

  for (const type of ['keydown', 'input', 'click', 'change', 'hashchange']) {
    const heard = (event) => {
      if (!event.isTrusted) return;
      state.started ||= event.timeStamp;
      touch();
    };
    globalThis.addEventListener(type, heard, { capture: true });
  }

  globalThis.measuring = {
    /** Forgets when the last thing began. */
    arm() {
      state.started = 0;
    },
    /** Resolves when nothing has changed for a while: when it began, was drawn, and was stable. */
    async settled(milliseconds) {
      const isDrawn = () => Math.min(state.painted, state.stable) >= state.touched;
      const isQuiet = () => isDrawn() && performance.now() - state.touched >= milliseconds;
      while (!isQuiet()) await new Promise((resolve) => setTimeout(resolve, 40));
      return { ...state };
    },
  };
}
