/** A policy that the browser itself draws: laid out once, though its parts come one after another. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { launchBrowser } from '../support/browser.js';
import { FIRST_DRAWING_TIMEOUT } from '../../dist/elements/shared/first-drawing.js';
import { html, newPage, partAddress, root, SCRIPT, serve } from './site.js';
import { watch } from './watching.js';

/** What a policy is not whole without. */
const PARTS = [
  'viewer-rest',
  'search-field',
  'acknowledgement',
  'directory-sections',
  'interactive-sections',
];

/** In the page: what is on its way is waited for, however slow the machine. */
function wait(patience) {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (work, time, ...more) =>
    time === patience ? 0 : setTimeout(work, time, ...more);
}

describe('a first drawing', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve({
      '/': html('<policy-viewer src="/policies/sample.json" reading="all"></policy-viewer>', {
        head: SCRIPT,
      }),
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const part of PARTS) {
    it(`is laid out once, however late this comes: ${part}`, async () => {
      const path = partAddress(part);
      const body = await readFile(join(root, 'dist', path.replace('/assets/', '')), 'utf8');
      let asked = false;
      // Some frames after the rest.
      const held = () => ((asked = true), sleep(150));
      site.pages[path] = {
        body,
        get held() {
          return held();
        },
      };
      const { page, complaints } = await newPage(browser);
      await page.evaluateOnNewDocument(wait, FIRST_DRAWING_TIMEOUT);
      await page.evaluateOnNewDocument(watch, 'policy-viewer', '[part=title]');
      await page.goto(`${site.address}/`, { waitUntil: 'networkidle0' });
      const seen = await page.evaluate(() => {
        const viewer = document.querySelector('policy-viewer').shadowRoot;
        return {
          ...globalThis.watched,
          shown: ['policy-search', 'policy-acknowledgement', 'policy-contacts'].map((tag) =>
            Boolean(viewer.querySelector(tag)?.shadowRoot?.childElementCount),
          ),
        };
      });
      delete site.pages[path];
      assert.ok(asked, 'it was held');
      assert.deepEqual(seen.shown, [true, true, true]);
      assert.ok(seen.shift < 0.01, `layout shift ${seen.shift}`);
      // The empty page, and all of the policy: nothing in between.
      assert.equal(new Set(seen.heights).size, 2, `heights ${seen.heights}`);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }
});
