/** What a person does with fields, at a person's pace, in a browser. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { open, press, sample, saved, startBrowser, startServer } from './support.js';

let server;
let browser;
let page;
before(async () => {
  const dutch = { ...sample, id: 'dutch', languages: ['nl'] };
  const gap = { ...structuredClone(sample), id: 'gap' };
  delete gap.sections[0].title.fr;
  delete gap.acknowledgement.covers;
  const policies = [sample, dutch, gap];
  [server, browser] = await Promise.all([startServer(policies), startBrowser()]);
});
afterEach(async () => {
  assert.deepEqual(page?.problems ?? [], []);
  await page?.close();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const draft = async () => (await server.drafts.read('social-media')).draft;
const openAt = async (path, policy = 'social-media') =>
  (page = await open(browser, server.address, `p/${policy}/${path}`));
/** As a save, or somebody else's words, would. */
const drawAgain = (screen) =>
  page.$eval(screen, async (element) => {
    element.requestUpdate();
    await element.updateComplete;
  });

describe('a field that is kept when it is left', () => {
  for (const [field, text, kept] of [
    ['email', 'dpo@voorbeeld.be', 'dpo@voorbeeld.be'],
    ['url', 'voorbeeld.be/dpo', 'https://voorbeeld.be/dpo'],
  ]) {
    it(`keeps what is typed into it while all is drawn anew: ${field}`, async () => {
      await openAt('people');
      const [{ id }] = (await draft()).contacts;
      await press(page, `[data-thing="${id}"] .thing-title`, '');
      const selector = `[data-thing="${id}"] [data-field="${field}"]`;
      // What is opened has the focus at last, in its first field.
      await page.waitForFunction(() => document.activeElement.closest('.thing-form'));
      await page.$eval(selector, (input) => input.select());
      for (const letter of text) {
        await page.keyboard.type(letter);
        await drawAgain('studio-details');
      }
      assert.equal(await page.$eval(selector, (input) => input.value), text);
      await page.keyboard.press('Tab');
      await saved(page);
      assert.equal((await draft()).contacts[0][field], kept);
      assert.equal(await page.$eval(selector, (input) => input.value), kept);
    });
  }
});

describe('an item that is open', () => {
  it('keeps its fields when it is moved, and the keys to undo and redo go on working', async () => {
    await openAt('write/rules');
    const ids = async () =>
      (await draft()).sections.find(({ id }) => id === 'rules').items.map(({ id }) => id);
    const before = await ids();
    const row = `[data-thing="${before[0]}"]`;
    await press(page, `${row} .thing-title`, '');
    const text = `${row} rich-text[data-field="body"] .ProseMirror`;
    await page.waitForSelector(text);
    const words = await page.$eval(text, (element) => element.textContent);
    await page.click(`${row} [data-move="1"]`);
    await saved(page);
    assert.deepEqual((await ids()).slice(0, 2), [before[1], before[0]]);
    await page.waitForFunction(
      (selector, words) => document.querySelector(selector)?.textContent === words,
      {},
      text,
      words,
    );
    const order = (first) =>
      page.waitForFunction(
        (first) => document.querySelector('.things [data-thing]').dataset.thing === first,
        {},
        first,
      );
    const held = () => page.waitForFunction(() => document.activeElement !== document.body);
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await order(before[0]);
    await held();
    await page.keyboard.press('y');
    await order(before[1]);
    await held();
    await page.keyboard.press('z');
    await order(before[0]);
    await page.keyboard.up('Control');
    await page.waitForSelector(text);
    await saved(page);
    assert.deepEqual(await ids(), before);
  });
});

describe('the languages of a policy', () => {
  it('are ticked where they are chosen, and nowhere else', async () => {
    await openAt('basics', 'dutch');
    const ticks = () =>
      page.$$eval('.checks input', (boxes) =>
        boxes.map((box) => [box.closest('label').textContent.trim(), box.checked]),
      );
    const start = await ticks();
    const at = start.findIndex(([name]) => name === 'French');
    assert.ok(at >= 0, `of ${start}`);
    const boxes = await page.$$('.checks input');
    for (const on of [true, false]) {
      await boxes[at].click();
      const wanted = start.map(([name, checked], place) => [name, place === at ? on : checked]);
      await drawAgain('studio-details');
      assert.deepEqual(await ticks(), wanted);
      assert.ok(await boxes[at].evaluate((box) => box === document.activeElement));
    }
    await saved(page);
  });
});

