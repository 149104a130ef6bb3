import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { looks } from './look.js';
import { byText, open, press, sample, startBrowser, startServer } from './support.js';

describe('a draft of another server', () => {
  let server;
  let browser;
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'studio-'));
    [server, browser] = await Promise.all([startServer([sample]), startBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const give = async (page, selector, content) => {
    const path = join(folder, 'draft.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    await (await page.waitForSelector(selector)).uploadFile(path);
  };
  const transfer = async () => {
    const page = await open(browser, server.address, 'p/social-media/history');
    await press(page, 'draft-transfer summary', 'another server');
    return page;
  };

  it('is saved as a file, looked at, and taken in', async () => {
    const page = await transfer();
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        globalThis.made = file;
        return make.call(URL, file);
      };
      HTMLAnchorElement.prototype.click = () => {};
    });
    await press(page, 'draft-transfer button', 'Save as a file');
    await page.waitForFunction(() => globalThis.made);
    const file = JSON.parse(await page.evaluate(() => globalThis.made.text()));
    assert.equal(file.format, 'policy-draft');
    file.policy.sections[0].title.nl = 'Van de andere server';
    await give(page, '#tx-in', file);
    await byText(page, '.transfer .changes', 'Van de andere server');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2');
    await looks(page, 'transfer');
    const before = (await server.drafts.read('social-media')).draft;
    assert.equal(before.sections[0].title.nl, sample.sections[0].title.nl, 'only looked at');
    await press(page, '.transfer button', 'Take it in');
    await byText(page, 'draft-transfer .notice', 'It is taken in');
    const { draft } = await server.drafts.read('social-media');
    assert.equal(draft.sections[0].title.nl, 'Van de andere server');
    assert.equal(draft.version, sample.version);
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('that is none, or of another policy, is refused in words', async () => {
    const page = await transfer();
    await give(page, '#tx-in', '{ "format": ');
    await byText(page, 'draft-transfer .notice', 'damaged');
    await give(page, '#tx-in', { format: 'policy-draft', policy: { ...sample, id: 'travel' } });
    await byText(page, 'draft-transfer .notice', 'another policy, “travel”');
    await page.close();
  });

  it('begins a policy that is not here yet, and says where one is', async () => {
    const page = await open(browser, server.address, 'new');
    const file = { format: 'policy-draft', policy: { ...sample, id: 'travel' }, images: {} };
    await press(page, 'button.way', 'With a policy file');
    await give(page, '#file', file);
    await page.waitForFunction(() => location.pathname.endsWith('/p/travel'));
    assert.ok(await server.drafts.read('travel'));
    await page.goto(`${server.address}/studio/new`);
    await press(page, 'button.way', 'With a policy file');
    await give(page, '#file', file);
    await byText(page, '.notice', 'is here already');
    await page.close();
  });
});
