/** What stopped people who tried the studio without a word of explanation. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { readGrant, rolesFrom } from '../../server/dist/index.js';
import { makePolicy } from '../../server/test/helpers.js';
import { freshId } from '../dist/modules/model/policy.js';
import { sectionTitle } from '../dist/modules/model/section-titles.js';
import { valueWords } from '../dist/modules/fields/values.js';
import { looks } from './look.js';
import {
  byText,
  chooseFallback,
  openAs,
  press,
  sample,
  saved,
  startBrowser,
  startServer,
  writeAtEnd,
} from './support.js';

const grants = [
  ...['write=nora.peeters', 'publish=nora.peeters', 'approve=karim.benali'],
  'translate:fr=lucie.delvaux',
];
const nora = { id: 'nora.peeters', name: 'Nora Peeters' };
const wout = { id: 'wout.claes', name: 'Wout Claes' };

let server;
let browser;
before(async () => {
  const rolesOf = rolesFrom(grants.map(readGrant));
  [server, browser] = await Promise.all([
    startServer([sample], { rolesOf, fourEyes: true }),
    startBrowser(),
  ]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const desk = (...of) => openAs({ server, browser }, ...of);
const go = async (page, path) => {
  await page.goto(`${server.address}/studio/${path}`);
  await page.waitForSelector('main h1');
};
const closed = async (...pages) => {
  for (const page of pages) {
    assert.deepEqual(page.problems, []);
    await page.close();
  }
};
/** Empty pixels between two things, one below the other. */
const gap = (page, above, below) =>
  page.evaluate(
    (one, other) =>
      document.querySelector(other).getBoundingClientRect().top -
      document.querySelector(one).getBoundingClientRect().bottom,
    above,
    below,
  );

describe('a first version', () => {
  it('is read as a whole by whoever approves, comes back with its reason, and goes on a page', async () => {
    const first = makePolicy({ id: 'first', languages: ['nl'], version: '0.1', status: 'draft' });
    await server.drafts.create('first', first, nora);
    const writer = await desk('nora.peeters', 'p/first/publish', 'en');
    await press(writer, 'button', 'Ask for approval of version 1.0');
    await byText(writer, 'h2', 'waits for approval');

    // “All of it is new” leads to all of it.
    const approver = await desk('karim.benali', 'p/first/publish', 'nl');
    await press(approver, '.changed a', 'De hele tekst lezen');
    await approver.waitForSelector('policy-viewer[reading="all"]');
    await press(approver, '.page p a', 'Terug naar Publiceren');
    await byText(approver, 'h2', 'wacht op goedkeuring');
    await approver.type('#ap-remark', 'Wat met foto’s?');
    await press(approver, 'button', 'Terugsturen');
    await byText(approver, '.notice', 'Wat met foto’s?');

    // Wherever the writer begins, the reason is one press away.
    await go(writer, '');
    await press(writer, '.policy .state-line a', 'Read why');
    await byText(writer, '.notice', 'Wat met foto’s?');
    await go(writer, 'p/first');
    await byText(writer, '.notice.alert', 'This text was sent back');
    await looks(writer, 'sent-back-overview');
    await press(writer, '.notice.alert a', 'Read why');
    await byText(writer, '.notice', 'Wat met foto’s?');
    await press(writer, 'button', 'Ask for approval of version 1.0');
    await byText(writer, 'h2', 'waits for approval');

    await go(approver, 'p/first/publish');
    await press(approver, 'button', 'Versie 1.0 goedkeuren');
    await byText(approver, 'h2', 'is goedgekeurd');
    await byText(approver, 'p', 'Publiceren doet iemand die dat mag.');

    await writer.evaluateOnNewDocument(() => {
      const own = globalThis.setInterval;
      globalThis.setInterval = (work) => own(work, 300);
    });
    await go(writer, 'p/first/publish');
    const lookedUp = writer.waitForResponse((each) => /versions\/1\.0$/.test(each.url()));
    await press(writer, 'button', 'Publish version 1.0');
    const told = 'Now put it on a page where people read it';
    await byText(writer, '.published .standfirst', told);
    // And so it stays once what is published has been looked up again.
    await lookedUp;
    await writer.evaluate(() => new Promise(requestAnimationFrame));
    assert.match(await writer.$eval('.published .standfirst', (each) => each.innerText), /once/);
    await closed(writer, approver);
  });
});

