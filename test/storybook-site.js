/**
 * The stories as they are built, in the site of the docs: the menu leads to them in the language of
 * the page, on a phone and on a wide screen, under the policy for content that `npm start` sends;
 * nothing is asked for that is not there; and they lead back. `EXHAUSTIVE=1` opens every page of
 * documentation among them, and follows its links.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fastify from 'fastify';
import { makeDocsSite } from '../scripts/docs-site.js';
import { docsRoutes } from '../scripts/start/routes.js';
import { launchBrowser } from './support/browser.js';
import { buildStories } from './support/stories.js';

const PATIENCE = { timeout: 60_000 };
const WIDTHS = [360, 1280];
/** A page in each language, and what the first story says in it. */
const ENTRANCES = [
  ['index.html', 'en', 'Social media policy'],
  ['studio.nl.html', 'nl', 'Socialemediabeleid'],
  ['studio.fr.html', 'fr', 'Charte des réseaux sociaux'],
];

/** @returns {Promise<{ passed: number, failed: number }>} visits that passed and that failed */
export async function testSite({ log = console.log } = {}) {
  await buildStories();
  const folder = await mkdtemp(join(tmpdir(), 'policy-docs-stories-'));
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  const counts = { passed: 0, failed: 0 };
  let browser;
  try {
    app.register(docsRoutes, { docs: await makeDocsSite(folder) });
    const address = `${await app.listen({ port: 0, host: '127.0.0.1' })}/docs/`;
    browser = await launchBrowser();
    for (const [name, visit] of await visitsOf(folder)) {
      const faults = await look(browser, address, visit);
      counts[faults.length ? 'failed' : 'passed']++;
      if (faults.length) log([`  ${name}`, ...faults.map((fault) => `    ${fault}`)].join('\n'));
    }
  } finally {
    await browser?.close();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
  return counts;
}

/** What is visited, by name. */
async function visitsOf(folder) {
  const entered = WIDTHS.flatMap((width) =>
    ENTRANCES.map((entrance) => [`from ${entrance[0]}, ${width} wide`, enter(width, ...entrance)]),
  );
  if (!process.env.EXHAUSTIVE) return entered;
  const { entries } = JSON.parse(await readFile(join(folder, 'stories/index.json'), 'utf8'));
  const pages = Object.values(entries).filter(({ type }) => type === 'docs');
  return [...entered, ...pages.map(({ id }) => [`${id}, 360 wide`, read(id)])];
}

/** One visit in a page of its own: what it says is wrong, and what the page complains of. */
async function look(browser, address, visit) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(address)) faults.push(`asks for ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.setDefaultTimeout(PATIENCE.timeout);
  try {
    faults.push(...(await visit(page, address)));
  } catch (error) {
    faults.push(error.message);
  }
  await page.close();
  return faults;
}

/** By the menu of a page of the site, to the first story, and back. */
const enter = (width, from, language, title) => async (page, address) => {
  const faults = [];
  await page.setViewport({ width, height: 800 });
  await page.goto(`${address}${from}`);
  if (!(await page.$eval('.menu', ({ open }) => open))) await page.click('.menu summary');
  await Promise.all([page.waitForNavigation(), page.click('.menu a[href^="stories/"]')]);
  const docs = await frameOf(page, 'viewMode=docs');
  await docs.waitForSelector('.docblock-argstable');
  faults.push(...(await tooWide(docs)));
  const said = await docs.evaluate(() => document.documentElement.lang);
  if (said !== 'en') faults.push(`the text around the stories is English, and said to be ${said}`);

  faults.push(...(await storyIn(page, language, title)));
  // As the choice above the page says it.
  const [, other, otherTitle] = ENTRANCES.find(([, each]) => each !== language);
  await docs.evaluate((chosen) => {
    const globals = { language: chosen };
    globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals });
  }, other);
  faults.push(...(await storyIn(page, other, otherTitle)));

  // On a phone this is in the menu below, which opens above the page.
  if (width < 600) await page.click('button[aria-label="Open navigation menu"]');
  const brand = await page.waitForSelector('a[href="../index.html"]');
  await Promise.all([page.waitForNavigation(), brand.evaluate((link) => link.click())]);
  if (page.url() !== `${address}index.html`) faults.push(`leads back to ${page.url()}`);
  return faults;
};

/** What is wrong with the first story. Its frame may go, and come again with what was chosen. */
async function storyIn(page, language, title) {
  let seen;
  for (let left = 300; left > 0; left--) {
    const story = page.frames().find((frame) => frame.url().includes('viewMode=story'));
    seen = await story?.evaluate(storySeen).catch(() => undefined);
    if (seen?.language === language && seen.title === title) return [];
    await wait(200);
  }
  return [`the story is not in ${language}: ${JSON.stringify(seen)}`];
}

/* In the frame of a story. */
function storySeen() {
  const { shadowRoot } = document.querySelector('policy-viewer') ?? {};
  const title = shadowRoot?.querySelector('[part=title]')?.textContent.trim();
  return { language: document.documentElement.lang, title };
}

/** A page of documentation among the stories: it fits on a phone, and its links lead somewhere. */
const read = (id) => async (page, address) => {
  await page.setViewport({ width: 360, height: 800 });
  await page.goto(`${address}stories/index.html?path=/docs/${id}`);
  const docs = await frameOf(page, 'viewMode=docs');
  await docs.waitForSelector('.docblock-argstable, .sbdocs-content table');
  const links = await docs.$$eval('.sbdocs-content a[href]', (all) =>
    all.map(({ href }) => href.replace(/#.*/, '')),
  );
  const lost = [];
  for (const href of new Set(links.filter((each) => each.startsWith(address))))
    if (!(await fetch(href)).ok) lost.push(`leads nowhere: ${href}`);
  return [...(await tooWide(docs)), ...lost];
};

const frameOf = (page, query) =>
  page.waitForFrame((frame) => frame.url().includes('/iframe.html') && frame.url().includes(query));

async function tooWide(frame) {
  const over = await frame.evaluate(
    () => document.documentElement.scrollWidth - globalThis.innerWidth,
  );
  return over > 0 ? [`${over} pixels too wide`] : [];
}
