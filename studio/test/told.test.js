/** What somebody is told once something has happened: on the page of a link, after publishing, of a date. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makePolicy } from '../../server/test/helpers.js';
import { openMigrated } from '../../server/test/template.js';
import { looks } from './look.js';
import { byText, open, press, saved, startBrowser, startServer } from './support.js';

const nora = { id: 'nora.peeters', name: 'Nora Peeters' };
const draft = (id, more = {}) => ({
  ...makePolicy({ id, languages: ['nl'], version: '0.1', status: 'draft' }),
  ...more,
});

let database;
let server;
let browser;
before(async () => {
  database = await openMigrated();
  [server, browser] = await Promise.all([startServer([], { database }), startBrowser()]);
  await server.drafts.create('asked', draft('asked'), nora);
  const { acknowledgement: _none, ...unasked } = draft('unasked');
  await server.drafts.create('unasked', unasked, nora);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const desk = (path, lang = 'nl') => open(browser, server.address, path, { lang });
const closed = async (page) => {
  assert.deepEqual(page.problems, []);
  await page.close();
};

describe('a link for somebody without an account', () => {
  it('tells on its page until when, and afterwards that it has ended', async () => {
    const page = await desk('p/asked/preview');
    await press(page, 'preview-links summary', 'zonder account');
    await page.click('preview-links [data-make]');
    await page.waitForSelector('#preview-link');
    const link = await page.$eval('#preview-link', (field) => field.value);
    const listed = await page.$eval('preview-links .links span', (each) => each.innerText);
    const [until] = listed.match(/\d{1,2} \S+ \d{4}$/);

    const guest = await (await browser.createBrowserContext()).newPage();
    await guest.evaluateOnNewDocument(() => {
      localStorage.setItem('policy-studio-language', 'nl');
    });
    await guest.goto(link);
    await byText(guest, '.preview-notice', until);
    await database.query(
      `update policy_receiver.previews 
          set made_at = made_at - interval '7 days', ends_at = clock_timestamp() - interval '1 minute'`,
    );
    await guest.reload();
    await byText(guest, 'h1', 'Deze link werkt niet meer');
    const told = await guest.$eval('main', (main) => main.innerText);
    assert.match(told, /verlopen/);
    await looks(guest, 'preview-ended');
    await guest.close();
    await closed(page);
  });
});

describe('after publishing', () => {
  const publish = async (id, version) => {
    const page = await desk(`p/${id}/publish`);
    await press(page, 'button', `Versie ${version} publiceren`);
    await byText(page, 'h1', `Versie ${version} is gepubliceerd`);
    return page;
  };

  it('says whom it asks something, and that nobody is mailed', async () => {
    const page = await publish('asked', '1.0');
    await byText(page, '.published p', 'De studio mailt niemand');
    await looks(page, 'published-asked');
    await page.goto(`${server.address}/studio/p/asked/basics`);
    await page.waitForSelector('#policy-title');
    await page.type('#policy-title', '!');
    await saved(page);
    await closed(page);
    const again = await publish('asked', '1.1');
    await byText(again, '.published p', 'Niemand hoeft opnieuw te bevestigen');
    await closed(again);
  });

  it('says that nobody is asked anything, and where that is chosen', async () => {
    const page = await publish('unasked', '1.0');
    await byText(page, '.published p', 'Niemand wordt gevraagd het te bevestigen');
    await press(page, '.published p a', 'Wat mensen bevestigen');
    await page.waitForFunction(() => location.pathname.endsWith('/p/unasked/confirmation'));
    await closed(page);
  });
});

describe('the date on which a policy is to be looked at again', () => {
  it('is asked for until it is there, and told where it has passed', async () => {
    const page = await desk('p/unasked/basics');
    await byText(page, '.notes', 'Er is geen herzieningsdatum');
    const choose = (date) =>
      page.$eval(
        '#policy-reviewBy',
        (field, value) => {
          field.value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        date,
      );
    const notes = () =>
      page.$eval('.thing-form', (form) =>
        [...form.querySelectorAll('#policy-reviewBy-notes')].map((each) => each.innerText).join(),
      );
    const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
    await choose(nextYear);
    await saved(page);
    await page.waitForFunction(() => !document.querySelector('#policy-reviewBy-notes'));
    assert.equal((await server.drafts.read('unasked')).draft.reviewBy, nextYear);
    await choose('2020-01-31');
    await page.waitForSelector('#policy-reviewBy-notes');
    assert.match(await notes(), /31 januari 2020|2020/);
    await closed(page);
  });
});
