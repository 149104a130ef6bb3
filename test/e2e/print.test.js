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

const page = (lang, reading) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Test</title>
  <style>body { margin: 0 }</style>
  <script type="module" src="/dist/policy-elements.js"></script>
  <policy-viewer src="/policy.json" reading="${reading}"></policy-viewer></html>`;

/** More questions than are laid out at once. */
const MANY = 200;
const many = JSON.stringify({
  ...{ format: 1, id: 'many', version: '1.0', status: 'published', languages: ['nl'] },
  ...{ title: 'Veel', summary: 'Veel vragen.', organisation: { name: 'Bron' } },
  sections: [
    {
      ...{ id: 'faq', type: 'faq', title: 'Vragen' },
      items: Array.from({ length: MANY }, (_, at) => ({
        ...{ id: `q${at}`, question: `Vraag ${at}?`, answer: `Antwoord ${at}.` },
      })),
    },
  ],
});

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/many')
    return response
      .setHeader('content-type', 'text/html')
      .end(page('nl', 'all').replace('policy.json', 'many.json'));
  if (pathname === '/many.json')
    return response.setHeader('content-type', 'application/json').end(many);
  const [, lang, reading] = /^\/(nl|fr|en)\/(core|all)$/.exec(pathname) ?? [];
  if (lang) return response.setHeader('content-type', 'text/html').end(page(lang, reading));
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

/** Pages at most. */
const ROOM = { core: 2, all: 5 };
/** Points: people read it without a glass. */
const LEAST = 10.5;

describe('the sample on paper', () => {
  const server = createServer((request, response) => void answer(request, response));
  let browser;
  let address;

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${server.address().port}`;
    browser = await launchBrowser({ full: true });
  });
  after(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  for (const reading of ['core', 'all']) {
    for (const lang of ['nl', 'fr', 'en']) {
      it(`fits ${ROOM[reading]} pages of A4 in ${lang}: ${reading}`, async (test) => {
        const tab = await browser.newPage();
        await tab.goto(`${address}/${lang}/${reading}`, { waitUntil: 'networkidle0' });
        if (!(await hasArialWidths(tab))) {
          return test.skip('no face of the width of Arial here: apt-get install fonts-liberation');
        }
        const pdf = await tab.pdf(A4);
        await tab.emulateMediaType('print');
        const points = await tab.evaluate(() => {
          const rules = document
            .querySelector('policy-viewer')
            .shadowRoot.querySelector('policy-rules');
          const text = rules.shadowRoot.querySelector('.rule .prose');
          return (parseFloat(getComputedStyle(text).fontSize) * 72) / 96;
        });
        await tab.close();
        assert.ok(pagesOf(pdf) <= ROOM[reading], `${pagesOf(pdf)} pages`);
        if (reading === 'core') assert.ok(points >= LEAST - 0.01, `${points} points`);
        return undefined;
      });
    }
  }

  it('has all of a long list, also where only some of it was looked for', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${address}/many`);
    const field = await tab.waitForSelector('policy-viewer >>> policy-faq >>> #find');
    await field.type('vraag 150');
    const seen = () => {
      const [faq] = document
        .querySelector('policy-viewer')
        .shadowRoot.querySelectorAll('policy-faq');
      return [...faq.shadowRoot.querySelectorAll('[data-row]')].filter(
        (row) => row.getBoundingClientRect().height > 0,
      ).length;
    };
    await tab.waitForFunction(`(${seen})() === 1`);
    await tab.emulateMediaType('print');
    await tab.waitForFunction(`(${seen})() === ${MANY}`);
    await tab.close();
  });
});
