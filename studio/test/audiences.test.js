/** Groups of readers are chosen from the list of people that the server keeps. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { importPeople } from '../../server/dist/index.js';
import { makePolicy } from '../../server/test/helpers.js';
import { openMigrated } from '../../server/test/template.js';
import { byText, open, press, saved, startBrowser, startServer } from './support.js';

const policy = makePolicy({
  id: 'wrong',
  languages: ['en'],
  title: { en: 'Policy' },
  summary: { en: 'Short.' },
  audiences: [{ id: 'audience-1', title: { en: 'All staff' } }],
  sections: [
    {
      ...{ id: 'why', type: 'text', title: { en: 'Why' }, body: { en: 'Because.' } },
      audience: ['audience-1'],
    },
  ],
  acknowledgement: { statement: { en: 'I have read this.' } },
});
const NOBODY = 'Nobody on the list of people is in “All staff”.';

describe('groups of readers', () => {
  let browser, database, server;
  before(async () => {
    browser = await startBrowser();
    database = await openMigrated();
    const person = (id, audience) => ({ id, name: id, audience });
    await importPeople(database, [
      person('emma', ['employees']),
      person('noor', ['employees']),
      person('sam', ['hired-in']),
    ]);
    server = await startServer([policy], { database });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('that nobody is in are told, and take the name that the list has', async () => {
    const page = await open(browser, server.address, 'p/wrong/people');
    await byText(page, 'group-choice .notice', NOBODY);
    await page.select('#group-for-audience-1', 'employees');
    await press(page, 'group-choice button', 'Use this group');
    await page.waitForFunction(() => !document.querySelector('group-choice .notice'));
    await page.select('#group-of-list', 'hired-in');
    await press(page, 'group-choice button', 'Add this group');
    await byText(page, '[data-thing="hired-in"]', 'hired-in');
    await saved(page);
    const { draft } = await server.drafts.read('wrong');
    assert.deepEqual(
      draft.audiences.map(({ id }) => id),
      ['employees', 'hired-in'],
    );
    assert.deepEqual(draft.audiences[0].title, { en: 'All staff' });
    assert.deepEqual(draft.sections[0].audience, ['employees']);
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('that nobody is in are told before publishing', async () => {
    const page = await open(browser, server.address, 'p/wrong/people');
    for (const title of ['All staff', 'hired-in']) {
      await page.$eval(`[aria-label="Remove “${title}”"]`, (button) => button.click());
    }
    await press(page, '.items button', 'Add a group of readers');
    await saved(page);
    await page.goto(`${server.address}/studio/p/wrong/publish`, { waitUntil: 'load' });
    await byText(page, 'group-warning .notice', 'So nobody is asked to confirm this policy.');
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
