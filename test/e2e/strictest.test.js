/** The strictest page an intranet can be: the whole way of a reader, and nothing the page forbids. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { STRICT } from '../package/page.js';
import { launchBrowser, launchWithoutScripts, launchWithoutStorage } from '../support/browser.js';
import { journey } from './journey.js';
import { html, newPage, root, SCRIPT, serve } from './site.js';

const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));
const small = await readFile(join(root, 'stories/policies/small.json'), 'utf8');
const VIEWER =
  '<policy-viewer src="/policies/sample.json" endpoint="/records"><a href="/policy.pdf">Lees het beleid</a></policy-viewer>';
const page = (viewer, script = SCRIPT) => html(viewer, { head: script });
const asked = (src) => page(`<policy-viewer src="${src}">Lees het beleid</policy-viewer>`);

const PAGES = {
  '/': page(VIEWER),
  '/all': page(VIEWER, SCRIPT.replace('elements.js', 'elements.all.js')),
  '/framed': html('<iframe sandbox="allow-scripts" src="/" width="980" height="780"></iframe>'),
  '/odd': asked('/odd.json'),
  '/odd.json': { body: `\ufeff${small}`, type: 'text/html; charset=windows-1252' },
  '/bytes': asked('/bytes.json'),
  '/bytes.json': {
    body: small,
    type: 'application/octet-stream',
    headers: { 'x-content-type-options': 'nosniff' },
  },
  '/utf16': asked('/utf16.json'),
  '/utf16.json': { body: Buffer.from(`\ufeff${small}`, 'utf16le'), type: 'application/json' },
  '/bare16': asked('/bare16.json'),
  '/bare16.json': { body: Buffer.from(small, 'utf16le'), type: 'application/json' },
  '/torn': asked('/torn.json'),
  '/torn.json': { body: small.slice(0, -20), type: 'application/json' },
};
const HEADERS = {
  'content-security-policy': `${STRICT}; report-uri /reports; frame-src 'self'`,
  // A sandboxed frame has no origin: to its own server it is a stranger.
  'access-control-allow-origin': 'null',
  'access-control-allow-credentials': 'true',
};

/** What the editor asked for by the page: the script and its parts, the policy, the endpoint. */
const ALLOWED =
  /^GET \/(\w*|favicon\.ico|assets\/policy-elements[\w.-]*\.js|[\w/-]+\.json)$|^(POST|GET|OPTIONS) \/records$/;

function saw(seen, records, count) {
  assert.equal(seen.title, sample.title.nl);
  assert.equal(seen.french, sample.title.fr);
  assert.match(seen.hash, /^#social-media\//);
  for (const [step, text] of Object.entries(seen)) assert.ok(text, step);
  assert.equal(records.length, count);
  assert.equal(records.at(-1).policy, sample.id);
}

describe('the strictest page', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve(PAGES, HEADERS);
    browser = await launchBrowser({ host: 'intranet.test' });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Goes the whole way on a page, and returns what it saw. */
  async function travel(url, { from = browser, frame = (tab) => tab.mainFrame() } = {}) {
    site.records.length = site.reports.length = 0;
    const { page: tab, complaints, requests } = await newPage(from);
    await tab.goto(url, { waitUntil: 'domcontentloaded' });
    const place = await frame(tab);
    const seen = await place.evaluate(journey).catch((error) => {
      throw new Error(`${error.message}; ${complaints.join('; ')}`);
    });
    await tab.waitForNetworkIdle({ idleTime: 300 });
    const facts = await place.evaluate(() => ({
      violations: globalThis.violations,
      secure: isSecureContext,
      origin: self.origin,
    }));
    assert.deepEqual(complaints, []);
    assert.deepEqual([facts.violations, site.reports], [[], []]);
    assert.deepEqual(
      requests.filter((each) => !ALLOWED.test(each)),
      [],
    );
    saw(seen, site.records, 1);
    await tab.close();
    return facts;
  }

  it('is read, searched and confirmed with no violation and no request of its own', async () => {
    await travel(`${site.address}/`);
  });

  it('is so with everything in one file', async () => {
    await travel(`${site.address}/all`);
  });

  it('may be plain http, where nothing counts as secure', async () => {
    const { secure } = await travel(`http://intranet.test:${site.port}/`);
    assert.equal(secure, false);
  });

  it('may stand in a frame that has no origin, and may not send forms', async () => {
    const { origin } = await travel(`${site.address}/framed`, {
      frame: (tab) => tab.waitForFrame((frame) => frame.parentFrame() && frame.url().endsWith('/')),
    });
    assert.equal(origin, 'null');
  });

  it('may block storage and cookies', async () => {
    const blocked = await launchWithoutStorage();
    try {
      const { page: tab } = await newPage(blocked);
      await tab.goto(`${site.address}/`);
      const refused = await tab.evaluate(() => {
        try {
          return void localStorage;
        } catch (error) {
          return error.name;
        }
      });
      assert.equal(refused, 'SecurityError', 'this browser blocks storage');
      await travel(`${site.address}/`, { from: blocked });
    } finally {
      await blocked.close();
    }
  });

  for (const [path, what] of [
    ['/odd', 'the wrong Content-Type and a byte order mark'],
    ['/bytes', 'a Content-Type that says nothing, and must not be guessed at'],
    ['/utf16', 'two bytes a letter'],
    ['/bare16', 'two bytes a letter and nothing that says so'],
  ]) {
    it(`may serve JSON with ${what}`, async () => {
      const { page: tab, complaints } = await newPage(browser);
      await tab.goto(site.address + path);
      const title = await tab.waitForFunction(
        () =>
          document.querySelector('policy-viewer').shadowRoot?.querySelector('[part=title]')
            ?.textContent,
      );
      assert.ok(small.includes((await title.jsonValue()).trim()));
      assert.deepEqual(complaints, []);
      await tab.close();
    });
  }

  it('says what is wrong with JSON that breaks off, and keeps the fallback', async () => {
    const { page: tab } = await newPage(browser);
    await tab.goto(`${site.address}/torn`);
    const message = await tab.waitForFunction(() =>
      document
        .querySelector('policy-viewer')
        .shadowRoot?.querySelector('[part=error]')
        ?.textContent?.trim(),
    );
    assert.ok((await message.jsonValue()).length > 20);
    assert.match(await tab.evaluate(() => document.body.innerText), /Lees het beleid/);
    await tab.close();
  });

  it('shows what stands between the tags where scripts are blocked', async () => {
    const still = await launchWithoutScripts();
    try {
      const { page: tab } = await newPage(still);
      await tab.goto(`${site.address}/`);
      const height = await tab.evaluate(
        () => document.querySelector('policy-viewer > a').getBoundingClientRect().height,
      );
      assert.ok(height > 5);
    } finally {
      await still.close();
    }
  });
});
