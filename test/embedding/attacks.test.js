/** Attacks of every kind in a policy that a server renders and scripts take over: nothing runs. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { textsOf } from '../../dist/index.js';
import { renderFragment, renderPage } from '../../dist/static.js';
import { launchBrowser } from '../support/browser.js';
import { newPage, root, serve } from './site.js';

const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));
// Attacks collected by others, where they stand beside the project.
const corpus = join(root, '..', 'shared', 'corpus', 'xss');

const OWN = [
  '<img src=x onerror=ran()>',
  '"><script>ran()</script>',
  "'><svg/onload=ran()>",
  '</script><script>ran()</script>',
  '<!--</script><script>ran()//-->',
  '</title><script>ran()</script>',
  '</style><script>ran()</script>',
  '</template></policy-viewer><script>ran()</script>',
  '</policy-faq><img src=x onerror=ran()>',
  '<template shadowrootmode="open"><script>ran()</script></template>',
  '<!--/lit-part--><img src=x onerror=ran()><!--lit-node 0-->',
  '<details ontoggle=ran() open>',
  '" onfocus="ran()" autofocus x="',
  '[a](javascript:ran())',
  '[a](java\tscript:ran())',
  '[a](javascript&colon;ran())',
  '[a](vbscript:ran())',
  '[a](data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==)',
  '![a](x.png" onerror="ran())',
  '![a](//evil.invalid/x.png)',
  '[a]: javascript:ran()\n\n[a]',
  '<javascript:ran()>',
  '| <img src=x onerror=ran()> |\n|-|\n| x |',
  '__proto__',
  'constructor',
  'toString',
  '\u2028<script>ran()</script>\u2029',
  '\u0000<script>ran()</script>',
  '{{constructor.constructor("ran()")()}}',
  '${ran()}',
];
const PLACES = [
  'url',
  'logo',
  'email',
  'phone',
  'src',
  'platform',
  'handle',
  'kind',
  'type',
  'topic',
  'id',
  'lang',
  'version',
  'status',
  'effective',
];

async function payloads() {
  if (!existsSync(corpus)) return OWN;
  const [fixtures, lines, markdown] = await Promise.all(
    ['sanitizer-fixtures.json', 'payloads.txt', 'markdown.txt'].map((name) =>
      readFile(join(corpus, name), 'utf8'),
    ),
  );
  return [
    ...OWN,
    ...JSON.parse(fixtures).map(({ payload }) => payload),
    ...lines.split('\n').filter((line) => line.trim()),
    ...markdown
      .split(/^\.$/m)
      .map((part) => part.trim())
      .filter(Boolean),
  ];
}

/** The sample with an attack in every text, in each of its languages. */
function inTexts(next) {
  const copy = structuredClone(sample);
  for (const { pointer, text } of textsOf(sample)) {
    const keys = pointer.split('/').slice(1);
    const holder = keys.slice(0, -1).reduce((value, key) => value[key], copy);
    const attack = next();
    holder[keys.at(-1)] =
      typeof text === 'string'
        ? attack
        : Object.fromEntries(Object.keys(text).map((lang) => [lang, attack]));
  }
  return copy;
}

/** The sample with an attack in every address, id, kind and code. */
function inPlaces(next, names = PLACES) {
  const copy = structuredClone(sample);
  copy.organisation.logo = 'logo.svg';
  const replace = (value) => {
    for (const [key, each] of Object.entries(value)) {
      if (names.includes(key) && typeof each === 'string') value[key] = next();
      else if (typeof each === 'object' && each !== null) replace(each);
    }
  };
  replace(copy);
  return copy;
}

/** The sample with attacks as languages, and as keys. */
function inKeys(next) {
  const attack = next();
  const json = JSON.stringify(sample)
    .replaceAll('"nl":', `${JSON.stringify(attack)}:`)
    .replace('"nl"', JSON.stringify(attack))
    .replace(
      /^\{/,
      '{"__proto__":{"title":"ran","polluted":true},"constructor":{"prototype":{"polluted":true}},',
    );
  return JSON.parse(json);
}

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

  const known = /^(GET|POST) \/(attack|favicon\.ico|assets\/policy-elements[\w.]*\.js)$/;

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
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('policy-viewer, policy-faq');
      return shadowRoot && !shadowRoot.querySelector('style');
    });
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

/* In the page: what must never be on it. */
function dangers() {
  const found = [];
  const walk = (within) => {
    for (const element of within.querySelectorAll('*')) {
      const ours = element.getRootNode() !== document;
      if (
        ours &&
        /^(script|iframe|object|embed|base|meta|link|use|animate|set)$/.test(element.localName)
      )
        found.push(element.outerHTML.slice(0, 100));
      for (const { name, value } of element.attributes) {
        // The height made up from the letters of an item is a number of ours.
        if (name === 'style' && /^--_letters: \d+;$/.test(value)) continue;
        if (/^on|^style$|^srcdoc$|^formaction$/.test(name))
          found.push(element.outerHTML.slice(0, 100));
        if (/^(href|src|action)$/.test(name) && !value.startsWith('#')) {
          let protocol = 'none:';
          try {
            ({ protocol } = new URL(value, location.href));
          } catch {
            // No address: it leads nowhere.
          }
          if (!/^(https?|mailto|tel|none):/.test(protocol))
            found.push(element.outerHTML.slice(0, 100));
        }
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  const scripts = [...document.scripts].filter(
    ({ type, src }) => type !== 'application/json' && !/policy-elements/.test(src),
  );
  return [...found, ...scripts.map(({ outerHTML }) => outerHTML.slice(0, 100))];
}