describe('what changed', () => {
  it('names the other languages in which texts changed, and shows them at a press', async () => {
    const [section] = sample.sections;
    const title = { ...section.title, fr: 'Un autre titre' };
    await server.publications.publish({ ...sample, id: 'french' });
    const page = await desk('nora.peeters', 'p/french', 'nl');
    const change = { id: section.id, field: 'title', lang: 'fr', value: title.fr };
    const edits = [{ ...change, baseDigest: digestValue(section.title.fr) }];
    await server.drafts.save('french', edits, nora);
    await go(page, 'p/french/publish');
    await byText(page, 'section p', 'In het Nederlands niets dat lezers zouden merken.');
    await looks(page, 'changed-elsewhere');
    await press(page, '.elsewhere button', 'Frans (1)');
    await byText(page, '.change-text ins', 'autre');
    assert.equal(await page.$eval('.title-row select', ({ value }) => value), 'fr');
    await closed(page);
  });

  it('tells what was chosen in words, and never as it is kept', async () => {
    const page = await desk('nora.peeters', 'p/social-media', 'nl');
    const reaction = sample.sections
      .flatMap(({ items = [] }) => items)
      .find(({ within }) => within === 'PT2H');
    const set = (id, field, before, value) => ({
      ...{ id, field, value, baseDigest: digestValue(before) },
    });
    const { acts } = sample.acknowledgement;
    const edits = [
      set(reaction.id, 'within', 'PT2H', 'PT4H'),
      set('', 'acknowledgement.acts', acts, ['acknowledge', 'decline']),
      set('', 'acknowledgement.covers', 'core', null),
    ];
    await server.drafts.save('social-media', edits, nora);
    await go(page, 'p/social-media/publish');
    await byText(page, '.change-text', 'Binnen: 4 uur');
    const told = await page.$eval('.changes', (list) => list.innerText);
    assert.match(told, /Wat mensen kunnen antwoorden: Bevestigen, Weigeren/);
    assert.match(told, /Wat ze bevestigen gelezen te hebben: Het hele beleid/);
    assert.doesNotMatch(told, /\bPT?\d|\bacts\b|\bcovers\b|acknowledge\b/);
    await closed(page);
  });

  it('leaves no button that does nothing without a word', async () => {
    const page = await desk('nora.peeters', 'p/social-media/write/purpose', 'nl');
    await writeAtEnd(page, ' Iets heel anders dan voordien.');
    await go(page, 'p/social-media/publish');
    await byText(page, 'button[disabled]', 'Goedkeuring vragen voor versie 4.0');
    await byText(page, 'p.muted', 'Kies eerst voor elke taal die achterloopt');
    await chooseFallback(page);
    await page.waitForSelector('.actions .button.primary:not([disabled])');
    const whole = await page.$eval('main', (main) => main.innerText);
    assert.doesNotMatch(whole, /Kies eerst/);
    await closed(page);
  });

  it('also where two people chose differently', async () => {
    const page = await desk('nora.peeters', 'p/social-media/write', 'nl');
    const section = sample.sections.find(({ items = [] }) =>
      items.some(({ within }) => within === 'PT2H'),
    );
    const item = section.items.find(({ within }) => within === 'PT2H');
    await go(page, `p/social-media/write/${section.id}/${item.id}`);
    await page.waitForSelector('select[data-field="within"]');
    const { draft } = await server.drafts.read('social-media');
    const was = draft.sections.flatMap(({ items = [] }) => items).find(({ id }) => id === item.id);
    const theirs = { id: item.id, field: 'within', value: 'PT30M' };
    await server.drafts.save(
      'social-media',
      [{ ...theirs, baseDigest: digestValue(was.within) }],
      wout,
    );
    await page.select('select[data-field="within"]', 'PT1H');
    await byText(page, '.conflict .both', '30 minuten');
    const both = await page.$eval('.conflict .both', (each) => each.innerText);
    assert.match(both, /1 uur/);
    assert.doesNotMatch(both, /PT/);
    await page.click('.conflict .button:not(.primary)');
    await saved(page);
    await closed(page);
  });

  it('in a list, of people and of what is no text', () => {
    const [contact] = sample.contacts;
    assert.equal(valueWords(sample, '', 'owner', contact.id), contact.name.en ?? contact.name);
    assert.equal(valueWords(sample, '', 'languages', ['nl', 'fr']), 'Dutch, French');
    assert.equal(valueWords(sample, '', 'effective', '2026-03-01'), '1 March 2026');
    assert.equal(valueWords(sample, '', 'covers', undefined), 'The whole policy');
  });
});

