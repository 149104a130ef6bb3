import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { Drafts, migrate, rolesFrom, readGrant } from '../dist/index.js';
import { databases } from './databases.js';
import { get, makePolicy, start } from './helpers.js';

const api = '/api/studio/policies';

const set = (id, field, lang, before, value) => ({
  ...{ id, field, baseDigest: digestValue(before), value },
  ...(lang && { lang }),
});

/** Asks as the studio does. */
async function ask(address, method, path, body, { person = 'nora.peeters', headers = {} } = {}) {
  const response = await fetch(address + path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      cookie: `demo-user=${person}`,
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : undefined };
}

describe('drafts over HTTP', () => {
  let server;
  before(async () => (server = await start({ publish: [makePolicy()] })));
  after(() => server.stop());

  const read = async (id = 'small') => (await ask(server.address, 'GET', `${api}/${id}`)).json;
  const patch = (edits, options) =>
    ask(server.address, 'PATCH', `${api}/small`, { edits }, options);

  it('begins a draft from what is published', async () => {
    const { json } = await ask(server.address, 'GET', api);
    assert.equal(json.policies[0].id, 'small');
    const draft = await read();
    assert.equal(draft.base.version, '1.0');
    assert.equal(draft.base.digest, draft.digest);
    assert.equal(draft.policy.sections[0].body.nl, 'Daarom.');
  });

  it('saves a change, and takes the same change twice', async () => {
    const edit = set('why', 'body', 'nl', 'Daarom.', 'Omdat het zo is.');
    const first = await patch([edit]);
    assert.equal(first.status, 200);
    const second = await patch([edit]);
    assert.equal(second.status, 200);
    assert.equal(second.json.revision, first.json.revision);
    assert.equal((await read()).policy.sections[0].body.nl, 'Omdat het zo is.');
  });

  it('merges different fields, and asks about the same one with both texts', async () => {
    const nl = set('rules', 'body', 'nl', 'Wees jezelf.', 'Wees altijd jezelf.');
    const fr = set('rules', 'body', 'fr', 'Soyez vous-même.', 'Restez vous-même.');
    const [one, other] = await Promise.all([
      patch([nl], { person: 'nora.peeters' }),
      patch([fr], { person: 'karim.benali' }),
    ]);
    assert.deepEqual([one.status, other.status], [200, 200]);
    const late = set('rules', 'body', 'nl', 'Wees jezelf.', 'Wees nooit jezelf.');
    const refused = await patch([late, set('why', 'title', 'nl', 'Waarom', 'Waartoe')]);
    assert.equal(refused.status, 409);
    assert.equal(refused.json.error, 'edit-conflict');
    assert.deepEqual(refused.json.conflicts, [
      { index: 0, reason: 'changed', theirs: 'Wees altijd jezelf.', yours: 'Wees nooit jezelf.' },
    ]);
    // None of what came together is saved.
    assert.equal((await read()).policy.sections[0].title.nl, 'Waarom');
  });

  it('loses none of many changes that come at once', async () => {
    const edits = Array.from({ length: 12 }, (_, n) => ({
      kind: 'insert',
      list: 'contacts',
      after: null,
      value: { id: `person-${n}`, name: `P${n}`, role: 'Hulp' },
    }));
    const answers = await Promise.all(edits.map((edit) => patch([edit])));
    assert.ok(answers.every(({ status }) => status === 200));
    assert.equal((await read()).policy.contacts.length, 12);
    const gone = await patch([
      { kind: 'remove', id: 'person-3', baseDigest: digestValue(edits[3].value) },
      { kind: 'move', id: 'person-5', list: 'contacts', after: null },
    ]);
    assert.equal(gone.status, 200);
    const { contacts } = (await read()).policy;
    assert.equal(contacts.length, 11);
    assert.equal(contacts[0].id, 'person-5');
  });

  it('tells who saves after somebody else what they changed', async () => {
    const { revision } = await read();
    await patch([set('', 'owner', undefined, undefined, 'person-1')], { person: 'lucie.delvaux' });
    const mine = await patch([set('why', 'title', 'nl', 'Waarom', 'Waarom dit')], {
      headers: { 'studio-revision': String(revision) },
    });
    assert.equal(mine.json.policy.owner, 'person-1');
  });

  const wrong = {
    'a list of changes that is none': { edits: 'x' },
    'no changes': { edits: [] },
    'an unknown field of a change': { edits: [{ ...set('why', 'body', 'nl', '', ''), odd: 1 }] },
    'a field that reaches a prototype': {
      edits: [set('why', 'a.__proto__.b', undefined, '', 'x')],
    },
    'the id of something': { edits: [set('why', 'id', undefined, 'why', 'x')] },
    'the version, which publishing sets': { edits: [set('', 'version', undefined, '1.0', '9.9')] },
    'too many changes': { edits: Array(501).fill(set('why', 'body', 'nl', '', '')) },
    'no JSON': '{',
  };
  for (const [name, body] of Object.entries(wrong)) {
    it(`refuses ${name}`, async () => {
      const before = (await read()).revision;
      const answer = await ask(server.address, 'PATCH', `${api}/small`, body);
      assert.equal(answer.status, 400);
      assert.equal((await read()).revision, before);
    });
  }

  it('refuses what is too deep or too much', async () => {
    let deep = 'x';
    for (let n = 0; n < 60; n += 1) deep = [deep];
    assert.equal((await patch([set('why', 'odd', undefined, undefined, deep)])).status, 413);
    const much = await patch([set('why', 'intro', 'nl', undefined, 'x'.repeat(4_100_000))]);
    assert.equal(much.status, 413);
  });

  it('publishes what was looked at, and nothing else', async () => {
    const draft = await read();
    const release = { version: '1.1', date: '2026-03-01', summary: { nl: 'Beter gezegd.' } };
    const publish = (body) => ask(server.address, 'POST', `${api}/small/publish`, body);
    const stale = await publish({ ...release, digest: 'sha-256:0' });
    assert.equal(stale.json.error, 'draft-moved');
    const done = await publish({ ...release, digest: draft.digest });
    assert.equal(done.status, 200);
    assert.equal(done.json.base.version, '1.1');
    assert.equal(done.json.digest, done.json.base.digest);
    assert.equal(done.json.policy.history[0].summary.nl, 'Beter gezegd.');
    assert.equal((await server.publications.current('small')).version, '1.1');
    // The same again, as after an answer that was lost.
    assert.equal((await publish({ ...release, digest: done.json.digest })).status, 200);
    // A reader who knows the version before is shown what changed since.
    const history = [{ version: '1.0', date: '2026-01-01', summary: { nl: 'Eerste.' } }];
    const base = done.json.policy.history;
    await patch([set('', 'history', undefined, base, [...base, ...history])]);
    const next = { version: '1.2', date: '2026-04-01', summary: { nl: 'Nog beter.' } };
    const later = await publish({ ...next, digest: (await read()).digest });
    const addresses = later.json.policy.history.map(({ src }) => src);
    assert.deepEqual(addresses, [undefined, 'small/1.1/small.json', 'small/1.0/small.json']);
    for (const src of addresses.slice(1)) {
      assert.equal((await get(server.address, `/policies/${src}`)).status, 200, src);
    }
    // The same version with another text is refused.
    await patch([set('why', 'title', 'nl', done.json.policy.sections[0].title.nl, 'Anders')]);
    const again = await publish({ ...next, digest: (await read()).digest });
    assert.equal(again.json.error, 'not-publishable');
  });

  it('keeps what was done on purpose, and goes back to it', async () => {
    const { json } = await ask(server.address, 'GET', `${api}/small/revisions`);
    const kinds = json.revisions.map(({ kind }) => kind);
    assert.ok(kinds.includes('created') && kinds.includes('published'));
    assert.ok(kinds.filter((kind) => kind === 'autosave').length < 8, 'autosaves are thinned');
    const back = await ask(server.address, 'POST', `${api}/small/restore`, { revision: 1 });
    assert.equal(back.json.policy.sections[0].body.nl, 'Daarom.');
    assert.equal((await read()).revision, back.json.revision);
    await assert.rejects(
      server.database.query(`delete from policy_receiver.draft_revisions`),
      /append-only|permission denied/,
    );
  });

  it('makes a new policy once', async () => {
    const policy = makePolicy({ id: 'new-one', status: 'draft', version: '0.1' });
    assert.equal((await ask(server.address, 'POST', api, { policy })).status, 201);
    const twice = await ask(server.address, 'POST', api, { policy });
    assert.equal(twice.json.error, 'draft-exists');
    for (const odd of [undefined, null, 'x', {}, { id: '../x', title: 'x', sections: [] }]) {
      assert.equal((await ask(server.address, 'POST', api, { policy: odd })).status, 400);
    }
  });

  it('says who is here, and where', async () => {
    const say = (person, body) =>
      ask(server.address, 'POST', `${api}/small/presence`, body, { person });
    await say('nora.peeters', { at: 'why' });
    const { json } = await say('karim.benali', { at: 'rules' });
    assert.deepEqual(json.others, [{ name: 'Nora Peeters', at: 'why' }]);
    await say('nora.peeters', { gone: true });
    assert.deepEqual((await say('karim.benali', { at: 'rules' })).json.others, []);
  });
});

