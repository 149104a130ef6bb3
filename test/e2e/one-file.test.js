/** The ready-made file and those beside it: which of them a page fetches, and when. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser } from '../support/browser.js';
import {
  addComponent,
  addLate,
  componentDrawn,
  holdUntilAsked,
  lateDrawn,
  pagesOfOneFile,
  sameBase,
  scriptsOf,
  whole,
} from './one-file.js';
import { newPage, partAddress, serve } from './site.js';

const drawn = (page) => page.waitForFunction(whole, { timeout: 20_000 });

describe('the ready-made file', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve(pagesOfOneFile());
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('fetches neither schema nor parser for a compiled policy, and no element it has not', async () => {
    const { page, requests, complaints } = await newPage(browser);
    await page.goto(`${site.address}/compiled`);
    await drawn(page);
    await page.waitForNetworkIdle({ idleTime: 500 });
    assert.deepEqual(scriptsOf(requests), [
      '',
      'directory-sections',
      'element-rest',
      'nl',
      'platforms',
      'search-field',
      'viewer-rest',
    ]);
    // Another language comes when the reader is about to choose it.
    const other = 'GET /a.fr.compiled.json';
    assert.ok(!requests.includes(other));
    await page.hover('policy-viewer >>> [part=languages] [lang=fr]');
    await page.waitForNetworkIdle({ idleTime: 500 });
    assert.ok(requests.includes(other));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('sees what stands within components of the page, whenever those are defined', async () => {
    const { page } = await newPage(browser);
    await page.goto(`${site.address}/compiled`);
    await drawn(page);
    for (const early of [true, false]) {
      await page.evaluate(addComponent, early);
      await page.waitForFunction(componentDrawn, { timeout: 20_000 }, early);
    }
    await page.close();
  });

  it('waits for the policy no longer than for what reads it', async () => {
    const { page, requests } = await newPage(browser);
    await holdUntilAsked(site, [partAddress('parser'), '/policies/sample.json']);
    // Firefox counts what is asked for until then as part of loading.
    await page.goto(`${site.address}/whole`, { waitUntil: 'domcontentloaded' });
    await drawn(page);
    assert.ok(scriptsOf(requests).includes('parser'));
    await page.close();
  });

  it('is there once where a page asks for it by version, with the elements beside it', async () => {
    const { page, requests, complaints } = await newPage(browser);
    await page.goto(`${site.address}/versioned`);
    await drawn(page);
    await page.waitForFunction(() => customElements.get('policy-quiz'));
    await page.evaluate(addLate);
    await page.waitForFunction(lateDrawn);
    assert.ok(await page.evaluate(sameBase), 'the elements have the same base');
    assert.equal(scriptsOf(requests).filter((name) => name === '').length, 1);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