describe('what people confirm', () => {
  it('says what holds where nothing is chosen, and asks again after months, not minutes', async () => {
    // It says nothing of what is covered.
    await openAt('confirmation', 'gap');
    await page.waitForSelector('select[data-field="acknowledgement.covers"]');
    const choices = (field) =>
      page.$eval(`select[data-field="acknowledgement.${field}"]`, (select) =>
        [...select.options].map(({ value, selected }) => [value, selected]),
      );
    assert.deepEqual(await choices('covers'), [
      ['all', true],
      ['core', false],
    ]);
    const periods = (await choices('validFor')).map(([value]) => value);
    assert.deepEqual(periods, ['', 'P6M', 'P1Y', 'P2Y']);
    const never = await page.$eval('select[data-field="acknowledgement.validFor"]', (select) =>
      select.options[0].text.trim(),
    );
    assert.equal(never, 'Never ask again');
  });
});

describe('a place that is to be filled in', () => {
  it('is selected whole by a press, so that what is typed takes its place', async () => {
    await openAt('basics');
    const title = 'input[data-field="title"]';
    const was = await page.$eval(title, (input) => input.value);
    await page.$eval(title, (input) => {
      input.value = '[[Title of the policy]]';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.click(title, { offset: { x: 60, y: 12 } });
    await page.keyboard.type('Guidelines');
    assert.equal(await page.$eval(title, (input) => input.value), 'Guidelines');
    await page.$eval(title, (input) => input.select());
    await page.keyboard.type(was);
    await page.click('rich-text[data-field="summary"] .ProseMirror');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('Before [[what it is about]] after');
    const place = await page.$eval('rich-text[data-field="summary"] .ProseMirror p', (line) => {
      const range = document.createRange();
      const node = [...line.childNodes].find((each) => each.textContent.includes('[['));
      range.setStart(node, 12);
      range.setEnd(node, 13);
      const { x, y, height } = range.getBoundingClientRect();
      return { x: x + 1, y: y + height / 2 };
    });
    await page.mouse.click(place.x, place.y);
    await page.keyboard.type('us');
    assert.equal(
      await page.$eval(
        'rich-text[data-field="summary"] .ProseMirror p',
        (line) => line.textContent,
      ),
      'Before us after',
    );
    await saved(page);
  });
});

describe('complaints that must not come back', () => {
  it('5: what is shown in place of a translation is never kept as one', async () => {
    await openAt('translate/fr', 'gap');
    const [section] = sample.sections;
    const missing = `[data-thing="${section.id}"][data-text="title"] textarea`;
    await page.waitForSelector(missing);
    assert.equal(await page.$eval(missing, (field) => field.value), '');
    await page.focus(missing);
    await page.keyboard.press('Tab');

    await page.goto(`${server.address}/studio/p/gap/write/${section.id}`);
    await page.waitForSelector('.inline-field select');
    await page.select('.inline-field select', 'fr');
    const title = `input[data-id="${section.id}"][data-field="title"]`;
    await page.waitForFunction((css) => document.querySelector(css)?.lang === 'fr', {}, title);
    assert.equal(await page.$eval(title, (field) => field.value), '');
    await page.focus(title);
    await page.keyboard.press('Tab');
    // Something else is kept, and all that is on the page with it.
    const body = `rich-text[data-field="body"][data-id="${section.id}"] .ProseMirror`;
    await page.waitForSelector(body);
    await page.click(body);
    await page.keyboard.press('End');
    await page.keyboard.type(' Encore.');
    await saved(page);
    const kept = (await server.drafts.read('gap')).draft.sections[0];
    assert.match(kept.body.fr, /Encore/);
    assert.deepEqual(Object.keys(kept.title).sort(), ['en', 'nl']);
  });
});
