import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openAsOwner, verifyReceipt } from '../dist/index.js';
import { get, launch, makeFolder, makePolicy, post, readerRecord } from './helpers.js';
import { noPostgres, programOf, startPostgres } from './support/postgres.js';

const execute = promisify(execFile);
const policy = makePolicy();

/** Runs a verb to its end. */
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

describe('a backup', () => {
  const pgDump = programOf('pg_dump');
  const pgRestore = programOf('pg_restore');
  const skip = noPostgres || !pgDump || !pgRestore || Boolean(process.env.TEST_DATABASE_URL);

  it('of a server is restored on another one, and receipts hold', { skip }, async (t) => {
    const [before, after] = [await startPostgres(), await startPostgres()];
    t.after(() => Promise.all([before.stop(), after.stop()]));
    const folder = await makeFolder(t);
    const source = { DATABASE_URL: await before.database('policies') };
    const published = join(folder, 'policy.json');
    await writeFile(published, JSON.stringify(policy));
    assert.equal(await run(t, source, 'publish', published, '--data', folder), 0);
    const old = await serve(t, folder, source);
    const files = await answerSome(old.address);

    // As docs/operation.md says it, while the server runs.
    const dump = join(folder, 'policies.dump');
    await execute(pgDump, ['--format=custom', `--file=${dump}`, source.DATABASE_URL]);
    await old.stop();
    const target = { DATABASE_URL: await after.database('policies') };
    const restore = ['--no-owner', '--no-acl', '--exit-on-error', '--single-transaction'];
    await execute(pgRestore, [...restore, `--dbname=${target.DATABASE_URL}`, dump]);
    assert.equal(await run(t, target, 'migrate'), 0);

    // The keys were lost with the machine: the receipts hold all the same.
    const fresh = await serve(t, await makeFolder(t), target);
    await holdsAll(fresh.address, files);
    await fresh.stop();
    const owner = await openAsOwner({ databaseUrl: target.DATABASE_URL });
    t.after(() => owner.close());
    const { rows } = await owner.query(
      `select has_table_privilege('policy_receiver_service', 'policy_receiver.acknowledgements',
                                  'insert') as may`,
    );
    assert.equal(rows[0].may, true);
    await assert.rejects(
      owner.query('delete from policy_receiver.acknowledgements'),
      /append-only/,
    );
  });

  it('of the embedded database is a copy of its folder, once it stopped', async (t) => {
    const [folder, safe] = [await makeFolder(t), join(await makeFolder(t), 'safe')];
    const published = join(folder, 'policy.json');
    await writeFile(published, JSON.stringify(policy));
    const data = join(folder, 'data');
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
