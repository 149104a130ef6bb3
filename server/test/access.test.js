import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createPolicyServer, demoPeople, isLoopback, NotLoopbackError } from '../dist/index.js';
import { endpoint, get, makeRecord, post, start } from './helpers.js';

const foreign = 'https://elsewhere.example';
const friend = 'https://intranet.example';

describe('who may send', () => {
  let server;
  before(async () => (server = await start({ allowedOrigins: [friend] })));
  after(() => server.stop());

  const refused = {
    'a foreign origin': { origin: foreign },
    'a sandboxed page': { origin: 'null' },
    'an origin with another port': { origin: 'http://127.0.0.1:1' },
    'a cross-site request': { 'sec-fetch-site': 'cross-site' },
    'a same-site request': { 'sec-fetch-site': 'same-site' },
    'an origin that only looks the same': { origin: `${friend}.evil.example` },
  };
  for (const [name, headers] of Object.entries(refused)) {
    it(`refuses ${name}`, async () => {
      const answer = await post(server.address, makeRecord(), { headers });
      assert.equal(answer.status, 403);
      assert.equal(answer.json.error, 'cross-origin');
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
    });
  }

  it('accepts its own pages', async () => {
    const headers = { origin: server.address, 'sec-fetch-site': 'same-origin' };
    assert.equal((await post(server.address, makeRecord(), { headers })).status, 201);
  });

  it('accepts an allowed origin, and lets its page read the answer', async () => {
    const headers = { origin: friend, 'sec-fetch-site': 'cross-site' };
    const answer = await post(server.address, makeRecord(), { headers });
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('access-control-allow-origin'), friend);
    assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
    assert.match(answer.headers.get('vary'), /Origin/);
  });

  it('tells an allowed origin beforehand, and a foreign one nothing', async () => {
    const ask = (origin) =>
      fetch(server.address + endpoint, { method: 'OPTIONS', headers: { origin } });
    const allowed = await ask(friend);
    assert.equal(allowed.status, 204);
    assert.match(allowed.headers.get('access-control-allow-headers'), /idempotency-key/);
    assert.equal((await ask(foreign)).headers.get('access-control-allow-origin'), null);
  });
});

describe('demo mode', () => {
  let server;
  before(async () => (server = await start()));
  after(() => server.stop());

  const ownersOf = async () => (await server.store.list(0, 10)).map(({ person }) => person.id);

  it('takes the person from the cookie, never from the record', async () => {
    await post(server.address, makeRecord({ subject: 'wout.claes' }), { person: 'karim.benali' });
    assert.equal((await ownersOf())[0], 'karim.benali');
  });

  it('takes the first person where the cookie is absent or odd', async () => {
    for (const cookie of ['', 'demo-user', 'demo-user=__proto__', 'demo-user=<script>', ';;=']) {
      await post(server.address, makeRecord(), { headers: { cookie } });
      assert.equal((await ownersOf())[0], demoPeople[0].id);
    }
  });

  const choose = (body, headers = {}) =>
    fetch(`${server.address}/demo-user`, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers,
      redirect: 'manual',
    });

  it('lets one be somebody else', async () => {
    const answer = await choose({ person: 'wout.claes', return: '/components.html' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/components.html');
    assert.match(
      answer.headers.get('set-cookie'),
      /^demo-user=wout\.claes; .*HttpOnly; SameSite=Lax/,
    );
  });

  it('sends nobody to another site', async () => {
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nx: y']) {
      const answer = await choose({ person: 'wout.claes', return: to });
      assert.equal(answer.headers.get('location'), '/acknowledgements');
    }
  });

  it('knows no other people, and no other sites', async () => {
    assert.equal((await choose({ person: 'nobody' })).status, 400);
    assert.equal((await choose({ person: 'wout.claes' }, { origin: foreign })).status, 403);
  });

  it('does not listen where others can reach it', async () => {
    const other = createPolicyServer({ store: server.store });
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'intranet.example']) {
      await assert.rejects(other.listen({ host }), NotLoopbackError);
    }
    await other.close();
  });

  it('answers only this machine, however it listens', async () => {
    const { app, close } = createPolicyServer({ store: server.store });
    const answer = await app.inject({ url: '/acknowledgements', remoteAddress: '192.0.2.7' });
    assert.equal(answer.statusCode, 403);
    assert.equal(answer.json().error, 'demo-only');
    await close();
  });

  it('records nobody whom a server in front of it names', async () => {
    const { app, close } = createPolicyServer({ store: server.store });
    const headers = { 'x-remote-user': 'els.maes' };
    const answer = await app.inject({ url: '/api/acknowledgements', headers });
    assert.equal(answer.statusCode, 403);
    assert.deepEqual(answer.json().error, 'demo-only');
    assert.match(answer.json().detail, /--identity proxy/);
    await close();
  });

  it('tells this machine from others', () => {
    for (const host of [
      '127.0.0.1',
      '127.8.9.1',
      '::1',
      '[::1]',
      'localhost',
      '::ffff:127.0.0.1',
    ]) {
      assert.ok(isLoopback(host), host);
    }
    for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.example', '']) {
      assert.ok(!isLoopback(host), host);
    }
  });

  it('takes the port it was given or says that it cannot, and the next one where it may', async () => {
    const port = Number(new URL(server.address).port);
    const other = createPolicyServer({ store: server.store });
    await assert.rejects(other.listen({ port }), /Port \d+ on 127.0.0.1 is taken/);
    const address = await other.listen({ port, orNext: true });
    assert.ok(Number(new URL(address).port) > port);
    assert.equal((await get(address, '/healthz')).status, 200);
    await other.close();
  });
});

