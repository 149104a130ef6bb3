/** What a server rendered: read without scripts, and by search engines. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { renderFragment, renderPage } from '../../dist/static.js';
import { launchBrowser, launchWithoutScripts } from '../support/browser.js';
import { LANGUAGES, sample, seenText, serveRendered } from './rendered.js';
import { newPage } from './site.js';

/** Words that must be read: of every title, question and answer. */
const wordsOf = (policy, lang) =>
  policy.sections.flatMap(({ title, items = [] }) => [
    title[lang],
    ...items.flatMap((item) => [item.title?.[lang], item.question?.[lang]].filter(Boolean)),
  ]);

describe('a page rendered on a server', () => {
  let site;
  let browser;
  let withoutScripts;
  before(async () => {
    site = await serveRendered();
    browser = await launchBrowser();
    withoutScripts = await launchWithoutScripts();
  });
  after(async () => {
    await browser?.close();
    await withoutScripts?.close();
    await site?.close();
  });

  for (const kind of ['policy', 'still']) {
    for (const lang of LANGUAGES) {
      it(`is read whole without scripts (${kind}, ${lang})`, async () => {
        const { page, complaints } = await newPage(withoutScripts);
        await page.goto(`${site.address}/${kind}/${lang}`);
        // The short reading leads to the whole by disclosures; without a script to come they are open.
        const pressed = await pressAll(page);
        assert.equal(pressed > 0, kind === 'policy');
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

  /** Presses what opens more, the first of which shows the others. Answers how many there were. */
  async function pressAll(page) {
    for (let pressed = 0; ; pressed += 1) {
      const at = await page.evaluate(closed);
      if (!at) return pressed;
      assert.ok(pressed < 100, 'what was pressed stays closed');
      await page.mouse.click(at.x, at.y);
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
    const { page } = await newPage(withoutScripts);
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

  it('tells search engines what it is, and has its texts outside of shadow roots', async () => {
    const { body } = site.pages['/policy/fr'];
    assert.match(body, /<html lang="fr"><head>/);
    assert.doesNotMatch(body, /<\?>|\n\s*\n/);
    // Lit finds the places of values by its marks; a page without scripts has none.
    assert.doesNotMatch(site.pages['/still/fr'].body, /lit-part|lit-node/);
    assert.match(body, new RegExp(`<title>${sample.title.fr} · `));
    assert.match(body, /<meta name="description" content="[^"]{40,300}">/);
    for (const lang of LANGUAGES)
      assert.ok(body.includes(`<link rel="alternate" hreflang="${lang}" href="/policy/${lang}">`));
    const markup = body.replace(/<template[^]*<\/template>/, '');
    assert.doesNotMatch(markup, /lit-part|lit-node/);
    const light = markup.replace(/<[^>]*>/g, ' ');
    const missing = wordsOf(sample, 'fr').filter(
      (words) => !light.includes(words.trim().replace(/'/g, '&#39;').replace(/"/g, '&quot;')),
    );
    assert.deepEqual(missing, []);
  });

  it('begins with the reading that is asked for', async () => {
    const isOpen = async (reading) => {
      const { html } = await renderFragment(sample, { src: '/a.json', attributes: { reading } });
      assert.ok(html.includes(`<policy-viewer`) && html.includes(` reading="${reading}"`));
      return /<details[^>]*class="more reading"[^>]* open/.test(html);
    };
    assert.deepEqual([await isOpen('core'), await isOpen('all')], [false, true]);
  });

  it('refuses what is no policy, and tags that are not ours', async () => {
    await assert.rejects(renderPage({ hello: 'world' }), /no policy/);
    await assert.rejects(renderFragment(sample, { element: 'img src=x' }), /no element/);
  });
});

/* In the page: where the first one that is closed and can be seen is. */
function closed() {
  const find = (within) => {
    for (const element of within.querySelectorAll('*')) {
      if (element.matches('details.more:not([open]) > summary') && element.checkVisibility())
        return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  const summary = find(document);
  if (!summary) return undefined;
  summary.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, height } = summary.getBoundingClientRect();
  return { x: x + 8, y: y + height / 2 };
}

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
