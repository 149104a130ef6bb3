/** Writing in a policy of thousands of items. What a key takes is measured by bench/typing.js. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { largePolicy } from '../../scripts/measure/policies.js';
import { ENGINE } from '../../test/support/browser.js';
import { blockOf, partShown } from '../dist/modules/model/part-shown.js';
import { byText, open, saved, startBrowser, startServer } from './support.js';

const policy = largePolicy();
const faq = policy.sections.find(({ type }) => type === 'faq');
const AT = 400;

describe('the part of a long policy that the preview shows', () => {
  const shown = (at, of = policy) => partShown(of, blockOf(of, at));
  const itemsOf = (draft, id) => draft.sections.find((each) => each.id === id).items;

  it('has every section, and what stands around the place that is written', () => {
    const part = shown(faq.items[AT].id);
    assert.deepEqual(
      part.sections.map(({ id }) => id),
      policy.sections.map(({ id }) => id),
    );
    const ids = new Set(itemsOf(part, faq.id).map(({ id }) => id));
    assert.ok(ids.has(faq.items[AT].id) && ids.has(faq.items[AT + 10].id));
    assert.ok(!ids.has(faq.items[AT + 100].id));
    const count = part.sections.reduce((sum, { items = [] }) => sum + items.length, 0);
    assert.ok(count < 200, `${count} items`);
  });

  it('has what its texts lead to, and does not change between neighbours', () => {
    const target = faq.items[500].id;
    const leads = structuredClone(policy);
    const own = leads.sections.find(({ id }) => id === faq.id).items[AT];
    own.answer.nl += ` [](#${target})`;
    assert.ok(itemsOf(shown(own.id, leads), faq.id).some(({ id }) => id === target));
    assert.ok(!itemsOf(shown(own.id), faq.id).some(({ id }) => id === target));
    assert.equal(blockOf(policy, faq.items[AT].id), blockOf(policy, faq.items[AT + 1].id));
  });

  it('is all of a policy that is not long', () => {
    const short = { ...policy, sections: policy.sections.slice(0, 2) };
    assert.equal(shown(short.sections[0].id, short), short);
  });
});

describe('writing in a long policy', () => {
  let server;
  let browser;
  before(async () => {
    [server, browser] = await Promise.all([startServer([policy]), startBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('shows the place in the preview, says so, and finds what is wrong beside the page', async () => {
    const { id } = faq.items[AT];
    const page = await open(browser, server.address, `p/${policy.id}/write/${faq.id}/${id}`);
    await page.waitForSelector('.thing.open input[data-field="question"]');
    await page.focus('.thing.open input[data-field="question"]');
    const inPreview = (wanted) =>
      page.waitForFunction(
        (item) => {
          const { shadowRoot } = document.querySelector('policy-viewer') ?? {};
          const list = shadowRoot?.querySelector('policy-faq')?.shadowRoot;
          return list?.querySelector(`[id="${item}"]`);
        },
        {},
        wanted,
      );
    await inPreview(id);
    await byText(page, 'studio-preview .hint', 'you see the part you write in');
    await page.type('.thing.open input[data-field="question"]', ' Nieuw [[naam]]');
    await saved(page);
    await page.waitForFunction(
      (item) =>
        document
          .querySelector('policy-viewer')
          .shadowRoot.querySelector('policy-faq')
          .shadowRoot.querySelector(`[id="${item}"]`)
          .textContent.includes('Nieuw'),
      {},
      id,
    );
    if (ENGINE === 'chromium') assert.equal(page.workers().length, 1);
    await byText(page, '.thing.open .notes', '[[naam]]');
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
