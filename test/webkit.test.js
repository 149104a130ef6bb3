/**
 * Pages of others in WebKit, which is driven by WebDriver: no page can be intercepted or drawn
 * there, so what is seen is what the page itself and the server see. Run by `npm run test:browsers`.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { renderPage } from '../dist/static.js';
import { dangers, inPlaces, inTexts, payloads } from './embedding/attacks.js';
import { journey } from './embedding/journey.js';
import { html, root, SCRIPT, serve } from './embedding/site.js';
import { moved, watch } from './embedding/watching.js';
import { STRICT } from './package/page.js';
import { openWindow } from './support/webdriver.js';

const { WEBDRIVER_PORT, ENGINE_PATH } = process.env;
const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));

/* In the page, before all else. */
function listen() {
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    globalThis.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  globalThis.complaints = [];
  const note = (...parts) => globalThis.complaints.push(parts.join(' '));
  console.error = console.warn = note;
  addEventListener('error', ({ message }) => note(message));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
}

/* In the page: until the element has drawn itself, some frames ago. */
async function drawn() {
  const { shadowRoot } = document.querySelector('policy-viewer');
  while (shadowRoot.querySelector('style')) await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
}

/* What an attack would call is counted. */
const COUNT = `globalThis.count = 0; for (const name of ['ran', 'alert', 'prompt', 'confirm', 'print', 'open']) globalThis[name] = () => globalThis.count++;`;
const WATCH = '<script src="/watch.js"></script>';
const ALLOWED =
  /^GET \/(\w*|favicon\.ico|watch\.js|still|assets\/policy-elements[\w.]*\.js|[\w/-]+\.json)$|^(POST|GET) \/records$/;

describe('in WebKit', () => {
  let site;
  let page;
  before(async () => {
    const csp = `${STRICT}; report-uri /reports`;
    const still = await renderPage(sample, {
      lang: 'nl',
      script: '/assets/policy-elements.js',
      src: '/policies/sample.json',
      attributes: { endpoint: '/records' },
    });
    const viewer =
      '<policy-viewer src="/policies/sample.json" endpoint="/records"></policy-viewer>';
    site = await serve({
      '/': {
        body: html(viewer, { head: WATCH + SCRIPT }),
        headers: { 'content-security-policy': csp },
      },
      '/still': {
        body: still.html.replace('<head>', `<head>${WATCH}`),
        headers: { 'content-security-policy': still.csp },
      },
      '/watch.js': `(${listen})();(${watch})('policy-viewer', '[part=title]');`,
    });
    page = await openWindow({
      port: WEBDRIVER_PORT,
      capabilities: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: ENGINE_PATH, args: ['--automation'] },
      },
    });
  });
  after(async () => {
    await page?.close();
    await site?.close();
  });

  /** The whole way of a reader; nothing the page forbids, and no request of our own. */
  async function travel(path) {
    site.requests.length = site.records.length = site.reports.length = 0;
    await page.goto(site.address + path);
    await page.evaluate(drawn);
    const seen = await page.evaluate(journey);
    assert.equal(seen.french, sample.title.fr);
    for (const [step, text] of Object.entries(seen)) assert.ok(text, step);
    assert.deepEqual(
      site.records.map(({ policy }) => policy),
      [sample.id],
    );
    const told = () => [globalThis.violations, globalThis.complaints];
    assert.deepEqual([...(await page.evaluate(told)), site.reports], [[], [], []]);
    assert.deepEqual(
      site.requests.filter((each) => !ALLOWED.test(each)),
      [],
    );
  }

  it('the strictest page is read, searched and confirmed', () => travel('/'));

  it('a page rendered on a server is used as any other', () => travel('/still'));

  it('a page rendered on a server is taken over in one frame', async () => {
    await page.goto(`${site.address}/still`);
    await page.evaluate(drawn);
    const { others, blank } = await page.evaluate(() => globalThis.watched);
    assert.equal(blank, 0);
    assert.ok(moved(others) < 2, `heights ${[...new Set(others)]}`);
  });

  for (const [where, poison] of Object.entries({
    texts: inTexts,
    'addresses and codes': inPlaces,
  })) {
    it(`a hostile policy runs nothing, in ${where}`, async () => {
      const all = await payloads();
      let at = 0;
      const next = () => all[at++ % all.length];
      while (at < all.length) {
        const policy = poison(next);
        const attack = await renderPage(policy, {
          lang: 'nl',
          script: '/assets/policy-elements.all.js',
        });
        // Without any rules of its own: whatever could run would.
        site.pages['/attack'] = attack.html.replace('<head>', `<head><script>${COUNT}</script>`);
        await page.goto(`${site.address}/attack`);
        await page.evaluate(drawn);
        assert.deepEqual(
          (await page.evaluate(dangers)).filter((each) => !each.includes(COUNT.slice(0, 20))),
          [],
        );
        assert.deepEqual(await page.evaluate(() => [globalThis.count, 'polluted' in {}]), [
          0,
          false,
        ]);
      }
    });
  }
});
