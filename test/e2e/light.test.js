/** The whole policy as plain HTML between the tags: read without scripts, and replaced in its place. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { renderLight } from '../../dist/static.js';
import { textsOf } from '../../dist/index.js';
import { launchBrowser, launchWithoutScripts } from '../support/browser.js';
import { LANGUAGES, openWaiting, sample, script, seenText, serveRendered } from './rendered.js';
import { newPage } from './site.js';

const src = '/policies/sample.json';
const page = (content, head = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>CMS</title>${head}<body>${content}</body></html>`;

describe('plain HTML between the tags', () => {
  let site;
  let browser;
  let withoutScripts;
  before(async () => {
    site = await serveRendered();
    for (const lang of LANGUAGES) {
      const { html } = await renderLight(sample, { lang, src });
      site.pages[`/light/${lang}`] = page(html, `<script type="module" src="${script}"></script>`);
    }
    browser = await launchBrowser();
    withoutScripts = await launchWithoutScripts();
  });
  after(async () => {
    await browser?.close();
    await withoutScripts?.close();
    await site?.close();
  });

  for (const lang of LANGUAGES) {
    it(`holds every title, question and answer, in ${lang}`, async () => {
      const { page: tab } = await newPage(withoutScripts);
      await tab.goto(`${site.address}/light/${lang}`);
      const seen = await tab.evaluate(seenText);
      const missing = [...textsOf(sample)]
        .filter(({ kind, field }) => kind === 'plain' && !/label|topics|statement/.test(field))
        .map(({ text }) => (typeof text === 'string' ? text : text[lang]))
        .filter((text) => text && !seen.includes(text.trim()));
      assert.deepEqual(missing, []);
      const outside = await tab.evaluate(() => ({
        lang: document.querySelector('article').lang,
        foreign: [...document.querySelectorAll('article [style], article script, article style')]
          .length,
        broken: [...document.querySelectorAll('article a[href^="#"]')].filter(
          (link) => !document.getElementById(link.getAttribute('href').slice(1)),
        ).length,
        twice: [...document.querySelectorAll('[id]')].filter(
          ({ id }, at, all) => all.findIndex((each) => each.id === id) !== at,
        ).length,
      }));
      assert.deepEqual(outside, { lang, foreign: 0, broken: 0, twice: 0 });
      await tab.close();
    });
  }

  it('marks texts in another language, and tells dos from don’ts', async () => {
    const policy = structuredClone(sample);
    policy.sections[0].title = { nl: 'Alleen Nederlands' };
    const { html } = await renderLight(policy, { lang: 'fr' });
    assert.match(html, /<span lang="nl">Alleen Nederlands<\/span>/);
    assert.match(html, /<p class="kind">À éviter<\/p>|<p class="kind">À ne pas faire<\/p>/);
  });

  it('puts sections under their chapters, and those in none under the title', async () => {
    const policy = structuredClone(sample);
    const [first, second] = policy.sections;
    policy.groups = [{ id: 'one', title: { en: 'One & all' }, sections: [second.id] }];
    const { html } = await renderLight(policy, { lang: 'en' });
    const found = [
      ...html.matchAll(/<(h[1-6])[^>]*class="(?:title|chapter|section-title)"[^>]*>(.*?)<\/\1>/g),
    ];
    const headings = found.map(([, tag, text]) => `${tag} ${text.replace(/<[^>]*>/g, '')}`);
    assert.deepEqual(headings.slice(0, 4), [
      `h2 ${policy.title.en}`,
      `h3 ${first.title.en}`,
      'h3 One &amp; all',
      `h4 ${second.title.en}`,
    ]);
  });

  it('shows what it is asked for', async () => {
    const { html } = await renderLight(sample, {
      lang: 'en',
      attributes: { sections: 'faq', 'heading-level': '1' },
    });
    assert.match(html, /^<policy-viewer lang="en" sections="faq" heading-level="1">/);
    assert.match(html, /<h1 /);
    assert.equal(html.match(/<section id="social-media\/(?!about)/g).length, 1);
  });

  it('gives way to the element, where the reader had come', async () => {
    for (const id of ['rule-confidential', 'faq']) {
      const { page: tab, release } = await openWaiting({ browser, site }, '/light/nl', {
        file: src,
      });
      const place = (found) =>
        found.evaluate(async (anchor) => {
          const all = [document, ...roots(document)];
          function* roots(root) {
            for (const { shadowRoot } of root.querySelectorAll('*')) {
              if (shadowRoot) yield shadowRoot;
              if (shadowRoot) yield* roots(shadowRoot);
            }
          }
          const drawn = all.slice(1).flatMap((root) => root.getElementById(anchor) ?? [])[0];
          const light = document.getElementById(`social-media/${anchor}`);
          const { top } = (drawn?.getClientRects().length ? drawn : light).getBoundingClientRect();
          return { top, isDrawn: Boolean(drawn) };
        }, id);
      await tab.evaluate((anchor) => {
        document.getElementById(`social-media/${anchor}`).scrollIntoView();
        scrollBy(0, -4);
      }, id);
      const before = await place(tab);
      assert.equal(before.isDrawn, false);
      assert.ok(Math.abs(before.top - 4) < 2, `${before.top}`);
      await release();
      await tab.waitForFunction(() =>
        document.querySelector('policy-viewer').shadowRoot?.querySelector('[part=title]'),
      );
      await tab.waitForNetworkIdle({ idleTime: 300 });
      const now = await place(tab);
      assert.ok(now.isDrawn);
      assert.ok(Math.abs(now.top - before.top) < 3, `${id}: from ${before.top} to ${now.top}`);
      const texts = await tab.evaluate(seenText);
      assert.equal(texts.split(sample.title.nl).length - 1 <= 2, true);
      assert.equal(await tab.$('policy-viewer > [data-light]'), null, 'nothing is left of it');
      await tab.close();
    }
  });
});
