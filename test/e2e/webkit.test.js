/**
 * Pages of others in WebKit, which is driven by WebDriver: no page can be intercepted or drawn
 * there, so what is seen is what the page itself and the server see. Run by `npm run test:browsers`.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { renderPage } from '../../dist/static.js';
import { dangers, inPlaces, inTexts, payloads } from './attacks.js';
import { journey } from './journey.js';
import {
  countListeners,
  countNodes,
  countObservers,
  drawInEveryOrder,
  keptEarly,
  MANY,
  mountManyTimes,
  moveAbout,
  setEarly,
  tools,
} from './moving.js';
import {
  addComponent,
  addLate,
  componentDrawn,
  holdUntilAsked,
  lateDrawn,
  pagesOfOneFile,
  sameBase,
  scriptsOf,
  whole,
} from './one-file.js';
import { allDrawn, hostSays, inFrench, pagesWithOthers, speakFrench, version } from './others.js';
import { stands } from './rendered.js';
import { html, partAddress, root, SCRIPT, serve } from './site.js';
import { moved, watch } from './watching.js';
import { STRICT } from '../package/page.js';
import { openWindow } from '../support/webdriver.js';

const { WEBDRIVER_PORT, ENGINE_PATH } = process.env;
const sample = JSON.parse(await readFile(join(root, 'stories/policies/sample.json'), 'utf8'));

/* In the page, before all else. */
function listen() {
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    globalThis.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  globalThis.complaints = [];
  const note = (...parts) => globalThis.complaints.push(parts.join(' '));
  console.error = console.warn = note;
  addEventListener('error', ({ message }) => note(message));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
}

/* In the page: until the element has drawn itself, some frames ago. */
const drawn = `async () => {
  const stands = ${stands};
  while (stands('policy-viewer')) await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
}`;

/* In the page: what an earlier test left in this browser goes, as each has the same window. */
async function forget() {
  sessionStorage.clear();
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((resolve) => {
      const asked = indexedDB.deleteDatabase(name);
      asked.onsuccess = asked.onerror = asked.onblocked = resolve;
    });
  }
}

/* What an attack would call is counted. */
const COUNT = `globalThis.count = 0; for (const name of ['ran', 'alert', 'prompt', 'confirm', 'print', 'open']) globalThis[name] = () => globalThis.count++;`;
const WATCH = '<script src="/watch.js"></script>';
const MOVING = '<script src="/moving.js"></script>';
const LISTEN = '<script src="/listen.js"></script>';
const ALLOWED =
  /^GET \/(\w*|favicon\.ico|watch\.js|still|assets\/policy-elements[\w.-]*\.js|[\w/-]+\.json)$|^(POST|GET) \/records$/;

