/** A day of whoever translates: what waits, where comments lead, and what a text was before. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { readGrant, rolesFrom } from '../../server/dist/index.js';
import { makePolicy } from '../../server/test/helpers.js';
import { looks } from './look.js';
import { byText, open, press, startBrowser, startServer } from './support.js';

const grants = ['write=nora.peeters', 'translate:fr=lucie.delvaux', 'publish=nora.peeters'];
const nora = { id: 'nora.peeters', name: 'Nora Peeters' };
const lucie = { id: 'lucie.delvaux', name: 'Lucie Delvaux' };

let server;
let browser;
before(async () => {
  const rolesOf = rolesFrom(grants.map(readGrant));
  [server, browser] = await Promise.all([startServer([makePolicy()], { rolesOf }), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const desk = async (person, path, lang = 'en') =>
  open(browser, server.address, path, {
    ...{ person, lang, context: await browser.createBrowserContext() },
  });

async function set(person, field, lang, value) {
  const { draft } = await server.drafts.read('small');
  const section = draft.sections.find(({ id }) => id === 'rules');
  const baseDigest = digestValue(section[field][lang]);
  await server.drafts.save('small', [{ id: 'rules', field, lang, value, baseDigest }], person);
}

describe('whoever translates', () => {
  before(async () => {
    const page = await desk('nora.peeters', 'p/small');
    await page.close();
    await set(nora, 'body', 'nl', 'Wees mild.');
    await set(lucie, 'body', 'fr', 'Soyez doux.');
    await set(nora, 'body', 'nl', 'Wees mild en kort.');
    // Done in French, and commented on.
    const on = { id: 'rules', field: 'title', lang: 'fr' };
    const comment = { on, digest: digestValue('Règles'), about: 'Règles', words: 'Un autre mot ?' };
    await server.drafts.comments.add('small', comment, nora);
  });

  it('reads on the first page what waits, and begins there', async () => {
    const page = await desk('lucie.delvaux', '', 'fr');
    await byText(page, '.waits', 'à traduire');
    const words = await page.$eval('.waits', (each) => each.innerText.replace(/\s/g, ' '));
    assert.match(words, /^Français – à traduire : 1 · le texte source a changé : 1 · commentaires/);
    await looks(page, 'home-translator');
    await page.goto(`${server.address}/studio/p/small`);
    await byText(page, '.standfirst .waits', 'commentaires ouverts');
    await press(page, '.standfirst a', 'Français');
    // What the text was when it was translated, and what it is now.
    await byText(page, '.pair.stale .since ins', 'en kort');
    await looks(page, 'since');
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('is named to whoever writes', async () => {
    const [writer, translator] = await Promise.all([
      desk('nora.peeters', 'p/small/translate/fr'),
      desk('lucie.delvaux', 'p/small/translate/fr'),
    ]);
    await byText(writer, 'main p', 'People who translate into French: Lucie Delvaux.');
    assert.ok(!(await translator.$eval('main', (main) => main.innerText)).includes('People who'));
    await Promise.all([writer.close(), translator.close()]);
  });

  it('comes from a comment to its text, also where that is translated', async () => {
    const page = await desk('lucie.delvaux', 'p/small/comments');
    await press(page, 'comment-thread h2 a', '');
    await page.waitForFunction(
      () =>
        document.activeElement.matches('.pair[data-thing="rules"][data-text="title"]') &&
        document.activeElement.querySelector('.has-comments'),
    );
    const { top, bottom } = await page.$eval('.pair:focus', (pair) =>
      pair.getBoundingClientRect().toJSON(),
    );
    assert.ok(top >= 0 && bottom <= 900, 'in sight');
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('previews in the language she translates into', async () => {
    const page = await desk('lucie.delvaux', 'p/small/preview');
    await page.waitForSelector('policy-viewer[lang="fr"]');
    const writer = await desk('nora.peeters', 'p/small/preview');
    await writer.waitForSelector('policy-viewer[lang="nl"]');
    await page.close();
    await writer.close();
  });

  it('is not asked whether a translation of a place to fill in still holds', async () => {
    await set(nora, 'body', 'nl', 'Bel [[telefoon]].');
    const page = await desk('lucie.delvaux', 'p/small/translate/fr');
    await page.waitForSelector('.pair.stale[data-thing="rules"][data-text="body"]');
    const buttons = await page.$$eval('.pair.stale button', (all) => all.map((e) => e.innerText));
    assert.ok(!buttons.includes('The translation still holds'), buttons.join());
    const writer = await desk('nora.peeters', 'p/small/write/rules');
    // Which of the languages is meant stands before it.
    await byText(writer, '.notes', 'Dutch: “[[telefoon]]” is still to be filled in.');
    assert.equal(await writer.$('.behind'), null);
    await set(nora, 'body', 'nl', 'Bel ons.');
    await byText(writer, '.behind button', 'The translation still holds');
    assert.deepEqual([...page.problems, ...writer.problems], []);
    await page.close();
    await writer.close();
  });

  it('presses once what stands below the text that she is in', async () => {
    await set(nora, 'body', 'nl', 'Bel ons gerust.');
    const page = await desk('lucie.delvaux', 'p/small/translate/fr');
    const pair = '.pair.stale[data-thing="rules"][data-text="body"]';
    await (await page.waitForSelector(`${pair} .pair-target .ProseMirror`)).click();
    await page.waitForSelector(`${pair} .rich.focused`);
    const { x, y } = await page.$$eval(`${pair} button`, (all) => {
      const button = all.find((each) => each.innerText === 'The translation still holds');
      const box = button.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    // As long as a finger takes: what is left is drawn anew meanwhile.
    await page.mouse.move(x, y);
    await page.mouse.down();
    await new Promise((resolve) => setTimeout(resolve, 120));
    await page.mouse.up();
    await page.waitForFunction((stale) => !document.querySelector(stale), {}, pair);
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('is led on where a language has nothing left, and to publishing where none has', async () => {
    const three = makePolicy({ id: 'three', languages: ['nl', 'fr', 'de'], version: '0.1' });
    three.sections[0].body.fr = 'Parce que.';
    for (const [text, german] of [
      [three.title, 'Richtlinie'],
      [three.summary, 'Kurz.'],
      [three.sections[1].title, 'Regeln'],
      [three.sections[1].body, 'Seien Sie Sie selbst.'],
      [three.acknowledgement.statement, 'Ich habe das gelesen.'],
      ...three.audiences.map(({ title }) => [title, 'Gruppe']),
    ])
      text.de = german;
    three.sections[0].title = { nl: 'Waarom', de: 'Warum' };
    await server.drafts.create('three', { ...three, status: 'draft' }, nora);
    const page = await desk('nora.peeters', 'p/three/translate/fr', 'nl');
    const write = async (selector, words) => {
      await page.waitForSelector(selector);
      await page.type(selector, words);
    };
    assert.equal(await page.$('.translated'), null);
    await write('[data-thing="why"][data-text="title"] textarea', 'Pourquoi');
    await byText(page, '[role="status"] .translated', 'Alles is er in deze taal: Frans.');
    await looks(page, 'translated');
    await press(page, '.translated a', 'Verder met Duits (nog 1 te doen)');
    await page.waitForFunction(() => location.pathname.endsWith('/three/translate/de'));
    await page.waitForFunction(() => document.activeElement.localName === 'h1' && scrollY === 0);
    await page.waitForSelector('[data-thing="why"][data-text="body"] .ProseMirror');
    assert.equal(await page.$('.translated'), null);
    await write('.pair-target .ProseMirror', 'Darum.');
    await byText(page, '.translated a', 'Verder naar publiceren');
    // Who translates one language has no other, and does not publish.
    const lucie = await desk('lucie.delvaux', 'p/three/translate/fr', 'fr');
    await press(lucie, '.translated a', 'Retour à la vue d’ensemble');
    await lucie.waitForFunction(() => location.pathname.endsWith('/p/three'));
    assert.deepEqual([...page.problems, ...lucie.problems], []);
    await page.close();
    await lucie.close();
  });
});
