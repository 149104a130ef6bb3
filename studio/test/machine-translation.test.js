import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestText } from '../../authoring/dist/index.js';
import { DeepL } from '../../server/dist/index.js';
import { deeplDouble } from '../../server/test/support/translation-doubles.js';
import { looks } from './look.js';
import { byText, open, press, sample, saved, startBrowser, startServer } from './support.js';

// Somebody translated all but the first two sections.
const policy = structuredClone(sample);
for (const section of policy.sections.slice(0, 2)) {
  for (const field of ['title', 'body', 'intro']) {
    if (section[field]) delete section[field].fr;
  }
}
const [purpose] = policy.sections;

describe('texts by machine', () => {
  let double;
  let server;
  let browser;
  before(async () => {
    double = await deeplDouble();
    const translation = new DeepL({ key: 'a-key-of-deepl-0000:fx', url: double.url });
    [server, browser] = await Promise.all([startServer([policy], { translation }), startBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await double?.close();
  });

  const draft = async () => (await server.drafts.read('social-media')).draft;
  const stateOf = async (source) => (await draft()).translations?.[digestText(source)]?.fr?.state;
  const translate = (lang = 'en') =>
    open(browser, server.address, 'p/social-media/translate/fr', { lang });

  it('go where the page says, are marked, read, and told before publishing', async () => {
    const page = await translate();
    await byText(page, '#machine-where', `go to DeepL (${new URL(double.url).host})`);
    assert.equal(double.calls().length, 0, 'nothing goes before somebody asks');
    await looks(page, 'machine');

    // One text, by keyboard.
    const pair = `[data-thing="${purpose.id}"][data-text="body"]`;
    await page.focus(`${pair} machine-translation button`);
    await page.keyboard.press('Enter');
    await byText(page, `${pair} .machine-report`, 'Filled in: 1.');
    await byText(page, `${pair} .pair-state`, 'By machine, not looked at');
    assert.match(
      await page.evaluate(() => document.activeElement.className),
      /machine-report/,
      'the focus is not lost with the button',
    );
    assert.match(
      (await draft()).sections[0].body.fr,
      /\*\*zorgzaam-fr, eerlijk-fr en-fr bekwaam-fr\*\*\.$/,
    );
    assert.equal(await stateOf(purpose.body.nl), 'machine');

    // The rest.
    await press(page, '.machine .button', 'Fill in');
    await byText(page, '.machine .machine-report', 'Filled in:');
    await byText(page, '.machine', 'No text is empty');
    assert.equal((await draft()).sections[0].title.fr, 'Waarom-fr dit-fr beleid-fr');

    await press(page, `${pair} .pair-target button`, 'it is right');
    await byText(page, `${pair} .pair-state`, 'Done');
    await saved(page);
    assert.equal(await stateOf(purpose.body.nl), 'current');
    assert.equal(await stateOf(purpose.title.nl), 'machine');

    await page.goto(`${server.address}/studio/p/social-media/publish`);
    await byText(page, 'fieldset', 'texts by machine that nobody has read');
    await byText(page, '.machine-unread', 'Readers see these as they are');
    await looks(page, 'machine-publish');
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('that a service does not give stay empty, and the page says why', async () => {
    const { draft: now, digest } = await server.drafts.read('social-media');
    const emptied = structuredClone(now);
    delete emptied.sections[0].title.fr;
    await server.drafts.replace('social-media', emptied, { id: 'x', name: 'X' }, digest);
    double.plan({ status: 456, json: { message: 'Quota exceeded' } }, { always: true });
    const page = await translate('fr');
    await press(page, '.machine .button', 'Remplir un texte vide');
    await byText(page, '.machine .machine-report', 'a épuisé ce qu’elle peut faire traduire');
    assert.equal((await draft()).sections[0].title.fr, undefined);
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('are not offered where no service is set', async () => {
    const other = await startServer([policy]);
    const page = await open(browser, other.address, 'p/social-media/translate/fr');
    await page.waitForSelector('.pair');
    assert.equal(await page.$('.machine, machine-translation button'), null);
    await page.close();
    await other.stop();
  });
});
