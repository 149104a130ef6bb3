import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { readGrant, rolesFrom } from '../../server/dist/index.js';
import { violationsIn, overflowOf } from './look.js';
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

/** As a phone shows it: nothing goes over the edge. A picture of it where `SCREENSHOTS` names a folder. */
async function look(page, name) {
  const folder = process.env.SCREENSHOTS;
  if (folder) await mkdir(folder, { recursive: true });
  for (const [width, scheme] of [
    [1280, 'light'],
    [360, 'dark'],
    [320, 'light'],
  ]) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 900 });
    const wide = await overflowOf(page);
    assert.ok(wide <= 0, `${name} at ${width}`);
    assert.deepEqual(await violationsIn(page), [], `${name} at ${width}, ${scheme}`);
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewport({ width: 1280, height: 900 });
}

const setField = (page, selector, value) =>
  page.$eval(
    selector,
    (field, next) => {
      field.value = next;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    value,
  );

/** The day after tomorrow here, as a date field has it. */
const inTwoDays = () => {
  const at = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000);
  const two = (value) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

const publish = 'p/social-media/publish';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

describe('a version that is published at a time', () => {
  let server;
  let clock;
  before(async () => {
    clock = { ahead: 0 };
    const now = () => new Date(Date.now() + clock.ahead);
    server = await startServer([sample], { now });
  });
  after(() => server?.stop());

  it('is planned, changed by nobody, and comes out by itself', async () => {
    const nora = await openAs({ server, browser }, 'nora.peeters', 'p/social-media/write/purpose');
    await writeAtEnd(nora, ' Later.');
    await nora.goto(`${server.address}/studio/${publish}`);
    await chooseFallback(nora);
    await press(nora, '.when label', 'On a date and time');
    await nora.waitForSelector('#when-day');
    await byText(nora, '#when-zone', 'Time zone: ');
    // From then on, as it says something new.
    const day = inTwoDays();
    await setField(nora, '#when-day', day);
    await nora.waitForFunction(
      (value) => document.querySelector('#when-effective').value === value,
      {},
      day,
    );
    await look(nora, 'when');
    await setField(nora, '#when-day', '2020-01-01');
    await press(nora, 'button', 'Plan version');
    await byText(nora, '.notice', 'This time has passed');
    await setField(nora, '#when-day', day);
    await press(nora, 'button', 'Plan version');
    await byText(nora, 'h2', 'will be published by itself');
    assert.equal(await nora.evaluate(() => document.activeElement.tagName), 'H1');
    await look(nora, 'planned');
    await press(nora, 'button', 'Choose another time');
    await nora.waitForSelector('#when-time');
    assert.equal(await nora.$eval('#when-day', ({ value }) => value), day);
    await chooseFallback(nora);
    await setField(nora, '#when-time', '10:30');
    await press(nora, 'button', 'Plan version');
    await byText(nora, '.approval', '10:30');
    // Above the text it says what a change would end.
    await nora.goto(`${server.address}/studio/p/social-media/write/purpose`);
    await byText(nora, '.notice', 'Any change ends that: then nothing is published');
    await nora.goto(`${server.address}/studio/${publish}`);
    await byText(nora, 'h2', 'will be published by itself');
    clock.ahead = 3 * 24 * 60 * 60 * 1000;
    await server.jobs();
    await byText(nora, '.standfirst', 'is published, and nothing has changed since');
    const text = await server.publications.current('social-media');
    assert.deepEqual([text.history[0].date, text.effective], [day, day]);
    assert.deepEqual(nora.problems, []);
    clock.ahead = 0;
  });

  it('does not come out when the text is changed, and the page says why', async () => {
    const nora = await openAs(
      { server, browser },
      'nora.peeters',
      'p/social-media/write/purpose',
      'nl',
    );
    await writeAtEnd(nora, ' Nog later.');
    await nora.goto(`${server.address}/studio/${publish}`);
    await chooseFallback(nora);
    await press(nora, '.when label', 'Op een datum en een uur');
    await nora.waitForSelector('#when-day');
    await press(nora, 'button', 'inplannen');
    await byText(nora, 'h2', 'wordt vanzelf gepubliceerd');
    const lucie = await openAs(
      { server, browser },
      'lucie.delvaux',
      'p/social-media/write/purpose',
      'fr',
    );
    await writeAtEnd(lucie, ' Toch niet.');
    await byText(nora, '.notice', 'De tekst is gewijzigd nadat het tijdstip gekozen was');
    await look(nora, 'stopped');
    await lucie.goto(`${server.address}/studio/${publish}`);
    await chooseFallback(lucie);
    await press(lucie, '.when label', 'À une date et une heure');
    await press(lucie, 'button', 'Planifier la version');
    await byText(lucie, 'h2', 'sera publiée automatiquement');
    await press(lucie, 'button', 'Annuler la publication');
    await byText(lucie, 'button', 'Planifier la version');
    assert.deepEqual([...nora.problems, ...lucie.problems], []);
  });

  it('is withdrawn with a reason, and is back with the next version', async () => {
    const nora = await openAs({ server, browser }, 'nora.peeters', publish);
    const before = (await server.publications.known('social-media')).current.version;
    await press(nora, 'summary', 'Withdraw this policy');
    await press(nora, 'button', `Withdraw version ${before}`);
    await byText(nora, '.withdraw .notice', 'Say why');
    assert.equal(await nora.evaluate(() => document.activeElement.id), 'wd-reason');
    await nora.type('#wd-reason', 'The law has changed.');
    await look(nora, 'withdraw');
    await press(nora, 'button', `Withdraw version ${before}`);
    await byText(nora, '.notice', 'This policy is withdrawn');
    assert.equal(await nora.$('withdraw-policy details'), null);
    const served = await fetch(`${server.address}/policies/social-media.json`);
    const { status, version } = await served.json();
    assert.equal(status, 'withdrawn');
    await nora.goto(`${server.address}/studio/p/social-media/history`);
    await press(nora, '.revisions .published button', `Withdrawn, as version ${version}`);
    await byText(nora, '.record', 'The law has changed.');
    await look(nora, 'record');
    await nora.goto(`${server.address}/studio/${publish}`);
    await chooseFallback(nora);
    await press(nora, 'button', 'Publish version');
    await byText(nora, 'h1', 'is published');
    assert.equal((await server.publications.current('social-media')).status, 'published');
    assert.deepEqual(nora.problems, []);
  });
});

describe('a version that is planned, and somebody else approves', () => {
  let server;
  before(async () => {
    const rolesOf = rolesFrom(grants.map(readGrant));
    server = await startServer([sample], { rolesOf, fourEyes: true });
  });
  after(() => server?.stop());

  it('is approved with its day, says what it leaves out, and is planned by who publishes', async () => {
    const nora = await openAs({ server, browser }, 'nora.peeters', 'p/social-media/write/purpose');
    await writeAtEnd(nora, ' Later.');
    await nora.goto(`${server.address}/studio/${publish}`);
    await nora.waitForSelector('input[value="without"]');
    await nora.$$eval('input[value="without"]', (all) => all.forEach((each) => each.click()));
    await press(nora, '.when label', 'On a date and time');
    await nora.waitForSelector('#when-day');
    await setField(nora, '#when-day', inTwoDays());
    await press(nora, 'button', 'Ask for approval of version');
    await byText(nora, 'h2', 'waits for approval');
    await byText(nora, '.notice', 'This version leaves out');
    assert.equal(await nora.$('withdraw-policy details'), null, 'a writer withdraws nothing');
    // Asked again, it says so as well.
    await press(nora, 'button', 'Choose others, and ask again');
    await byText(nora, 'legend', 'left out of this version');
    await look(nora, 'left-out');
    await press(nora, 'button', 'Ask for approval of version');
    await byText(nora, 'h2', 'waits for approval');
    await byText(nora, '.notice', 'This version leaves out');
    const karim = await openAs({ server, browser }, 'karim.benali', publish);
    await press(karim, 'button', 'Approve version');
    await byText(karim, 'h2', 'is approved');
    const lucie = await openAs({ server, browser }, 'lucie.delvaux', publish);
    await byText(lucie, '.when', 'as it was approved');
    assert.equal(await lucie.$('#when-day'), null);
    await look(lucie, 'fixed-day');
    await press(lucie, 'button', 'Plan version');
    await byText(lucie, 'h2', 'will be published by itself');
    assert.deepEqual([...nora.problems, ...karim.problems, ...lucie.problems], []);
  });
});
