import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toCsv, toXliff, translationUnits } from '../../authoring/dist/translation-files/index.js';
import { readWord, toWord } from '../../authoring/dist/translation-files/docx-file.js';
import {
  byText,
  editorOf,
  open,
  press,
  sample,
  saved,
  startBrowser,
  startServer,
} from './support.js';

describe('a file for who translates', () => {
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

  const draft = async () => (await server.drafts.read('social-media')).draft;
  const stateOf = async (id, field) =>
    translationUnits(await draft(), 'fr').find((each) => each.id === id && each.field === field)
      .state;
  const translate = async () => {
    const page = await open(browser, server.address, 'p/social-media/translate/fr');
    await press(page, 'translation-files summary', 'in a file');
    return page;
  };
  const give = async (page, name, content) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const input = await page.waitForSelector('#tf-in');
    await input.uploadFile(path);
  };

  for (const [label, ending] of [
    ['Word', 'docx'],
    ['Excel', 'csv'],
    ['XLIFF', 'xlf'],
  ]) {
    it(`is saved for ${label}, with every text`, async () => {
      const page = await translate();
      await page.evaluate(() => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (file) => {
          globalThis.made = file;
          return make.call(URL, file);
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      await press(page, 'translation-files button', label);
      await page.waitForFunction(() => globalThis.made);
      const [name, base64] = await page.evaluate(async () => {
        const bytes = new Uint8Array(await globalThis.made.arrayBuffer());
        return [
          globalThis.made.name,
          btoa([...bytes].map((byte) => String.fromCharCode(byte)).join('')),
        ];
      });
      assert.equal(name, `social-media.fr.${ending}`);
      const bytes = Buffer.from(base64, 'base64');
      const expected = { csv: toCsv, xlf: toXliff }[ending]?.(await draft(), 'fr');
      if (expected) assert.equal(bytes.toString('utf8'), expected);
      else assert.equal(readWord(bytes).entries.length, translationUnits(sample, 'fr').length);
      assert.deepEqual(page.problems, []);
      await page.close();
    });
  }

  it('comes back, is written and saved, and undone in one step', async () => {
    const before = (await draft()).summary.fr;
    const file = toCsv(await draft(), 'fr').replace(before, 'Un résumé du bureau.');
    const page = await translate();
    await give(page, 'back.csv', file);
    await byText(page, 'translation-files [role=status]', '1 taken over');
    await saved(page);
    assert.equal((await draft()).summary.fr, 'Un résumé du bureau.');
    assert.equal(await stateOf('social-media', 'summary'), 'current');
    await press(page, '.save-state', 'Saved');
    await page.click('[aria-label="Undo"]');
    await page.waitForFunction(() => document.querySelector('.save-state.saving'));
    await saved(page);
    assert.equal((await draft()).summary.fr, before);
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('made of an older text never takes the place of something newer', async () => {
    const older = await toWord(
      {
        ...(await draft()),
        summary: { nl: 'Een oudere samenvatting.', fr: 'Un résumé plus ancien.' },
      },
      'fr',
    );
    const page = await translate();
    await give(page, 'older.docx', older);
    await byText(page, 'translation-files [role=status]', 'a newer source');
    assert.equal((await draft()).summary.fr, sample.summary.fr);
    assert.equal(await stateOf('social-media', 'summary'), 'current');
    await page.close();
  });

  it('that is no such file, or of another policy, is refused in words', async () => {
    const page = await translate();
    for (const [name, content, words] of [
      ['other.xlf', toXliff({ ...sample, id: 'travel' }, 'fr'), 'belongs to the policy “travel”'],
      ['photo.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'cannot be found'],
      ['broken.docx', Buffer.from('PK\u0003\u0004 and no more'), 'could not be read'],
    ]) {
      await give(page, name, content);
      await byText(page, 'translation-files .notice', words);
    }
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('is not needed for a slip: what was translated is said to hold, beside the text', async () => {
    const page = await open(browser, server.address, 'p/social-media/basics', { lang: 'en' });
    const summary = await editorOf(page, 'summary');
    await summary.focus();
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type('!');
    await byText(page, '.behind', 'Made of an earlier text: French, English.');
    await saved(page);
    assert.equal(await stateOf('social-media', 'summary'), 'stale');
    await press(page, '.behind button', 'still holds');
    await page.waitForFunction(() => !document.querySelector('.behind'));
    await saved(page);
    assert.equal(await stateOf('social-media', 'summary'), 'current');
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
