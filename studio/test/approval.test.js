import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readGrant, rolesFrom } from '../../server/dist/index.js';
import { violationsIn, fits } from './look.js';
import {
  byText,
  chooseFallback,
  openAs,
  press,
  sample,
  startBrowser,
  startServer,
  writeAtEnd,
} from './support.js';

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

describe('a version that somebody else approves', () => {
  it('is asked for, sent back with a reason, mended, approved and published, by three people', async () => {
    const desk = (...of) => openAs({ server, browser }, ...of);
    const nora = await desk('nora.peeters', 'p/social-media/write/purpose', 'en');
    const write = (words) => writeAtEnd(nora, words);
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
