/** The ready-made file and those beside it: which of them a page fetches, and when. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compilePolicy } from '../../dist/index.js';
import { launchBrowser } from '../support/browser.js';
import { html, newPage, root, SCRIPT, serve } from './site.js';

const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));
const compiled = (lang, files = {}) => JSON.stringify(compilePolicy(sample, lang, { files }));
const FIVE = 'sections="text rules guidelines profiles faq" hide="acknowledgement"';

const scriptsOf = (requests) =>
  requests.flatMap((each) => /policy-elements\.?(.*)\.js$/.exec(each)?.[1] ?? []).sort();
const drawn = (page) =>
  page.waitForFunction(
    () =>
      document.querySelector('policy-viewer').shadowRoot?.querySelector('[part=title]') &&
      document.querySelector('policy-viewer').shadowRoot.querySelector(':not(:defined)') === null,
    { timeout: 20_000 },
  );

describe('the ready-made file', () => {
  let site;
  let browser;
  before(async () => {
    const viewer = (src) =>
      html(`<policy-viewer src="${src}" ${FIVE}></policy-viewer>`, { head: SCRIPT });
    site = await serve({
      '/a.nl.compiled.json': compiled('nl', { fr: 'a.fr.compiled.json' }),
      '/a.fr.compiled.json': compiled('fr', { nl: 'a.nl.compiled.json' }),
      '/compiled': viewer('/a.nl.compiled.json'),
      '/whole': viewer('/policies/sample.json'),
      '/versioned': html(
        '<policy-viewer src="/policies/sample.json"></policy-viewer><policy-quiz src="/policies/sample.json"></policy-quiz>',
        { head: '<script type="module" src="/assets/policy-elements.js?v=2"></script>' },
      ),
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('fetches neither schema nor parser for a compiled policy, and no element it has not', async () => {
    const { page, requests, complaints } = await newPage(browser);
    await page.goto(`${site.address}/compiled`);
    await drawn(page);
    await page.waitForNetworkIdle({ idleTime: 500 });
    assert.deepEqual(scriptsOf(requests), ['', 'find', 'nl', 'platforms']);
    // The other language came while there was nothing to do.
    assert.ok(requests.includes('GET /a.fr.compiled.json'));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('sees what stands within components of the page, whenever those are defined', async () => {
    const { page } = await newPage(browser);
    await page.goto(`${site.address}/compiled`);
    await drawn(page);
    for (const early of [true, false]) {
      await page.evaluate((early) => {
        const name = `page-part-${early}`;
        const define = () =>
          customElements.define(
            name,
            class extends HTMLElement {
              connectedCallback() {
                const tag = early ? 'policy-quiz' : 'policy-rollout';
                const part = document.createElement(tag);
                part.setAttribute('src', '/policies/sample.json');
                this.attachShadow({ mode: 'open' }).append(part);
              }
            },
          );
        if (early) define();
        document.body.append(document.createElement(name));
        if (!early) setTimeout(define, 300);
      }, early);
      await page.waitForFunction(
        (early) =>
          document
            .querySelector(`page-part-${early}`)
            .shadowRoot?.firstElementChild.shadowRoot?.querySelector('[part=section]'),
        { timeout: 20_000 },
        early,
      );
    }
    await page.close();
  });

  it('waits for the policy no longer than for what reads it', async () => {
    const { page, requests } = await newPage(browser);
    await page.setRequestInterception(true);
    // Each is held until the other was asked for.
    const held = [];
    page.on('request', (request) => {
      if (!/\.reader\.js$|\.json$/.test(new URL(request.url()).pathname)) return request.continue();
      if (held.push(request) === 2) held.forEach((each) => void each.continue());
    });
    await page.goto(`${site.address}/whole`);
    await drawn(page);
    assert.ok(scriptsOf(requests).includes('reader'));
    await page.close();
  });

  it('is there once where a page asks for it by version, with the elements beside it', async () => {
    const { page, requests, complaints } = await newPage(browser);
    await page.goto(`${site.address}/versioned`);
    await drawn(page);
    await page.waitForFunction(() => customElements.get('policy-quiz'));
    await page.evaluate(() => {
      const late = document.createElement('policy-changes');
      document.body.append(document.createElement('div').appendChild(late).parentElement);
    });
    await page.waitForFunction(() => customElements.get('policy-changes'));
    await page.waitForFunction(() =>
      document.querySelector('policy-quiz').shadowRoot?.textContent.includes('Test jezelf'),
    );
    const base = await page.evaluate(() => {
      const above = (tag) => Object.getPrototypeOf(customElements.get(tag));
      return (
        Object.getPrototypeOf(above('policy-quiz')) === Object.getPrototypeOf(above('policy-faq'))
      );
    });
    assert.ok(base, 'the elements have the same base');
    assert.equal(scriptsOf(requests).filter((name) => name === '').length, 1);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
