/** Attacks that are pasted, dropped and imported: nothing of them runs, asks for anything, or is refused too late. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { docx, h, li, p } from '../../authoring/test/support/docx.js';
import { inTexts, payloads } from '../../test/e2e/attacks.js';
import {
  byText,
  editorOf,
  open,
  press,
  sample,
  saved,
  startBrowser,
  startServer,
} from './support.js';

const corpus = process.env.CORPUS;
// What XML cannot hold is in no Word file, and a page that has it is taken for no text.
const inXml = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '');

let server;
let browser;
let attacks;
before(async () => {
  [server, browser, attacks] = await Promise.all([
    startServer([sample]),
    startBrowser(),
    payloads(),
  ]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A page of the studio that says what ran, what was refused by its rules, and what was asked for. */
async function watched(path) {
  const page = await open(browser, server.address, path);
  page.told = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.address) && !/^(data|blob):/.test(url)) page.told.push(url);
  });
  await page.exposeFunction('tell', (what) => void page.told.push(what));
  await page.evaluateOnNewDocument(() => {
    for (const name of ['ran', 'alert', 'confirm', 'prompt']) {
      globalThis[name] = () => globalThis.tell(`${name} was called`);
    }
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample: what }) =>
      globalThis.tell(`${violatedDirective}: ${what}`),
    );
  });
  await page.reload({ waitUntil: 'load' });
  await page.waitForSelector('main h1');
  return page;
}

async function harmless(page) {
  // What an attack begins has begun once the page was idle and painted again.
  await page.evaluate(
    () => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => done()))),
  );
  assert.deepEqual(page.told, []);
  assert.deepEqual(page.problems, []);
  const made = await page.$$eval(
    'main script, main object, main embed, main base, main meta, main link, main iframe:not(.poster), main [onerror], main [onload], main [style*="url"]',
    (found) => found.map((each) => each.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(made, []);
}

/** Gives a file to the field that asks for one. */
const choose = (page, name, bytes) =>
  page.$eval(
    '#file',
    (input, file, content) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(content)], file));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    [...bytes],
  );

/** Each screen that shows the texts of a policy. */
async function seeEverywhere(page) {
  const base = page.url().replace(/(\/p\/[^/]+).*/, '$1');
  for (const view of ['', '/write', '/preview', '/translate', '/people', '/publish', '/history']) {
    await page.goto(base + view, { waitUntil: 'load' });
    await page.waitForSelector('main h1');
    if (view === '/preview') {
      await page.waitForFunction(() => document.querySelector('policy-viewer')?.shadowRoot);
      await press(page, '.preview-controls button', 'Poster');
      await page.waitForSelector('studio-poster iframe, studio-poster .notice');
    }
    await harmless(page);
  }
}

describe('attacks in the studio', () => {
  it('are a text when they are pasted as HTML', async () => {
    const page = await watched('p/social-media/write/wellbeing');
    const [field] = await page.$$eval('rich-text[data-field="body"]', (all) =>
      all.map(({ dataset }) => dataset.id),
    );
    await (await editorOf(page, 'body', field)).focus();
    await page.evaluate((all) => {
      for (const html of all) {
        const data = new DataTransfer();
        data.setData('text/html', html);
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: data });
        document.activeElement.dispatchEvent(event);
      }
    }, attacks);
    await saved(page);
    await harmless(page);
    await page.close();
  });

  it('are refused, or a still picture, when they are dropped or pasted as an image', async () => {
    const page = await watched('p/social-media/write/wellbeing');
    await (await editorOf(page, 'body')).focus();
    const drawings = attacks.filter((each) => /svg|script|onload/i.test(each)).slice(0, 40);
    for (const [at, attack] of drawings.entries()) {
      await (await editorOf(page, 'body')).focus();
      await page.evaluate(
        (markup, kind) => {
          const text = /<svg/i.test(markup)
            ? markup
            : `<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`;
          const data = new DataTransfer();
          data.items.add(new File([text], `${markup.slice(0, 40)}.svg`, { type: 'image/svg+xml' }));
          const event = new Event(kind, { bubbles: true, cancelable: true });
          const name = kind === 'drop' ? 'dataTransfer' : 'clipboardData';
          const { left, top } = document.activeElement.getBoundingClientRect();
          Object.assign(event, { [name]: data, clientX: left + 20, clientY: top + 20 });
          document.activeElement.dispatchEvent(event);
        },
        attack,
        at % 2 ? 'drop' : 'paste',
      );
      await page.waitForSelector('image-form');
      // Not by the mouse: the picture of what was dropped moves the button while it comes.
      const cancel = await byText(page, 'image-form button', 'Cancel');
      await cancel.evaluate((button) => button.click());
      await page.waitForFunction(() => !document.querySelector('image-form'));
    }
    await harmless(page);
    await page.close();
  });

  it('are text when they come in a Word file or a page', async () => {
    // What begins with a bracket would be XML of the test's own.
    const body = attacks
      .map((each) => inXml(`x ${each}`))
      .map((each, at) => (at % 9 === 0 ? h(2, each) : at % 4 === 0 ? li(each) : p(each)));
    const files = [
      ['attack.docx', docx(h(1, 'Beleid') + body.join(''))],
      ['attack.html', Buffer.from(`<h1>Beleid</h1>${attacks.map(inXml).join('<h2>Titel</h2>\n')}`)],
    ];
    for (const [name, bytes] of files) {
      const page = await watched('new');
      await press(page, '.way', 'document');
      await page.waitForSelector('#file');
      await choose(page, name, bytes);
      await byText(page, 'h1', 'Is this right?');
      await harmless(page);
      await page.type('.page input[name="organisation"]', 'House');
      await press(page, 'button', 'Go on with this');
      await page.waitForFunction(() => location.pathname.includes('/p/'));
      await seeEverywhere(page);
      await page.close();
    }
  });

  it('are text when they come in a policy file', async () => {
    let at = 0;
    const policy = inTexts(() => attacks[at++ % attacks.length]);
    const page = await watched('new');
    await press(page, '.way', 'policy file');
    await page.waitForSelector('#file');
    await choose(page, 'policy.json', Buffer.from(JSON.stringify(policy)));
    await page.waitForFunction(() => location.pathname.includes('/p/'));
    await seeEverywhere(page);
    await page.close();
  });

  it('the Word files of others are read, and do nothing', async (t) => {
    if (!corpus) return t.skip('CORPUS is not set');
    const names = await readdir(join(corpus, 'word'));
    for (const name of names) {
      const page = await watched('new');
      await press(page, '.way', 'document');
      await page.waitForSelector('#file');
      await choose(page, name, await readFile(join(corpus, 'word', name)));
      await byText(page, 'h1', 'Is this right?');
      await harmless(page);
      await page.close();
    }
    return undefined;
  });
});