describe('with an identity', () => {
  const people = { a: { id: 'a', name: 'Ann' }, b: { id: 'b', name: 'Bob' } };
  let server;
  before(async () => {
    server = await start({
      identify: async (request) => people[request.headers['x-test-user']],
      mayReview: (person) => person.id === 'b',
    });
  });
  after(() => server.stop());

  it('refuses who is not signed in', async () => {
    for (const answer of [
      await post(server.address, makeRecord()),
      await get(server.address, `${endpoint}?policy=x`),
      await get(server.address, '/acknowledgements'),
    ]) {
      assert.equal(answer.status, 401);
      assert.equal(answer.json.error, 'not-signed-in');
    }
  });

  it('records who is', async () => {
    const headers = { 'x-test-user': 'a' };
    assert.equal((await post(server.address, makeRecord(), { headers })).status, 201);
    assert.deepEqual((await server.store.list(0, 1))[0].person, people.a);
  });

  it('shows everyone’s answers only to who may see them', async () => {
    const page = (user) => get(server.address, '/acknowledgements', { 'x-test-user': user });
    assert.equal((await page('a')).status, 403);
    const allowed = await page('b');
    assert.equal(allowed.status, 200);
    assert.match(allowed.text, /Ann/);
    assert.doesNotMatch(allowed.text, /demo/i);
  });

  it('has no demo cookie and no demo form', async () => {
    assert.equal(
      (await post(server.address, makeRecord(), { person: 'nora.peeters' })).status,
      401,
    );
    assert.equal((await fetch(`${server.address}/demo-user`, { method: 'POST' })).status, 404);
  });

  it('may listen to others', async () => {
    const other = createPolicyServer({ store: server.store, identify: () => people.a });
    await other.listen({ host: '0.0.0.0' });
    await other.close();
  });
});

describe('a store that fails', () => {
  it('is told as 500, so that it is tried again, without a word about the inside', async () => {
    const broken = () => Promise.reject(new Error('secret table name'));
    const other = createPolicyServer({ store: { record: broken, isCurrent: broken } });
    const address = await other.listen();
    const answer = await post(address, makeRecord());
    assert.equal(answer.status, 500);
    assert.equal(answer.json.error, 'internal');
    const ready = await get(address, '/readyz');
    assert.equal(ready.status, 503);
    assert.equal(ready.json.error, 'unavailable');
    for (const { text } of [answer, ready]) assert.doesNotMatch(text, /secret/);
    await other.close();
  });
});
