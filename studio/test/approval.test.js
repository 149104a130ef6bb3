import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { readGrant, rolesFrom } from '../../server/dist/index.js';
import {
  byText,
  chooseFallback,
  editorOf,
  open,
  press,
  saved,
  startBrowser,
  startServer,
} from './support.js';

const sample = JSON.parse(
  await readFile(new URL('../../stories/policies/sample.json', import.meta.url), 'utf8'),
);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const grants = ['write=nora.peeters', 'approve=karim.benali', 'publish=lucie.delvaux'];

let server;
let browser;
before(async () => {
  const rolesOf = rolesFrom(grants.map(readGrant));
  [server, browser] = await Promise.all([
    startServer([sample], { rolesOf, fourEyes: true }),
    startBrowser(),
  ]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
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

describe('a version that somebody else approves', () => {
  it('is asked for, sent back with a reason, mended, approved and published, by three people', async () => {
    const desk = async (person, path, lang) =>
      open(browser, server.address, path, {
        ...{ person, lang, context: await browser.createBrowserContext() },
      });
    const nora = await desk('nora.peeters', 'p/social-media/write/purpose', 'en');
    const write = async (words) => {
      const editor = await editorOf(nora, 'body', 'purpose');
      await editor.focus();
      await nora.keyboard.down('Control');
      await nora.keyboard.press('End');
      await nora.keyboard.up('Control');
      await nora.keyboard.type(words);
      await saved(nora);
    };
    const publish = 'p/social-media/publish';
    const goPublish = async (page) => {
      await page.goto(`${server.address}/studio/${publish}`);
      await page.waitForSelector('main h1');
    };
    await write(' Onduidelijk.');
    await goPublish(nora);
    await chooseFallback(nora);
    await press(nora, 'button', 'Ask for approval of version');
    await byText(nora, 'h2', 'waits for approval');
    assert.equal(await nora.$('.decision'), null, 'a writer decides nothing');

    const karim = await desk('karim.benali', '', 'en');
    await press(karim, '.policy a', 'Look at it and decide');
    // Complaint 12: what changed, in the fields' own names, as readers see it.
    await byText(karim, '.change-text ins', 'Onduidelijk');
    assert.equal(await karim.$eval('.change-text .muted', (each) => each.textContent), 'Text:');
    assert.deepEqual(await violationsIn(karim), []);
    assert.ok(await fits(karim), '320 px');
    await press(karim, 'button', 'Send back');
    await byText(karim, '.decision .notice', 'Say what should be different');
    await karim.type('#ap-remark', 'Say it plainly.');
    await press(karim, 'button', 'Send back');
    await byText(karim, '.notice', 'Say it plainly.');

    // The writer sees why, without a reload, and mends it.
    await byText(nora, '.notice', 'Say it plainly.');
    await nora.goto(`${server.address}/studio/p/social-media/write/purpose`);
    await write(' Nu wel.');
    await goPublish(nora);
    await chooseFallback(nora);
    await press(nora, 'button', 'Ask for approval of version');
    await byText(nora, 'h2', 'waits for approval');
    await goPublish(karim);
    await press(karim, 'button', 'Approve version');
    await byText(karim, 'h2', 'is approved');
    await nora.goto(`${server.address}/studio/p/social-media/write/purpose`);
    await byText(nora, '.notice', 'Any change ends that');

    const lucie = await desk('lucie.delvaux', publish, 'fr');
    await byText(lucie, 'h2', 'est approuvée');
    assert.deepEqual(await violationsIn(lucie), []);
    await press(lucie, 'button', 'Publier la version');
    await byText(lucie, 'h1', 'publiée');
    await lucie.goto(`${server.address}/studio/p/social-media/history`);
    await press(lucie, '.revisions .published button', 'publiée');
    await byText(lucie, '.record', 'Karim Benali');
    assert.deepEqual(await violationsIn(lucie), []);
    const { draft } = await server.drafts.read('social-media');
    const inForce = await server.publications.current('social-media');
    assert.equal(inForce.version, draft.version);
    for (const page of [nora, karim, lucie]) {
      assert.deepEqual(page.problems, []);
      await page.close();
    }
  });
});
