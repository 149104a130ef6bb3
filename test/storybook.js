/**
 * Visits every story in every language and colour scheme, in a real browser: it draws without an
 * error, its elements are registered, its play function succeeds, and axe finds nothing.
 */
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './support/browser.js';
import { buildStories, globalsText, listen, serveStories } from './support/stories.js';

const LANGUAGES = ['nl', 'fr', 'en'];
const SCHEMES = ['light', 'dark'];
const THEMES = ['government', 'warm', 'dark'];
/** Milliseconds for one visit; a story of 1,500 entries takes some. */
const PATIENCE = 120_000;
/** One: a page behind another is not drawn, and what waits to be seen waits for ever. */
const PAGES = 1;

/** @returns {Promise<{ passed: number, failed: number }>} Visits that passed and that failed. */
export async function testStorybook({ only = '', log = console.log } = {}) {
  const stories = (await buildStories()).filter(({ id }) => id.includes(only));
  const server = await serveStories();
  const browser = await launchBrowser();
  const counts = { passed: 0, failed: 0 };
  try {
    const queue = [...stories];
    const work = async () => {
      const visitor = await Visitor.open(browser, `http://localhost:${server.address().port}/`);
      for (let story = queue.shift(); story; story = queue.shift()) {
        for (const globals of combinations(story, visitor.globals)) {
          const faults = await visitor.visit(story.id, globals);
          counts[faults.length ? 'failed' : 'passed']++;
          if (faults.length) log(report(story, globals, faults));
        }
      }
    };
    await Promise.all(Array.from({ length: PAGES }, work));
  } finally {
    await browser.close();
    server.close();
  }
  if (!stories.length) counts.failed++;
  return counts;
}

/**
 * In which settings a story is seen. It starts from those of the story before, as changing them
 * draws a story once more; the order changes one setting at a time.
 */
function combinations({ tags, name }, current) {
  const languages = startingWith(LANGUAGES, current.language);
  const schemes = startingWith(SCHEMES, current.scheme);
  const plain = { theme: 'neutral' };
  // Axe needs many seconds for a list of thousands, and finds the same in every setting.
  if (tags.includes('large')) return [current];
  const all = languages.flatMap((language, at) =>
    (at % 2 ? schemes.toReversed() : schemes).map((scheme) => ({ language, scheme, ...plain })),
  );
  if (name !== 'Default') return all;
  const themed = THEMES.flatMap((theme) =>
    SCHEMES.map((scheme) => ({ language: languages.at(-1), scheme, theme })),
  );
  return [...all, ...themed, { ...all.at(-1) }];
}

const startingWith = (values, first) => [first, ...values.filter((value) => value !== first)];

/** A page that goes from story to story without loading anew. */
class Visitor {
  globals = { language: LANGUAGES[0], scheme: SCHEMES[0], theme: 'neutral' };
  #page;
  #address;
  #story;
  #errors = [];

  static async open(browser, address) {
    const visitor = new Visitor();
    const page = (visitor.#page = await browser.newPage());
    visitor.#address = address;
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport({ width: 1100, height: 900 });
    // What moves is looked at when it has come to rest.
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.evaluateOnNewDocument(listen);
    page.on('pageerror', (error) => visitor.#errors.push(`page error: ${error.message ?? error}`));
    page.on('console', (message) => {
      if (message.type() === 'error') visitor.#errors.push(`console: ${message.text()}`);
    });
    return visitor;
  }

  /** @returns {Promise<string[]>} What is wrong with the story in these settings. */
  async visit(id, globals) {
    this.#errors = [];
    const faults = await this.#show(id, globals).catch((error) => {
      // Whatever happened, the next story starts afresh.
      this.#story = undefined;
      return [`not finished: ${error.message}`];
    });
    return [...faults, ...this.#errors];
  }

  async #show(id, globals) {
    const selected = id === this.#story;
    if (this.#story === undefined) await this.#load(id, globals);
    else {
      const setting = JSON.stringify(globals) !== JSON.stringify(this.globals);
      await this.#page.evaluate(
        (story, change, isNew) => {
          const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
          globalThis.heard = { thrown: [] };
          if (isNew) channel.emit('setCurrentStory', { storyId: story, viewMode: 'story' });
          else channel.emit('updateGlobals', { globals: change });
        },
        id,
        globals,
        !selected,
      );
      if (!selected && setting) throw new Error('a new story starts in the settings of the last');
    }
    this.#story = id;
    this.globals = globals;
    await this.#page.waitForFunction(
      (story) => globalThis.heard?.finished?.storyId === story,
      { polling: 20 },
      id,
    );
    return this.#page.evaluate(lookAt);
  }

  async #load(id, globals) {
    await this.#page.goto('about:blank');
    const query = new URLSearchParams({ id, viewMode: 'story', globals: globalsText(globals) });
    await this.#page.goto(`${this.#address}iframe.html?${query}`, {
      waitUntil: 'domcontentloaded',
    });
  }
}

/* In the page: what is wrong with the story that stands there. */
function lookAt() {
  const { thrown, finished } = globalThis.heard;
  const faults = [...thrown];
  const elements = [];
  const collect = (within) => {
    for (const element of within.querySelectorAll('*')) {
      if (element.localName.startsWith('policy-')) elements.push(element);
      if (element.shadowRoot) collect(element.shadowRoot);
    }
  };
  collect(document.querySelector('#storybook-root'));
  // Axe has nothing against elements that were never registered: they are empty.
  if (!elements.length) faults.push('no element of the library');
  for (const element of elements) {
    if (!element.matches(':defined')) faults.push(`<${element.localName}> is not registered`);
    else if (!element.shadowRoot?.childElementCount)
      faults.push(`<${element.localName}> drew nothing`);
  }
  const axe = finished.reporters?.find(({ type }) => type === 'a11y');
  if (!axe) faults.push('axe did not run');
  else if (axe.result.error) faults.push(`axe: ${axe.result.error.message ?? axe.result.error}`);
  for (const { id, help, nodes } of axe?.result.violations ?? []) {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim();
      return `\n      ${target.flat().join(' > ')}: ${why}`;
    });
    faults.push(`axe ${id}, ${nodes.length} x: ${help}${places.join('')}`);
  }
  if (finished.status === 'error' && !faults.length) faults.push('the story failed');
  return faults;
}

const report = ({ id }, globals, faults) =>
  [
    `  ${id}  [${Object.values(globals).join(' ')}]  ?id=${id}&globals=${globalsText(globals)}`,
    ...faults.map((fault) => `    ${fault}`),
  ].join('\n');

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed } = await testStorybook({ only: process.argv[2] });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
