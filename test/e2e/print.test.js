/** On paper: what Chromium prints to PDF. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../support/browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const A4 = {
  format: 'A4',
  margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' },
};

// The core: what applies, without directories, questions and helpers.
const page = (lang) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Test</title>
  <script type="module" src="/dist/policy-elements.js"></script>
  <policy-viewer src="/policy.json" sections="text mandates rules guidelines"
    hide="acknowledgement changes"></policy-viewer></html>`;

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const lang = /^\/(nl|fr|en)$/.exec(pathname)?.[1];
  if (lang) return response.setHeader('content-type', 'text/html').end(page(lang));
  const file =
    pathname === '/policy.json'
      ? 'stories/policies/sample.json'
      : /^\/dist\/[\w.-]+\.js$/.test(pathname) && pathname.slice(1);
  if (!file) return response.writeHead(404).end();
  response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/json');
  return response.end(await readFile(root + file));
}

const pagesOf = (pdf) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length;

/** Whether the machine has a face as wide as Arial, which most readers have. */
const hasArialWidths = (tab) =>
  tab.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    context.font = "100px 'Helvetica Neue', Arial, 'Liberation Sans', monospace";
    return Math.abs(context.measureText('mmmmmmmmmm').width - 833) < 5;
  });

describe('the core of the sample on paper', () => {
  const server = createServer((request, response) => void answer(request, response));
  let browser;
  let address;

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${server.address().port}`;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  for (const lang of ['nl', 'fr', 'en']) {
    it(`fits both sides of one A4 sheet in ${lang}`, async (test) => {
      const tab = await browser.newPage();
      await tab.goto(`${address}/${lang}`, { waitUntil: 'networkidle0' });
      if (!(await hasArialWidths(tab))) {
        return test.skip('no face of the width of Arial here: apt-get install fonts-liberation');
      }
      const pdf = await tab.pdf(A4);
      await tab.close();
      assert.equal(pagesOf(pdf), 2);
      return undefined;
    });
  }
});
