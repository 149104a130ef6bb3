/** Not alone on the page: other copies of ours, other versions, and hosts that use what we use. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { launchBrowser } from '../support/browser.js';
import { html, newPage, root, SCRIPT, serve } from './site.js';

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const VIEWER = '<policy-viewer src="/policies/small.json"></policy-viewer>';
const script = (src) => `<script type="module" src="${src}"></script>`;

/** A host's own script, bundled with what it imports. */
async function bundle(code) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? join(root, 'entry.js') : null),
    load: (id) => (id === join(root, 'entry.js') ? code : null),
  };
  const built = await rollup({ input: 'entry', plugins: [entry, resolve({ browser: true })] });
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  return output[0].code;
}

/** A host's own element, made with some version of Lit. */
const hostElement = (lit) => `
  import { LitElement, html, css } from '${lit}';
  class HostCard extends LitElement {
    static styles = css\`p { color: green }\`;
    static properties = { name: {} };
    render() { return html\`<p>Host \${this.name}</p><slot></slot>\`; }
  }
  customElements.define('host-card', HostCard);`;
const LOCALIZED = `
  import { configureLocalization, msg } from '@lit/localize';
  const { setLocale } = configureLocalization({
    sourceLocale: 'en', targetLocales: ['nl'],
    loadLocale: async () => ({ templates: { hello: 'Dag' } }),
  });
  await setLocale('nl');
  globalThis.greeting = () => msg('Hello', { id: 'hello' });`;
const OTHER_TAG = `
  import { PolicyFaq, register } from './dist/index.js';
  register('house-faq', PolicyFaq);
  register('house-questions', PolicyFaq);
  customElements.define('own-faq', class extends PolicyFaq {});`;
const SCOPED = `
  import { PolicyFaq, register } from './dist/index.js';
  let registry;
  try { registry = new CustomElementRegistry(); } catch { globalThis.scoped = 'none'; }
  if (registry) {
    register('policy-faq', PolicyFaq, registry);
    const host = document.querySelector('#scope');
    const shadow = host.attachShadow({ mode: 'open', customElementRegistry: registry });
    shadow.innerHTML = '<policy-faq src="/policies/small.json" lang="nl"></policy-faq>';
    globalThis.scoped = shadow.firstChild;
  }`;

describe('on a page with others', () => {
  let site;
  let browser;
  before(async () => {
    const bytes = await readFile(join(root, 'dist/policy-elements.js'), 'utf8');
    const later = bytes.replaceAll(`"${version}"`, '"9.9.9"');
    assert.notEqual(later, bytes, 'the other version differs');
    const card = `<host-card name="one">${VIEWER}</host-card>`;
    site = await serve({
      '/twice': html(VIEWER, { head: SCRIPT + script('/assets/policy-elements.js?v=2') }),
      '/versions': html(VIEWER, { head: SCRIPT + script('/assets/later/policy-elements.js') }),
      '/assets/later/policy-elements.js': { body: later, type: 'text/javascript' },
      '/tags': html(
        ['house-faq', 'house-questions', 'own-faq']
          .map((tag) => `<${tag} src="/policies/small.json"></${tag}>`)
          .join(''),
        { head: SCRIPT + script('/tags.js') },
      ),
      '/tags.js': await bundle(OTHER_TAG),
      '/lit': html(card, { head: SCRIPT + script('/lit.js') + script('/localized.js') }),
      '/lit.js': await bundle(hostElement('lit')),
      '/localized.js': await bundle(LOCALIZED),
      '/lit-first': html(card, { head: script('/lit-2.js') + SCRIPT }),
      '/lit-2.js': await bundle(hostElement('lit-2')),
      '/scoped': html(`<div id="scope"></div>${VIEWER}`, { head: SCRIPT + script('/scoped.js') }),
      '/scoped.js': await bundle(SCOPED),
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const drawn = (page, selector = 'policy-viewer') =>
    page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll(wanted)].every((each) =>
          each.shadowRoot?.querySelector('.content h2, .content h3'),
        ),
      {},
      selector,
    );

  async function visit(path, selector) {
    const opened = await newPage(browser);
    await opened.page.goto(site.address + path, { waitUntil: 'networkidle0' });
    await drawn(opened.page, selector);
    return opened;
  }

  it('the same script twice is silent', async () => {
    const { page, complaints } = await visit('/twice');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('of two versions the first stays, and the console says so once', async () => {
    const { page, complaints } = await visit('/versions');
    assert.equal(complaints.length, 1, complaints.join('\n'));
    assert.ok(complaints[0].includes(version) && complaints[0].includes('9.9.9'), complaints[0]);
    await page.close();
  });

  it('one class may have several tags', async () => {
    const { page, complaints } = await visit('/tags', 'house-faq, house-questions, own-faq');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  for (const [path, what] of [
    ['/lit', 'the same Lit, and @lit/localize'],
    ['/lit-first', 'Lit 2'],
  ]) {
    it(`a host may use ${what}`, async () => {
      const { page, complaints } = await visit(path);
      const card = await page.$eval('host-card', (each) => each.shadowRoot.textContent);
      assert.match(card, /Host one/);
      if (path === '/lit') {
        assert.equal(await page.evaluate(() => globalThis.greeting()), 'Dag');
      }
      await page.$eval('policy-viewer', (each) => (each.lang = 'fr'));
      await page.waitForFunction(() =>
        document.querySelector('policy-viewer').shadowRoot.querySelector('.frame[lang=fr]'),
      );
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }

  it('an element may stand in a registry of its own', async (test) => {
    const { page, complaints } = await visit('/scoped');
    await page.waitForFunction(() => globalThis.scoped);
    if (await page.evaluate(() => globalThis.scoped === 'none')) {
      return test.skip('this browser has no scoped registries');
    }
    await page.waitForFunction(() => globalThis.scoped.shadowRoot?.querySelector('details'));
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
