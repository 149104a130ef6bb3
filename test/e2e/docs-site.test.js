/** The site of the docs in a browser, under the policy for content that `npm start` sends. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fastify from 'fastify';
import { makeDocsSite } from '../../scripts/docs-site.js';
import { docsRoutes } from '../../scripts/start/routes.js';
import { launchBrowser } from '../support/browser.js';

const axe = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url);
const waiting = { timeout: 60_000 };

describe('the site of the docs', () => {
  let app;
  let address;
  let browser;
  let folder;
  let axeSource;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-docs-'));
    const docs = await makeDocsSite(folder);
    // With and without a slash, as the server takes addresses.
    app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
    app.register(docsRoutes, { docs });
    address = `${await app.listen({ port: 0, host: '127.0.0.1' })}/docs`;
    axeSource = await readFile(axe, 'utf8');
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function open(path, { width = 1280, scheme = 'light' } = {}) {
    const page = await browser.newPage();
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') page.faults.push(message.text());
    });
    await page.setViewport({ width, height: 800 });
    const session = await page.createCDPSession();
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await session.send('Emulation.setEmulatedMedia', { features });
    await page.goto(`${address}/${path}`);
    return page;
  }
  /** Until an element of ours says this, itself or by one in its shadow root. */
  const says = (page, tag, text) =>
    page.waitForFunction(
      (tag, text) => {
        const saidIn = (root) =>
          root.textContent.includes(text) ||
          [...root.querySelectorAll('*')].some(
            (each) => each.shadowRoot && saidIn(each.shadowRoot),
          );
        return [...document.querySelectorAll(tag)].some(
          ({ shadowRoot }) => shadowRoot && saidIn(shadowRoot),
        );
      },
      waiting,
      tag,
      text,
    );
  const findingsOf = (page) => page.$eval('#findings', (list) => list.innerText);

  for (const [path, tag, text, width, scheme] of [
    ['', undefined, undefined, 360, 'light'],
    ['embedding.html', 'policy-faq', 'May I criticise', 360, 'dark'],
    ['element-policy-rules.html', 'policy-rules', 'Confidential', 1280, 'light'],
    ['studio.nl.html', undefined, undefined, 360, 'dark'],
    ['reports.fr.html', undefined, undefined, 360, 'light'],
    ['studio.fr.html', undefined, undefined, 1280, 'light'],
    ['playground.html', 'policy-viewer', 'Ask first', 1280, 'dark'],
    ['playground.html', 'policy-viewer', 'Ask first', 360, 'light'],
  ]) {
    it(`is accessible and fits: ${path || 'the first page'}, ${width}, ${scheme}`, async () => {
      const page = await open(path, { width, scheme });
      if (tag) await says(page, tag, text);
      const session = await page.createCDPSession();
      // Around the page's own policy for content, as an extension would.
      await session.send('Runtime.evaluate', { expression: axeSource });
      const violations = await page.evaluate(async () => {
        const found = await globalThis.axe.run(document);
        return found.violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 120)]);
      });
      assert.deepEqual(violations, []);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - globalThis.innerWidth,
      );
      assert.ok(over <= 0, `${over} pixels too wide`);
      assert.deepEqual(page.faults, []);
      await page.close();
    });
  }

  it('is searched by keyboard', async () => {
    const page = await open('theming.html');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('four eyes');
    await page.waitForFunction(
      () => /\d+ found/.test(document.querySelector('[role=status]').textContent),
      waiting,
    );
    await page.keyboard.press('ArrowDown');
    const href = await page.evaluate(() => document.activeElement.href);
    await Promise.all([page.waitForNavigation(waiting), page.keyboard.press('Enter')]);
    assert.equal(page.url(), href);
    await page.close();
  });

  it('is in the language of the page, its search too', async () => {
    const page = await open('studio.html');
    await Promise.all([page.waitForNavigation(waiting), page.click('.languages a[hreflang=nl]')]);
    assert.equal(await page.$eval('html', ({ lang }) => lang), 'nl');
    await page.type('#site-query', 'tekstballon');
    await page.waitForFunction(
      () => document.querySelector('[role=status]').textContent === '1 gevonden',
      waiting,
    );
    const [href, lang] = await page.$eval('.found a', (link) => [link.href, link.lang]);
    assert.equal(href, `${address}/studio.nl.html#opmerkingen`);
    assert.equal(lang, 'nl');
    assert.equal(await page.$eval('.scheme', (button) => button.textContent), 'Donker');
    assert.deepEqual(page.faults, []);
    await page.close();
  });

  it('keeps the choice of a scheme', async () => {
    const page = await open('');
    await page.click('.scheme');
    await page.goto(`${address}/theming.html`);
    assert.equal(await page.$eval('html', (root) => root.dataset.scheme), 'dark');
    assert.equal(await page.$eval('.scheme', (button) => button.textContent), 'Light');
    await page.close();
  });

  it('plays with a policy: findings lead to their place, and nothing of it is trusted', async () => {
    const page = await open('playground.html');
    await says(page, 'policy-viewer', 'Ask first');
    const write = (text) =>
      page.$eval(
        '#source',
        (field, text) => {
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        text,
      );
    const before = JSON.parse(await page.$eval('#source', ({ value }) => value));
    before.sections[0].items[0].title.en = '<img src=x onerror="document.title=\'bad\'">Never';
    before.sections[0].items[0].body.en = '[here](javascript:alert(1))';
    await write(JSON.stringify(before, null, 2));
    await says(page, 'policy-viewer', 'Never');
    await page.waitForFunction(
      () => document.querySelector('#findings').innerText.includes('javascript:'),
      waiting,
    );
    assert.doesNotMatch(await page.title(), /bad/);

    await page.evaluate(() =>
      [...document.querySelectorAll('#findings li')]
        .find((item) => item.textContent.includes('javascript:'))
        .querySelector('button')
        .click(),
    );
    const chosen = await page.$eval('#source', (field) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    assert.match(chosen, /javascript:alert/);

    await write('{ "format": 1,');
    await page.waitForFunction(
      () => document.querySelector('#findings').innerText.includes('not JSON'),
      waiting,
    );
    assert.match(await findingsOf(page), /the whole policy/);
    await page.close();
  });
});
