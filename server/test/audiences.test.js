/** Groups of a policy beside those on the list of people: who is asked, and what HR is told. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  createPolicyServer,
  Drafts,
  importPeople,
  readPeople,
  Store,
  Publications,
} from '../dist/index.js';
import { get, makePolicy, post, readerRecord, start } from './helpers.js';
import { openMigrated } from './template.js';

const list = (lines) => {
  const { people, faults } = readPeople(Buffer.from(`id;name;audience\n${lines.join('\n')}\n`));
  assert.deepEqual(faults, []);
  return people;
};
const policy = (id, audiences) =>
  makePolicy({
    ...{ id, version: '1.0', languages: ['nl'], title: { nl: `Beleid ${id}` } },
    audiences: audiences.map(([audience, title]) => ({ id: audience, title: { nl: title } })),
    sections: [{ id: 'why', type: 'text', title: { nl: 'Waarom' }, body: { nl: 'Daarom.' } }],
  });
const page = async (server, id) =>
  (await get(server.address, `/acknowledgements?lang=nl&text=${id}%401`)).text;

describe('groups on the list of people', () => {
  let server;
  const wrong = policy('wrong', [['audience-1', 'Alle medewerkers']]);
  before(async () => {
    const database = await openMigrated();
    const people = [
      'emma;Emma;employees',
      'noor;Noor;employees hired-in',
      'sam;Sam;hired-in volunteers',
    ];
    await importPeople(database, list(people));
    const publications = new Publications(database, false);
    const staff = ['employees', 'Medewerkers'];
    await publications.publish(wrong);
    await publications.publish(policy('right', [staff, ['hired-in', 'Ingehuurden']]));
    await publications.publish(policy('half', [staff, ['board', 'Bestuur']]));
    await publications.publish(policy('everybody', []));
    const all = { store: new Store(database), publications, drafts: new Drafts(database) };
    const running = createPolicyServer(all);
    server = {
      address: await running.listen(),
      stop: async () => {
        await running.close();
        await database.close();
      },
    };
    const answer = await post(server.address, readerRecord(wrong));
    assert.ok(answer.status < 300, answer.text);
  });
  after(() => server.stop());

  it('warns that nobody is asked, and shows no bar full of answers', async () => {
    const text = await page(server, 'wrong');
    assert.match(text, /Niemand op de personeelslijst zit in “Alle medewerkers”\./);
    assert.match(text, /Daardoor wordt niemand gevraagd/);
    assert.doesNotMatch(text, /bar-of-states/);
  });

  it('warns of one group that nobody is in, beside another', async () => {
    const text = await page(server, 'half');
    assert.match(text, /Niemand op de personeelslijst zit in “Bestuur”\./);
    assert.doesNotMatch(text, /zit in “Medewerkers”|Daardoor wordt niemand gevraagd/);
    assert.match(text, /bar-of-states/);
  });

  for (const id of ['right', 'everybody']) {
    it(`says nothing where people are asked: ${id}`, async () => {
      const text = await page(server, id);
      assert.doesNotMatch(text, /Niemand op de personeelslijst/);
      assert.match(text, /bar-of-states/);
    });
  }

  it('filters by the names of groups, also of those another policy names', async () => {
    const text = await page(server, 'wrong');
    assert.match(text, /<option value="hired-in"[^>]*>Ingehuurden</);
  });

  it('tells the studio which groups there are, and how many are in each', async () => {
    const { json: body } = await get(server.address, '/api/studio/audiences');
    assert.deepEqual(body, {
      listed: 3,
      inNone: 0,
      audiences: [
        { id: 'employees', people: 2, title: { nl: 'Medewerkers' } },
        { id: 'hired-in', people: 2, title: { nl: 'Ingehuurden' } },
        { id: 'volunteers', people: 1 },
      ],
    });
  });

  it('leads from HR’s page to the studio, and tells the studio of HR’s page', async () => {
    assert.match(await page(server, 'right'), /href="\/studio\/"/);
    const { json: body } = await get(server.address, '/api/studio/me');
    assert.equal(body.report, '/acknowledgements');
  });
});

describe('the groups, and who may know of them', () => {
  it('are told to nobody without a part in the studio', async (t) => {
    const server = await start({ rolesOf: () => new Set() });
    t.after(() => server.stop());
    assert.equal((await get(server.address, '/api/studio/audiences')).status, 403);
    assert.doesNotMatch((await get(server.address, '/acknowledgements')).text, /href="\/studio\/"/);
  });

  it('are no reason to lead to HR’s page who may not see it', async (t) => {
    const server = await start({ mayReview: () => false, home: '/intranet' });
    t.after(() => server.stop());
    const { json } = await get(server.address, '/api/studio/me');
    assert.deepEqual([json.report, json.home], [undefined, '/intranet']);
  });
});
