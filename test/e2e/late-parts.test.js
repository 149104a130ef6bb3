/** What elements fetch after their first picture, where that does not come: said in its place, and fetched again. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import { launchBrowser } from '../support/browser.js';
import { html, newPage, partAddress, SCRIPT, serve } from './site.js';

const viewer = '<policy-viewer src="/policies/sample.json"></policy-viewer>';
const waiting = { timeout: 60_000 };
const NOTE = /This part could not be loaded/;

/** In the page: looks in shadow roots as well. */
const tools = () => {
  globalThis.allDeep = (selector, root = document) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? globalThis.allDeep(selector, element.shadowRoot) : []),
    ]);
  globalThis.notes = () =>
    globalThis.allDeep('[role=alert]').filter(({ textContent }) => textContent.trim());
};

describe('a part that comes late', () => {
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
  beforeEach(() => {
    for (const path of Object.keys(site.pages)) delete site.pages[path];
  });

  const loseParts = (...names) => {
    for (const name of names)
      site.pages[partAddress(name)] = {
        ...{ status: 404, body: '' },
        headers: { 'cache-control': 'no-store' },
      };
  };
  const find = (name) => delete site.pages[partAddress(name)];

  async function open(body, hash = '') {
    site.pages['/'] = html(body, { lang: 'en', head: SCRIPT });
    const { page } = await newPage(browser);
    await page.evaluateOnNewDocument(tools);
    await page.goto(`${site.address}/${hash}`);
    return page;
  }
  const noteIn = async (page) => {
    await page.waitForFunction(() => globalThis.notes().length === 1, waiting);
    return page.evaluate(() => globalThis.notes()[0].textContent.replace(/\s+/g, ' '));
  };
  const retry = (page) =>
    page.evaluate(() => globalThis.notes()[0].querySelector('button').click());
  const waitFor = (page, selector) =>
    page.waitForFunction((each) => globalThis.allDeep(each).length > 0, waiting, selector);
  const noNote = (page) => page.waitForFunction(() => globalThis.notes().length === 0, waiting);

  it('says so at the end of the viewer, and has the history again', async () => {
    loseParts('viewer-rest');
    const page = await open(viewer);
    assert.match(await noteIn(page), NOTE);
    // All the rest can be read.
    assert.ok(await page.evaluate(() => globalThis.allDeep('#rule-consent').length));
    find('viewer-rest');
    await retry(page);
    await waitFor(page, '.adoption, .history');
    await noNote(page);
    await page.close();
  });

  it('says so in place of why an item is not there, and then says why', async () => {
    loseParts('missing-note');
    const page = await open(viewer, '#social-media/nowhere');
    assert.match(await noteIn(page), NOTE);
    find('missing-note');
    await retry(page);
    await page.waitForFunction(
      () => globalThis.allDeep('.note').some(({ textContent }) => /nowhere/.test(textContent)),
      waiting,
    );
    await noNote(page);
    await page.close();
  });

  const PRESS = '[href="#social-media/rule-consent"], [href="#social-media/rules"]';
  const press = (page) =>
    page.evaluate((selector) => globalThis.allDeep(selector)[0].click(), PRESS);
  const arrived = (page) =>
    page.waitForFunction(() => {
      const { hash } = location;
      const [item] = globalThis.allDeep(`[id="${hash.split('/')[1]}"]`);
      return hash && item?.matches(':focus-within, :focus');
    }, waiting);

  it('follows a link that was pressed before what follows it is there', async () => {
    let goOn;
    const held = new Promise((resolve) => (goOn = resolve));
    const address = partAddress('element-rest');
    site.pages[address] = { held, body: readFileSync(`dist/${address.split('/').at(-1)}`) };
    const page = await open(viewer);
    await waitFor(page, PRESS);
    await press(page);
    assert.equal(await page.evaluate(() => location.hash), '');
    goOn();
    await arrived(page);
    await page.close();
  });

  it('says so where a link was pressed that nothing can follow, and then follows it', async () => {
    loseParts('element-rest');
    const page = await open(viewer);
    await waitFor(page, PRESS);
    assert.equal(await page.evaluate(() => globalThis.notes().length), 0);
    await press(page);
    assert.match(await noteIn(page), NOTE);
    find('element-rest');
    await retry(page);
    await noNote(page);
    await arrived(page);
    await page.close();
  });

  it('says so where neither the policy comes nor what tells why, and then shows it', async () => {
    loseParts('element-rest');
    const policy = '/policies/sample.json';
    site.pages[policy] = { status: 503, body: '', headers: { 'cache-control': 'no-store' } };
    const page = await open(viewer);
    assert.match(await noteIn(page), NOTE);
    find('element-rest');
    await retry(page);
    // Now it is known why.
    await page.waitForFunction(
      () => /server cannot be reached/.test(globalThis.notes()[0]?.textContent),
      waiting,
    );
    delete site.pages[policy];
    await retry(page);
    await waitFor(page, '#rule-consent');
    await noNote(page);
    await page.close();
  });

  it('shows what is sound of a policy with a fault, and says so', async () => {
    loseParts('element-rest');
    const policy = JSON.parse(readFileSync('stories/policies/sample.json', 'utf8'));
    policy.sections.find(({ id }) => id === 'rules').items[0].title = 7;
    site.pages['/policies/faulty.json'] = { body: JSON.stringify(policy), type: 'json' };
    const page = await open(viewer.replace('sample', 'faulty'));
    await waitFor(page, '#rule-consent');
    assert.match(await noteIn(page), NOTE);
    find('element-rest');
    await retry(page);
    await waitFor(page, '.gap');
    await noNote(page);
    await page.close();
  });

  it('goes to an item without what places it exactly', async () => {
    loseParts('item-place');
    const page = await open(viewer, '#social-media/rule-consent');
    await page.waitForFunction(() => {
      const [item] = globalThis.allDeep('#rule-consent');
      const box = item?.getBoundingClientRect();
      return box && box.height > 0 && box.top < innerHeight && box.bottom > 0;
    }, waiting);
    assert.deepEqual(await page.evaluate(() => globalThis.notes().length), 0);
    await page.close();
  });

  for (const tag of ['policy-notice', 'policy-tip']) {
    it(`says so in the place of ${tag}, and draws it then`, async () => {
      loseParts('nudges');
      const endpoint = tag === 'policy-notice' ? 'endpoint="/records"' : '';
      const page = await open(`<${tag} src="/policies/sample.json" ${endpoint}></${tag}>`);
      assert.match(await noteIn(page), NOTE);
      find('nudges');
      await retry(page);
      await waitFor(page, tag === 'policy-tip' ? '[part=tip]' : '[part=notice]');
      await noNote(page);
      await page.close();
    });
  }

  it('says so in the search, and finds by the question that was typed', async () => {
    loseParts('search-en');
    const page = await open(viewer);
    await waitFor(page, 'input[role=combobox]');
    await page.evaluate(() => globalThis.allDeep('input[role=combobox]')[0]?.focus());
    await page.keyboard.type('photo of a resident');
    const button = () =>
      globalThis.allDeep('button').find(({ textContent }) => textContent.trim() === 'Try again');
    await page.waitForFunction(button, waiting);
    find('search-en');
    await page.evaluate(`(${button})().click()`);
    await waitFor(page, '[role=option]');
    await page.close();
  });
});
