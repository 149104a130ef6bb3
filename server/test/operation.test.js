import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createPolicyServer, openAsOwner } from '../dist/index.js';
import { get, makePolicy, makeRecord, post, readerRecord, start } from './helpers.js';
import { noPostgres, startPostgres } from './support/postgres.js';

describe('health', { skip: noPostgres }, () => {
  const canKill = !process.env.TEST_DATABASE_URL;
  let postgres;
  before(async () => (postgres = await startPostgres()));
  after(() => postgres?.stop());

  it(
    'is alive while the database is away, and ready when it answers',
    { skip: !canKill },
    async (t) => {
      const server = await start({ databaseUrl: postgres.url });
      t.after(() => server.stop());
      assert.deepEqual((await get(server.address, '/readyz')).json, { status: 'ok' });
      await postgres.kill();
      const away = await get(server.address, '/readyz');
      assert.equal(away.status, 503);
      assert.match(away.type, /^application\/problem\+json/);
      assert.equal(away.json.error, 'unavailable');
      assert.ok(Number(away.headers.get('retry-after')) > 0);
      const alive = await get(server.address, '/healthz');
      assert.equal(alive.status, 200);
      assert.equal(alive.headers.get('cache-control'), 'no-store');
      await postgres.restart();
      assert.equal((await get(server.address, '/readyz')).status, 200);
    },
  );

  it('is not ready for tables that are older or newer than it', async (t) => {
    const databaseUrl = await postgres.database();
    const server = await start({ databaseUrl });
    t.after(() => server.stop());
    const owner = await openAsOwner({ databaseUrl });
    t.after(() => owner.close());
    const [last] = (
      await owner.query('delete from policy_receiver.migrations where name like $1 returning *', [
        '012-%',
      ])
    ).rows;
    const older = await get(server.address, '/readyz');
    assert.equal(older.status, 503);
    assert.match(older.json.detail, /policy-server migrate/);
    const add = 'insert into policy_receiver.migrations (name, checksum) values ($1, $2)';
    await owner.query(add, [last.name, last.checksum]);
    assert.equal((await get(server.address, '/readyz')).status, 200);
    await owner.query(add, ['999-newer.sql', 'x']);
    assert.equal((await get(server.address, '/readyz')).status, 503);
  });

  it('is not ready while the database says nothing', async (t) => {
    const server = createPolicyServer({ store: { isCurrent: () => new Promise(() => {}) } });
    t.after(() => server.close());
    const answer = await get(await server.listen(), '/readyz');
    assert.equal(answer.status, 503);
    assert.match(answer.json.detail, /in time/);
  });
});

describe('metrics', () => {
  const policy = makePolicy();
  let server;
  before(async () => (server = await start({ publish: [policy] })));
  after(() => server?.stop());

  const scrape = async (address = server.address, headers) => {
    const { status, type, text } = await get(address, '/metrics', headers);
    const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
    // The name and its labels stand before the last space.
    const values = lines.map((line) => [
      line.slice(0, line.lastIndexOf(' ')),
      Number(line.slice(line.lastIndexOf(' ') + 1)),
    ]);
    return { status, type, text, values: new Map(values) };
  };

  it('count records by what became of them, and errors by their code', async () => {
    const record = readerRecord(policy);
    assert.equal((await post(server.address, record)).status, 201);
    assert.equal((await post(server.address, record)).status, 200);
    assert.equal((await post(server.address, record)).status, 200);
    assert.equal((await post(server.address, { ...record, act: 'agree' })).status, 400);
    assert.equal((await post(server.address, makeRecord())).status, 409);
    assert.equal((await get(server.address, '/nowhere/nora.peeters')).status, 404);
    const { type, values } = await scrape();
    assert.match(type, /^text\/plain; version=0\.0\.4/);
    const records = (outcome, reason) =>
      values.get(`policy_receiver_records_total{outcome="${outcome}",reason="${reason}"}`);
    assert.equal(records('recorded', ''), 1);
    assert.equal(records('known', ''), 2);
    assert.equal(records('refused', 'invalid-record'), 1);
    assert.equal(records('refused', 'unknown-text'), 1);
    const problems = (status, error) =>
      values.get(`policy_receiver_problems_total{status="${status}",error="${error}"}`);
    assert.equal(problems(404, 'not-found'), 1);
    assert.equal(problems(409, 'unknown-text'), 1);
    const route = 'method="POST",route="/api/acknowledgements",status="200"';
    assert.equal(values.get(`policy_receiver_request_duration_seconds_count{${route}}`), 2);
    assert.equal(
      values.get(`policy_receiver_request_duration_seconds_bucket{le="+Inf",${route}}`),
      2,
    );
    assert.ok(values.get('process_resident_memory_bytes') > 0);
  });

  it('name nobody, and nothing that a reader sent', async () => {
    const marker = 'Marcella-Marker';
    const headers = { 'user-agent': marker, 'idempotency-key': marker, 'x-marker': marker };
    await post(server.address, readerRecord(policy), { headers, person: marker });
    await post(server.address, makeRecord({ policy: 'marcella-marker' }));
    await get(server.address, `/${marker}?${marker}=1`, headers);
    await get(server.address, `/api/acknowledgements?policy=marcella-marker`, headers);
    const { text } = await scrape();
    assert.match(text, /policy_receiver_records_total/);
    assert.doesNotMatch(text, /marcella|127\.0\.0\.1|nora/i);
  });

  it('are told to this machine only, and not through a proxy', async () => {
    assert.equal((await scrape()).status, 200);
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      const answer = await get(server.address, '/metrics', { [name]: '10.0.0.9' });
      assert.equal(answer.status, 403, name);
      assert.equal(answer.json.error, 'not-allowed');
    }
    // As a request comes from another machine.
    const open = createPolicyServer({ store: server.store, identify: () => undefined });
    const elsewhere = await open.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' });
    assert.equal(elsewhere.statusCode, 403);
    await open.close();
  });

  it('are told to who has the token, wherever that is, and to nobody else', async (t) => {
    const metricsToken = 'a-token-of-some-length';
    const guarded = createPolicyServer({
      store: server.store,
      identify: () => undefined,
      metricsToken,
    });
    t.after(() => guarded.close());
    const ask = async (authorization) => {
      const headers = authorization === undefined ? {} : { authorization };
      return guarded.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9', headers });
    };
    assert.equal((await ask(`Bearer ${metricsToken}`)).statusCode, 200);
    for (const wrong of [undefined, '', `Bearer ${metricsToken}x`, metricsToken, 'Bearer ']) {
      assert.equal((await ask(wrong)).statusCode, 403, String(wrong));
    }
    const here = await guarded.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' });
    assert.equal(here.statusCode, 403);
  });
});
