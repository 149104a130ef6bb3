import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openAsOwner, openPostgres, verifyReceipt } from '../dist/index.js';
import { get, launch, makeFolder, makePolicy, post, readerRecord } from './helpers.js';
import { noPostgres, programOf, startPostgres } from './support/postgres.js';
import { fill } from './template.js';

const execute = promisify(execFile);
const policy = makePolicy();

/** Runs a command to its end. */
async function run(t, environment, ...args) {
  const { exit } = launch(t, args, environment);
  return exit;
}

async function serve(t, data, environment) {
  const all = { POLICY_TEXTS: 'required', ...environment };
  const { child, exit, address } = launch(t, ['--port', '0', '--data', data], all);
  const stop = async () => {
    child.kill('SIGTERM');
    assert.equal(await exit, 0);
  };
  return { address: await address, stop };
}

/** Two people answer; what they were told is what must hold afterwards. */
async function answerSome(address) {
  const deeds = [{}, { act: 'decline', reason: 'Te druk.' }];
  const records = deeds.map((deed) => readerRecord(policy, deed));
  const files = [];
  for (const record of records) {
    const { status, json } = await post(address, record);
    assert.equal(status, 201);
    files.push({ record, ...json });
  }
  return files;
}

/** The same record is known, its receipt holds, and a new one can be added. */
async function holdsAll(address, files) {
  assert.equal((await get(address, '/readyz')).status, 200);
  const keys = (await get(address, '/.well-known/jwks.json')).json;
  for (const { record, ...told } of files) {
    const again = await post(address, record);
    assert.equal(again.status, 200);
    assert.deepEqual(again.json, told);
    const { alterations } = await verifyReceipt(JSON.stringify({ record, ...told }), policy, keys);
    assert.deepEqual(alterations, []);
  }
  const { status, json } = await post(address, readerRecord(policy));
  assert.equal(status, 201);
  assert.ok(json.receipt);
}

/** An owner who may create no roles, and a user for the service, as docs/operation.md has them. */
async function prepareUsers(server, withRole) {
  await server.sql('create role owner login');
  await server.sql('create role server login');
  if (withRole) await server.sql('create role policy_receiver_service nologin');
  const owner = new URL(await server.database('policies'));
  await server.sql('alter database policies owner to owner');
  owner.username = 'owner';
  const service = new URL(owner);
  service.username = 'server';
  return { MIGRATE_URL: owner.href, DATABASE_URL: service.href };
}

describe('a backup', () => {
  const pgDump = programOf('pg_dump');
  const pgRestore = programOf('pg_restore');
  const skip = noPostgres || !pgDump || !pgRestore || Boolean(process.env.TEST_DATABASE_URL);

  // Both ways of docs/operation.md: with the role, made by who may, and without it.
  for (const withRole of [true, false]) {
    const name = withRole ? 'with the role of the service' : 'where nobody may make a role';
    it(`of a server is restored on another one, ${name}`, { skip }, async (t) => {
      const [before, after] = [await startPostgres(), await startPostgres()];
      t.after(() => Promise.all([before.stop(), after.stop()]));
      const folder = await makeFolder(t);
      const published = join(folder, 'policy.json');
      await writeFile(published, JSON.stringify(policy));

      const source = await prepareUsers(before, withRole);
      const service = withRole ? [] : ['--service', 'server'];
      assert.equal(await run(t, source, 'migrate', ...service), 0);
      if (withRole) await before.sql('grant policy_receiver_service to server');
      assert.equal(await run(t, source, 'publish', published, '--data', folder), 0);
      const old = await serve(t, folder, source);
      const files = await answerSome(old.address);

      // While the server runs. The service's own user may not read everything, and should not.
      const dump = join(folder, 'policies.dump');
      await assert.rejects(
        execute(pgDump, ['--format=custom', `--file=${dump}`, source.DATABASE_URL]),
        /permission denied/,
      );
      await execute(pgDump, ['--format=custom', `--file=${dump}`, source.MIGRATE_URL]);
      await old.stop();
      const target = await prepareUsers(after, withRole);
      const restore = ['--no-owner', '--no-acl', '--exit-on-error', '--single-transaction'];
      await execute(pgRestore, [...restore, `--dbname=${target.MIGRATE_URL}`, dump]);
      assert.equal(await run(t, target, 'migrate', ...service), 0);
      if (withRole) await after.sql('grant policy_receiver_service to server');

      // The keys were lost with the machine: the receipts hold all the same.
      const fresh = await serve(t, await makeFolder(t), target);
      await holdsAll(fresh.address, files);
      await fresh.stop();
      const own = openPostgres({ url: target.DATABASE_URL });
      t.after(() => own.close());
      await assert.rejects(own.query('delete from policy_receiver.acknowledgements'), {
        code: '42501',
      });
      const owner = await openAsOwner({ databaseUrl: target.MIGRATE_URL });
      t.after(() => owner.close());
      await assert.rejects(
        owner.query('delete from policy_receiver.acknowledgements'),
        /append-only/,
      );
    });
  }

  it('of the embedded database is a copy of its folder, once it stopped', async (t) => {
    const [folder, safe] = [await makeFolder(t), join(await makeFolder(t), 'safe')];
    const published = join(folder, 'policy.json');
    await writeFile(published, JSON.stringify(policy));
    const data = join(folder, 'data');
    await fill(data);
    assert.equal(await run(t, {}, 'publish', published, '--data', data), 0);
    const old = await serve(t, data);
    const files = await answerSome(old.address);
    await old.stop();
    await cp(data, safe, { recursive: true, preserveTimestamps: true });
    const fresh = await serve(t, safe);
    await holdsAll(fresh.address, files);
    await fresh.stop();
  });
});
