import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { looks } from './look.js';
import { byText, open, sample, saved, startBrowser, startServer } from './support.js';

describe('what readers asked and did not find', () => {
  let server;
  let browser;
  before(async () => {
    [server, browser] = await Promise.all([
      startServer([sample], { countSearches: {} }),
      startBrowser(),
    ]);
    for (const person of ['nora.peeters', 'karim.benali', 'lucie.delvaux']) {
      for (const query of ['mag ik een zeppelin vouwen', 'Waar staat de fax?']) {
        const answer = await fetch(`${server.address}/api/searches`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: `demo-user=${person}` },
          body: JSON.stringify({ policy: 'social-media', lang: 'nl', query }),
        });
        assert.equal(answer.status, 204);
      }
    }
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('stands beside the words it is searched by, is added with one press, or left out', async () => {
    const page = await open(browser, server.address, 'p/social-media/write/rules');
    await page.waitForSelector('details.more');
    await page.$$eval('details.more', (all) => all.forEach((each) => (each.open = true)));
    const asked = 'asked-words[data-thing="rules"]';
    await byText(page, `${asked} li`, 'zeppelin vouwen');
    await page.$eval(asked, (each) => each.scrollIntoView({ block: 'center' }));
    await looks(page, 'asked');
    await page.focus(`${asked} button[aria-label="Add “mag ik een zeppelin vouwen”"]`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (css) => !document.querySelector(css)?.textContent.includes('zeppelin'),
      {},
      asked,
    );
    await saved(page);
    const { draft } = await server.drafts.read('social-media');
    const { keywords } = draft.sections.find(({ id }) => id === 'rules');
    assert.ok(keywords.nl.includes('mag ik een zeppelin vouwen'), keywords.nl.join());
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'P');

    await page.focus(`${asked} button[aria-label="Leave out “waar staat de fax”"]`);
    await page.keyboard.press('Enter');
    await page.waitForFunction((css) => !document.querySelector(`${css} li`), {}, asked);
    await page.reload();
    await page.waitForSelector('details.more');
    await page.waitForSelector('asked-words');
    assert.equal(await page.$('asked-words li'), null);
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
