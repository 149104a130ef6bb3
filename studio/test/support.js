/** A server with the studio, and a browser in front of it. */
import { readFileSync } from 'node:fs';
import { createPolicyServer, Drafts, Store, Publications } from '../../server/dist/index.js';
import { openMigrated } from '../../server/test/template.js';
import { launchBrowser } from '../../test/support/browser.js';

/** The policy that most tests write on. */
export const sample = JSON.parse(
  readFileSync(new URL('../../stories/policies/sample.json', import.meta.url), 'utf8'),
);

export async function startServer(policies = [], { database: own, ...more } = {}) {
  const database = own ?? (await openMigrated());
  const publications = new Publications(database, false);
  for (const policy of policies) await publications.publish(policy);
  const options = {
    store: new Store(database),
    publications,
    drafts: new Drafts(database),
    ...more,
  };
  let server = createPolicyServer(options);
  const address = await server.listen();
  const port = Number(new URL(address).port);
  return {
    address,
    publications,
    drafts: options.drafts,
    /** What it does by itself, done now. */
    jobs: () => server.runJobs(),
    /** As when the machine is restarted: what was saved is there, and nothing else. */
    async down() {
      await server.close();
    },
    async up() {
      server = createPolicyServer(options);
      await server.listen({ port });
    },
    async stop() {
      await server.close().catch(() => {});
      await database.close();
    },
  };
}

export const startBrowser = () => launchBrowser();

/** A page of the studio; what its console says against it is kept. */
export async function open(browser, address, path = '', { lang = 'en', person, context } = {}) {
  const page = await (context ?? browser).newPage();
  page.problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 409|net::ERR/.test(message.text())) {
      page.problems.push(message.text());
    }
  });
  page.on('pageerror', (error) => page.problems.push(error.message));
  page.on('dialog', (dialog) => {
    page.problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.setDefaultTimeout(90_000);
  page.setDefaultNavigationTimeout(90_000);
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument((tag) => {
    // A preview without an origin has no storage.
    if (origin !== 'null') localStorage.setItem('policy-studio-language', tag);
  }, lang);
  if (person) await page.setCookie({ name: 'demo-user', value: person, url: address });
  await page.goto(`${address}/studio/${path}`, { waitUntil: 'load' });
  await page.waitForSelector('main h1');
  return page;
}

export const byText = (page, selector, text) =>
  page.waitForFunction(
    (css, words) =>
      [...document.querySelectorAll(css)].find((each) => each.textContent.includes(words)),
    { timeout: 60_000 },
    selector,
    text,
  );

export const press = async (page, selector, text) => {
  const found = await byText(page, selector, text);
  await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await found.click();
};

export const saved = (page) => page.waitForSelector('.save-state.saved', { timeout: 60_000 });

/** The editor of a field, once it is there. */
export async function editorOf(page, field, id) {
  const own = id === undefined ? '' : `[data-id="${id}"]`;
  const selector = `rich-text[data-field="${field}"]${own} .ProseMirror`;
  await page.waitForSelector(selector);
  return page.$(selector);
}

/** A page of somebody who is signed in by themselves, beside others. */
export const openAs = async ({ server, browser }, person, path, lang = 'en') =>
  open(browser, server.address, path, {
    ...{ person, lang, context: await browser.createBrowserContext() },
  });

/** Words at the end of the first section's text, until they are saved. */
export async function writeAtEnd(page, words) {
  const editor = await editorOf(page, 'body', 'purpose');
  await editor.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type(words);
  await saved(page);
}

/** Everybody confirms this version again, and not all of it is translated. */
export const chooseFallback = async (page) => {
  await page.waitForSelector('input[value="fallback"]');
  await page.$$eval('input[value="fallback"]', (radios) => radios.forEach((each) => each.click()));
};
