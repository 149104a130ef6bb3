import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { digestPolicy } from 'policy-elements';
import { get, launch, makeFolder, makePolicy, post, readerRecord, start } from './helpers.js';
import { noPostgres, startPostgres } from './support/postgres.js';

const publishToken = 'a-token-of-sixteen-signs';
const first = makePolicy({ version: '1.0' });
const minor = makePolicy({ version: '1.1', summary: { nl: 'Korter.', fr: 'Plus bref.' } });
const major = makePolicy({ version: '2.0', summary: { nl: 'Anders.', fr: 'Autre.' } });

async function call(address, method, path, body, token = publishToken) {
  const response = await fetch(address + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: text && JSON.parse(text) };
}
const accept = (address, policy, query = '') =>
  call(address, 'PUT', `/api/policies/${policy.id}/versions/${policy.version}${query}`, policy);
const putInForce = (address, { id, version }) =>
  call(address, 'PUT', `/api/policies/${id}/current`, { version });

describe('publishing over HTTP', () => {
  let server;
  before(async () => (server = await start({ publish: [], publishToken })));
  after(() => server?.stop());
  const status = async (policy, person) =>
    (await post(server.address, readerRecord(policy), { person })).status;

  it('tells which texts may be confirmed, in step with what it takes', async () => {
    const own = await start({ publish: [], publishToken });
    try {
      const { address } = own;
      const told = async () =>
        (await get(address, '/api/acknowledgements?policy=small')).json.published;
      const digests = (...policies) => policies.map(digestPolicy);
      assert.deepEqual(await told(), { digests: [] });
      await accept(address, first);
      assert.deepEqual(await told(), { version: '1.0', digests: digests(first) });
      await putInForce(address, first);
      await accept(address, minor);
      await accept(address, major);
      const all = { version: '1.0', digests: digests(major, minor, first) };
      assert.deepEqual(await told(), all);
      for (const each of [first, minor, major]) {
        assert.equal((await post(address, readerRecord(each))).status, 201);
      }
      await putInForce(address, major);
      assert.deepEqual(await told(), { version: '2.0', digests: digests(major) });
      assert.equal((await post(address, readerRecord(minor))).status, 409);
      await call(address, 'DELETE', '/api/policies/small/current');
      assert.deepEqual((await told()).digests, []);
    } finally {
      await own.stop();
    }
  });

  it('takes answers to an accepted text beside the old one, and only the switch retires it', async () => {
    const { address } = server;
    const accepted = await accept(address, first);
    assert.equal(accepted.status, 201, accepted.text);
    assert.deepEqual(accepted.json, {
      ...{ policy: 'small', version: '1.0', digest: digestPolicy(first), state: 'accepted' },
      ...{ current: null, change: 'first', confirmAgain: 0 },
    });
    assert.equal((await get(address, '/policies/small.json')).status, 404);
    assert.equal((await putInForce(address, first)).json.state, 'current');
    for (const person of ['nora.peeters', 'karim.benali']) {
      assert.equal(await status(first, person), 201);
    }

    const next = await accept(address, major);
    assert.equal(next.json.state, 'accepted');
    assert.equal(next.json.change, 'major');
    assert.equal(next.json.confirmAgain, 2);
    assert.equal(await status(first), 201);
    assert.equal(await status(major), 201);
    // Nobody but its own readers sees it before.
    assert.equal((await get(address, '/policies/small.json')).json.version, '1.0');
    assert.equal((await get(address, '/policies/small/2.0/small.json')).status, 404);
    const page = await get(address, '/acknowledgements?lang=en');
    assert.match(page.text, /not in force yet/);

    const switched = await putInForce(address, major);
    assert.equal(switched.json.state, 'current');
    assert.equal(switched.json.current.version, '2.0');
    assert.equal((await post(address, readerRecord(first))).json.error, 'stale-version');
    assert.equal(await status(major), 201);
    assert.equal((await get(address, '/policies/small.json')).json.version, '2.0');
    assert.equal((await get(address, '/policies/small/1.0/small.json')).json.version, '1.0');
  });

  it('is not called in force before its day', async () => {
    const policy = { ...first, id: 'later', effective: '2999-01-01' };
    await accept(server.address, policy);
    await putInForce(server.address, policy);
    assert.equal(await status(policy, 'nora.peeters'), 201);
    const page = await get(server.address, '/acknowledgements?lang=en');
    assert.match(page.text, /not in force yet/);
  });

  it('may be said again, and refuses another text under a version, with the reason', async () => {
    const { address } = server;
    assert.equal((await accept(address, major)).status, 200);
    assert.equal((await putInForce(address, major)).status, 200);
    const altered = makePolicy({ version: '2.0', summary: { nl: 'Stiekem.', fr: 'En douce.' } });
    const taken = await accept(address, altered);
    assert.equal(taken.status, 409);
    assert.equal(taken.json.error, 'version-taken');
    assert.match(taken.json.detail, /give the new text a new version/);
    assert.equal((await accept(address, altered, '?dry-run=true')).json.error, 'version-taken');
    const back = await putInForce(address, first);
    assert.equal(back.json.error, 'older-version');
    const never = await putInForce(address, { id: 'small', version: '7.0' });
    assert.equal(never.status, 404);
  });

  it('tells what would be, and stores nothing', async () => {
    const { address } = server;
    const next = makePolicy({ version: '3.0' });
    const would = await accept(address, next, '?dry-run=true');
    assert.equal(would.status, 200);
    assert.equal(would.json.change, 'major');
    assert.equal(would.json.confirmAgain, 1);
    const { versions, current } = (await call(address, 'GET', '/api/policies/small')).json;
    assert.deepEqual(
      versions.map(({ version, state }) => [version, state]),
      [
        ['2.0', 'current'],
        ['1.0', 'earlier'],
      ],
    );
    assert.equal(current.version, '2.0');
  });

  it('asks nobody again for a MINOR, and takes answers to both', async () => {
    const { address } = server;
    const [one, next] = [makePolicy({ id: 'other', version: '1.0' }), { ...minor, id: 'other' }];
    await accept(address, one);
    await putInForce(address, one);
    await status(one);
    const accepted = await accept(address, next);
    assert.equal(accepted.json.change, 'minor');
    assert.equal(accepted.json.confirmAgain, 0);
    await putInForce(address, next);
    assert.equal(await status(one, 'wout.claes'), 201);
    assert.equal(await status(next, 'lucie.delvaux'), 201);
  });

  it('refuses what is no sound policy, a draft, and what is at another address', async () => {
    const { address } = server;
    const draft = await accept(address, makePolicy({ version: '9.0', status: 'draft' }));
    assert.equal(draft.json.error, 'not-publishable');
    const wrong = await accept(address, makePolicy({ version: '9.0', languages: [] }));
    assert.equal(wrong.status, 400);
    assert.equal(wrong.json.error, 'invalid-policy');
    const path = '/api/policies/small/versions/8.0';
    assert.equal((await call(address, 'PUT', path, first)).json.error, 'version-mismatch');
    assert.equal((await call(address, 'PUT', path, 'x'.repeat(9e6))).status, 413);
  });

  it('is for the holder of the token', async (t) => {
    const { address } = server;
    const path = '/api/policies/small';
    assert.equal((await call(address, 'GET', path, undefined, '')).status, 401);
    assert.equal(
      (await call(address, 'GET', path, undefined, 'another-token-of-signs')).status,
      401,
    );
    const closed = await start({ publish: [] });
    t.after(() => closed.stop());
    assert.equal((await call(closed.address, 'GET', path)).status, 403);
  });

  it('serves the text with its digest, and ready for readers of a language', async () => {
    const { address } = server;
    const whole = await get(address, '/policies/small.json');
    assert.equal(digestPolicy(JSON.parse(whole.text)), digestPolicy(major));
    const etag = whole.headers.get('etag');
    const headers = { 'if-none-match': etag };
    assert.equal((await fetch(`${address}/policies/small.json`, { headers })).status, 304);
    const compiled = await get(address, '/policies/small.nl.compiled.json');
    assert.equal(compiled.json.policy.version, '2.0');
    const french = new URL(compiled.json.files.fr, `${address}/policies/small.nl.compiled.json`);
    assert.equal(french.pathname, '/policies/small/2.0/small.fr.compiled.json');
    const other = await get(address, french.pathname);
    assert.equal(other.json.lang, 'fr');
    assert.match(other.headers.get('cache-control'), /immutable/);
    const dutch = new URL(other.json.files.nl, address + french.pathname);
    assert.equal((await get(address, dutch.pathname)).json.lang, 'nl');
    for (const path of ['small.de.compiled.json', 'none.json', '..%2fsmall.json', 'small.js']) {
      assert.equal((await get(address, `/policies/${path}`)).status, 404, path);
    }
  });

  it('withdraws, and takes up again', async () => {
    const { address } = server;
    const withdrawn = await call(address, 'DELETE', '/api/policies/small/current');
    assert.equal(withdrawn.json.state, 'withdrawn');
    assert.equal((await get(address, '/policies/small.json')).status, 410);
    assert.equal((await post(address, readerRecord(major))).json.error, 'stale-version');
    assert.equal((await putInForce(address, major)).json.state, 'current');
    assert.equal(await status(major), 201);
  });
});

