/** Attacks of every kind in a policy that a server renders and scripts take over: nothing runs. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { renderFragment, renderLight, renderPage } from '../../dist/static.js';
import { launchBrowser } from '../support/browser.js';
import { dangers, inKeys, inPlaces, inTexts, OWN, payloads } from './attacks.js';
import { newPage, root, serve } from './site.js';
import { stands } from './rendered.js';

const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));

describe('a page rendered from a hostile policy', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve({});
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const known = /^(GET|POST) \/(attack|favicon\.ico|assets\/policy-elements[\w.-]*\.js)$/;

  /** Opens a page without any rules of its own: whatever could run would. */
  async function look(html, { hash = '', endpoint = '' } = {}) {
    site.pages['/attack'] = html;
    const { page, requests } = await newPage(browser);
    await page.evaluateOnNewDocument(() => {
      globalThis.count = 0;
      for (const name of ['ran', 'alert', 'prompt', 'confirm', 'print', 'open'])
        globalThis[name] = () => globalThis.count++;
    });
    const others = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) others.push(request.url());
    });
    await page.goto(`${site.address}/attack${hash}`, { waitUntil: 'load' });
    await page.waitForFunction(`!(${stands})('policy-viewer, policy-faq')`);
    await page.waitForNetworkIdle({ idleTime: 100 });
    const found = await page.evaluate(dangers);
    const facts = await page.evaluate(() => [globalThis.count, 'polluted' in {}]);
    await page.close();
    assert.deepEqual(found, []);
    assert.deepEqual(facts, [0, false]);
    // An image of the policy is asked for at addresses that are plainly addresses, and the endpoint
    // that the page named what it knows of the reader; nothing else.
    const asked = [...requests.filter((each) => !known.test(each)), ...others].filter(
      (each) => !endpoint || !decodeURI(each).endsWith(endpoint),
    );
    assert.deepEqual(
      asked.filter((each) => /ran\(|script|evil.*%|<|>/i.test(decodeURI(each))),
      [],
    );
  }

  const page = (policy, options = {}) =>
    renderPage(policy, { lang: 'nl', script: '/assets/policy-elements.all.js', ...options });

  for (const [where, poison] of Object.entries({
    texts: inTexts,
    'addresses and codes': inPlaces,
  })) {
    it(`runs nothing, in ${where}`, { timeout: 300_000 }, async () => {
      const all = await payloads();
      let at = 0;
      const next = () => all[at++ % all.length];
      while (at < all.length) await look((await page(poison(next))).html);
    });
  }

  it('runs nothing, in languages and keys', { timeout: 300_000 }, async () => {
    for (const attack of OWN.filter((each) => !/^[[!]/.test(each))) {
      const policy = inKeys(() => attack);
      const rendered = await page(policy, { lang: attack }).catch((error) => error);
      if (!(rendered instanceof Error)) await look(rendered.html);
      else assert.match(rendered.message, /no policy/);
    }
  });

  it('runs nothing, in what the caller passes on and in the address', async () => {
    let at = 0;
    const next = () => OWN[at++ % OWN.length];
    const names = ['audience', 'heading-level', 'hide', 'sections', 'section', 'known-version'];
    while (at < OWN.length * 2) {
      const attributes = Object.fromEntries(
        [...names, 'endpoint', 'subject'].map((name) => [name, next()]),
      );
      const { html } = await page(sample, {
        attributes,
        base: next(),
        canonical: next(),
        alternates: { [next()]: next() },
      });
      await look(html, { hash: `#social-media/${next()}`, endpoint: attributes.endpoint });
    }
  });

  it('runs nothing in plain HTML between the tags', { timeout: 300_000 }, async () => {
    const all = await payloads();
    for (const poison of [inTexts, inPlaces]) {
      let at = 0;
      const next = () => all[at++ % all.length];
      while (at < all.length) {
        const policy = poison(next);
        const { html } = await renderLight(policy, {
          lang: 'nl',
          src: '#data',
          attributes: { sections: '', 'known-version': next(), subject: next() },
        });
        const data = JSON.stringify(policy).replaceAll('<', '\\u003c');
        await look(
          `<!doctype html><meta charset="utf-8"><script type="application/json" id="data">${data}</script>${html}<script type="module" src="/assets/policy-elements.all.js"></script>`,
        );
      }
    }
  });

  it('runs nothing in a fragment', async () => {
    let at = 0;
    const next = () => OWN[at++ % OWN.length];
    const policy = inTexts(next);
    const { html } = await renderFragment(policy, { element: 'policy-faq', src: '#data' });
    const data = JSON.stringify(policy).replaceAll('<', '\\u003c');
    await look(
      `<!doctype html><meta charset="utf-8"><script type="application/json" id="data">${data}</script><script type="module" src="/assets/policy-elements.all.js"></script>${html}`,
    );
  });
});
