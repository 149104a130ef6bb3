/** The preview: what is printed of it, and the poster. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { ENGINE } from '../../test/support/browser.js';
import { byText, open, press, sample, saved, startBrowser, startServer } from './support.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer([sample]), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const drawn = (page) =>
  page.waitForFunction(() =>
    document.querySelector('policy-viewer')?.shadowRoot?.querySelector('[data-section]'),
  );

/** The page's print button is pressed, and nothing comes out. */
const watchPrint = (page) =>
  page.evaluate(() => {
    globalThis.printed = 0;
    globalThis.print = () => (globalThis.printed += 1);
  });

/** What has a box on paper, of the parts of the desk and of the policy. */
const onPaper = (page) =>
  page.evaluate(() => {
    const seen = (selector) =>
      [...document.querySelectorAll(selector)].some((each) => each.getClientRects().length > 0);
    const inViewer = document.querySelector('policy-viewer').shadowRoot;
    return {
      desk: seen('.top, .contents, .desk, .preview-controls, preview-links'),
      policy: seen('policy-viewer'),
      head: inViewer.querySelector('.running').getClientRects().length > 0,
      cut: getComputedStyle(document.querySelector('.sheet')).overflowY !== 'visible',
      background: getComputedStyle(document.querySelector('.sheet')).colorScheme,
    };
  });
const POLICY_ONLY = { desk: false, policy: true, head: true, cut: false, background: 'light' };

describe('printing what the preview shows', () => {
  for (const [place, path] of [
    ['beside the text', 'p/social-media/write/rules'],
    ['on its own page', 'p/social-media/preview'],
  ]) {
    it(`prints the policy and nothing of the desk, ${place}`, async () => {
      const page = await open(browser, server.address, path);
      await drawn(page);
      await page.click('.preview-controls [aria-label="Dark"]');
      await watchPrint(page);
      await press(page, '.preview-controls [data-print]', 'Print');
      assert.equal(await page.evaluate(() => globalThis.printed), 1);
      if (ENGINE === 'chromium') {
        await page.emulateMediaType('print');
        assert.deepEqual(await onPaper(page), POLICY_ONLY);
        const pages = async () =>
          Buffer.from(await page.pdf({ format: 'A4' }))
            .toString('latin1')
            .match(/\/Type\s*\/Page\b(?!s)/g).length;
        await page.select('[aria-label="Reading"]', 'all');
        const whole = await pages();
        await page.select('[aria-label="Reading"]', 'core');
        await page.waitForFunction(() => {
          const { shadowRoot } = document.querySelector('policy-viewer');
          return shadowRoot.querySelector('.reading:not([open])');
        });
        const short = await pages();
        assert.ok(short < whole, `${short} pages of ${whole}`);
      }
      assert.deepEqual(page.problems, []);
      await page.close();
    });
  }
});

describe('the page of the preview', () => {
  for (const lang of ['en', 'fr']) {
    it(`needs no scrolling sideways at 320 px with letters of 200 %, in ${lang}`, async () => {
      const page = await open(browser, server.address, 'p/social-media/preview', { lang });
      await drawn(page);
      await page.setViewport({ width: 320, height: 800 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(await width(), 320);
      await press(page, 'preview-links summary', '');
      await press(page, 'preview-links [data-make]', '');
      await page.waitForSelector('#preview-link');
      assert.equal(await width(), 320, 'with the links to share');
      await page.close();
    });
  }
});

describe('the poster of a draft', () => {
  const framed = (page, selector) =>
    page.waitForFunction(
      (css) => document.querySelector('iframe.poster')?.contentDocument?.querySelector(css),
      {},
      selector,
    );
  const show = async (page) => {
    await press(page, '.preview-controls button', 'Poster');
    await framed(page, 'svg.code path');
  };
  it('is drawn with its styles in the language chosen, and printed alone', async () => {
    const page = await open(browser, server.address, 'p/social-media/write/guidelines');
    await drawn(page);
    await show(page);
    const frame = await (await page.$('iframe.poster')).contentFrame();
    const text = () => frame.$eval('body', (body) => body.innerText);
    assert.match(await text(), /Zo wel/);
    // The page's rules refuse the poster's own style element: it is a sheet of the frame.
    const ground = await frame.$eval('header', (head) => getComputedStyle(head).backgroundColor);
    assert.equal(ground, 'rgb(11, 85, 99)');
    await page.select('.preview-controls select', 'fr');
    await frame.waitForFunction(() => document.documentElement.lang === 'fr');
    assert.match(await text(), /Réfléchissez avant de publier/);
    await frame.evaluate(() => {
      globalThis.print = () => (globalThis.printed = true);
    });
    await press(page, 'studio-poster [data-print]', 'Print the poster');
    assert.equal(await frame.evaluate(() => globalThis.printed), true);
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('is kept as a file that prints on the paper chosen, with what was just written', async () => {
    const page = await open(browser, server.address, 'p/social-media/basics');
    await page.waitForSelector('input[data-field="title"]');
    await page.type('input[data-field="title"]', ' anders');
    await saved(page);
    await page.goto(`${server.address}/studio/p/social-media/preview`);
    await show(page);
    await page.select('studio-poster select', 'A3');
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (file) => make.call(URL, (globalThis.kept = file));
    });
    await press(page, 'studio-poster [data-save]', 'Save the poster');
    const { name, text } = await page.evaluate(async () => ({
      name: globalThis.kept.name,
      text: await globalThis.kept.text(),
    }));
    assert.equal(name, 'social-media-poster-nl.html');
    assert.match(text, /@page \{ size: 297mm 420mm/);
    assert.match(text, /<h1>[^<]* anders<\/h1>/);
    await page.close();
  });

  it('says what it lacks, and has no barrier', async () => {
    const page = await open(browser, server.address, 'p/social-media/preview');
    await show(page);
    const address = await page.$eval('studio-poster [type="url"]', (field) => field.value);
    assert.match(address, /^http:.*policy-frame\.html\?src=/);
    for (const width of [320, 1280]) {
      await page.setViewport({ width, height: 900 });
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth),
        width,
        `${width} px`,
      );
    }
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run('main', { resultTypes: ['violations'], iframes: false }),
    );
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`),
      [],
    );
    await page.focus('studio-poster [type="url"]');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('intranet');
    await byText(page, 'studio-poster .notice', 'https://');
    assert.equal(await page.$('iframe.poster'), null);
    // The field keeps the cursor.
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('https://intranet.example/beleid');
    await framed(page, 'svg.code[aria-label*="intranet.example/beleid"]');
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
