/**
 * The packed package in a small app of each framework: its types, its build, and the app in a
 * browser. Every app shows the same, so that one test holds for all. Needs a build, and a registry
 * to install from. `FRAMEWORKS="vue svelte"` tries these only.
 */
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root, run } from '../package/consumer.js';
import { launchBrowser } from '../support/browser.js';
import { here, install, pack } from './install.js';
import { until } from './until.js';

const WANTED = process.env.FRAMEWORKS?.split(' ') ?? ['react', 'vue', 'svelte', 'angular'];
const SNIPPETS = {
  react: 'src/Policy.tsx',
  vue: 'src/Policy.vue',
  svelte: 'src/Policy.svelte',
  angular: 'src/policy.component.ts',
};
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const TITLES = { nl: 'Socialemediabeleid', fr: 'Charte des réseaux sociaux' };

/** The built app, and the policy beside it. */
async function serve(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path =
      pathname === '/policy.json'
        ? join(root, 'stories/policies/sample.json')
        : join(folder, 'dist', pathname === '/' ? 'index.html' : pathname);
    readFile(path).then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body),
      () => response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

describe('in an app made with', () => {
  let browser;
  let tarball;
  before(async () => {
    tarball = await pack();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await rm(tarball, { force: true });
  });

  for (const name of WANTED) describe(name, () => tryApp(name));

  function tryApp(name) {
    const folder = join(here, name);
    const complaints = [];
    let server;
    let page;

    before(async () => {
      await install(folder, tarball);
    });
    after(async () => {
      await page?.close();
      await server?.close();
    });

    const script = (each) => run('npm', ['run', '--silent', each], { cwd: folder });
    const text = (selector) => page.$eval(selector, (each) => each.textContent);
    const press = (selector) => page.$eval(selector, (each) => each.click());
    const title = (selector) =>
      page.evaluate(
        (each) => document.querySelector(each)?.shadowRoot?.querySelector('h2')?.innerText,
        selector,
      );
    const VIEWER = 'policy-viewer:not(#object)';

    it('is written as the documentation says', async () => {
      const docs = await readFile(join(root, 'docs/frameworks.md'), 'utf8');
      const source = await readFile(join(folder, SNIPPETS[name]), 'utf8');
      assert.ok(docs.includes(source.trim()), `docs/frameworks.md lacks ${SNIPPETS[name]}`);
    });

    it('has types that check, and refuse what is wrong', () => script('check'));

    it('builds', () => script('build'));

    it('shows the policy, and what stands between the tags until then', async () => {
      server = await serve(folder);
      page = await browser.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
      });
      await page.goto(server.address);
      await until('the policy', async () => (await title(VIEWER)) === TITLES.nl);
      assert.equal(await text(`${VIEWER} > a`), 'Read the policy (PDF)');
      assert.equal(await page.$eval(VIEWER, (each) => each.headingLevel), 2);
    });

    it('is told of events', () =>
      until('the event', async () => (await text('#loaded')) === 'social-media'));

    it('gives objects as properties', async () => {
      assert.equal(await title('#object'), 'Eerste');
      assert.equal(await page.$eval('#object', (each) => typeof each.policy), 'object');
      assert.equal(await page.$eval(VIEWER, (each) => typeof each.send), 'function');
      assert.equal(await page.$eval('#object', (each) => each.getAttribute('policy')), null);
      await press('#other');
      await until('the other policy', async () => (await title('#object')) === 'Tweede');
    });

    it('changes the language', async () => {
      await press('#french');
      await until('French', async () => (await title(VIEWER)) === TITLES.fr);
      await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('#object');
        shadowRoot.querySelector('[part=languages] button[lang=nl]').click();
      });
      await until('the event', async () => (await text('#chosen')) === 'nl');
    });

    it('sends a confirmation by the function it is given', async () => {
      const form = `${VIEWER} >>> policy-acknowledgement >>> `;
      await until('the form', () => page.$(`${form} input[name=act]`));
      await page.$eval(`${form} input[name=act]`, (each) => each.click());
      await page.$eval(`${form} button[type=submit]`, (each) => each.click());
      await until('the receipt', () => page.$(`${form} .receipt`));
      assert.equal(await text('#sent'), 'acknowledge social-media');
    });

    it('takes the policy away, and brings it back', async () => {
      await press('#toggle');
      await until('it is gone', async () => !(await page.$(VIEWER)));
      await press('#toggle');
      await until('it is back', async () => (await title(VIEWER)) === TITLES.fr);
      assert.equal(await text(`${VIEWER} > a`), 'Read the policy (PDF)');
    });

    it('complains of nothing', () => assert.deepEqual(complaints, []));
  }
});
