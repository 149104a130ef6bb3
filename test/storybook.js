/**
 * Visits every story in a real browser: it draws without an error, its elements are registered, its
 * play function succeeds, and axe finds nothing. The default story of every element is seen in each
 * theme and colour scheme, and among those in each language; any other story, which is a state of
 * it, in one setting. `EXHAUSTIVE=1` sees every default story in every combination.
 */
import { pathToFileURL } from 'node:url';
import { testSite } from './storybook-site.js';
import { launchBrowser } from './support/browser.js';
import {
  buildStories,
  choose,
  globalsText,
  listen,
  select,
  serveStories,
} from './support/stories.js';

const LANGUAGES = ['nl', 'fr', 'en'];
const SCHEMES = ['light', 'dark'];
const THEMES = ['neutral', 'government', 'warm', 'dark'];
/** Milliseconds for one visit; a story of 1,500 entries takes some. */
const PATIENCE = 120_000;

const across = (languages, schemes, themes) =>
  languages.flatMap((language) =>
    schemes.flatMap((scheme) => themes.map((theme) => ({ language, scheme, theme }))),
  );
const PLAIN = across(LANGUAGES, SCHEMES, ['neutral']);
const ALL = across(LANGUAGES, SCHEMES, THEMES);
/** Every theme in every scheme, as contrast needs it, and the languages in turn among them. */
const USUAL = ALL.filter(({ language, scheme, theme }) => {
  const turn = THEMES.indexOf(theme) * SCHEMES.length + SCHEMES.indexOf(scheme);
  return language === LANGUAGES[turn % LANGUAGES.length];
});

/** In which settings a story is seen. */
function settingsOf({ id, name, tags }) {
  // Axe needs many seconds for a list of thousands.
  if (name !== 'Default' || tags.includes('large')) return [choose(PLAIN, id)];
  return process.env.EXHAUSTIVE ? ALL : USUAL;
}

/** @returns {Promise<{ passed: number, failed: number }>} Visits that passed and that failed. */
export async function testStorybook({ only = '', log = console.log } = {}) {
  const stories = (await buildStories()).filter(({ id }) => id.includes(only));
  const visits = stories
    .flatMap((story) => settingsOf(story).map((globals) => ({ id: story.id, globals })))
    .toSorted((a, b) => (globalsText(a.globals) < globalsText(b.globals) ? -1 : 1));
  const server = await serveStories();
  const browser = await launchBrowser();
  const counts = { passed: 0, failed: 0 };
  try {
    const visitor = await Visitor.open(browser, `http://localhost:${server.address().port}/`);
    for (const { id, globals } of visits) {
      const faults = await visitor.visit(id, globals);
      counts[faults.length ? 'failed' : 'passed']++;
      if (faults.length) log(report(id, globals, faults));
    }
  } finally {
    await browser.close();
    server.close();
  }
  if (!stories.length) counts.failed++;
  return counts;
}

/** A page that goes from story to story, and loads anew when the settings change. */
class Visitor {
  #page;
  #address;
  #settings;
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
    const faults = await this.#show(id, globalsText(globals)).catch((error) => {
      // Whatever happened, the next story starts afresh.
      this.#settings = undefined;
      return [`not finished: ${error.message}`];
    });
    return [...faults, ...this.#errors];
  }

  async #show(id, settings) {
    if (settings === this.#settings) await this.#page.evaluate(select, id);
    else {
      await this.#page.goto('about:blank');
      const query = new URLSearchParams({ id, viewMode: 'story', globals: settings });
      const address = `${this.#address}iframe.html?${query}`;
      await this.#page.goto(address, { waitUntil: 'domcontentloaded' });
      this.#settings = settings;
    }
    await this.#page.waitForFunction(
      (story) => globalThis.heard?.finished?.storyId === story,
      { polling: 20 },
      id,
    );
    return this.#page.evaluate(lookAt);
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

const report = (id, globals, faults) =>
  [
    `  ${id}  [${Object.values(globals).join(' ')}]  ?id=${id}&globals=${globalsText(globals)}`,
    ...faults.map((fault) => `    ${fault}`),
  ].join('\n');

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const only = process.argv[2];
  const runs = [await testStorybook({ only }), ...(only ? [] : [await testSite()])];
  const sum = (name) => runs.reduce((all, each) => all + each[name], 0);
  const failed = sum('failed');
  console.log(`${sum('passed')} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