describe('roles in the studio', () => {
  let server;
  const people = {
    writer: { id: 'writer', name: 'W' },
    translator: { id: 'translator', name: 'T', groups: ['fr'] },
    publisher: { id: 'publisher', name: 'P' },
    nobody: { id: 'nobody', name: 'N' },
  };
  before(async () => {
    server = await start({
      publish: [makePolicy()],
      identify: (request) => people[request.headers['x-who']],
      rolesOf: rolesFrom(['write=writer', 'translate:fr=@fr', 'publish=publisher'].map(readGrant)),
    });
    await as('writer', 'GET', `${api}/small`);
  });
  after(() => server.stop());
  const as = (who, method, path, body) =>
    ask(server.address, method, path, body, { headers: { 'x-who': who } });

  const every = [
    ['GET', api],
    ['GET', `${api}/small`],
    ['GET', `${api}/small/revisions`],
    ['GET', `${api}/small/revisions/1`],
    ['GET', `${api}/small/versions/1.0`],
    ['POST', api, { policy: makePolicy({ id: 'mine' }) }],
    ['PATCH', `${api}/small`, { edits: [set('why', 'body', 'nl', 'Daarom.', 'x')] }],
    ['POST', `${api}/small/presence`, { at: 'why' }],
    ['POST', `${api}/small/restore`, { revision: 1 }],
    [
      ...['POST', `${api}/small/publish`],
      { digest: '', version: '1.1', date: '2026-01-01', summary: '' },
    ],
  ];
  for (const [method, path, body] of every) {
    it(`${method} ${path} is for those with a role`, async () => {
      assert.equal((await as('stranger', method, path, body)).status, 401);
      assert.equal((await as('nobody', method, path, body)).status, 403);
    });
  }

  it('lets a translator write one language, and nothing else', async () => {
    const patch = (edit) => as('translator', 'PATCH', `${api}/small`, { edits: [edit] });
    const fr = set('rules', 'body', 'fr', 'Soyez vous-même.', 'Restez vous-même.');
    assert.equal((await patch(fr)).status, 200);
    const refused = [
      set('rules', 'body', 'nl', 'Wees jezelf.', 'x'),
      set('rules', 'body', 'en', undefined, 'x'),
      set('rules', 'audience', undefined, ['staff'], []),
      set('rules', 'audience', 'fr', undefined, 'x'),
      set('', 'languages', undefined, ['nl', 'fr'], ['fr']),
      { ...fr, sameMeaning: true },
      { kind: 'remove', id: 'why', baseDigest: '' },
      { kind: 'insert', list: 'sections', after: null, value: { id: 'x' } },
      { kind: 'move', id: 'why', list: 'sections', after: 'rules' },
    ];
    for (const edit of refused) {
      assert.equal((await patch(edit)).status, 403, JSON.stringify(edit));
    }
    // One that is allowed does not carry along one that is not.
    const mixed = await as('translator', 'PATCH', `${api}/small`, {
      edits: [set('why', 'body', 'fr', undefined, 'Parce que.'), refused[0]],
    });
    assert.equal(mixed.status, 403);
  });

  it('lets a writer write and not publish, and a publisher publish and not write', async () => {
    const { digest } = (await as('writer', 'GET', `${api}/small`)).json;
    const body = { digest, version: '1.1', date: '2026-01-01', summary: 'x' };
    assert.equal((await as('writer', 'POST', `${api}/small/publish`, body)).status, 403);
    const edit = { edits: [set('why', 'body', 'nl', 'Daarom.', 'x')] };
    assert.equal((await as('publisher', 'PATCH', `${api}/small`, edit)).status, 403);
    assert.equal((await as('publisher', 'POST', `${api}/small/publish`, body)).status, 200);
  });

  it('refuses what comes from another site', async () => {
    const response = await fetch(`${server.address}${api}/small`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/json',
        'x-who': 'writer',
        origin: 'https://elsewhere.example',
      },
      body: JSON.stringify({ edits: [set('why', 'body', 'nl', 'Daarom.', 'x')] }),
    });
    assert.equal(response.status, 403);
  });

  it('knows an author only by a random id', async () => {
    const { rows } = await server.database.query('select * from policy_receiver.draft_revisions');
    assert.doesNotMatch(JSON.stringify(rows.map(({ author }) => author)), /writer|translator/);
  });
});

