/** Pages on which an element of ours is not alone. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { html, root, SCRIPT } from './site.js';

export const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
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

/** What such a site serves; `first` is a script that runs before all else. */
export async function pagesWithOthers(first = '') {
  const bytes = await readFile(join(root, 'dist/policy-elements.js'), 'utf8');
  const later = bytes.replaceAll(`"${version}"`, '"9.9.9"');
  assert.notEqual(later, bytes, 'the other version differs');
  const card = `<host-card name="one">${VIEWER}</host-card>`;
  return {
    '/twice': html(VIEWER, { head: first + SCRIPT + script('/assets/policy-elements.js?v=2') }),
    '/versions': html(VIEWER, {
      head: first + SCRIPT + script('/assets/later/policy-elements.js'),
    }),
    '/assets/later/policy-elements.js': { body: later, type: 'text/javascript' },
    '/tags': html(
      ['house-faq', 'house-questions', 'own-faq']
        .map((tag) => `<${tag} src="/policies/small.json"></${tag}>`)
        .join(''),
      { head: first + SCRIPT + script('/tags.js') },
    ),
    '/tags.js': await bundle(OTHER_TAG),
    '/lit': html(card, { head: first + SCRIPT + script('/lit.js') + script('/localized.js') }),
    '/lit.js': await bundle(hostElement('lit')),
    '/localized.js': await bundle(LOCALIZED),
    '/lit-first': html(card, { head: first + script('/lit-2.js') + SCRIPT }),
    '/lit-2.js': await bundle(hostElement('lit-2')),
    '/scoped': html(`<div id="scope"></div>${VIEWER}`, {
      head: first + SCRIPT + script('/scoped.js'),
    }),
    '/scoped.js': await bundle(SCOPED),
  };
}

/* In the page: all of these have drawn a policy. */
export const allDrawn = (selector) =>
  [...document.querySelectorAll(selector)].every((each) =>
    each.shadowRoot?.querySelector('.content h2, .content h3'),
  );

/* In the page: what the host drew and says, where it does. */
export const hostSays = () => ({
  card: document.querySelector('host-card').shadowRoot.textContent,
  greeting: globalThis.greeting?.(),
});

/* In the page. */
export const speakFrench = () => void (document.querySelector('policy-viewer').lang = 'fr');
export const inFrench = () =>
  document.querySelector('policy-viewer').shadowRoot.querySelector('.frame[lang=fr]');
