import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { migrate, readGrant, retain, rolesFrom } from '../dist/index.js';
import { SearchCount } from '../dist/searches/searches.js';
import { databases } from './databases.js';
import { makePolicy, start } from './helpers.js';

const grants = ['write=nora', 'translate:fr=lucie', 'publish=wout'];
const options = {
  identify: ({ headers }) => {
    const id = headers['x-person'];
    return id && { id, name: id };
  },
  rolesOf: rolesFrom(grants.map(readGrant)),
  trustProxy: ['127.0.0.1'],
};
const api = '/api/studio/policies/small/searches';

describe('questions without an answer', () => {
  let server;
  before(async () => {
    server = await start({
      ...options,
      publish: [makePolicy()],
      countSearches: {},
      allowedOrigins: ['https://intranet.example'],
    });
  });
  after(() => server?.stop());

  const ask = async (method, path, body, headers = {}, from = server) => {
    const response = await fetch(from.address + path, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, json };
  };
  const send = (query, person, more = {}) =>
    ask(
      'POST',
      '/api/searches',
      { policy: 'small', lang: 'nl', query, ...more },
      {
        ...(person && { 'x-person': person }),
      },
    );
  const listed = async (person = 'nora') =>
    (await ask('GET', api, undefined, { 'x-person': person })).json.searches;
  const rows = async () =>
    (await server.database.query('select * from policy_receiver.searches order by words')).rows;
  const people = (count) => Array.from({ length: count }, (_, n) => `person-${n}`);
  const asked = async (query, count, more) => {
    for (const person of people(count)) {
      assert.equal((await send(query, person, more)).status, 204);
    }
  };

  it('are told once three people asked, and never before', async () => {
    await asked('  Mag ik TIKTOKKEN?! ', 2);
    assert.deepEqual(await listed(), []);
    await send('mag ik tiktokken', 'person-2');
    assert.deepEqual(await listed(), [{ lang: 'nl', words: 'mag ik tiktokken', asked: 3 }]);
  });

  it('count once for one person, whoever that is and however often they ask', async () => {
    for (let n = 0; n < 5; n += 1) await send('zeppelin huren', 'somebody');
    for (let n = 0; n < 5; n += 1) await send('ballon huren', undefined);
    const found = (await rows()).filter(({ words }) => words.endsWith('huren'));
    assert.deepEqual(
      found.map(({ asked }) => asked),
      [1, 1],
    );
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
      await ask(
        'POST',
        '/api/searches',
        { policy: 'small', lang: 'fr', query: 'louer un ballon' },
        {
          'x-forwarded-for': address,
        },
      );
    }
    assert.deepEqual(
      (await listed()).find(({ lang }) => lang === 'fr'),
      { lang: 'fr', words: 'louer un ballon', asked: 3 },
    );
  });

  it('are kept without a person, an address, a day, or anything that looks like somebody', async () => {
    const before = (await rows()).length;
    await server.database.query(
      `insert into policy_receiver.persons (person_id, name) values ('nora.peeters', 'Nora Peeters')`,
    );
    for (const query of [
      ...['jan.janssens@example.org', 'bel 0470 12 34 56', 'dossier 4471', 'https://x.example/a'],
      ...['@gent', 'ontslag van Nora Peeters', 'PEETERS nora ziek', 'nl-AB٣٤٥', '<script>', '???'],
      ...['a', 'iban BE68'],
    ]) {
      assert.equal((await send(query, 'somebody')).status, 204, query);
    }
    assert.equal((await rows()).length, before);
    await send(`${'heel '.repeat(60)}lang`, 'somebody');
    const all = await rows();
    assert.equal(all.length, before + 1);
    for (const row of all) {
      assert.deepEqual(Object.keys(row).sort(), [
        ...['asked', 'dismissed', 'lang', 'last_month', 'policy', 'words'],
      ]);
      assert.ok(row.words.length <= 80);
    }
    const { rows: first } = await server.database.query(
      'select distinct extract(day from last_month)::int as day from policy_receiver.searches',
    );
    assert.deepEqual(first, [{ day: 1 }]);
  });

  it('are dismissed, and stay so; and deleted, all of them', async () => {
    await asked('waar is de fax', 3);
    const words = 'waar is de fax';
    const dismiss = (person, body = { lang: 'nl', words }) =>
      ask('POST', `${api}/dismissal`, body, { 'x-person': person });
    assert.equal((await dismiss('lucie')).status, 403, 'a translator of French, in Dutch');
    assert.equal((await dismiss('nora', { lang: 'nl', words: 'nooit gevraagd' })).status, 404);
    assert.equal((await dismiss('nora', { lang: 'nl', words: 'zeppelin huren' })).status, 404);
    assert.equal((await dismiss('nora')).status, 200);
    await send(words, 'person-9');
    assert.ok(!(await listed()).some((each) => each.words === words));
    const louer = { lang: 'fr', words: 'louer un ballon' };
    assert.equal((await dismiss('lucie', louer)).status, 200);
    assert.equal((await ask('DELETE', api, undefined, { 'x-person': 'lucie' })).status, 403);
    assert.equal((await ask('DELETE', api, undefined, { 'x-person': 'nora' })).status, 200);
    assert.deepEqual(await rows(), []);
  });

  it('are told to who has a role, and to nobody else', async () => {
    for (const [person, status] of [
      ...[
        ['nora', 200],
        ['lucie', 200],
        ['wout', 200],
        ['somebody', 403],
        [undefined, 401],
      ],
    ]) {
      const headers = person ? { 'x-person': person } : {};
      assert.equal((await ask('GET', api, undefined, headers)).status, status, String(person));
    }
    const me = await ask('GET', '/api/studio/me', undefined, { 'x-person': 'nora' });
    assert.equal(me.json.searches, true);
  });

  it('are refused where they are none', async () => {
    const sound = { policy: 'small', lang: 'nl', query: 'een vraag' };
    for (const [body, status] of [
      [{ ...sound, policy: 'unknown' }, 404],
      [{ ...sound, lang: 'de' }, 400],
      [{ ...sound, query: '' }, 400],
      [{ ...sound, query: 'x'.repeat(501) }, 400],
      [{ ...sound, query: 'x'.repeat(9_000) }, 413],
      [{ ...sound, person: 'nora' }, 400],
      [{ ...sound, query: ['een'] }, 400],
      ['{', 400],
    ]) {
      assert.equal((await ask('POST', '/api/searches', body)).status, status, JSON.stringify(body));
    }
    const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    assert.equal((await ask('POST', '/api/searches', sound, foreign)).status, 403);
    const allowed = { origin: 'https://intranet.example', 'sec-fetch-site': 'cross-site' };
    const answer = await ask('POST', '/api/searches', sound, allowed);
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://intranet.example');
  });

  it('are counted nowhere, unless the organisation says so', async () => {
    const off = await start({ ...options, publish: [makePolicy()] });
    try {
      const sound = { policy: 'small', lang: 'nl', query: 'een vraag' };
      assert.equal((await ask('POST', '/api/searches', sound, {}, off)).status, 404);
      assert.equal((await ask('GET', api, undefined, { 'x-person': 'nora' }, off)).status, 404);
    } finally {
      await off.stop();
    }
  });

  it('do not come without end', async () => {
    const slow = await start({
      ...options,
      publish: [makePolicy()],
      countSearches: {},
      perMinute: 3,
    });
    try {
      const sound = { policy: 'small', lang: 'nl', query: 'een vraag' };
      const answers = [];
      for (let n = 0; n < 5; n += 1)
        answers.push(await ask('POST', '/api/searches', sound, {}, slow));
      assert.deepEqual(
        answers.map(({ status }) => status),
        [204, 204, 204, 429, 429],
      );
    } finally {
      await slow.stop();
    }
  });
});

