/** Takes the picture of a story: same letters, same hour, nothing that moves. */
import { launchBrowser } from '../support/browser.js';
import { globalsText, listen, select, serveStories } from '../support/stories.js';
import { fileURLToPath } from 'node:url';

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const FILES = {
  '/look/look.css': beside('look.css'),
  '/look/inter.woff2': fileURLToPath(
    import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  ),
};
const HEAD = '<link rel="stylesheet" href="/look/look.css" />';
/** Whatever the machine: no letters in three colours, no profile of its screen, no bars. */
const PLAIN = [
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];
const NOW = '2026-11-18T10:00:00+01:00';
/** Pixels of a page that are looked at; what lies below has pictures of its own. */
const TALLEST = 1200;
const PATIENCE = 60_000;
const SENDS = /acknowledgement/;

export class Camera {
  #server;
  #browser;
  #page;
  #protocol;
  #shown;
  #settings;

  static async open() {
    const camera = new Camera();
    camera.#server = await serveStories(FILES, HEAD);
    camera.#browser = await launchBrowser({ args: PLAIN, full: true });
    const page = (camera.#page = await camera.#browser.newPage());
    page.setDefaultTimeout(PATIENCE);
    camera.#protocol = await page.createCDPSession();
    await page.emulateTimezone('Europe/Brussels');
    await page.evaluateOnNewDocument(listen);
    await page.evaluateOnNewDocument(sameEveryTime, NOW);
    return camera;
  }

  async close() {
    await this.#browser?.close();
    this.#server?.close();
  }

  /**
   * @param {import('./list.js').View} view
   * @param {number} width of the window
   * @returns {Promise<Uint8Array>} a PNG
   * @throws when the story does not draw itself
   */
  async picture(view, width) {
    if (this.#shown !== view) await this.#show(view, width);
    await this.#page.setViewport({ width, height: TALLEST, hasTouch: true });
    const height = await this.#page.evaluate(rest);
    return this.#page.screenshot({
      clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) },
    });
  }

  async #show(view, width) {
    this.#shown = undefined;
    const { language, scheme, theme, forced } = view;
    // Axe has its own visit of every story.
    const globals = globalsText({ language, scheme, theme, 'a11y.manual': '!true' });
    // What was sent from one story is known to the next: those that send start in a page of their own.
    const settings = SENDS.test(view.id) ? undefined : `${globals} ${forced}`;
    if (settings && settings === this.#settings) {
      await this.#page.setViewport({ width, height: TALLEST, hasTouch: true });
      await this.#page.evaluate(() => globalThis.startAgain());
      await this.#page.evaluate(select, view.id);
    } else {
      await this.#load(view, width, globals);
      this.#settings = settings;
    }
    await this.#page
      .waitForFunction((id) => globalThis.heard?.finished?.storyId === id, { polling: 20 }, view.id)
      .catch((error) => {
        this.#settings = undefined;
        throw error;
      });
    const thrown = await this.#page.evaluate(() => globalThis.heard.thrown);
    if (thrown.length) throw new Error(`the story fails: ${thrown.join('; ')}`);
    this.#shown = view;
  }

  async #load({ id, scheme, forced }, width, globals) {
    await this.#page.goto('about:blank');
    await this.#page.setViewport({ width, height: TALLEST, hasTouch: true });
    await this.#protocol.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: forced ? 'active' : 'none' },
      ],
    });
    const query = new URLSearchParams({ id, viewMode: 'story', globals });
    const origin = `http://localhost:${this.#server.address().port}`;
    // What another story has stored is not there for this one.
    await this.#protocol.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await this.#page.goto(`${origin}/iframe.html?${query}`, { waitUntil: 'domcontentloaded' });
  }
}

/*
 * In the page: time goes on, but from the same moment in every picture, and a receipt has the same
 * number. `startAgain` is called before another story is shown.
 */
function sameEveryTime(now) {
  const Real = Date;
  let offset;
  let seed;
  globalThis.startAgain = () => {
    offset = Real.parse(now) - Real.now();
    seed = 0;
    // What a story stored is not there for the next one.
    localStorage.clear();
    sessionStorage.clear();
    scrollTo(0, 0);
  };
  globalThis.Date = class Date extends Real {
    constructor(...args) {
      super(...(args.length ? args : [Real.now() + offset]));
    }
    static now() {
      return Real.now() + offset;
    }
  };
  const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0);
  Math.random = () => next() / 2 ** 32;
  crypto.getRandomValues = (array) => array.map(() => next() >>> 8);
  delete Crypto.prototype.randomUUID;
  offset = Real.parse(now) - Real.now();
  seed = 0;
}

/* In the page: waits until nothing changes any more; its height then, in pixels. */
async function rest() {
  const still = new CSSStyleSheet();
  still.replaceSync(`
    *, *::before, *::after { caret-color: transparent !important; transition: none !important;
      animation: none !important; }
    /* What waits until it is looked at is looked at. */
    :not([hidden]) { content-visibility: visible !important; }
    code { font-family: 'Look' !important; }`);
  const quieten = (root) => {
    if (!root.adoptedStyleSheets.includes(still)) root.adoptedStyleSheets.push(still);
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) quieten(shadowRoot);
  };
  const state = () => {
    const { scrollHeight } = document.documentElement;
    return `${scrollHeight} ${document.querySelector('#storybook-root').getBoundingClientRect().height}`;
  };
  const frames = async (count) => {
    while (count--) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  await document.fonts.load('400 16px Look');
  await document.fonts.ready;
  scrollTo(0, 0);
  for (let before; before !== (before = state());) {
    quieten(document);
    await frames(4);
  }
  return Math.ceil(document.body.getBoundingClientRect().height);
}
