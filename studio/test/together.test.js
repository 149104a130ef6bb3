import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { readGrant, rolesFrom } from '../../server/dist/index.js';
import { byText, editorOf, open, press, saved, startBrowser, startServer } from './support.js';

const sample = JSON.parse(
  await readFile(new URL('../../stories/policies/sample.json', import.meta.url), 'utf8'),
);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const grants = ['write=nora.peeters', 'approve=karim.benali', 'publish=nora.peeters'];

let server;
let browser;
before(async () => {
  const rolesOf = rolesFrom(grants.map(readGrant));
  [server, browser] = await Promise.all([startServer([sample], { rolesOf }), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const desk = async (person, path, lang) =>
  open(browser, server.address, path, {
    ...{ person, lang, context: await browser.createBrowserContext() },
  });

const violationsIn = async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ exclude: [['policy-viewer']] }, { resultTypes: ['violations'] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
};

const fits = async (page) => {
  await page.setViewport({ width: 320, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewport({ width: 1280, height: 900 });
  return wide <= 0;
};

describe('comments on a text', () => {
  it('are made, answered and dealt with, and say so when the text has changed', async () => {
    const karim = await desk('karim.benali', 'p/social-media/write/purpose', 'en');
    const toggle = 'text-comments button[aria-label="Comment on “Text”"]';
    await karim.waitForSelector(toggle);
    await karim.focus(toggle);
    await karim.keyboard.press('Enter');
    // The keyboard is where one writes.
    await karim.waitForSelector('.comments textarea:focus');
    await karim.keyboard.type('Is this still true?');
    await press(karim, '.comments button', 'Add the comment');
    await byText(karim, 'comment-thread .said', 'Is this still true?');
    const [{ on }] = await server.drafts.comments.list('social-media', { id: '', name: '' });
    assert.deepEqual(on, { id: 'purpose', field: 'body', lang: 'nl' });
    assert.deepEqual(await violationsIn(karim), []);
    assert.ok(await fits(karim), '320 px');

    const nora = await desk('nora.peeters', 'p/social-media/comments', 'fr');
    await byText(nora, 'comment-thread .said', 'Is this still true?');
    assert.deepEqual(await violationsIn(nora), []);
    assert.ok(await fits(nora), '320 px');
    await press(nora, 'comment-thread button', 'Répondre');
    await nora.waitForSelector('comment-thread textarea:focus');
    await nora.keyboard.type('Oui.');
    await press(nora, 'comment-thread button', 'Envoyer');
    await byText(nora, '.answers .said', 'Oui.');
    await press(nora, 'comment-thread h2 a', '');
    await nora.focus('body');
    const editor = await editorOf(nora, 'body', 'purpose');
    await editor.focus();
    await nora.keyboard.type('Nu. ');
    await saved(nora);
    await press(nora, '.has-comments', '1');
    await byText(nora, '.outdated', 'Dépassé');
    await press(nora, '[data-resolve]', 'réglé');
    await byText(nora, '.comments summary', 'Réglé');
    await nora.goto(`${server.address}/studio/p/social-media/comments`);
    await byText(nora, '.standfirst', 'Tout est réglé');
    for (const page of [nora, karim]) {
      assert.deepEqual(page.problems, []);
      await page.close();
    }
  });
});