describe('who reads and does not write', () => {
  it('is told so above the fields, and led to what there is to do', async () => {
    const page = await desk('lucie.delvaux', 'p/social-media/write', 'fr');
    await byText(page, '.notice', 'd’autres écrivent ce texte');
    await looks(page, 'read-only');
    // What is not written has no white of paper to write on.
    await page.waitForSelector('.rich.read-only [aria-readonly="true"]');
    const grounds = await page.$$eval('.input[readonly], .rich.read-only', (all) =>
      all.map((each) => [getComputedStyle(each).backgroundColor, getComputedStyle(each).cursor]),
    );
    assert.ok(grounds.length > 1);
    for (const each of grounds) assert.deepEqual(each, ['rgba(0, 0, 0, 0)', 'default']);
    await press(page, '.notice a', 'Vers votre traduction');
    await page.waitForFunction(() => location.pathname.endsWith('/translate/fr'));
    const approver = await desk('karim.benali', 'p/social-media/basics', 'nl');
    await byText(approver, '.notice', 'Wie mag schrijven, verandert de tekst.');
    await closed(page, approver);
  });
});

describe('something new and empty', () => {
  it('is not complained of before somebody left a field, wrote in it, or goes to publish', async () => {
    const empty = makePolicy({ id: 'empty', languages: ['en'], version: '0.1', status: 'draft' });
    empty.sections = [{ id: 'rules', type: 'rules', title: { en: 'Rules' }, items: [] }];
    await server.drafts.create('empty', empty, nora);
    const page = await desk('nora.peeters', 'p/empty/write/rules', 'en');
    const notes = (field) =>
      page.$$eval(
        '.thing.open .notes',
        (all, name) => all.filter(({ id }) => !name || id.endsWith(`-${name}-notes`)).length,
        field,
      );
    const looked = () => new Promise((resolve) => setTimeout(resolve, 2_000));
    await press(page, '.items .button', 'Add a rule');
    await page.waitForFunction(() => document.activeElement.matches('[data-field="title"]'));
    await saved(page);
    await looked();
    assert.equal(await notes(), 0);
    assert.equal(await page.$('.contents .flag'), null);
    // The title was left, the text was not.
    await page.focus('.thing.open .tool');
    await page.waitForSelector('.thing.open [id$="-title-notes"]');
    assert.equal(await notes('body'), 0);
    await page.type('.thing.open [data-field="title"]', 'Be kind');
    await page.waitForSelector('.thing.open [id$="-body-notes"]');
    // Nothing was written in this one, and then all of it is looked at.
    await press(page, '.items .button', 'Add a rule');
    await page.waitForFunction(() => document.querySelectorAll('.thing').length === 2);
    await saved(page);
    await looked();
    assert.equal(await notes(), 0);
    await press(page, '.tabs a', 'Publish');
    await byText(page, 'h1', 'Publish');
    await press(page, '.tabs a', 'Write');
    await press(page, '.thing:last-child .thing-title', 'Untitled');
    await page.waitForSelector('.thing.open [id$="-body-notes"]');
    await closed(page);
  });
});

describe('earlier states', () => {
  it('say which one is the current one, and do not offer to go back to it', async () => {
    await server.drafts.create('states', makePolicy({ id: 'states', status: 'draft' }), nora);
    const title = { id: '', field: 'title', lang: 'nl', value: 'Anders' };
    await server.drafts.save('states', [{ ...title, baseDigest: digestValue('Beleid') }], nora);
    const page = await desk('nora.peeters', 'p/states/history', 'nl');
    await byText(page, '.revisions li:first-child .current-state', 'Huidige toestand');
    assert.equal(await page.$$eval('.current-state', (all) => all.length), 1);
    await looks(page, 'history-current');
    await page.click('.revisions li:first-child .thing-title');
    await page.waitForSelector('.revisions li:first-child .thing-form');
    assert.equal(await page.$('.revisions .thing-form .button'), null);
    await page.click('.revisions li:last-child .thing-title');
    await press(page, '.revisions li:last-child .thing-form .button', 'Hiernaar teruggaan');
    await byText(page, '.revisions li:first-child', 'Teruggegaan naar een eerdere toestand');
    await byText(page, '.revisions li:first-child .current-state', 'Huidige toestand');
    assert.equal(await page.$$eval('.current-state', (all) => all.length), 1);
    await closed(page);
  });
});

