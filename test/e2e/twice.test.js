/** Not alone on the page: other copies of ours, other versions, and hosts that use what we use. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser } from '../support/browser.js';
import { allDrawn, hostSays, inFrench, pagesWithOthers, speakFrench, version } from './others.js';
import { newPage, serve } from './site.js';

describe('on a page with others', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve(await pagesWithOthers());
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const drawn = (page, selector = 'policy-viewer') => page.waitForFunction(allDrawn, {}, selector);

  async function visit(path, selector) {
    const opened = await newPage(browser);
    await opened.page.goto(site.address + path, { waitUntil: 'networkidle0' });
    await drawn(opened.page, selector);
    return opened;
  }

  it('the same script twice is silent', async () => {
    const { page, complaints } = await visit('/twice');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('of two versions the first stays, and the console says so once', async () => {
    const { page, complaints } = await visit('/versions');
    assert.equal(complaints.length, 1, complaints.join('\n'));
    assert.ok(complaints[0].includes(version) && complaints[0].includes('9.9.9'), complaints[0]);
    await page.close();
  });

  it('one class may have several tags', async () => {
    const { page, complaints } = await visit('/tags', 'house-faq, house-questions, own-faq');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  for (const [path, what] of [
    ['/lit', 'the same Lit, and @lit/localize'],
    ['/lit-first', 'Lit 2'],
  ]) {
    it(`a host may use ${what}`, async () => {
      const { page, complaints } = await visit(path);
      const { card, greeting } = await page.evaluate(hostSays);
      assert.match(card, /Host one/);
      if (path === '/lit') assert.equal(greeting, 'Dag');
      await page.evaluate(speakFrench);
      await page.waitForFunction(inFrench);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }

  it('an element may stand in a registry of its own', async (test) => {
    const { page, complaints } = await visit('/scoped');
    await page.waitForFunction(() => globalThis.scoped);
    if (await page.evaluate(() => globalThis.scoped === 'none')) {
      return test.skip('this browser has no scoped registries');
    }
    await page.waitForFunction(() => globalThis.scoped.shadowRoot?.querySelector('details'));
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
