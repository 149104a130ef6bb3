/** What a server rendered: read without scripts, taken over by them, and as harmless as the rest. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compilePolicy } from '../../dist/index.js';
import { renderFragment, renderPage } from '../../dist/static.js';
import { launchBrowser } from '../support/browser.js';
import { journey } from './journey.js';
import { html, newPage, root, SCRIPT, serve } from './site.js';

const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));
const LANGUAGES = ['nl', 'fr', 'en'];
const ALTERNATES = Object.fromEntries(LANGUAGES.map((lang) => [lang, `/policy/${lang}`]));
const scripted = { script: '/assets/policy-elements.js', src: '/policies/sample.json' };

/** Every text a reader can see, through shadow roots; in the page. */
const seenText = () => {
  const texts = [];
  const walk = (node) => {
    if (node instanceof Text) {
      if (node.parentElement?.localName !== 'style') texts.push(node.data);
    } else if (node instanceof Element) {
      if (!node.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true })) return;
      if (node.localName === 'slot') return node.assignedNodes().forEach(walk);
      (node.shadowRoot ?? node).childNodes.forEach(walk);
    }
  };
  walk(document.body);
  return texts.join(' ');
};

/** Words that must be read: of every title, question and answer. */
const wordsOf = (policy, lang) =>
  policy.sections.flatMap(({ title, items = [] }) => [
    title[lang],
    ...items.flatMap((item) => [item.title?.[lang], item.question?.[lang]].filter(Boolean)),
  ]);

