import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { Drafts, erase, migrate, readGrant, retain, rolesFrom } from '../dist/index.js';
import { databases } from './databases.js';
import { makePolicy, start } from './helpers.js';

const people = {
  writer: { id: 'writer', name: 'Wim' },
  translator: { id: 'translator', name: 'Tine' },
  nobody: { id: 'nobody', name: 'Nel' },
};
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const api = '/api/studio/policies';

describe('a link that shows a draft to somebody without an account', () => {
  let server;
  before(async () => {
    server = await start({
      publish: [makePolicy(), makePolicy({ id: 'other', title: { nl: 'Geheim', fr: 'Secret' } })],
      identify: (request) => people[request.headers['x-who']],
      rolesOf: rolesFrom(['write=writer', 'translate:fr=translator'].map(readGrant)),
      trustProxy: ['127.0.0.1'],
    });
    for (const id of ['small', 'other']) await as('writer', 'GET', `${api}/${id}`);
  });
  after(() => server?.stop());

  async function as(who, method, path, body, more = {}) {
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: {
        ...(who && { 'x-who': who }),
        ...(body && { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type')) ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, json };
  }
  const make = async (days = 7) => {
    const { json } = await as('writer', 'POST', `${api}/small/previews`, { days });
    return { ...json, token: json.path.split('#')[1] };
  };
  const look = (token) =>
    as(undefined, 'GET', '/api/preview', undefined, { 'preview-token': token });

  it('shows the text as it is now, with nothing to confirm, and is found by nobody', async () => {
    const { token, endsAt } = await make();
    assert.match(token, /^[\w-]{43}$/);
    const first = await look(token);
    assert.equal(first.status, 200);
    assert.equal(first.json.policy.title.nl, 'Beleid');
    assert.equal(first.json.endsAt, endsAt);
    assert.equal(first.json.policy.acknowledgement, undefined);
    assert.equal(first.headers.get('x-robots-tag'), 'noindex');
    assert.equal(first.headers.get('cache-control'), 'no-store');
    const base = { id: 'why', field: 'body', lang: 'nl', baseDigest: digestValue('Daarom.') };
    const edits = [{ ...base, value: 'Omdat.' }];
    await as('writer', 'PATCH', `${api}/small`, { edits });
    assert.equal((await look(token)).json.policy.sections[0].body.nl, 'Omdat.');
    // The page itself says the same to machines, and to nobody where the reader came from.
    const page = await as(undefined, 'GET', '/preview/');
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('x-robots-tag'), 'noindex');
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
  });

  it('is kept as a hash only', async () => {
    const { token } = await make();
    const { rows } = await server.database.query('select * from policy_receiver.previews');
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(token));
  });

  it('shows no other draft, and opens nothing else', async () => {
    const { token, id } = await make();
    const shown = await look(token);
    assert.ok(!JSON.stringify(shown.json).includes('Geheim'));
    for (const path of [api, `${api}/small`, `${api}/other`, `${api}/small/comments`]) {
      const { status } = await as(undefined, 'GET', path, undefined, { 'preview-token': token });
      assert.equal(status, 401, path);
    }
    for (const wrong of ['', 'x', token.slice(1), `${token.slice(0, -2)}__`, `${token}x`]) {
      assert.equal((await look(wrong)).status, 404, wrong);
    }
    // Images: of this draft, with this link, and only what the text shows.
    const upload = (policy) =>
      fetch(`${server.address}${api}/${policy}/images`, {
        ...{ method: 'POST', body: png },
        headers: { 'x-who': 'writer', 'content-type': 'image/png' },
      }).then((response) => response.json());
    const { name, src } = await upload('small');
    await upload('other');
    const cookie = shown.headers.get('set-cookie').split(';')[0];
    const image = async (policy, which = id, sent = cookie) =>
      (
        await as(undefined, 'GET', `/api/preview/${which}/${policy}/images/${name}`, undefined, {
          cookie: sent,
        })
      ).status;
    assert.equal(await image('small'), 404);
    const value = `![Huis](${src})`;
    const edits = [{ id: 'rules', field: 'intro', lang: 'nl', baseDigest: '', value }];
    assert.equal((await as('writer', 'PATCH', `${api}/small`, { edits })).status, 200);
    assert.equal(await image('small'), 200);
    assert.equal(await image('other'), 404);
    assert.equal(await image('small', id + 1), 404);
    assert.equal(await image('small', id, ''), 404);
    assert.match(shown.headers.get('set-cookie'), /HttpOnly; SameSite=Strict$/);
    // Behind a proxy that speaks https, the secret goes over nothing else.
    const headers = { 'preview-token': token, 'x-forwarded-proto': 'https' };
    const safe = await as(undefined, 'GET', '/api/preview', undefined, headers);
    assert.match(safe.headers.get('set-cookie'), /; Secure$/);
  });

  it('ends when it is ended, or its day has come', async () => {
    const { token, id } = await make();
    const list = async () => (await as('writer', 'GET', `${api}/small/previews`)).json.previews;
    assert.ok((await list()).some((each) => each.id === id && each.madeBy === 'Wim'));
    // Of another policy, it is not this one.
    await as('writer', 'DELETE', `${api}/other/previews/${id}`);
    assert.equal((await look(token)).status, 200);
    await as('writer', 'DELETE', `${api}/small/previews/${id}`);
    assert.equal((await look(token)).status, 404);
    assert.ok(!(await list()).some((each) => each.id === id));
    const kept = async () =>
      (await server.database.query('select id from policy_receiver.previews')).rows;
    assert.ok(!(await kept()).some((each) => each.id === id), 'nothing of it is kept');
    const late = 'x'.repeat(43);
    const insert = (hash, days) =>
      server.database.query(
        `insert into policy_receiver.previews (policy, hash, made_by, made_at, ends_at)
         select policy, $1, made_by, clock_timestamp() - interval '9 days',
           clock_timestamp() + make_interval(days => $2)
         from policy_receiver.previews limit 1`,
        [createHash('sha256').update(hash).digest('hex'), days],
      );
    await insert(late, -1);
    await insert('y'.repeat(43), 1);
    assert.equal((await look('y'.repeat(43))).status, 200);
    assert.equal((await look(late)).status, 404);
    const count = (await kept()).length;
    await server.server.runJobs();
    assert.equal((await kept()).length, count - 1);
    assert.equal((await look('y'.repeat(43))).status, 200);
  });

  it('is made by who writes, approves or publishes, for ninety days at most', async () => {
    const path = `${api}/small/previews`;
    for (const who of ['translator', 'nobody']) {
      assert.equal((await as(who, 'POST', path, { days: 7 })).status, 403, who);
      assert.equal((await as(who, 'DELETE', `${path}/1`)).status, 403, who);
    }
    assert.equal((await as(undefined, 'POST', path, { days: 7 })).status, 401);
    for (const days of [0, 91, 1.5, '7']) {
      assert.equal((await as('writer', 'POST', path, { days })).status, 400, String(days));
    }
    assert.equal((await as('writer', 'POST', `${api}/absent/previews`, { days: 1 })).status, 404);
  });
});

for (const { name, skip, open } of databases) {
  describe(`previews in ${name}`, { skip }, () => {
    it('hold on, without a name, when who made one is erased, and are not without end', async () => {
      const database = await open();
      await migrate(database);
      const { previews } = new Drafts(database);
      const ann = { id: 'ann', name: 'Ann' };
      const { token } = await previews.make('small', 7, ann);
      await retain(database, 'P30D');
      await erase(database, 'ann');
      const [kept] = await previews.list('small', ann);
      assert.deepEqual([kept.madeBy, kept.own], [undefined, false]);
      assert.equal((await previews.find(token)).policy, 'small');
      await Promise.all(Array.from({ length: 49 }, () => previews.make('small', 1, ann)));
      assert.equal(await previews.make('small', 1, ann), 'too-many');
      assert.equal((await previews.make('other', 1, ann)).token.length, 43);
      await database.close();
    });
  });
}
