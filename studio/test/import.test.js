/** A document becomes a draft: what it is called, what each section is, and what went wrong. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { docx, h, li, p, table } from '../../authoring/test/support/docx.js';
import { byText, open, press, startBrowser, startServer } from './support.js';

const BODY = [
  ...[h(1, '1. Purpose'), p('Everybody is safe online, and knows whom to ask.')],
  ...[h(1, '2. Our accounts'), p('Each department has one of its own.')],
  ...[h(1, '3. Rules'), p('Be honest with whoever reads it.')],
].join('');

describe('a document', () => {
  let browser, server, folder;
  before(async () => {
    browser = await startBrowser();
    server = await startServer();
    folder = await mkdtemp(join(tmpdir(), 'studio-import-'));
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function choose(page, name, bytes) {
    const file = join(folder, name);
    await writeFile(file, bytes);
    const input = await page.waitForSelector('#file');
    await input.uploadFile(file);
  }

  it('is in the language of its text, whatever the studio speaks, or in the one chosen', async () => {
    const page = await open(browser, server.address, 'new', { lang: 'fr' });
    const text =
      'We willen dat iedereen met een gerust hart online kan zijn, en ook weet bij wie het kan worden gemeld.';
    const dutch = docx(
      [p(text), p(text), h(1, '1. Doel'), p(text), h(1, '2. Regels'), p(text)].join(''),
    );
    await press(page, '.way', 'Avec un document');
    await choose(page, 'beleid.docx', dutch);
    await byText(page, 'h1', 'Est-ce correct');
    const titles = () => page.$$eval('.guess-title strong', (all) => all.map((e) => e.textContent));
    assert.equal((await titles())[0], 'Inleiding');
    await byText(page, 'p.muted', 'Néerlandais');
    assert.equal(await page.$eval('.import-source .document', (each) => each.lang), 'nl');
    await press(page, '.title-row .button', 'Un autre document');
    await page.waitForSelector('#first-language');
    assert.equal(await page.$eval('#first-language', (select) => select.value), 'nl');
    await page.select('#first-language', 'de');
    await choose(page, 'beleid.docx', dutch);
    await byText(page, 'h1', 'Est-ce correct');
    assert.equal((await titles())[0], 'Einleitung');
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('is read the next time, where what reads it could not be fetched', async () => {
    const page = await open(browser, server.address, 'new');
    await press(page, '.way', 'With a document you have');
    await page.setRequestInterception(true);
    let away = true;
    page.on('request', (request) =>
      away && /\/part-[\w-]+\.js/.test(request.url())
        ? void request.abort('connectionreset')
        : void request.continue(),
    );
    await choose(page, 'policy.docx', docx(BODY));
    await byText(page, '#file-problem', 'The server does not answer');
    away = false;
    await choose(page, 'policy.docx', docx(BODY));
    await byText(page, 'h1', 'Is this right?');
    await page.close();
  });

  it('is named before it is a policy, and its sections change where they stand', async () => {
    const page = await open(browser, server.address, 'new');
    await press(page, '.way', 'With a document you have');
    await choose(page, 'empty.docx', '');
    await page.waitForFunction(() => document.activeElement?.id === 'file-problem');
    const problem = await page.$eval('#file-problem', (each) => each.textContent);
    assert.match(problem, /empty\.docx.*Open it in Word/s);
    await choose(page, 'policy.docx', docx(BODY));
    await byText(page, 'h1', 'Is this right?');
    const titles = await page.$$eval('.guess-title strong', (all) => all.map((e) => e.textContent));
    assert.deepEqual(titles, ['Purpose', 'Our accounts', 'Rules']);

    const kinds = () =>
      page.$$eval('.guess:nth-child(2) [aria-pressed]', (all) => all.map((e) => e.textContent));
    const offered = await kinds();
    await page.select('.guess:nth-child(2) select', 'profiles');
    const last = await page.$('.guess:nth-child(2) [aria-pressed]:last-of-type');
    await last.focus();
    await last.press('Enter');
    await page.waitForFunction(
      (button) => button.ariaPressed === 'true' && document.activeElement === button,
      {},
      last,
    );
    assert.deepEqual(await kinds(), offered);

    await press(page, '.guess-title', 'Rules');
    await page.waitForFunction(
      () => document.querySelector('.document .found')?.textContent === '3. Rules',
    );
    await press(page, 'button', 'Go on with this');
    assert.equal(await page.$eval('#import-title', (input) => input.matches(':invalid')), true);
    await page.type('#import-title', 'Online policy');
    await page.type('#import-organisation', 'House');
    await press(page, 'button', 'Go on with this');
    await byText(page, 'h1', 'Online policy');
    assert.match(page.url(), /\/studio\/p\/online-policy$/);
    const { draft } = await server.drafts.read('online-policy');
    assert.deepEqual(
      [draft.title, draft.organisation.name],
      [{ en: 'Online policy' }, { en: 'House' }],
    );
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  it('is shown as it will be read, and tells what the draft has in another order', async () => {
    const page = await open(browser, server.address, 'new', { lang: 'nl' });
    await press(page, '.way', 'Met een document');
    const rules = ['Je moet lachen.', 'Je mag niet roepen.', 'Je moet kloppen.', 'Je mag blijven.'];
    const body = [
      ...[h(1, 'Cijfers'), p('In een week:'), table(['Maandag', 'tien'], ['Dinsdag', 'twaalf'])],
      ...[h(1, 'Afspraken'), ...rules.map((each) => li(each, 0, 2)), p('Ook na je uren.')],
    ].join('');
    await choose(page, 'beleid.docx', docx(body));
    await byText(page, '.guess-picture', 'In een week:');
    const [figures] = await page.$$eval('.guess-picture', (all) => all.map((e) => e.innerText));
    assert.match(figures, /^In een week: Maandag · tien Dinsdag · twaalf$/);
    assert.doesNotMatch(figures, /\||---/);
    await byText(page, '.guess .muted', 'Wat na de opsomming stond');
    // The likely ones are a press away; the others are in a list, which makes them as well.
    const buttons = await page.$$eval('.guess', (all) =>
      all.map((each) => each.querySelectorAll('[aria-pressed]').length),
    );
    assert.ok(Math.max(...buttons) <= 4, `${buttons} buttons`);
    await page.select('.guess:nth-child(2) select', 'check');
    await byText(page, '.guess:nth-child(2) .guess-picture li', 'Je moet lachen');
    assert.deepEqual(page.problems, []);
    await page.close();
  });
});
