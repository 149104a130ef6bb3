/** What an open tab learns of others, and where the publish page leads. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
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

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

describe('the publish page', () => {
  let server;
  before(async () => {
    const open = { ...sample, id: 'open' };
    open.sections = sample.sections.map((section) =>
      section.id === 'purpose'
        ? { ...section, title: { ...section.title, nl: '[[titel]]' } }
        : section,
    );
    const { statement } = sample.acknowledgement;
    open.summary = { ...sample.summary, nl: '[[samenvatting]]' };
    open.acknowledgement = {
      ...sample.acknowledgement,
      statement: { ...statement, nl: 'Ik las [[wat]].' },
    };
    server = await startServer([sample]);
    await server.drafts.create('open', open, { id: 'nora.peeters', name: 'Nora Peeters' });
  });
  after(() => server?.stop());

  const desk = (person, path) => openAs({ server, browser }, person, path);

  it('says what readers see of texts that are missing or behind', async () => {
    const page = await desk('nora.peeters', 'p/social-media/write/purpose');
    await writeAtEnd(page, ' More.');
    await page.goto(`${server.address}/studio/p/social-media/publish`);
    await byText(page, 'main', 'What is behind they see as it was translated before.');
    await page.close();
  });

  it('learns, while it stands open, that somebody else has published', async () => {
    const nora = await desk('nora.peeters', 'p/social-media/publish');
    await byText(nora, 'button', 'Publish version');
    const lucie = await desk('lucie.delvaux', 'p/social-media/publish');
    await chooseFallback(lucie);
    await press(lucie, 'button', 'Publish version');
    await byText(lucie, 'h1', 'is published');
    await nora.bringToFront();
    await byText(nora, '.standfirst', 'is published, and nothing has changed since');
    assert.deepEqual([nora.problems, lucie.problems], [[], []]);
    await Promise.all([nora.close(), lucie.close()]);
  });

  it('leads to the first place that is still to be filled in', async () => {
    const page = await desk('nora.peeters', 'p/open/publish');
    await byText(page, '.notice', 'still to be filled in');
    await press(page, '.notice a', 'Go there');
    await page.waitForFunction(() => location.pathname.endsWith('/p/open/write/purpose'));
    await page.waitForSelector('[data-id="purpose"]');

    // Nor does the list of tasks call done what has such a place.
    for (const [id, state] of [
      ['open', 'begun'],
      ['social-media', 'done'],
    ])
      for (const view of ['basics', 'confirmation']) {
        await page.goto(`${server.address}/studio/p/${id}`);
        await page.waitForSelector(`.task.${state} > a[href$="/p/${id}/${view}"]`);
      }
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