describe('a page rendered on a server', () => {
  let site;
  let browser;
  before(async () => {
    const pages = {};
    for (const lang of LANGUAGES) {
      const options = { lang, alternates: ALTERNATES };
      const { html: text, csp } = await renderPage(sample, {
        ...options,
        ...scripted,
        attributes: { endpoint: '/records' },
      });
      pages[`/policy/${lang}`] = { body: text, headers: { 'content-security-policy': csp } };
      const still = await renderPage(sample, options);
      pages[`/still/${lang}`] = {
        body: still.html,
        headers: { 'content-security-policy': still.csp },
      };
    }
    const { html: faq } = await renderFragment(sample, {
      element: 'policy-faq',
      lang: 'fr',
      src: '/policies/sample.json',
    });
    pages['/fragment'] = html(`<main>${faq}</main>`, { head: SCRIPT });
    const { script } = scripted;
    for (const [path, policy] of Object.entries({
      '/inline': sample,
      '/compiled': compilePolicy(sample, 'fr'),
    })) {
      const { html: text, csp } = await renderPage(policy, { lang: 'fr', script });
      pages[path] = { body: text, headers: { 'content-security-policy': csp } };
    }
    site = await serve(pages);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const kind of ['policy', 'still']) {
    for (const lang of LANGUAGES) {
      it(`is read whole without scripts (${kind}, ${lang})`, async () => {
        const { page, complaints } = await newPage(browser);
        await page.setJavaScriptEnabled(false);
        await page.goto(`${site.address}/${kind}/${lang}`);
        const text = await page.evaluate(seenText);
        const missing = wordsOf(sample, lang).filter((words) => !text.includes(words.trim()));
        assert.deepEqual(missing, []);
        const buttons = await page.evaluate(pressable);
        assert.deepEqual(buttons, []);
        assert.deepEqual(complaints, []);
        await page.close();
      });
    }
  }

  it('is read whole where scripts run, but none is there', async () => {
    const { page, complaints } = await newPage(browser);
    await page.goto(`${site.address}/still/nl`);
    const text = await page.evaluate(seenText);
    assert.deepEqual(
      wordsOf(sample, 'nl').filter((words) => !text.includes(words.trim())),
      [],
    );
    assert.deepEqual([complaints, await page.evaluate(() => globalThis.violations)], [[], []]);
    await page.close();
  });

  it('leads from the contents to a section without scripts', async () => {
    const { page } = await newPage(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(`${site.address}/still/nl#social-media/faq`);
    const top = await page.evaluate(
      () =>
        document
          .querySelector('policy-viewer')
          .shadowRoot.querySelector('policy-faq')
          .getBoundingClientRect().top,
    );
    assert.ok(Math.abs(top) < 40, `the section is at ${top}`);
    await page.close();
  });

  for (const width of [1280, 390]) {
    it(`is taken over without a shift, a flash or a second text, ${width} wide`, async () => {
      const { page, complaints } = await newPage(browser);
      await page.setViewport({ width, height: 900 });
      await page.evaluateOnNewDocument(watch);
      await page.goto(`${site.address}/policy/nl`, { waitUntil: 'networkidle0' });
      await page.waitForFunction(
        () => !document.querySelector('policy-viewer').shadowRoot.querySelector('style'),
      );
      const { shift, heights, blank } = await page.evaluate(() => globalThis.watched);
      assert.ok(shift < 0.01, `layout shift ${shift}`);
      assert.equal(blank, 0);
      // Below the fold, parts come frame by frame; in the end the page is as high as it was.
      const [before, after] = [heights.at(0), heights.at(-1)];
      assert.ok(Math.abs(after - before) < before * 0.03, `heights ${heights}`);
      const titles = await page.evaluate(
        () =>
          document.querySelector('policy-viewer').shadowRoot.querySelectorAll('[part=title]')
            .length,
      );
      assert.equal(titles, 1);
      assert.deepEqual([complaints, await page.evaluate(() => globalThis.violations)], [[], []]);
      await page.close();
    });
  }

  it('is then used as any other, under its own strict policy', async () => {
    const { page, complaints } = await newPage(browser);
    await page.goto(`${site.address}/policy/nl`);
    await page.waitForFunction(
      () => !document.querySelector('policy-viewer').shadowRoot.querySelector('style'),
    );
    const seen = await page.evaluate(journey);
    assert.equal(seen.french, sample.title.fr);
    assert.deepEqual([complaints, await page.evaluate(() => globalThis.violations)], [[], []]);
    await page.close();
  });

  for (const path of ['/inline', '/compiled']) {
    it(`may hold its own policy (${path.slice(1)})`, async () => {
      const { page, complaints, requests } = await newPage(browser);
      await page.evaluateOnNewDocument(watch);
      await page.goto(site.address + path, { waitUntil: 'networkidle0' });
      await page.waitForFunction(
        () => !document.querySelector('policy-viewer').shadowRoot.querySelector('style'),
      );
      const text = await page.evaluate(
        () => document.querySelector('policy-viewer').shadowRoot.textContent,
      );
      assert.ok(text.includes(sample.summary.fr));
      assert.deepEqual(
        requests.filter((each) => each.endsWith('.json')),
        [],
      );
      const { shift, blank } = await page.evaluate(() => globalThis.watched);
      assert.ok(shift < 0.01 && blank === 0, `layout shift ${shift}`);
      assert.deepEqual([complaints, await page.evaluate(() => globalThis.violations)], [[], []]);
      await page.close();
    });
  }

  it('keeps what the reader has opened, and the focus', async () => {
    const { page } = await newPage(browser);
    let release;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().endsWith('sample.json')) release = () => request.continue();
      else request.continue();
    });
    await page.goto(`${site.address}/fragment`, { waitUntil: 'load' });
    await page.waitForFunction(() => customElements.get('policy-faq'));
    const inFaq = (look) => page.evaluate(look);
    const id = await inFaq(() => {
      const details = document
        .querySelector('policy-faq')
        .shadowRoot.querySelectorAll('details[id]')[2];
      details.open = true;
      details.querySelector('a, summary').focus();
      return details.id;
    });
    while (!release) await new Promise((resolve) => setTimeout(resolve, 20));
    release();
    await page.waitForFunction(
      () => !document.querySelector('policy-faq').shadowRoot.querySelector('style'),
    );
    await page.waitForFunction(
      (one) => {
        const { shadowRoot } = document.querySelector('policy-faq');
        return (
          shadowRoot.activeElement?.closest('details')?.id === one &&
          shadowRoot.activeElement.closest('details').open
        );
      },
      {},
      id,
    );
    await page.close();
  });

  it('stays where its policy cannot be loaded', async () => {
    const { page } = await newPage(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url().endsWith('sample.json') ? request.respond({ status: 404 }) : request.continue(),
    );
    await page.goto(`${site.address}/policy/nl`, { waitUntil: 'networkidle0' });
    const text = await page.evaluate(seenText);
    assert.ok(text.includes(sample.sections.at(-1).title.nl));
    await page.close();
  });

  it('tells search engines what it is, and has its texts outside of shadow roots', async () => {
    const { body } = site.pages['/policy/fr'];
    assert.match(body, /<html lang="fr"><head>/);
    assert.match(body, new RegExp(`<title>${sample.title.fr} · `));
    assert.match(body, /<meta name="description" content="[^"]{40,300}">/);
    for (const lang of LANGUAGES)
      assert.ok(body.includes(`<link rel="alternate" hreflang="${lang}" href="/policy/${lang}">`));
    const light = body.replace(/<template[^]*<\/template>/, '').replace(/<[^>]*>/g, ' ');
    const missing = wordsOf(sample, 'fr').filter(
      (words) => !light.includes(words.trim().replace(/'/g, '&#39;').replace(/"/g, '&quot;')),
    );
    assert.deepEqual(missing, []);
  });

  it('refuses what is no policy, and tags that are not ours', async () => {
    await assert.rejects(renderPage({ hello: 'world' }), /no policy/);
    await assert.rejects(renderFragment(sample, { element: 'img src=x' }), /no element/);
  });
});

/* In the page: what looks as if it could be pressed, and does nothing. */
function pressable() {
  const found = [];
  const walk = (within) => {
    for (const element of within.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!element.matches('button, input:not([disabled]), select, textarea')) continue;
      const { pointerEvents } = getComputedStyle(element);
      if (element.checkVisibility() && pointerEvents !== 'none')
        found.push(element.outerHTML.slice(0, 80));
    }
  };
  walk(document);
  return found;
}

/* In the page: how it moves while it loads. */
function watch() {
  const watched = (globalThis.watched = { shift: 0, heights: [], blank: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const viewer = document.querySelector('policy-viewer');
    if (viewer?.shadowRoot && document.readyState !== 'loading') {
      watched.heights.push(document.documentElement.scrollHeight);
      if (!viewer.shadowRoot.querySelector('[part=title]')) watched.blank++;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
