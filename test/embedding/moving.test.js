/** Moved about: made, filled, put in, taken out, copied and thrown away, in any order. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser } from '../support/browser.js';
import { html, newPage, SCRIPT, serve } from './site.js';

const FEW = 30;
const MANY = 1000;

describe('an element that is moved about', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve({
      '/': html('<main></main>', { head: SCRIPT }),
      '/bare': html('<main></main>'),
    });
    browser = await launchBrowser({ args: ['--js-flags=--expose-gc'] });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const ready = (page) => page.waitForFunction(() => customElements.get('policy-viewer'));

  async function open(path = '/') {
    const opened = await newPage(browser);
    await opened.page.evaluateOnNewDocument(tools);
    await opened.page.goto(site.address + path, { waitUntil: 'networkidle0' });
    return opened;
  }

  it('keeps properties that were set before its script came', async () => {
    const { page, complaints } = await open('/bare');
    await page.evaluate(async () => {
      const viewer = document.createElement('policy-viewer');
      const policy = await (await fetch('/policies/small.json')).json();
      Object.assign(viewer, { policy, lang: 'fr', headingLevel: 4, hide: 'print', audience: '' });
      document.querySelector('main').append(viewer);
    });
    await page.addScriptTag({ type: 'module', url: '/assets/policy-elements.js' });
    await page.waitForFunction(() => globalThis.inViewer('.frame[lang=fr] h4.title'));
    assert.equal(await page.evaluate(() => Boolean(globalThis.inViewer('.print'))), false);
    assert.equal(
      await page.evaluate(() => Object.hasOwn(document.querySelector('policy-viewer'), 'policy')),
      false,
    );
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('looks the same in whatever order it is told what to show', async () => {
    const { page, complaints } = await open();
    await ready(page);
    const drawings = await page.evaluate(drawInEveryOrder);
    assert.equal(drawings.length, 24 * 3);
    assert.deepEqual([...new Set(drawings)].length, 1);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('may be taken out at once, put elsewhere, adopted and copied', async () => {
    const { page, complaints } = await open();
    await ready(page);
    const texts = await page.evaluate(moveAbout);
    assert.deepEqual([...new Set(texts)].length, 1, texts.join('\n'));
    assert.ok(texts[0].length > 200);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  for (const how of ['src', 'policy']) {
    it(`leaves nothing behind after ${MANY} mounts (${how})`, { timeout: 300_000 }, async () => {
      const { page, complaints } = await open();
      await ready(page);
      const client = await page.createCDPSession();
      await client.send('Performance.enable');
      const measure = async () => {
        await client.send('HeapProfiler.collectGarbage');
        await client.send('HeapProfiler.collectGarbage');
        const { metrics } = await client.send('Performance.getMetrics');
        return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
      };
      await page.evaluate(mountAndUnmount, FEW, how);
      const before = await measure();
      const observers = await page.evaluate(mountAndUnmount, MANY, how);
      let after = await measure();
      const grown = (name) => after[name] - before[name];
      // What waits for an idle moment holds on to its element until then.
      for (let turn = 0; turn < 30 && grown('Nodes') >= 100; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        after = await measure();
      }
      assert.equal(observers, 0, 'observers that still observe');
      assert.ok(grown('Nodes') < 100, `${grown('Nodes')} nodes more`);
      assert.ok(grown('JSEventListeners') < 10, `${grown('JSEventListeners')} listeners more`);
      assert.ok(grown('JSHeapUsedSize') < 1_500_000, `${grown('JSHeapUsedSize')} bytes more`);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }
});

/* In the page, before all else. */
function tools() {
  globalThis.inViewer = (selector) =>
    document.querySelector('policy-viewer')?.shadowRoot?.querySelector(selector);
  const observing = (globalThis.observing = new Set());
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const { observe, disconnect } = globalThis[name].prototype;
    Object.assign(globalThis[name].prototype, {
      observe(...args) {
        observing.add(this);
        return observe.apply(this, args);
      },
      disconnect() {
        observing.delete(this);
        return disconnect.apply(this);
      },
    });
  }
  globalThis.textOf = (node) => {
    if (node instanceof Text) return node.data;
    if (node.localName === 'style') return '';
    return [...(node.shadowRoot ?? node).childNodes]
      .map(globalThis.textOf)
      .join(' ')
      .replace(/\s+/g, ' ');
  };
  globalThis.drawn = async (viewer) => {
    for (let turn = 0; turn < 400; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const parts = [...(viewer.shadowRoot?.querySelectorAll('.part') ?? [])];
      // Some elements come later than the rest, once for the page.
      const late = viewer.shadowRoot?.querySelector(':not(:defined)');
      const drawn = [...parts, viewer.shadowRoot?.querySelector('policy-search') ?? []].flat();
      if (
        !late &&
        parts.length &&
        drawn.every((part) => part.shadowRoot?.querySelector('.content'))
      )
        return;
    }
    throw new Error('not drawn');
  };
}

