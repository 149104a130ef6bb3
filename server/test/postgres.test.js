import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  migrate,
  openAsOwner,
  openDatabase,
  openPglite,
  openPostgres,
  openStore,
  serviceRole,
} from '../dist/index.js';
import { makeRecord, post, start } from './helpers.js';
import { noPostgres, startPostgres } from './support/postgres.js';

const person = { id: 'p', name: 'Pat' };

describe('on a PostgreSQL server', { skip: noPostgres }, () => {
  let server;
  before(async () => (server = await startPostgres()));
  after(() => server?.stop());

  it('gives values as the embedded one does', async () => {
    const sql = `select 1::int8 a, 1.5::numeric b, date '2026-03-01' c,
      timestamptz '2026-03-01 09:30:00.125+01' d, array[1, 2] e, array['a', 'b'] f,
      '{"x": [1]}'::jsonb g, interval '1 day' h, null::text i, true j, $1::text k, $2::int l`;
    const embedded = await openPglite();
    const remote = openPostgres({ url: server.url });
    const values = ['x', 7];
    assert.deepEqual(await rowsOf(remote, sql, values), await rowsOf(embedded, sql, values));
    // Twice: the second time it is prepared already.
    assert.deepEqual(await rowsOf(remote, sql, values), await rowsOf(embedded, sql, values));
    await Promise.all([embedded.close(), remote.close()]);
  });
  const rowsOf = async (database, sql, values) => (await database.query(sql, values)).rows;

  it('is migrated once by several that start at once', async () => {
    const databaseUrl = await server.database();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore({ databaseUrl })));
    const names = await server.sql('select name from policy_receiver.migrations', databaseUrl);
    assert.equal(new Set(names.map(({ name }) => name)).size, names.length);
    await Promise.all(stores.map((store) => store.record(makeRecord(), person)));
    assert.equal(await stores[0].count(), 4);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('refuses the service to change or delete anything', async () => {
    const databaseUrl = await server.database();
    const store = await openStore({ databaseUrl });
    await store.record(makeRecord(), person);
    await store.close();
    const service = await openDatabase({ databaseUrl });
    assert.deepEqual(await rowsOf(service, 'select current_user as role'), [{ role: serviceRole }]);
    for (const table of ['acknowledgements', 'texts', 'keys', 'remarks']) {
      const { rows } = await service.query(
        `select column_name as name from information_schema.columns
         where table_schema = 'policy_receiver' and table_name = $1`,
        [table],
      );
      for (const sql of [
        `update policy_receiver.${table} set ${rows[0].name} = ${rows[0].name}`,
        `delete from policy_receiver.${table}`,
        `truncate policy_receiver.${table} cascade`,
        `drop table policy_receiver.${table} cascade`,
        `alter table policy_receiver.${table} disable trigger all`,
      ]) {
        await assert.rejects(service.query(sql), { code: '42501' }, sql);
      }
    }
    await assert.rejects(service.query('delete from policy_receiver.persons'), { code: '42501' });
    await service.close();
    // The owner has the rights, and is refused by the triggers.
    const owner = await openAsOwner({ databaseUrl });
    for (const sql of [
      `update policy_receiver.acknowledgements set policy = 'x'`,
      'delete from policy_receiver.acknowledgements',
      'truncate policy_receiver.acknowledgements cascade',
    ]) {
      await assert.rejects(owner.query(sql), /append-only/, sql);
    }
    await owner.close();
  });

  it('works for a user who owns nothing, once the owner has migrated', async () => {
    const migrateUrl = await server.database();
    const address = new URL(migrateUrl);
    address.username = `plain_${Date.now()}`;
    await server.sql(`create role ${address.username} login`);
    const databaseUrl = address.href;
    await assert.rejects(openStore({ databaseUrl }), /permission denied/);
    const owner = await openAsOwner({ migrateUrl });
    await owner.close();
    await assert.rejects(openStore({ databaseUrl }), /permission denied/);
    await server.sql(`grant ${serviceRole} to ${address.username}`, migrateUrl);
    const store = await openStore({ databaseUrl });
    assert.equal((await store.record(makeRecord(), person)).state, 'stored');
    await store.close();
    await server.sql(`drop role ${address.username}`, migrateUrl);
  });

  it('counts a record once, whichever of two servers it reaches', async (t) => {
    const databaseUrl = await server.database();
    const [one, other] = [await start({ databaseUrl }), await start({ databaseUrl })];
    t.after(() => Promise.all([one.stop(), other.stop()]));
    const record = makeRecord();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => post((index % 2 ? one : other).address, record)),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(19).fill(200), 201]);
    assert.equal(await one.store.count(), 1);
  });

  it('is told as 503 while it is away, and is found again', { skip: !canKill() }, async (t) => {
    const own = await startPostgres();
    t.after(() => own.stop());
    const server = await start({ databaseUrl: own.url });
    t.after(() => server.stop());
    const record = makeRecord();
    assert.equal((await post(server.address, record)).status, 201);
    await own.kill();
    const away = await post(server.address, makeRecord());
    assert.equal(away.status, 503);
    assert.equal(away.json.error, 'unavailable');
    assert.ok(Number(away.headers.get('retry-after')) > 0);
    await own.restart();
    assert.equal((await post(server.address, record)).status, 200);
  });

  it('is refused where a newer program has migrated it', async () => {
    const databaseUrl = await server.database();
    const owner = await openAsOwner({ databaseUrl });
    await owner.query(
      `insert into policy_receiver.migrations (name, checksum) values ('999-newer.sql', 'x')`,
    );
    await assert.rejects(migrate(owner), /newer policy-server/);
    await owner.close();
  });
});

function canKill() {
  return !process.env.TEST_DATABASE_URL;
}
