/** Pages with the sample that a server rendered, for tests to open. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { compilePolicy } from '../../dist/index.js';
import { renderFragment, renderPage } from '../../dist/static.js';
import { launchBrowser } from '../support/browser.js';
import { html, newPage, root, SCRIPT, serve } from './site.js';

const policyNamed = async (name) =>
  JSON.parse(await readFile(join(root, `stories/policies/${name}.json`), 'utf8'));
export const sample = await policyNamed('sample');
export const LANGUAGES = ['nl', 'fr', 'en'];
const ALTERNATES = Object.fromEntries(LANGUAGES.map((lang) => [lang, `/policy/${lang}`]));
export const script = '/assets/policy-elements.js';
export const scripted = { script, src: '/policies/sample.json' };

/** Every text a reader can see, through shadow roots; in the page. */
export const seenText = () => {
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

/** Whether what a server rendered still waits to be taken over, in an element or in one within; in the page. */
export const stands = (tag) => {
  const waits = (root) =>
    root.querySelector('slot[name=places]') ||
    [...root.querySelectorAll('*')].some((each) => each.shadowRoot && waits(each.shadowRoot));
  const { shadowRoot } = document.querySelector(tag);
  return !shadowRoot || Boolean(waits(shadowRoot));
};

/** Serves them, by their paths. */
export async function serveRendered() {
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
  for (const [path, policy] of Object.entries({
    '/partial': await policyNamed('partial'),
    '/poor': await policyNamed('poor'),
    '/inline': sample,
    '/compiled': compilePolicy(sample, 'fr'),
  })) {
    const { html: text, csp } = await renderPage(policy, { lang: 'fr', script });
    pages[path] = { body: text, headers: { 'content-security-policy': csp } };
  }
  return serve(pages);
}

/** A page for which a file is on its way until it is released: the policy, where not named. */
export async function openWaiting(
  { browser, site },
  path,
  { before = [], file = '/policies/sample.json' } = {},
) {
  const tab = await newPage(browser);
  if (before.length) await tab.page.evaluateOnNewDocument(...before);
  const body = await fetch(site.address + file).then((response) => response.text());
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.pages[file] = { held, body };
  // Firefox counts what is asked for until then as part of loading.
  await tab.page.goto(site.address + path, { waitUntil: 'domcontentloaded' });
  return { ...tab, release: () => delete site.pages[file] && release() };
}

/** Nothing waits to be taken over, and the element has had some frames to draw itself. */
export async function takenOver(page, tag = 'policy-viewer') {
  await page.waitForFunction(`!(${stands})(${JSON.stringify(tag)})`);
  await frames(page);
}

export const frames = (page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
  });

/** Tests in a browser, on a site with what a server rendered. */
export function describeRendered(name, work) {
  describe(name, () => {
    const at = {};
    before(async () => {
      at.site = await serveRendered();
      at.browser = await launchBrowser();
    });
    after(async () => {
      await at.browser?.close();
      await at.site?.close();
    });
    work(at);
  });
}
