/** What looks done, or published, or recorded, and is not. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { makePolicy } from '../../server/test/helpers.js';
import {
  byText,
  chooseFallback,
  open,
  press,
  sample,
  startBrowser,
  startServer,
} from './support.js';

const nora = { id: 'nora.peeters', name: 'Nora Peeters' };

let server;
let browser;
let page;
before(async () => {
  [server, browser] = await Promise.all([startServer([sample]), startBrowser()]);
  const bare = makePolicy({ id: 'bare', languages: ['nl'], version: '0.1', status: 'draft' });
  bare.sections.push({ id: 'empty', type: 'text', topic: 'purpose', title: { nl: 'Leeg' } });
  await server.drafts.create('bare', bare, nora);
  page = await open(browser, server.address, 'p/bare/publish');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const go = async (path) => {
  await page.goto(`${server.address}/studio/${path}`);
  await page.waitForSelector('main h1');
};

/** Another title of the first section, as somebody else saves it. */
async function change(value) {
  const { draft } = await server.drafts.read('social-media');
  const [{ id, title }] = draft.sections;
  const edit = { id, field: 'title', lang: 'nl', value, baseDigest: digestValue(title.nl) };
  await server.drafts.save('social-media', [edit], nora);
}

describe('what looks done, and is not', () => {
  it('is a section with a title only: it is not done, and named before publishing', async () => {
    await byText(page, '.notice', 'readers would see the title only: 1.');
    await page.$$eval('.notice', (all) =>
      all
        .find(({ innerText }) => innerText.includes('title only'))
        .querySelector('a')
        .click(),
    );
    await page.waitForFunction(() => location.pathname.endsWith('/p/bare/write/empty'));
    await go('p/bare');
    await page.waitForSelector('.task.begun > a[href$="/write/empty"]');
  });

  it('is a field that the basics want, whose name is told', async () => {
    await byText(page, '.task.begun .muted', 'empty: Who answers for this policy, To be looked at');
  });

  it('is an answer in the preview: nothing is recorded, and it says so', async () => {
    await go('p/social-media/preview');
    await page.waitForSelector('policy-viewer >>> policy-acknowledgement >>> [type=submit]');
    const confirm = (viewer) => viewer.confirm('acknowledge');
    assert.equal((await page.$eval('policy-viewer', confirm)).status, 'unknown');
    await byText(page, '.notice', 'This is the preview: nothing is recorded.');
  });

  it('is the draft of a policy that is published, in the preview', async () => {
    await change('Iets anders');
    await go('p/social-media/preview');
    await byText(page, '.hint', 'You see the draft. Readers see version 3.1');
  });

  it('is a state that shares its number with what was published: one opens, not both', async () => {
    await go('p/social-media/publish');
    await chooseFallback(page);
    await press(page, 'button', 'Publish version');
    await byText(page, 'h1', 'is published');
    await go('p/social-media/history');
    await page.waitForSelector('.revisions .published button');
    await page.click('.revisions .published button');
    await page.waitForSelector('.revisions .published button[aria-expanded="true"]');
    assert.equal((await page.$$('.revisions button[aria-expanded="true"]')).length, 1);
  });

  it('has nothing to say against itself in the console', () => assert.deepEqual(page.problems, []));
});
