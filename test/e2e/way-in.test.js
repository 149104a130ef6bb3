/** By keyboard alone, and as readers set their browsers: the way in, and what makes a policy known. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ENGINE, launchBrowser } from '../support/browser.js';
import { html, newPage, SCRIPT, serve } from './site.js';

const source = 'src="/policies/sample.json" lang="en"';
const PAGE = `<policy-notice ${source} endpoint="/records" href="/"></policy-notice>
  <policy-tip ${source} every="week" href="/"></policy-tip>
  <policy-viewer ${source} endpoint="/records"></policy-viewer>
  <policy-quiz ${source} presenter links="none"></policy-quiz>`;
const waiting = { timeout: 60_000 };

/** In the page: what has the focus, in shadow roots as well, and what stands anywhere. */
const tools = () => {
  globalThis.allDeep = (selector, root = document) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? globalThis.allDeep(selector, element.shadowRoot) : []),
    ]);
  globalThis.focused = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  globalThis.wordsOf = (element) =>
    (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
};

describe('the way in', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve({ '/': html(PAGE, { lang: 'en', head: SCRIPT }) });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open({ width = 900, hash = '', features = [], touch = false } = {}) {
    const { page } = await newPage(browser);
    await page.setViewport({ width, height: 800, hasTouch: touch, isMobile: touch });
    await page.evaluateOnNewDocument(tools);
    if (features.length) {
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features });
    }
    await page.goto(`${site.address}/${hash}`);
    for (const part of ['.notice', '.tip', '.doors a', '.status-line a', '.presented'])
      await page.waitForFunction((each) => globalThis.allDeep(each).length, waiting, part);
    return page;
  }
  const focusOn = (page, selector) =>
    page.evaluate((each) => globalThis.allDeep(each)[0].focus(), selector);
  const words = (page) => page.evaluate(() => globalThis.wordsOf(globalThis.focused()));
  const inView = (page, selector) =>
    page.waitForFunction(
      (each) => {
        const box = globalThis.allDeep(each)[0]?.getBoundingClientRect();
        return box && box.height > 0 && box.top < innerHeight && box.bottom > 0;
      },
      waiting,
      selector,
    );

  it('is gone through by Tab in the order it is read, each stop visibly', async () => {
    const page = await open();
    const seen = [];
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press('Tab');
      seen.push(await words(page));
      const outlined = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(globalThis.focused());
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
      });
      assert.ok(outlined, `“${seen.at(-1)}” shows that it has the focus`);
    }
    const order = [
      ...['Read and confirm', 'Read it in the policy', 'English', 'Confirm'],
      ...['Who are you?', 'Somebody says something about us', 'May I post this?'],
      ...['Is this account ours?', 'Test yourself'],
    ];
    const places = order.map((each) => seen.findIndex((one) => one.startsWith(each)));
    assert.ok(
      places.every((place, at) => place > (places[at - 1] ?? -1)),
      JSON.stringify({ places, seen }),
    );
    await page.close();
  });

  it('leads by Enter on a door to its section, and on the status to the form', async () => {
    const page = await open();
    await focusOn(page, '.doors a[href$="quiz"]');
    await page.keyboard.press('Enter');
    await inView(page, 'policy-quiz');
    assert.match(new URL(page.url()).hash, /quiz$/);
    await focusOn(page, '.status-line a');
    await page.keyboard.press('Enter');
    await inView(page, 'policy-acknowledgement');
    await page.close();
  });

  /** A page on which Enter in the search has led to an answer. */
  const askedByEnter = async () => {
    const page = await open();
    await focusOn(page, '#query');
    await page.keyboard.type('journalist sends me a message');
    await page.waitForFunction(() => globalThis.allDeep('[role=option]').length, waiting);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.focused()?.localName === 'summary', waiting);
    return page;
  };

  it('leads by Enter from the search to an answer, and leaves it open', async () => {
    const page = await askedByEnter();
    // The whole of the press is over.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    assert.ok(await page.evaluate(() => globalThis.focused().parentElement.open));
    await page.close();
  });

  it('gives the focus back to the search where somebody goes back by the browser', async () => {
    const page = await askedByEnter();
    await page.goBack();
    await page.waitForFunction(() => globalThis.focused().id === 'query', waiting);
    await page.close();
  });

  it('brings the search to the top of a phone, whose keyboard covers the rest', async () => {
    const page = await open({ width: 360, touch: true });
    const place = () => globalThis.allDeep('#query')[0].getBoundingClientRect().top;
    assert.ok((await page.evaluate(place)) > 200);
    await focusOn(page, '#query');
    await page.waitForFunction(
      () => Math.abs(globalThis.allDeep('#query')[0].getBoundingClientRect().top) < 40,
      waiting,
    );
    await page.close();
  });

  it('brings into sight who one may be, which opens below the window of a phone', async () => {
    const page = await open({ width: 360, touch: true });
    await page.evaluate(() => {
      const [button] = globalThis.allDeep('.who summary');
      scrollBy({ top: button.getBoundingClientRect().bottom - innerHeight, behavior: 'instant' });
      button.click();
    });
    await page.waitForFunction(
      () => {
        const [list] = globalThis.allDeep('.who fieldset');
        const { top, bottom, height } = list.getBoundingClientRect();
        return height > 0 && top >= -1 && bottom <= innerHeight + 1;
      },
      { timeout: 20_000 },
    );
    await page.close();
  });

  it('judges an account by Enter, and stays on the page', async () => {
    const page = await open({ hash: '#social-media/profiles' });
    await page.waitForFunction(() => globalThis.allDeep('#account').length, waiting);
    await focusOn(page, '#account');
    await page.keyboard.type('https://example.org/nobody');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.allDeep('.verdict').length, waiting);
    assert.equal(new URL(page.url()).search, '');
    assert.equal(await page.evaluate(() => globalThis.focused().id), 'account');
    await page.keyboard.press('Tab');
    assert.equal(await words(page), 'Check');
    await page.close();
  });

  it('closes by Escape what hangs open, and gives the focus back', async () => {
    const page = await open();
    await focusOn(page, '.who summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    assert.equal(await words(page), 'Who are you?');
    assert.equal(await page.evaluate(() => globalThis.allDeep('.who')[0].open), false);
    await focusOn(page, 'input[role=combobox]');
    await page.keyboard.type('photo');
    await page.waitForFunction(() => globalThis.allDeep('[role=option]').length, waiting);
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      () => globalThis.focused().getAttribute('aria-expanded') === 'false',
      waiting,
    );
    await page.close();
  });

  const fits = (page) =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );

  it('needs no scrolling sideways at 320 px, nor with letters of 200 %', async () => {
    const narrow = await open({ width: 320 });
    assert.equal(await fits(narrow), 0);
    await narrow.close();
    const large = await open({ width: 640 });
    await large.evaluate(() => document.body.style.setProperty('--policy-font-size', '32px'));
    assert.equal(await fits(large), 0);
    await large.close();
  });

  // The protocol of Chromium sets these; other engines are looked at by hand.
  const chromium = { skip: ENGINE !== 'chromium' };

  it('has edges in forced colours', chromium, async () => {
    const page = await open({ features: [{ name: 'forced-colors', value: 'active' }] });
    const bare = await page.evaluate(() =>
      globalThis
        .allDeep('.doors a, .dock button, .play, .notice')
        .filter((element) => getComputedStyle(element).borderTopStyle === 'none')
        .map((element) => element.className || element.textContent),
    );
    assert.deepEqual(bare, []);
    await page.close();
  });

  it('moves nothing for who wants no motion', chromium, async () => {
    const page = await open({ features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    const moving = await page.evaluate(() =>
      globalThis
        .allDeep('.frame *')
        .map((element) => getComputedStyle(element))
        .filter(
          ({ transitionDuration, animationName }) =>
            /[1-9]/.test(transitionDuration) || animationName !== 'none',
        )
        .map(({ transitionProperty }) => transitionProperty),
    );
    assert.deepEqual(moving, []);
    await page.close();
  });
});
