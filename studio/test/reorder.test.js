/** Complaint 6, at the desk: what is moved takes all its languages along, and nothing is to be translated again. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open, sample, saved, startBrowser, startServer } from './support.js';

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startServer([sample]), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const section = sample.sections.find(({ type }) => type === 'reactions');
const [item] = section.items.filter(({ steps }) => steps.length > 2);

describe('the arrows beside the steps', () => {
  it('move a step in each of its languages, whichever one is written in', async () => {
    const page = await open(
      browser,
      server.address,
      `p/social-media/write/${section.id}/${item.id}`,
    );
    const status = () =>
      page.evaluate(async () => {
        const response = await fetch('/api/studio/policies/social-media');
        return (await response.json()).policy;
      });
    await page.waitForSelector('[aria-label="Move Steps 1 down"]');
    // In French: only the order is changed, of all of it.
    await page.select('.desk-top select', 'fr');
    await page.click('[aria-label="Move Steps 1 down"]');
    await saved(page);
    const { draft } = await server.drafts.read('social-media');
    const moved = draft.sections
      .flatMap(({ items = [] }) => items)
      .find(({ id }) => id === item.id);
    const [first, second, ...others] = item.steps;
    assert.deepEqual(moved.steps, [second, first, ...others]);
    assert.deepEqual((await status()).translations, sample.translations);
    // And an item in its section, and the section in the policy.
    await page.click(`[data-thing="${item.id}"] [data-move="1"]`);
    await saved(page);
    await page.click('.section-head [data-move="-1"]');
    await saved(page);
    const after = (await server.drafts.read('social-media')).draft;
    const byId = (policy) =>
      new Map(
        policy.sections.flatMap((each) => [each, ...(each.items ?? [])]).map((e) => [e.id, e]),
      );
    const [was, now] = [byId(sample), byId(after)];
    for (const [id, each] of was) {
      if (id === item.id || id === section.id) continue;
      assert.deepEqual(now.get(id), each, id);
    }
    assert.deepEqual(now.get(item.id), { ...was.get(item.id), steps: moved.steps });
    assert.deepEqual(after.translations, sample.translations);
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