describe('the fields', () => {
  it('touch nothing, and leave no empty rows', async () => {
    const page = await desk('nora.peeters', 'p/social-media/basics', 'nl');
    await page.waitForSelector('text-comments button');
    const below = await gap(page, '#policy-title', '[data-field="summary"]');
    const label = await page.$eval('#policy-summary-label', (each) => each.offsetHeight);
    const hint = await page.$eval('#policy-summary-hint', (each) => each.offsetHeight);
    assert.ok(below < label + hint + 60, `${below - label - hint} px between two fields`);
    await go(page, 'p/social-media/confirmation');
    await page.waitForSelector('#policy-acknowledgement-validFor');
    assert.ok((await gap(page, '#policy-acknowledgement-validFor', '.thing-form + p')) > 12);
    await go(page, 'p/social-media/publish');
    await page.waitForSelector('.when legend');
    assert.ok((await gap(page, '.when legend', '.when .radio')) >= 6);
    const dots = await page.$$eval('.radio input', (all) => all.map((each) => each.offsetWidth));
    assert.equal(new Set(dots).size, 1, `radios of ${dots} px`);
    await go(page, 'p/social-media/write');
    await page.waitForSelector('.preview-controls .quiet-button');
    const buttons = await page.$$eval('.preview-controls .quiet-button', (all) =>
      all.map((each) => each.offsetWidth),
    );
    assert.ok(Math.min(...buttons) >= 34, `buttons of ${buttons} px`);
    await closed(page);
  });
});

describe('a language that is added', () => {
  it('leads to where it is translated, which is out of sight', async () => {
    const policy = makePolicy({ id: 'grown', languages: ['nl'], version: '0.1', status: 'draft' });
    await server.drafts.create('grown', policy, nora);
    const page = await desk('nora.peeters', 'p/grown/basics', 'nl');
    await page.waitForSelector('.checks');
    assert.deepEqual(await page.$$('[role="status"] a[href*="/translate"]'), []);
    await press(page, '.checks label', 'Frans');
    await saved(page);
    await looks(page, 'basics-language-added');
    await press(page, '[role="status"] a', 'Vertaal naar het Frans (nog ');
    await page.waitForFunction(() => location.pathname.endsWith('/p/grown/translate/fr'));
    await closed(page);
  });
});

describe('what the studio writes itself', () => {
  it('is in the language of the policy, whatever the studio speaks', async () => {
    const policy = makePolicy({ id: 'own', languages: ['nl'], version: '0.1', status: 'draft' });
    delete policy.acknowledgement;
    await server.drafts.create('own', policy, nora);
    const page = await desk('nora.peeters', 'p/own/confirmation', 'fr');
    await press(page, 'button.primary', 'Demander une confirmation');
    await saved(page);
    const { draft } = await server.drafts.read('own');
    assert.deepEqual(draft.acknowledgement.statement, {
      nl: 'Ik heb dit beleid gelezen en begrepen.',
    });
    await closed(page);
  });

  it('is the title of a new section too', async () => {
    const policy = makePolicy({ id: 'titles', languages: ['nl'], version: '0.1', status: 'draft' });
    await server.drafts.create('titles', policy, nora);
    const page = await desk('nora.peeters', 'p/titles/write/why', 'fr');
    await page.click('.adder summary');
    await press(page, '.adder .choice', 'Qui peut faire quoi');
    await byText(page, 'h1', 'Wie mag wat');
    await byText(page, '.kicker', 'Qui peut faire quoi');
    await saved(page);
    await go(page, 'p/titles');
    await press(page, '.task.open button', 'Des conseils');
    await page.waitForFunction(() => /\/write\/./.test(location.pathname));
    await saved(page);
    const { draft } = await server.drafts.read('titles');
    const titles = draft.sections.map(({ title }) => title);
    assert.deepEqual(titles[1], { nl: 'Wie mag wat' });
    assert.deepEqual(titles.at(-1), { nl: 'Richtlijnen' });
    assert.equal(await sectionTitle('rules', 'de-AT'), 'Regeln');
    assert.equal(await sectionTitle('rules', 'fr-BE'), 'Règles');
    assert.equal(await sectionTitle('rules', 'es'), 'Rules');
    await closed(page);
  });

  it('makes an address of whole words', () => {
    const id = (title) => freshId(title, new Set(), 'policy');
    const long = 'Sociale media in woonzorgcentrum De Linde';
    assert.equal(id(long), 'sociale-media-in-woonzorgcentrum-de');
    assert.equal(id('Sociale media'), 'sociale-media');
    assert.equal(id('a'.repeat(60)), 'a'.repeat(40));
    assert.equal(
      id('Veertig letters zijn er precies genoegzo'),
      'veertig-letters-zijn-er-precies-genoegzo',
    );
  });
});