describe('publishing that is killed', { skip: noPostgres }, () => {
  it('at any step is resumed by saying it again, and refuses no reader meanwhile', async (t) => {
    const postgres = await startPostgres();
    t.after(() => postgres.stop());
    const environment = {
      ...{ DATABASE_URL: await postgres.database(), POLICY_PUBLISH_TOKEN: publishToken },
      POLICY_KEYS: await makeFolder(t),
    };
    let run;
    let address;
    const up = async () => {
      run = launch(t, ['--port', '0', '--per-minute', '0'], environment);
      address = await run.address;
    };
    const down = async () => {
      run.child.kill('SIGKILL');
      await run.exit;
    };
    // Says it, and kills the server a moment later, until it has been answered once.
    const through = async (say) => {
      for (const wait of [0, 1, 3, 6, 10, 20]) {
        const answer = say().catch(() => undefined);
        await sleep(wait);
        await down();
        await answer;
        await up();
      }
      const { status, text } = await say();
      assert.ok(status < 300, text);
    };
    await up();
    await accept(address, first);
    await putInForce(address, first);

    const refusals = [];
    const confirmed = [];
    let shown = [first];
    let reading = true;
    const reader = async () => {
      while (reading) {
        const record = { ...readerRecord(shown[Math.floor(Math.random() * shown.length)]) };
        record.id = randomUUID();
        for (;;) {
          const answer = await post(address, record).catch(() => undefined);
          if (answer && answer.status < 500) {
            if (answer.status < 300) confirmed.push(record.id);
            else refusals.push(answer.text);
            break;
          }
          await sleep(20);
        }
        await sleep(5);
      }
    };
    const readers = Promise.all([reader(), reader(), reader()]);
    await through(() => accept(address, major));
    // The files of the site are switched one after the other: some read this, and some that.
    shown = [first, major];
    await sleep(300);
    shown = [major];
    await sleep(100);
    await through(() => putInForce(address, major));
    reading = false;
    await readers;
    assert.deepEqual(refusals, []);
    assert.ok(confirmed.length > 8, String(confirmed.length));
    const rows = await postgres.sql(
      'select id from policy_receiver.acknowledgements',
      environment.DATABASE_URL,
    );
    const stored = new Set(rows.map(({ id }) => id));
    assert.deepEqual(
      confirmed.filter((id) => !stored.has(id)),
      [],
    );
    const { versions } = (await call(address, 'GET', '/api/policies/small')).json;
    assert.deepEqual(
      versions.map(({ version, state }) => [version, state]),
      [
        ['2.0', 'current'],
        ['1.0', 'earlier'],
      ],
    );
    const log = await postgres.sql(
      'select digest from policy_receiver.publications',
      environment.DATABASE_URL,
    );
    assert.equal(log.length, 2);
  });
});