describe('a server without the studio’s roles', () => {
  it('lets nobody in who only is signed in', async () => {
    const server = await start({
      publish: [makePolicy()],
      identify: () => ({ id: 'a', name: 'A' }),
    });
    assert.equal((await get(server.address, `${api}/small`)).status, 403);
    await server.stop();
  });
});

for (const { name, skip, open } of databases) {
  describe(`drafts in ${name}`, { skip }, () => {
    it('is one draft a policy, whoever begins it, and loses no change of many', async () => {
      const database = await open();
      await migrate(database);
      const drafts = new Drafts(database);
      const person = (n) => ({ id: `p${n}`, name: `P${n}` });
      const policy = makePolicy({ contacts: [] });
      const begun = await Promise.all(
        [1, 2, 3].map((n) => drafts.create('small', policy, person(n))),
      );
      assert.equal(begun.filter(Boolean).length, 1);
      const added = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          drafts.save(
            'small',
            [{ kind: 'insert', list: 'contacts', after: null, value: { id: `c${n}` } }],
            person(n % 3),
          ),
        ),
      );
      assert.ok(added.every(({ state }) => state === 'saved'));
      const { draft, revision } = await drafts.read('small');
      assert.equal(draft.contacts.length, 20);
      assert.equal(revision, 21);
      await database.close();
    });
  });
}
