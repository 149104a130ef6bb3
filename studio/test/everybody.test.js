import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { open, sample, startBrowser, startServer } from './support.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer([sample]), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

describe('everybody', () => {
  const places = [
    '',
    'new',
    'p/social-media',
    'p/social-media/write/rules/rule-speaker',
    'p/social-media/basics',
    'p/social-media/people',
    'p/social-media/translate/fr',
    'p/social-media/publish',
    'p/social-media/history',
  ];
  for (const [lang, scheme] of [
    ['nl', 'light'],
    ['fr', 'dark'],
    ['en', 'light'],
  ]) {
    it(`axe has nothing to say, in ${lang}, ${scheme}`, async () => {
      const page = await open(browser, server.address, '', { lang });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const place of places) {
        await page.goto(`${server.address}/studio/${place}`, { waitUntil: 'networkidle0' });
        await page.waitForSelector('main h1');
        await page.addScriptTag({ path: axe }).catch(() => {});
        if (!(await page.evaluate(() => 'axe' in globalThis)))
          await page.evaluate(await readFile(axe, 'utf8'));
        const { violations } = await page.evaluate(() =>
          globalThis.axe.run({ exclude: [['policy-viewer']] }, { resultTypes: ['violations'] }),
        );
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
        assert.deepEqual(told, [], place);
      }
      await page.close();
    });
  }

  it('moves, undoes and removes by keyboard alone', async () => {
    const page = await open(browser, server.address, 'p/social-media/write/rules');
    const titles = () =>
      page.$$eval('.things .thing-title', (all) => all.map((each) => each.textContent.trim()));
    const [first, second] = await titles();
    await page.focus('.things [data-move="1"]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (text) => !document.querySelector('.things .thing-title').textContent.includes(text),
      {},
      first.replace(/^\d+\s*/, ''),
    );
    assert.ok((await titles())[0].includes(second.replace(/^\d+\s*/, '')));
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (text) => document.querySelector('.things .thing-title').textContent.includes(text),
      {},
      first.replace(/^\d+\s*/, ''),
    );
    await page.close();
  });

  it('keeps what was not saved once, however often the page is left', async () => {
    const page = await open(browser, server.address, 'p/social-media/write/rules');
    for (let times = 0; times < 3; times += 1) {
      await page.focus('.things [data-move="1"]');
      await page.keyboard.press('Enter');
    }
    for (let times = 0; times < 4; times += 1) {
      await page.goto(`${server.address}/studio/p/social-media/write/rules?${times}`);
      await page.waitForSelector('main h1');
    }
    const copies = await page.evaluate(async () => {
      const database = await new Promise((resolve) => {
        indexedDB.open('policy-studio').onsuccess = ({ target }) => resolve(target.result);
      });
      const all = database.transaction('unsaved').objectStore('unsaved').getAll();
      return new Promise((resolve) => {
        all.onsuccess = () => resolve(all.result.map(({ edits }) => edits.length));
      });
    });
    assert.ok(copies.length <= 1 && (copies[0] ?? 0) <= 3, `changes kept: ${copies}`);
    await page.close();
  });

  for (const width of [320, 360, 768]) {
    it(`nothing stands outside of ${width} px`, async () => {
      const page = await open(browser, server.address);
      await page.setViewport({ width, height: 800 });
      for (const place of places) {
        await page.goto(`${server.address}/studio/${place}`, { waitUntil: 'networkidle0' });
        await page.waitForSelector('main h1');
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${place}: ${wide} px`);
      }
      await page.close();
    });
  }
});
