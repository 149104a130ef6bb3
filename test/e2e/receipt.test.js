/** A receipt is saved and printed on the strictest page too, as what it is. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { it } from 'node:test';
import { STRICT } from '../package/page.js';
import { launchBrowser } from '../support/browser.js';
import { html, newPage, SCRIPT, serve } from './site.js';

const BODY =
  '<policy-acknowledgement lang="en" src="/policies/sample.json" endpoint="/records"></policy-acknowledgement>';

/** In the page: the button with this label, once it is there. */
const found = (label) => {
  const { shadowRoot } = document.querySelector('policy-acknowledgement');
  return [...(shadowRoot?.querySelectorAll('button') ?? [])].find(
    ({ textContent }) => textContent.trim() === label,
  );
};
/** In the page: notes what is on the sheet, in place of the dialog, which would wait for somebody. */
const holdPrinting = () => {
  globalThis.sheets = [];
  const { append } = Element.prototype;
  Element.prototype.append = function (...nodes) {
    append.apply(this, nodes);
    const view = nodes[0]?.contentWindow;
    if (!view) return;
    view.print = () => {
      const { body } = view.document;
      const { fontSize, marginTop } = view.getComputedStyle(body);
      globalThis.sheets.push({ text: body.textContent, fontSize, marginTop });
    };
  };
};

it('a receipt is saved and printed under the strictest rules', async (t) => {
  const site = await serve(
    { '/': html(BODY, { head: SCRIPT, lang: 'en' }) },
    { 'content-security-policy': `${STRICT}; report-uri /reports` },
  );
  t.after(() => site.close());
  const browser = await launchBrowser({ full: true });
  t.after(() => browser.close());
  const folder = await mkdtemp(join(tmpdir(), 'policy-receipt-'));
  t.after(() => rm(folder, { recursive: true, force: true }));

  const { page, complaints } = await newPage(browser);
  const control = await page.createCDPSession();
  await control.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await page.evaluateOnNewDocument(holdPrinting);
  await page.goto(site.address);
  const press = async (label) => {
    const handle = await page.waitForFunction(found, {}, label);
    await handle.click();
  };
  await (
    await page.waitForFunction(() =>
      document
        .querySelector('policy-acknowledgement')
        .shadowRoot?.querySelector('input[value=acknowledge]'),
    )
  ).click();
  await press('Confirm');
  await press('Save the receipt');
  await press('Print the receipt');

  const name = join(folder, `receipt-${site.records[0].policy}-${site.records[0].version}.json`);
  let saved;
  for (let tries = 0; !saved && tries < 200; tries += 1) {
    saved = await readFile(name, 'utf8').catch(() => delay(50));
  }
  assert.deepEqual(JSON.parse(saved), {
    record: site.records[0],
    recordedAt: '2026-03-01T08:30:00Z',
  });
  const [sheet, ...more] = await page.evaluate(() => globalThis.sheets);
  assert.equal(more.length, 0);
  for (const part of ['statement', 'digest', 'shown', 'id', 'version']) {
    assert.ok(sheet.text.includes(site.records[0][part]), part);
  }
  // 10.5 points: the style of the sheet holds, though the page allows none of its own.
  assert.deepEqual([sheet.fontSize, sheet.marginTop], ['14px', '0px']);
  assert.deepEqual([complaints, site.reports], [[], []]);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
});