/* In the page: four attributes, in each order, before, after and around putting it in. */
async function drawInEveryOrder() {
  const attributes = [
    ['src', '/policies/small.json'],
    ['lang', 'fr'],
    ['heading-level', '3'],
    ['hide', 'print search'],
  ];
  const orders = (list) =>
    list.length < 2
      ? [list]
      : list.flatMap((each) =>
          orders(list.filter((other) => other !== each)).map((rest) => [each, ...rest]),
        );
  const drawings = [];
  for (const order of orders(attributes)) {
    for (const at of [0, 2, 4]) {
      const viewer = document.createElement('policy-viewer');
      for (const [index, [name, value]] of order.entries()) {
        if (index === at) document.querySelector('main').append(viewer);
        viewer.setAttribute(name, value);
        if (index === 1) await Promise.resolve();
      }
      if (at === 4) document.querySelector('main').append(viewer);
      await globalThis.drawn(viewer);
      while (!viewer.shadowRoot.querySelector('.frame[lang=fr] h3.title'))
        await new Promise((resolve) => setTimeout(resolve, 5));
      await globalThis.drawn(viewer);
      drawings.push(globalThis.textOf(viewer));
      viewer.remove();
    }
  }
  return drawings;
}

/* In the page: what a single-page host does with an element. */
async function moveAbout() {
  const main = document.querySelector('main');
  const texts = [];
  const settle = async (viewer) => {
    await globalThis.drawn(viewer);
    texts.push(globalThis.textOf(viewer));
  };
  main.innerHTML = '<policy-viewer src="/policies/small.json" lang="nl"></policy-viewer>';
  const viewer = main.firstChild;
  viewer.remove();
  main.append(viewer);
  viewer.remove();
  await new Promise((resolve) => setTimeout(resolve, 30));
  main.append(viewer);
  await settle(viewer);
  const other = document.body.appendChild(document.createElement('section'));
  other.append(viewer);
  await settle(viewer);
  const shadow = other.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  shadow.append(viewer);
  await settle(viewer);
  for (const deep of [false, true]) {
    const copy = viewer.cloneNode(deep);
    main.append(copy);
    await settle(copy);
    copy.remove();
  }
  const imported = document.importNode(viewer, true);
  main.append(imported);
  await settle(imported);
  const elsewhere = document.implementation.createHTMLDocument('elsewhere');
  elsewhere.body.append(viewer);
  main.append(viewer);
  await settle(viewer);
  viewer.src = '/policies/sample.json';
  viewer.src = '/policies/small.json';
  await settle(viewer);
  main.replaceChildren();
  other.remove();
  return texts;
}

/* In the page: as a host that goes from page to page; returns the observers it left. */
async function mountAndUnmount(times, how) {
  const main = document.querySelector('main');
  globalThis.policy ??= await (await fetch('/policies/small.json')).json();
  // The ready-made file looks for elements that come later as long as some have not.
  const before = globalThis.observing.size;
  for (let turn = 0; turn < times; turn++) {
    const viewer = document.createElement('policy-viewer');
    viewer.lang = turn % 2 ? 'fr' : 'nl';
    if (how === 'src') viewer.src = '/policies/small.json';
    else viewer.policy = globalThis.policy;
    main.append(viewer);
    // Some go before they were drawn.
    if (turn % 10 === 0) await Promise.resolve();
    else await new Promise((resolve) => setTimeout(resolve));
    if (turn % 25 === 1) await globalThis.drawn(viewer);
    viewer.remove();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  return globalThis.observing.size - before;
}