describe('in WebKit', () => {
  let site;
  let page;
  before(async () => {
    const csp = `${STRICT}; report-uri /reports`;
    const still = await renderPage(sample, {
      lang: 'nl',
      script: '/assets/policy-elements.js',
      src: '/policies/sample.json',
      attributes: { endpoint: '/records' },
    });
    const viewer =
      '<policy-viewer src="/policies/sample.json" endpoint="/records"></policy-viewer>';
    site = await serve({
      '/': {
        body: html(viewer, { head: WATCH + SCRIPT }),
        headers: { 'content-security-policy': csp },
      },
      '/still': {
        body: still.html.replace('<head>', `<head>${WATCH}`),
        headers: { 'content-security-policy': still.csp },
      },
      ...(await pagesWithOthers(LISTEN)),
      ...pagesOfOneFile(LISTEN),
      '/moving': html('<main></main>', { head: LISTEN + MOVING + SCRIPT }),
      '/bare': html('<main></main>', { head: LISTEN + MOVING }),
      '/moving.js': [tools, countObservers, countNodes, countListeners]
        .map((each) => `(${each})();`)
        .join(''),
      '/listen.js': `(${listen})();`,
      '/watch.js': `(${listen})();(${watch})('policy-viewer', '[part=title]');`,
    });
    page = await openWindow({
      port: WEBDRIVER_PORT,
      capabilities: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: ENGINE_PATH, args: ['--automation'] },
      },
    });
  });
  beforeEach(async () => {
    await page.goto(`${site.address}/bare`);
    await page.evaluate(forget);
  });
  after(async () => {
    await page?.close();
    await site?.close();
  });

  /** The whole way of a reader; nothing the page forbids, and no request of our own. */
  async function travel(path) {
    site.requests.length = site.records.length = site.reports.length = 0;
    await page.goto(site.address + path);
    await page.evaluate(drawn);
    const seen = await page.evaluate(journey);
    assert.equal(seen.french, sample.title.fr);
    for (const [step, text] of Object.entries(seen)) assert.ok(text, step);
    assert.deepEqual(
      site.records.map(({ policy }) => policy),
      [sample.id],
    );
    const told = () => [globalThis.violations, globalThis.complaints];
    assert.deepEqual([...(await page.evaluate(told)), site.reports], [[], [], []]);
    assert.deepEqual(
      site.requests.filter((each) => !ALLOWED.test(each)),
      [],
    );
  }

  it('the strictest page is read, searched and confirmed', () => travel('/'));

  it('a page rendered on a server is used as any other', () => travel('/still'));

  it('a page rendered on a server is taken over in one frame', async () => {
    await page.goto(`${site.address}/still`);
    await page.evaluate(drawn);
    const { others, blank } = await page.evaluate(() => globalThis.watched);
    assert.equal(blank, 0);
    assert.ok(moved(others) < 2, `heights ${[...new Set(others)]}`);
  });

  for (const [where, poison] of Object.entries({
    texts: inTexts,
    'addresses and codes': inPlaces,
  })) {
    it(`a hostile policy runs nothing, in ${where}`, async () => {
      const all = await payloads();
      let at = 0;
      const next = () => all[at++ % all.length];
      while (at < all.length) {
        const policy = poison(next);
        const attack = await renderPage(policy, {
          lang: 'nl',
          script: '/assets/policy-elements.all.js',
        });
        // Without any rules of its own: whatever could run would.
        site.pages['/attack'] = attack.html.replace('<head>', `<head><script>${COUNT}</script>`);
        await page.goto(`${site.address}/attack`);
        await page.evaluate(drawn);
        assert.deepEqual(
          (await page.evaluate(dangers)).filter((each) => !each.includes(COUNT.slice(0, 20))),
          [],
        );
        assert.deepEqual(await page.evaluate(() => [globalThis.count, 'polluted' in {}]), [
          0,
          false,
        ]);
      }
    });
  }

  const complaints = () => page.evaluate(() => globalThis.complaints);

  /** Opens a page and waits until what is to be on it is drawn. */
  async function visit(path, selector = 'policy-viewer') {
    await page.goto(site.address + path);
    await page.waitForFunction(allDrawn, selector);
  }

  /** What this page asked for, also where the browser had it. */
  const asked = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

  it('the same script twice is silent', async () => {
    await visit('/twice');
    assert.deepEqual(await complaints(), []);
  });

  it('of two versions the first stays, and the console says so once', async () => {
    await visit('/versions');
    await page.waitForFunction(() => globalThis.complaints.length);
    const [first, ...others] = await complaints();
    assert.ok(first.includes(version) && first.includes('9.9.9'), first);
    assert.deepEqual(others, []);
  });

  it('one class may have several tags', async () => {
    await visit('/tags', 'house-faq, house-questions, own-faq');
    assert.deepEqual(await complaints(), []);
  });

  for (const [path, what] of [
    ['/lit', 'the same Lit, and @lit/localize'],
    ['/lit-first', 'Lit 2'],
  ]) {
    it(`a host may use ${what}`, async () => {
      await visit(path);
      const { card, greeting } = await page.evaluate(hostSays);
      assert.match(card, /Host one/);
      if (path === '/lit') assert.equal(greeting, 'Dag');
      await page.evaluate(speakFrench);
      await page.waitForFunction(inFrench);
      assert.deepEqual(await complaints(), []);
    });
  }

  it('an element may stand in a registry of its own', async (test) => {
    await visit('/scoped');
    await page.waitForFunction(() => globalThis.scoped);
    if (await page.evaluate(() => globalThis.scoped === 'none')) {
      return test.skip('this browser has no scoped registries');
    }
    await page.waitForFunction(() => globalThis.scoped.shadowRoot?.querySelector('details'));
    assert.deepEqual(await complaints(), []);
  });

  it('an element keeps properties that were set before its script came', async () => {
    await page.goto(`${site.address}/bare`);
    await page.evaluate(setEarly);
    await page.evaluate(() => void import('/assets/policy-elements.js'));
    await page.waitForFunction(() => globalThis.inViewer('.frame[lang=fr] h4.title'));
    assert.deepEqual(await page.evaluate(keptEarly), { drawn: true, print: false, own: false });
    assert.deepEqual(await complaints(), []);
  });

  it('an element looks the same in whatever order it is told what to show', async () => {
    await visit('/moving');
    const drawings = await page.evaluate(drawInEveryOrder);
    assert.equal(drawings.length, 24 * 3);
    assert.equal(new Set(drawings).size, 1);
    assert.deepEqual(await complaints(), []);
  });

  it('an element may be taken out at once, put elsewhere, adopted and copied', async () => {
    await visit('/moving');
    const texts = await page.evaluate(moveAbout);
    assert.equal(new Set(texts).size, 1, texts.join('\n'));
    assert.ok(texts[0].length > 200);
    assert.deepEqual(await complaints(), []);
  });

  for (const how of ['src', 'policy']) {
    it(`an element leaves nothing behind after ${MANY} mounts (${how})`, async () => {
      await visit('/moving');
      const { few, many, observers } = await mountManyTimes(page, how);
      assert.equal(observers, 0, 'observers that still observe');
      assert.deepEqual(many.nodes, [0, 0], 'nodes that were not let go of');
      assert.ok(many.listeners < few.listeners + 10, `${many.listeners} listeners`);
      assert.deepEqual(await complaints(), []);
    });
  }

  it('the ready-made file waits for the policy no longer than for what reads it', async () => {
    await holdUntilAsked(site, [partAddress('parser'), '/policies/sample.json']);
    // Under a name of its own: what an earlier page has fetched would not be asked for.
    await page.goto(`${site.address.replace('127.0.0.1', 'localhost')}/whole`);
    await page.waitForFunction(whole);
    assert.ok(scriptsOf(await asked()).includes('parser'));
  });

  it('the ready-made file fetches nothing that a compiled policy does not need', async () => {
    await page.goto(`${site.address}/compiled`);
    await page.waitForFunction(whole);
    await page.evaluate(drawn);
    assert.deepEqual(scriptsOf(await asked()), [
      '',
      'directory-sections',
      'element-rest',
      'nl',
      'platforms',
      'search-field',
      'viewer-rest',
    ]);
    // Another language comes when the reader is about to choose it.
    const fetched = (path) =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith(path));
    assert.ok(!(await page.evaluate(fetched, '/a.fr.compiled.json')));
    await page.evaluate(() =>
      document
        .querySelector('policy-viewer')
        .shadowRoot.querySelector('[part=languages] [lang=fr]')
        .dispatchEvent(new PointerEvent('pointerenter')),
    );
    await page.waitForFunction(fetched, '/a.fr.compiled.json');
    assert.deepEqual(await complaints(), []);
  });

  it('the ready-made file sees what stands within components of the page', async () => {
    await page.goto(`${site.address}/compiled`);
    await page.waitForFunction(whole);
    for (const early of [true, false]) {
      await page.evaluate(addComponent, early);
      await page.waitForFunction(componentDrawn, early);
    }
  });

  it('the ready-made file is there once where a page asks for it by version', async () => {
    await page.goto(`${site.address}/versioned`);
    await page.waitForFunction(whole);
    await page.waitForFunction(() => customElements.get('policy-quiz'));
    await page.evaluate(addLate);
    await page.waitForFunction(lateDrawn);
    assert.ok(await page.evaluate(sameBase), 'the elements have the same base');
    const names = (await asked()).map((each) => each.split('?')[0]);
    assert.equal(scriptsOf(names).filter((name) => name === '').length, 1);
    assert.deepEqual(await complaints(), []);
  });
});