for (const { name, skip, open } of databases) {
  describe(`what was not found, in ${name}`, { skip }, () => {
    it('takes no more room than it may, and is forgotten in time', async () => {
      const database = await open();
      await migrate(database);
      try {
        const searches = new SearchCount(database, { keep: 'P3M' });
        await database.query(
          `insert into policy_receiver.searches (policy, lang, words, asked, last_month)
           select 'p', 'nl', 'vraag ' || n,
             case when n = 0 then 5 else 1 end, date_trunc('month', now())::date
           from generate_series(0, 1999) n`,
        );
        await searches.count('p', 'nl', 'nog een vraag', 'x');
        const count = async () =>
          (await database.query('select count(*)::int as n from policy_receiver.searches')).rows[0]
            .n;
        assert.equal(await count(), 1901);
        assert.equal((await searches.list('p')).length, 1, 'what many asked stays');
        await database.query(
          `update policy_receiver.searches set last_month =
             (date_trunc('month', now()) - interval '5 months')::date where asked = 1`,
        );
        await searches.forget();
        assert.equal(await count(), 1);
        await database.query(
          `update policy_receiver.searches set last_month =
             (date_trunc('month', now()) - interval '2 years')::date`,
        );
        await retain(database, 'P1Y');
        assert.equal(await count(), 0);
      } finally {
        await database.close();
      }
    });
  });
}
