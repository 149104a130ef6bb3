/**
 * How much work the ready-made file gives the browser, in numbers that are about the same on every
 * machine: layouts, passes over the styles, nodes, and how far what is seen moves. `npm run bench`
 * measures the time.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makePolicy } from '../../bench/policies.js';
import { watchChanges, watchFrames } from '../../scripts/measure/in-page.js';
import { servePolicies } from '../../scripts/measure/server.js';
import { launchBrowser } from '../support/browser.js';
import { scriptsOf } from './one-file.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const VIEWPORT = { width: 1280, height: 900 };
const QUIET = 700;
/** Items of a policy of size 1. */
const ITEMS = 75;

describe('the work of the ready-made file', () => {
  let browser, site, tab, client;

  before(async () => {
    const { compilePolicy } = await import('../../dist/index.js');
    const compiled = (size) =>
      ['nl', 'fr'].map((lang) => {
        const other = lang === 'nl' ? 'fr' : 'nl';
        const files = { [other]: `/${size}.${other}.compiled.json` };
        return [`${size}.${lang}.compiled`, compilePolicy(makePolicy(size), lang, { files })];
      });
    const policies = Object.fromEntries([1, 3, 10].flatMap(compiled));
    site = await servePolicies({ ...policies, plain: makePolicy(1) }, DIST);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const settled = () => tab.evaluate((time) => globalThis.measuring.settled(time), QUIET);

  /** What is fetched and made while there is nothing else to do has come, and is drawn. */
  async function idle() {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await settled();
  }

  async function counts() {
    const { metrics } = await client.send('Performance.getMetrics');
    const all = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { layouts: all.LayoutCount, styles: all.RecalcStyleCount };
  }

  /** What was done between two looks. */
  async function workOf(act) {
    const from = await counts();
    await act();
    await settled();
    const to = await counts();
    return { layouts: to.layouts - from.layouts, styles: to.styles - from.styles };
  }

  async function open(name) {
    await tab?.close();
    tab = await browser.newPage();
    await tab.setViewport(VIEWPORT);
    for (const watch of [watchFrames, watchChanges, waitLong]) {
      await tab.evaluateOnNewDocument(watch);
    }
    client = await tab.createCDPSession();
    await client.send('Performance.enable');
    const asked = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const work = await workOf(() => tab.goto(`${site.address}/${name}.html`));
    await tab.waitForSelector('policy-viewer >>> policy-acknowledgement >>> .statement');
    return { work, asked };
  }

  const atMost = (work, most) => {
    for (const [what, limit] of Object.entries(most)) {
      assert.ok(work[what] <= limit, `${what}: ${work[what]}, at most ${limit}`);
    }
  };

  it('loads a compiled policy in few layouts, and nothing it does not need', async () => {
    const { work, asked } = await open('1.nl.compiled');
    atMost(work, { layouts: 6, styles: 16 });
    assert.deepEqual(scriptsOf(asked), [
      '',
      'acknowledgement',
      'directory-sections',
      'element-rest',
      // The policy has faults.
      'findings',
      'nl',
      'platforms',
      'search-field',
      'viewer-rest',
      // Which the console names.
      'words',
    ]);
  });

  it('changes the language in few layouts, and draws everything once', async () => {
    for (const name of ['1.nl.compiled', 'plain']) {
      await open(name);
      await idle();
      const french = await tab.$('policy-viewer >>> .languages [lang=fr]');
      await french.focus();
      await settled();
      await tab.evaluate(watchLanguages);
      const work = await workOf(() => tab.keyboard.press('Enter'));
      // One for each task that draws; measuring what changes would be one for each section.
      atMost(work, { layouts: 4, styles: 14 });
      // Each of the elements changes its language, and so does what holds it: nothing else does.
      assert.deepEqual(await tab.evaluate(() => globalThis.languages), { twice: [] });
      assert.equal(await tab.$eval('policy-viewer', ({ lang }) => lang), 'fr');
    }
  });

  it('answers a key in the field to find questions in a layout or two', async () => {
    await open('3.nl.compiled');
    const field = await tab.$('policy-viewer >>> policy-faq >>> #find');
    await field.focus();
    await idle();
    for (const key of 'kwbe') {
      atMost(await workOf(() => tab.keyboard.press(key)), { layouts: 4, styles: 6 });
    }
  });

  it('makes as many nodes for an item as it did, and no more', async () => {
    const census = async (name) => {
      await open(name);
      return tab.evaluate(countNodes);
    };
    const [one, three] = [await census('1.nl.compiled'), await census('3.nl.compiled')];
    const each = Object.keys(one).map((kind) => [kind, (three[kind] - one[kind]) / (2 * ITEMS)]);
    atMost(Object.fromEntries(each), NODES);
  });

  it('shifts nothing while somebody scrolls through, and keeps its height', async () => {
    await open('10.nl.compiled');
    const { shift, before: from, after: to } = await tab.evaluate(scrollThrough);
    assert.ok(shift < 0.01, `shift ${shift}`);
    const change = Math.abs(to - from) / from;
    assert.ok(change < 0.08, `height from ${from} to ${to}`);
  });
});

/** Most nodes of an item, on average. */
const NODES = { elements: 16.9, texts: 15.5, comments: 0.1 };

// What runs in the page is sent as text: each holds all it needs.

/**
 * The first drawing waits a moment for what it needs (`PATIENCE` in src/elements): on a busy machine
 * too, what is counted is the work, and not how long the rest takes to come.
 */
function waitLong() {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (run, time, ...rest) =>
    setTimeout(run, time === 50 || time === 60 ? 5000 : time, ...rest);
}

/** Hears which elements change their language more than once. */
function watchLanguages() {
  const { document, MutationObserver } = globalThis;
  const seen = new Set();
  const twice = [];
  globalThis.languages = { twice };
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      if (seen.has(target)) twice.push(`${target.localName}.${target.className}`);
      seen.add(target);
    }
  });
  const observe = (root) => {
    observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) observe(shadowRoot);
  };
  observe(document);
}

function countNodes() {
  const { document } = globalThis;
  const found = { elements: 0, texts: 0, comments: 0 };
  const kinds = { 1: 'elements', 3: 'texts', 8: 'comments' };
  const count = (root) => {
    for (const node of root.childNodes) {
      if (kinds[node.nodeType]) found[kinds[node.nodeType]]++;
      if (node.shadowRoot) count(node.shadowRoot);
      count(node);
    }
  };
  count(document.body);
  return found;
}

async function scrollThrough() {
  const { document, innerHeight, PerformanceObserver, requestAnimationFrame, scrollTo } =
    globalThis;
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shift += value;
  }).observe({ type: 'layout-shift' });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const height = () => document.documentElement.scrollHeight;
  const before = height();
  for (let at = 0; at < height(); at += innerHeight * 0.8) {
    scrollTo(0, at);
    await frame();
    await frame();
  }
  return { shift, before, after: height() };
}
