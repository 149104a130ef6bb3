/** The packed package in an app of Next.js, whose server draws the page first. As frameworks.test.js. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { root, run } from '../package/consumer.js';
import { launchBrowser } from '../support/browser.js';
import { here, install, pack } from './install.js';
import { until } from './until.js';

const folder = join(here, 'next');
const VIEWER = 'policy-viewer';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

describe('in an app made with Next.js', () => {
  const complaints = [];
  let tarball;
  let app;
  let address;
  let browser;
  let page;
  before(async () => {
    tarball = await pack();
    await install(folder, tarball);
    await mkdir(join(folder, 'public'), { recursive: true });
    await copyFile(join(root, 'stories/policies/sample.json'), join(folder, 'public/policy.json'));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    app?.kill();
    await rm(tarball, { force: true });
  });

  it('is written as the documentation says', async () => {
    const docs = await readFile(join(root, 'docs/frameworks.md'), 'utf8');
    for (const name of ['policy.tsx', 'rendered/page.tsx', 'rendered/take-over.tsx']) {
      const source = await readFile(join(folder, 'app', name), 'utf8');
      assert.ok(docs.includes(source.trim()), `docs/frameworks.md lacks app/${name}`);
    }
  });

  it('builds, with types that check', () =>
    run('npm', ['run', '--silent', 'build'], {
      cwd: folder,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    }));

  it('is drawn by its server with what stands between the tags', async () => {
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const next = join(folder, 'node_modules/next/dist/bin/next');
    app = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    });
    for (let left = 100; left > 0 && !(await fetch(address).catch(() => undefined)); left--)
      await wait(200);
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
    await page.waitForFunction(
      (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('h2'),
      {},
      VIEWER,
    );
    await page.waitForFunction(() => document.title === 'social-media');
    assert.equal(await page.$eval(VIEWER, (each) => typeof each.send), 'function');
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
    await page.goto(`${address}/rendered`);
    await page.waitForFunction(
      (tag) =>
        document.querySelector(`${tag}:defined`)?.shadowRoot.querySelector('policy-search:defined'),
      {},
      VIEWER,
    );
  });

  it('complains of nothing', () => assert.deepEqual(complaints, []));
});
