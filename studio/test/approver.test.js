/** What whoever approves is told, before and after. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readGrant, rolesFrom } from '../../server/dist/index.js';
import { makePolicy } from '../../server/test/helpers.js';
import { looks } from './look.js';
import { byText, editorOf, open, press, saved, startBrowser, startServer } from './support.js';

const grants = ['write=nora.peeters', 'approve=karim.benali', 'publish=lucie.delvaux'];
const publish = (policy = 'small') => `p/${policy}/publish`;

let server;
let browser;
before(async () => {
  const rolesOf = rolesFrom(grants.map(readGrant));
  const policies = [makePolicy({ languages: ['nl'] })];
  [server, browser] = await Promise.all([
    startServer(policies, { rolesOf, fourEyes: true }),
    startBrowser(),
  ]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const desk = async (person, path, lang = 'en') =>
  open(browser, server.address, path, {
    ...{ person, lang, context: await browser.createBrowserContext() },
  });

const go = async (page, path) => {
  await page.goto(`${server.address}/studio/${path}`);
  await page.waitForSelector('main h1');
};

async function write(page, words) {
  await go(page, 'p/small/write/why');
  const editor = await editorOf(page, 'body', 'why');
  await editor.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type(words);
  await saved(page);
}

const facts = (page) =>
  page.$$eval('.facts > div', (all) => all.map((each) => each.innerText.replaceAll('\n', ' ')));

describe('whoever approves', () => {
  it('reads which version it is, against which proposal, for when, and who asks', async () => {
    const nora = await desk('nora.peeters', publish());
    await write(nora, ' Iets nieuws.');
    await go(nora, publish());
    // A writer does not publish: nothing says that she does.
    const whole = await nora.$eval('main', (main) => main.innerText);
    assert.doesNotMatch(whole, /as soon as you publish/);
    assert.match(whole, /as soon as somebody publishes it/);
    await press(nora, 'label.radio', 'No, it is a correction');
    await press(nora, '.when label', 'On a date and time');
    await nora.waitForSelector('#when-day');
    await nora.$eval('#when-day', (field) => {
      field.value = '2099-03-04';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press(nora, 'button', 'Ask for approval of version');
    await byText(nora, 'h2', 'waits for approval');

    const karim = await desk('karim.benali', publish());
    await byText(karim, '.change-text ins', 'Iets nieuws');
    const told = (await facts(karim)).join('\n');
    assert.match(told, /^Version 1\.1, after version 1\.0$/m);
    assert.match(told, /^Must people confirm again\? No: .*Against the proposal: “Waarom”/m);
    assert.match(told, /^When\? Planned for 4 March 2099\.$/m);
    assert.match(told, /^Asked for by Nora Peeters, /m);
    await looks(karim, 'approve');

    // Sent back: her remark stays, and nothing of the form of whoever asks.
    await karim.type('#ap-remark', 'Everybody has to know this.');
    await press(karim, 'button', 'Send back');
    await byText(karim, '.notice', 'Everybody has to know this.');
    await byText(karim, 'p', 'You are not asked to approve anything now');
    assert.equal(await karim.$('input, fieldset, .decision'), null);
    await looks(karim, 'sent-back');

    // Asked again: what she said, and what was changed since she did.
    await write(nora, ' En nog iets.');
    await go(nora, publish());
    await byText(nora, '.since-refusal ins', 'En nog iets');
    await press(nora, 'button', 'Ask for approval of version');
    await byText(nora, 'h2', 'waits for approval');
    await go(nora, '');
    await byText(nora, '.state-line', 'Version 1.0 is published. What is new waits for approval.');
    await go(karim, publish());
    await byText(karim, '.notice', 'Everybody has to know this.');
    await byText(karim, '.since-refusal ins', 'En nog iets');
    const since = await karim.$$eval('.since-refusal ins', (all) => all.map((e) => e.innerText));
    assert.ok(!since.join().includes('Iets nieuws'), 'only what is new to her');
    const again = (await facts(karim)).join('\n');
    assert.match(again, /^Version 2\.0, after version 1\.0$/m);
    assert.match(again, /Yes: everybody is asked .*As proposed\./);
    assert.match(again, /^When\? Now: as soon as somebody publishes it/m);
    await looks(karim, 'asked-again');
    await press(karim, 'button', 'Approve version');
    await byText(karim, 'h2', 'is approved');
    // Who only approves is offered no time, and no button that does nothing.
    await byText(karim, 'p', 'It is published by somebody with that role.');
    assert.equal(await karim.$('.when, .actions button[disabled]'), null);

    // Whoever publishes is led there, and whoever wrote on reads what that ended: not the old refusal.
    const lucie = await desk('lucie.delvaux', '');
    await byText(lucie, '.state-line', 'What is new is approved, and not published yet.');
    await press(lucie, '.state-line a', 'Publish');
    await byText(lucie, 'h2', 'is approved');
    await write(nora, ' Toch nog dit.');
    await go(nora, publish());
    await byText(
      nora,
      '.notice.alert',
      'That has ended, as the text was changed since: ask again.',
    );
    assert.equal(
      (await nora.$eval('main', (main) => main.innerText)).includes('Sent back by'),
      false,
    );
    await press(nora, 'button', 'Ask for approval of version');
    await byText(nora, 'h2', 'waits for approval');
    await write(nora, ' En dit.');
    await go(nora, publish());
    await byText(nora, '.notice.alert', 'It has ended, as the text was changed since: ask again.');
    await looks(nora, 'approval-ended');
    for (const page of [nora, karim, lucie]) {
      assert.deepEqual(page.problems, []);
      await page.close();
    }
  });

  it('is told that a first version is the first', async () => {
    const { drafts } = server;
    const first = makePolicy({ id: 'first', languages: ['nl'], version: '0.1', status: 'draft' });
    await drafts.create('first', first, { id: 'nora.peeters', name: 'Nora Peeters' });
    const nora = await desk('nora.peeters', publish('first'), 'nl');
    await byText(nora, '.changed', 'Dit is de eerste versie: alles is nieuw.');
    await press(nora, 'button', 'vragen voor versie');
    await byText(nora, 'h2', 'wacht op goedkeuring');
    const karim = await desk('karim.benali', publish('first'), 'fr');
    await byText(karim, '.changed', 'C’est la première version');
    assert.match((await facts(karim)).join('\n'), /^Version 1\.0, la première$/m);
    assert.deepEqual([...nora.problems, ...karim.problems], []);
  });
});
