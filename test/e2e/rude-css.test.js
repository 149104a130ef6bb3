/** The rudest style sheets: the elements look the same under them, and change nothing around them. */
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ENGINE, launchBrowser } from '../support/browser.js';
import { difference } from './pictures.js';
import { html, newPage, root, SCRIPT, serve } from './site.js';

const module = (path) => readFile(join(root, 'node_modules', path), 'utf8');

/** What pages are styled with. */
const SHEETS = {
  'Bootstrap 5': await module('bootstrap/dist/css/bootstrap.min.css'),
  'the preflight of Tailwind': await module('tailwindcss/preflight.css'),
  'important rules for everything': `* {
    font: italic 700 23px/1 "Comic Sans MS", cursive !important; color: lime !important;
    background: maroon !important; text-align: center !important; text-transform: uppercase !important;
    letter-spacing: 3px !important; word-spacing: 9px !important; text-indent: 2em !important;
    white-space: pre !important; cursor: crosshair !important;
    list-style: square !important; border: 0 none !important; border-spacing: 9px !important;
    box-sizing: content-box !important; margin: 0 !important; padding: 0 !important;
    text-shadow: 1px 1px red !important; quotes: none !important; hyphens: none !important;
    font-variant: small-caps !important; word-break: break-all !important; tab-size: 1 !important;
    user-select: none !important; caret-color: red !important; accent-color: red !important;
    border-radius: 0 !important; min-height: 0 !important; line-break: anywhere !important;
    -webkit-text-fill-color: lime !important; -webkit-text-stroke: 1px red !important;
    text-wrap: nowrap !important; font-feature-settings: "smcp" !important; }`,
  // An underline around ours is drawn through it: browsers know no way to stop that.
  'html of 62.5 %': 'html { font-size: 62.5% } body { font-size: 1.4rem }',
  'html of 200 %': 'html { font-size: 200% }',
  'huge lines': 'html, body, div, main { line-height: 4 !important; letter-spacing: 0.2em; }',
  'tiny lines': 'html, body, div, main { line-height: 0 !important; font-size: 0 }',
  'z-index wars':
    'header, main, div, nav { position: relative; z-index: 2147483647 } policy-viewer { position: relative; z-index: 999999 }',
  'a stylesheet of the nineties':
    'body, td, th, font, p, a, a:link, a:visited, div { font: 10px Verdana; color: #036 } td { vertical-align: top } img { border: 1px solid } h1, h2, h3, ul, li, button, input { margin: 30px; float: left; color: red; border: 3px ridge }',
  'vertical writing':
    'main { writing-mode: vertical-rl; text-orientation: upright; height: 3000px }',
};

const TEXT = `<h1>Intranet</h1><p>Welkom bij <a href="/x">ons</a>.</p>
  <form><label>Naam <input value="x"></label> <button>Zoek</button></form>
  <table><tr><td>a<td>b</table><ul><li>een</ul>`;
const VIEWER = '<policy-viewer src="/policies/small.json" lang="nl"></policy-viewer>';
// The box an element is given is the page's affair.
const BOX =
  'policy-viewer { display: block !important; position: fixed !important; top: 900px; left: 0; inline-size: 900px !important; box-sizing: content-box !important; writing-mode: horizontal-tb !important }';

const sheet = (css) => `<style>${css.replaceAll('</', '<\\/')}</style>`;
const host = (css, viewer) =>
  html(`<header>${TEXT}</header><main>${viewer}</main>`, {
    head: SCRIPT + sheet(css) + sheet(`${BOX} header { width: 900px }`),
  });

/** The share of pixels that may differ. */
const TOLERANCE = 0.0005;
const failures = join(root, 'screenshots/rude-css');

describe('under the rudest style sheets', () => {
  let site;
  let browser;
  let plain;
  before(async () => {
    const pages = { '/plain': host('', VIEWER) };
    Object.values(SHEETS).forEach((css, at) => (pages[`/rude/${at}`] = host(css, VIEWER)));
    pages['/rtl'] = pages['/plain'].replace('<html', '<html dir="rtl"');
    pages['/typeface'] = host(
      'body { font-family: monospace } policy-viewer { --policy-font-family: (inherit) }',
      VIEWER,
    );
    site = await serve(pages);
    browser = await launchBrowser({ args: ['--font-render-hinting=none'] });
    plain = await picture('/plain');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path) {
    const { page } = await newPage(browser);
    await page.setViewport({ width: 1000, height: 4000 });
    // Firefox is started with it.
    if (ENGINE === 'chromium')
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.goto(site.address + path, { waitUntil: 'networkidle0' });
    await page.waitForFunction(() => {
      const parts = [
        ...(document.querySelector('policy-viewer')?.shadowRoot?.querySelectorAll('.part') ?? []),
      ];
      return parts.length && parts.every((part) => part.shadowRoot?.querySelector('.content'));
    });
    return page;
  }

  /** What the viewer looks like, with what floats open. */
  async function picture(path) {
    const page = await open(path);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('policy-viewer');
      shadowRoot.querySelector('.who')?.setAttribute('open', '');
      for (const part of shadowRoot.querySelectorAll('.part'))
        for (const each of part.shadowRoot.querySelectorAll('details')) each.open = true;
    });
    const frame = await page.evaluateHandle(() =>
      document.querySelector('policy-viewer').shadowRoot.querySelector('.frame'),
    );
    const taken = await frame.asElement().screenshot();
    await page.close();
    return taken;
  }

  async function same(path, name) {
    const { share, why, picture: marked } = difference(plain, await picture(path));
    if (marked && share > TOLERANCE) {
      await mkdir(failures, { recursive: true });
      await writeFile(join(failures, `${name.replace(/\W+/g, '-')}.png`), marked);
    }
    assert.ok(share <= TOLERANCE, `${why} differ; see screenshots/rude-css`);
  }

  for (const [at, name] of Object.keys(SHEETS).entries()) {
    it(`looks the same: ${name}`, () => same(`/rude/${at}`, name));

    it(`changes nothing around it: ${name}`, async () => {
      const page = await open(`/rude/${at}`);
      const look = () => page.$('header').then((header) => header.screenshot());
      const state = () =>
        page.evaluate(() => ({
          head: document.head.childElementCount,
          sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
          html: document.documentElement.getAttributeNames().join(),
          body: document.body.getAttributeNames().join(),
        }));
      const [during, stateDuring] = [await look(), await state()];
      await page.evaluate(() => document.querySelector('policy-viewer').remove());
      const [after, stateAfter] = [await look(), await state()];
      assert.equal(difference(during, after).share, 0);
      const without = host(Object.values(SHEETS)[at], '').replace(SCRIPT, '');
      site.pages['/without'] = without;
      await page.goto(`${site.address}/without`, { waitUntil: 'networkidle0' });
      const [before, stateBefore] = [await look(), await state()];
      assert.equal(difference(before, during).share, 0);
      // The script is the page's own.
      assert.deepEqual(stateDuring, { ...stateBefore, head: stateBefore.head + 1 });
      assert.deepEqual(stateAfter, stateDuring);
      await page.close();
    });
  }

  it('looks the same on a page from right to left', () => same('/rtl', 'rtl'));

  it('takes the typeface of the page where the theme asks for it', async () => {
    const page = await open('/typeface');
    const families = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('policy-viewer');
      const part = shadowRoot.querySelector('.part').shadowRoot;
      return [shadowRoot.querySelector('.title'), part.querySelector('.section-title')].map(
        (each) => getComputedStyle(each).fontFamily,
      );
    });
    assert.deepEqual(families, ['monospace', 'monospace']);
    await page.close();
  });
});
