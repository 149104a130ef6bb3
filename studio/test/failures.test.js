import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { readRoute } from '../dist/modules/router.js';
import { byText, open, press, sample, startBrowser, startServer } from './support.js';

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer([sample]), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

describe('a server that does not answer as it should', () => {
  it('is not taken for one that has nothing', async () => {
    const page = await open(browser, server.address, 'p/social-media/publish');
    await byText(page, 'h1', 'Publish');
    await page.setRequestInterception(true);
    let broken = true;
    page.on('request', (request) => {
      const asked = /\/(versions|revisions)\b/.test(request.url()) && broken;
      if (!asked) return void request.continue();
      const problem = { status: 500, contentType: 'application/json', body: '{}' };
      return void request.respond(problem);
    });
    for (const [screen, after] of [
      ['history', '.revisions li'],
      ['publish', 'h1 ~ .standfirst'],
    ]) {
      broken = true;
      await page.goto(`${server.address}/studio/p/social-media/${screen}`);
      await byText(page, '.notice', 'cannot be shown now');
      // What hangs on it is not offered.
      assert.equal(await page.$('.actions .primary'), null);
      assert.equal(await page.$('.revisions li'), null);
      broken = false;
      await press(page, '.notice button', 'Try again');
      await page.waitForSelector(after);
      assert.equal(await page.$('.notice.alert'), null);
    }
    await page.close();
  });
});

describe('a line that breaks while the editor is fetched', () => {
  it('brings it later by itself, and says meanwhile why nothing can be written', async () => {
    const own = new URL('../dist/app/', import.meta.url);
    const isEditor = async (name) => /ProseMirror/.test(await readFile(new URL(name, own), 'utf8'));
    const page = await open(browser, server.address, 'p/social-media');
    await page.setRequestInterception(true);
    let failed = 0;
    page.on('request', async (request) => {
      const [, name] = /\/studio\/(part-[\w-]+\.js)/.exec(request.url()) ?? [];
      if (name && failed < 4 && (await isEditor(name))) {
        failed += 1;
        return void request.abort('connectionreset');
      }
      return void request.continue();
    });
    await page.evaluate(() => document.querySelector('.tabs a[href$="/write"]').click());
    await byText(page, 'rich-text [role=status]', 'tried again by itself');
    await page.waitForSelector('rich-text .ProseMirror', { timeout: 60_000 });
    assert.equal(failed, 4);
    assert.equal(await page.$('rich-text [role=status]'), null);
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});

describe('an address of the studio', () => {
  it('may have lost half of an escaped letter on its way', () => {
    assert.deepEqual(readRoute('/studio/p/social-media/write/%C3'), {
      ...{ view: 'write', policy: 'social-media', part: '%C3' },
    });
  });
});

describe('words as long as a line', () => {
  const WORD = 'Hottentottententententoonstellingsmakersvereniging'.repeat(3);
  const lengthen = (value) => {
    if (Array.isArray(value)) return value.map(lengthen);
    if (!value || typeof value !== 'object') return value;
    const entries = Object.entries(value).map(([key, each]) => {
      const isName = /^(title|name|question)$/.test(key) && typeof each === 'object';
      return [key, isName ? { ...each, nl: WORD } : lengthen(each)];
    });
    return Object.fromEntries(entries);
  };

  it('widen no screen of the studio', async () => {
    const { translations: _translations, ...policy } = lengthen(sample);
    const own = await startServer([policy]);
    try {
      for (const width of [320, 1280]) {
        for (const screen of [
          '',
          '/write/rules',
          '/write/faq',
          '/people',
          '/preview',
          '/publish',
        ]) {
          const page = await open(browser, own.address, `p/social-media${screen}`);
          await page.setViewport({ width, height: 900 });
          await page.waitForFunction(() => document.querySelectorAll('a, button').length > 6);
          const seen = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.equal(seen, width, `${screen} at ${width} px`);
          await page.close();
        }
      }
    } finally {
      await own.stop();
    }
  });
});
