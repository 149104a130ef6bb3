/**
 * The packed package in an app whose server draws the page first: what such apps have in common. As
 * frameworks.test.js.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root, run } from '../package/consumer.js';
import { launchBrowser } from '../support/browser.js';
import { here, install, pack } from './install.js';
import { until } from './until.js';

const VIEWER = 'policy-viewer';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Before any script of the app runs. */
const markHeading = (tag) =>
  document.addEventListener('readystatechange', () => {
    const heading = document.querySelector(tag)?.shadowRoot?.querySelector('h1');
    if (document.readyState === 'interactive' && heading) heading.isFromServer = true;
  });

/**
 * @param {string} name as people call it
 * @param {object} app
 * @param {string} app.folder beside this file
 * @param {string} app.policy where the app has its policy
 * @param {string[]} app.snippets files that docs/frameworks.md shows
 * @param {string[]} app.scripts of its package.json, which check and build it
 * @param {(port: number) => { args: string[], env?: Record<string, string> }} app.start what Node runs
 * @param {(port: number) => { args: string[] }} app.develop the same, while somebody writes the app
 */
export function tryServedApp(name, { folder: own, policy, snippets, scripts, start, develop }) {
  const folder = join(here, own);
  const quiet = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1' };
  describe(`in an app made with ${name}`, () => {
    const complaints = [];
    let tarball;
    let app;
    let address;
    let browser;
    let page;
    before(async () => {
      tarball = await pack();
      await install(folder, tarball);
      await mkdir(dirname(join(folder, policy)), { recursive: true });
      await copyFile(join(root, 'stories/policies/sample.json'), join(folder, policy));
      browser = await launchBrowser();
    });
    after(async () => {
      await browser?.close();
      end();
      await rm(tarball, { force: true });
    });

    /** Whatever has been asked for is there. */
    const shown = (path) =>
      page.waitForFunction(
        (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('h1,h2')?.innerText,
        {},
        path,
      );

    it('is written as the documentation says', async () => {
      const docs = await readFile(join(root, 'docs/frameworks.md'), 'utf8');
      for (const path of snippets) {
        const source = await readFile(join(folder, path), 'utf8');
        assert.ok(docs.includes(source.trim()), `docs/frameworks.md lacks ${path}`);
      }
    });

    for (const script of scripts)
      it(`has types that check, and builds: ${script}`, () =>
        run('npm', ['run', '--silent', script], { cwd: folder, env: quiet }));

    /** Starts it, and waits until it answers. */
    async function serve(how) {
      const port = await freePort();
      address = `http://127.0.0.1:${port}`;
      const { args, env } = how(port);
      app = spawn(process.execPath, args, {
        cwd: folder,
        stdio: 'ignore',
        // In a group of its own: who develops starts others.
        detached: true,
        env: { ...quiet, ...env },
      });
      await until('an answer', async () => (await fetch(address).catch(() => undefined))?.ok, 60);
    }
    const end = () => {
      if (app) process.kill(-app.pid);
      app = undefined;
    };

    it('is drawn by its server with what stands between the tags', async () => {
      await serve(start);
      const html = await (await fetch(address)).text();
      assert.match(html, /<policy-viewer[^>]*>.*Read the policy \(PDF\)/);
    });

    it('shows the policy, and tells of its events', async () => {
      page = await browser.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
      });
      await page.goto(address);
      await shown(VIEWER);
      await page.waitForFunction(() => document.title === 'social-media');
      assert.equal(await page.$eval(VIEWER, (each) => typeof each.send), 'function');
      assert.equal(await page.$eval(VIEWER, (each) => each.getAttribute('send')), null);
    });

    it('sends a confirmation by the function it is given', async () => {
      const form = `${VIEWER} >>> policy-acknowledgement >>> `;
      await until('the form', () => page.$(`${form} input[name=act]`));
      await page.$eval(`${form} input[name=act]`, (each) => each.click());
      await page.$eval(`${form} button[type=submit]`, (each) => each.click());
      await until('the receipt', () => page.$(`${form} .receipt`));
      const records = await (await fetch(`${address}/api/records`)).json();
      assert.deepEqual(
        records.map(({ policy }) => policy),
        ['social-media'],
      );
    });

    it('is drawn whole by its server where that is asked, and taken over in the browser', async () => {
      const html = await (await fetch(`${address}/rendered`)).text();
      assert.match(html, /<policy-viewer[^>]*><template shadowroot/);
      assert.match(html, /class="[^"]*section/);
      // Once: not a second time for the script.
      assert.equal(html.match(/<policy-viewer\b/g).length, 1);
      const { identifier } = await page.evaluateOnNewDocument(markHeading, VIEWER);
      await page.goto(`${address}/rendered`);
      await page.removeScriptToEvaluateOnNewDocument(identifier);
      await page.waitForFunction(
        (tag) => {
          const root = document.querySelector(`${tag}:defined`)?.shadowRoot;
          return (
            root?.querySelector('policy-search:defined') && !root.querySelector('slot[name=places]')
          );
        },
        {},
        VIEWER,
      );
      const isFromServer = await page.$eval(
        VIEWER,
        ({ shadowRoot }) => shadowRoot.querySelector('h1').isFromServer,
      );
      assert.ok(isFromServer, 'it is not drawn anew');
    });

    it('takes away what was taken over, for who follows a link within the app', async () => {
      await page.evaluate(() => (globalThis.isSamePage = true));
      await page.$eval('a[href="/"]', (each) => each.click());
      await page.waitForFunction(() => location.pathname === '/');
      await page.waitForFunction(
        (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('h2')?.innerText,
        {},
        VIEWER,
      );
      assert.equal(await page.$$eval(VIEWER, ({ length }) => length), 1);
      assert.equal(await page.evaluate(() => globalThis.isSamePage), true);
    });

    it('draws the same for who comes by a link within the app', async () => {
      await page.goto(address);
      await shown(VIEWER);
      await page.evaluate(() => (globalThis.isSamePage = true));
      await page.$eval('a[href="/rendered"]', (each) => each.click());
      await page.waitForFunction(() => location.pathname === '/rendered');
      await shown(VIEWER);
      assert.equal(await page.evaluate(() => globalThis.isSamePage), true);
    });

    it('complains of nothing', () => assert.deepEqual(complaints, []));

    it('is shown to who develops it, drawn by its server too', async () => {
      end();
      await serve(develop);
      const developed = await browser.newPage();
      for (const path of ['/', '/rendered']) {
        // What is developed may be loaded anew as its packages are found.
        await developed.goto(`${address}${path}`, { timeout: 120_000 });
        const part = () => developed.$(`${VIEWER} >>> .part`).catch(() => undefined);
        await until(`the policy at ${path}`, part, 60);
      }
      await developed.close();
    });
  });
}
