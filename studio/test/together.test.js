import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readGrant, rolesFrom } from '../../server/dist/index.js';
import { violationsIn, fits } from './look.js';
import {
  byText,
  editorOf,
  openAs,
  press,
  sample,
  saved,
  startBrowser,
  startServer,
} from './support.js';

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

const desk = (...of) => openAs({ server, browser }, ...of);

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

describe('a link for somebody without an account', () => {
  it('shows the draft with the real elements, to read and nothing else, until it is ended', async () => {
    const nora = await desk('nora.peeters', 'p/social-media/preview', 'en');
    await press(nora, 'preview-links summary', 'without an account');
    await press(nora, 'preview-links button', 'Make a link');
    await nora.waitForSelector('#preview-link:focus');
    const link = await nora.$eval('#preview-link', (field) => field.value);
    assert.deepEqual(await violationsIn(nora), []);
    assert.ok(await fits(nora), '320 px');

    const guest = await (await browser.createBrowserContext()).newPage();
    guest.problems = [];
    guest.on('pageerror', (error) => guest.problems.push(error.message));
    await guest.goto(link);
    const tagsShown = () => {
      const inside = (root) =>
        [...root.querySelectorAll('*')].flatMap((each) => [
          each.localName,
          ...(each.shadowRoot ? inside(each.shadowRoot) : []),
        ]);
      return inside(document);
    };
    const shown = () =>
      guest.waitForFunction(`(${tagsShown})().includes('policy-faq')`, { timeout: 60_000 });
    await shown();
    await byText(guest, '.preview-notice', 'does not apply');
    const tags = await guest.evaluate(tagsShown);
    assert.ok(!tags.includes('policy-acknowledgement'), 'nothing to confirm');
    assert.deepEqual(await violationsIn(guest, { include: ['html'] }), []);
    assert.ok(await fits(guest), '320 px');
    // A place within the text takes the place of the secret in the address; a reload finds it still.
    await guest.evaluate(() => (location.hash = 'purpose'));
    await guest.reload();
    await shown();
    // A link that was badly copied says so, and takes nothing away: a place in the text shows it again.
    await guest.evaluate(() => (location.hash = 'x'.repeat(43)));
    await byText(guest, 'h1', 'nothing any more');
    await guest.evaluate(() => (location.hash = 'purpose'));
    await shown();

    // The poster too, in the language that is read, as the studio shows it.
    await press(guest, '.preview-notice button', 'Poster');
    await guest.waitForSelector('iframe.poster');
    const poster = await (await guest.$('iframe.poster')).contentFrame();
    await poster.waitForFunction(() => document.querySelector('svg.code path'));
    assert.ok(await fits(guest), '320 px');
    assert.deepEqual(await violationsIn(guest, { include: ['html'], exclude: [['iframe']] }), []);
    await guest.select('main select', 'fr');
    await poster.waitForFunction(() => document.documentElement.lang === 'fr');
    await poster.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
    await press(guest, 'studio-poster [data-print]', 'Print');
    assert.equal(await poster.evaluate(() => globalThis.printed), true);
    await press(guest, '.preview-notice button', 'Poster');
    await shown();
    assert.equal(await guest.$eval('policy-viewer', (viewer) => viewer.lang), 'fr');

    await press(nora, 'preview-links button', 'End the link');
    await nora.waitForSelector('preview-links [data-make]:focus');
    await guest.reload();
    await byText(guest, 'h1', 'nothing any more');
    assert.deepEqual(await violationsIn(guest), []);
    for (const page of [nora, guest]) {
      assert.deepEqual(page.problems, []);
      await page.close();
    }
  });
});

describe('a version that everybody confirms again, with languages that are behind', () => {
  it('waits for a choice for each of them, and publishes nothing of one that is left out', async () => {
    const nora = await desk('nora.peeters', 'p/social-media/write/purpose', 'en');
    const editor = await editorOf(nora, 'body', 'purpose');
    await editor.focus();
    await nora.keyboard.type('Iets heel anders. ');
    await saved(nora);
    await nora.goto(`${server.address}/studio/p/social-media/publish`);
    const publish = await byText(nora, 'button', 'Publish version 4.0');
    const mayPublish = () => publish.evaluate((button) => !button.disabled);
    assert.equal(await mayPublish(), false);
    assert.deepEqual(await violationsIn(nora), []);
    assert.ok(await fits(nora), '320 px');
    const choose = (lang, value) =>
      nora.$eval(`input[name="language-${lang}"][value="${value}"]`, (radio) => radio.click());
    await choose('fr', 'without');
    await nora.waitForSelector('.chosen input[name="language-fr"]');
    assert.equal(await mayPublish(), false);
    await choose('en', 'fallback');
    await nora.waitForSelector('.chosen input[name="language-en"]');
    assert.equal(await mayPublish(), true);
    await publish.evaluate((button) => button.click());
    await byText(nora, 'h1', 'Version 4.0 is published');
    const published = await server.publications.source('social-media', '4.0');
    assert.deepEqual(published.languages, ['nl', 'en']);
    assert.ok(!JSON.stringify(published).includes('"fr":"'));
    const { draft } = await server.drafts.read('social-media');
    assert.deepEqual(draft.languages, sample.languages);
    assert.deepEqual(draft.title, sample.title);
    assert.deepEqual(nora.problems, []);
    await nora.close();
  });
});
