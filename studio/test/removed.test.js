/** What was removed is named where it is seen, and comes back with one press. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { looks } from './look.js';
import {
  byText,
  open,
  press,
  sample,
  saved,
  startBrowser,
  startServer,
  writeAtEnd,
} from './support.js';

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer([sample]), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const openAt = (path, lang = 'en') =>
  open(browser, server.address, `p/social-media/${path}`, { lang });
const go = async (page, path) => {
  await page.goto(`${server.address}/studio/p/social-media/${path}`);
  await page.waitForSelector('main h1');
};
const closed = async (page) => {
  assert.deepEqual(page.problems, []);
  await page.close();
};
const draft = async () => (await server.drafts.read('social-media')).draft;

describe('a section that is removed', () => {
  it('leaves one where one was, is told, and comes back with one press', async () => {
    const page = await openAt('write');
    const before = await page.$$eval('.contents ol a', (all) => all.map((each) => each.innerText));
    const [, second, third] = sample.sections;
    await go(page, `write/${second.id}`);
    await page.click('.section-head [aria-label^="Remove"]');
    await page.waitForFunction((id) => location.pathname.endsWith(id), {}, third.id);
    await byText(page, '[role="status"] .notice', 'is removed');
    await saved(page);
    await byText(page, '[role="status"] .notice', 'is removed');
    await looks(page, 'removed');
    await press(page, '[data-undo]', 'Put it back');
    await page.waitForFunction(
      (count) => document.querySelectorAll('.contents ol a').length === count,
      {},
      before.length,
    );
    assert.equal(await page.$('[role="status"] .notice'), null);
    const now = await page.$$eval('.contents ol a', (all) => all.map((each) => each.innerText));
    assert.deepEqual(now, before);
    await saved(page);
    // What is written afterwards would be undone first: nothing is offered then.
    await go(page, `write/${second.id}`);
    await page.click('.section-head [aria-label^="Remove"]');
    await byText(page, '[role="status"] .notice', 'is removed');
    await go(page, 'write/purpose');
    await writeAtEnd(page, ' Nog iets.');
    assert.equal(await page.$('[role="status"] .notice'), null);
    await closed(page);
  });
});

describe('somebody who is removed under People', () => {
  it('is told, and comes back with one press', async () => {
    const page = await openAt('people', 'nl');
    const [list, notice] = ['[data-list="contacts"]', '[role="status"] .notice'];
    const names = () =>
      page.$$eval(`${list} .thing-title`, (all) => all.map((each) => each.innerText));
    const before = await names();
    const placeOf = (css) => page.$eval(css, (each) => each.getBoundingClientRect().toJSON());
    const { top } = await placeOf(`${list} .things`);
    await page.click(`${list} .thing:nth-child(2) [aria-label$="verwijderen"]`);
    await byText(page, `${list} ${notice}`, 'is verwijderd');
    assert.equal(await page.$$eval(notice, (all) => all.length), 1);
    assert.equal((await names()).length, before.length - 1);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'h2');
    // In sight wherever one is, and nothing has moved under the mouse.
    assert.ok((await placeOf(`${list} ${notice}`)).bottom <= 900);
    assert.equal((await placeOf(`${list} .things`)).top, top);
    await looks(page, 'removed-person');
    await press(page, `${list} [data-undo]`, 'Terugzetten');
    await page.waitForFunction(
      (css, count) => document.querySelectorAll(css).length === count,
      {},
      `${list} .thing`,
      before.length,
    );
    assert.deepEqual(await names(), before);
    assert.equal(await page.$(`${list} ${notice}`), null);
    await saved(page);
    await closed(page);
  });
});

describe('what people confirm', () => {
  it('comes back with one press, where no confirmation was asked for any more', async () => {
    const page = await openAt('confirmation');
    const before = (await draft()).acknowledgement;
    await press(page, '.page > p .button', 'Ask for no confirmation');
    await saved(page);
    assert.equal((await draft()).acknowledgement, undefined);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
    await press(page, '[data-undo]', 'Put it back');
    await saved(page);
    assert.deepEqual((await draft()).acknowledgement, before);
    await page.waitForSelector('.thing-form');
    await closed(page);
  });
});
