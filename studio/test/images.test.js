import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  byText,
  chooseFallback,
  editorOf,
  open,
  press,
  sample,
  saved,
  startBrowser,
  startServer,
} from './support.js';

const ELSEWHERE = 'https://elsewhere.example/pixel.png';
const withForeign = structuredClone(sample);
const foreign = withForeign.sections.find(({ id }) => id === 'monitoring');
for (const tag of Object.keys(foreign.body)) foreign.body[tag] += `\n\n![Out there](${ELSEWHERE})`;

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer([withForeign]), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const section = async (id) =>
  (await server.drafts.read('social-media')).draft.sections.find((each) => each.id === id);

/** Gives files to what has the focus, as a person drops or pastes them. */
const give = (page, kind, type) =>
  page.evaluate(
    async (name, mime) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1200 });
      canvas.getContext('2d').fillRect(0, 0, 900, 900);
      const drawn = await new Promise((done) => canvas.toBlob(done, 'image/png'));
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
      const data = new DataTransfer();
      data.items.add(new File([mime === 'image/png' ? drawn : svg], 'x', { type: mime }));
      const { left, top } = document.activeElement.getBoundingClientRect();
      const place = { clientX: left + 20, clientY: top + 20, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(
        name === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, ...place })
          : new DragEvent('drop', { dataTransfer: data, ...place }),
      );
    },
    kind,
    type,
  );
const loaded = (page, selector) =>
  page.waitForFunction((css) => document.querySelector(css)?.naturalWidth > 0, {}, selector);
const insert = async (page) => press(page, 'image-form button', 'Insert');

describe('an image', () => {
  it('is pasted, described in each language, previewed, and published with the version', async () => {
    const page = await open(browser, server.address, 'p/social-media/write/purpose');
    const editor = await editorOf(page, 'body', 'purpose');
    await editor.focus();
    await give(page, 'paste', 'image/png');
    await loaded(page, '.image-chosen');
    await insert(page);
    await byText(page, 'image-form .failed', 'what it shows');
    assert.equal((await section('purpose')).body.nl, sample.sections[0].body.nl);
    await page.type('image-form [name="alt"]', 'Ons [team]');
    await page.type('image-form [data-alt="fr"]', 'Notre équipe');
    await insert(page);
    await loaded(page, '.ProseMirror img:not(.ProseMirror-separator)');
    await saved(page);
    const { body } = await section('purpose');
    const name = /social-media\/images\/([0-9a-f]{32}\.png)/.exec(body.nl)?.[1];
    assert.ok(name, body.nl);
    assert.ok(body.nl.includes('![Ons \\[team\\]]'), body.nl);
    assert.ok(body.fr.startsWith(sample.sections[0].body.fr), 'the rest of it keeps its letters');
    assert.match(
      body.fr,
      new RegExp(`\\n\\n!\\[Notre équipe\\]\\(<?social-media/images/${name}>?\\)$`),
    );
    assert.doesNotMatch(body.en, /!\[/);
    // Not larger than a page wants it.
    const bytes = await server.drafts.images.read('social-media', name);
    assert.equal(Buffer.from(bytes).readUInt32BE(16), 1600);

    await page.waitForFunction(() => {
      const roots = [document];
      for (const root of roots) {
        for (const each of root.querySelectorAll('*'))
          if (each.shadowRoot) roots.push(each.shadowRoot);
      }
      return roots
        .filter((root) => root !== document)
        .flatMap((root) => [...root.querySelectorAll('img')])
        .some((image) => image.naturalWidth > 0 && image.alt === 'Ons [team]');
    });

    const path = `${server.address}/policies/social-media/images/${name}`;
    assert.equal((await fetch(path)).status, 404, 'nobody sees it before it is published');
    await page.goto(`${server.address}/studio/p/social-media/publish`);
    await chooseFallback(page);
    await press(page, 'button', 'Publish version');
    await byText(page, 'h1', 'is published');
    assert.equal((await fetch(path)).headers.get('content-type'), 'image/png');
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('is dropped, chosen again from what is there, and described anew by keyboard', async () => {
    const page = await open(browser, server.address, 'p/social-media/write/scope');
    const editor = await editorOf(page, 'body', 'scope');
    await editor.focus();
    await give(page, 'drop', 'image/png');
    await loaded(page, '.image-chosen');
    await page.type('image-form [name="alt"]', 'Eerste');
    await page.keyboard.press('Enter');
    await loaded(page, '.ProseMirror img[alt="Eerste"]');
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('.ProseMirror img.ProseMirror-selectednode');
    await page.focus('rich-text[data-id="scope"][data-field="body"] .tool[aria-label="Image"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('image-form [name="alt"]');
    await page.$eval('image-form [name="alt"]', (input) => input.select());
    await page.keyboard.type('Tweede');
    await page.keyboard.press('Enter');
    await loaded(page, '.ProseMirror img[alt="Tweede"]');
    assert.equal(await page.$('.ProseMirror img[alt="Eerste"]'), null);
    await saved(page);
    await page.keyboard.press('ArrowRight');
    await page.focus('rich-text[data-id="scope"][data-field="body"] .tool[aria-label="Image"]');
    await page.keyboard.press('Enter');
    await loaded(page, '.known img');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('image-form'));
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('that could do something is refused, and said so', async () => {
    const page = await open(browser, server.address, 'p/social-media/write/scope');
    const editor = await editorOf(page, 'body', 'scope');
    await editor.focus();
    await give(page, 'paste', 'image/svg+xml');
    await page.waitForSelector('image-form [name="alt"]');
    await page.type('image-form [name="alt"]', 'Een tekening');
    await insert(page);
    await byText(page, 'image-form .failed', 'holds a script');
    const [problem, ...rest] = page.problems;
    assert.match(problem ?? '', /status of 415/);
    assert.deepEqual(rest, []);
    await page.close();
  });

  it('of another server is not asked for, neither where one writes nor in the preview', async () => {
    const page = await open(browser, server.address);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.address}/studio/p/social-media/write/monitoring`);
    const editor = await editorOf(page, 'body', 'monitoring');
    assert.match(await editor.evaluate((each) => each.textContent), /Out there/);
    await page.waitForFunction(() =>
      document.querySelector('policy-viewer')?.shadowRoot?.querySelector('[data-section]'),
    );
    await page.goto(`${server.address}/studio/p/social-media/preview`);
    await page.waitForFunction(() =>
      document.querySelector('policy-viewer')?.shadowRoot?.querySelector('[data-section]'),
    );
    assert.deepEqual(
      asked.filter((url) => url.includes('elsewhere')),
      [],
    );
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('is the logo, kept and taken away', async () => {
    const page = await open(browser, server.address, 'p/social-media/basics');
    const input = await page.waitForSelector('input[data-field="organisation.logo"]');
    await input.uploadFile(new URL('../assets/studio.svg', import.meta.url).pathname);
    await loaded(page, '.logo img');
    await saved(page);
    const logo = async () => (await server.drafts.read('social-media')).draft.organisation.logo;
    assert.match(await logo(), /^social-media\/images\/[0-9a-f]{32}\.svg$/);
    await press(page, '.logo button', 'Remove');
    await page.waitForFunction(() => !document.querySelector('.logo img'));
    await saved(page);
    assert.equal(await logo(), undefined);
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
