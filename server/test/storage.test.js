import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { lock, LockedError, migrate, openPglite, openStore, Store } from '../dist/index.js';
import { makeData, makeFolder, makeRecord } from './helpers.js';
import { openMigrated } from './template.js';

const person = { id: 'p', name: 'Pat' };
const index = new URL('../dist/index.js', import.meta.url).href;
const light = new URL('../dist/database/lock.js', import.meta.url).href;
const shipped = new URL('../migrations/', import.meta.url);

/** Another process, which runs a few lines against the server. */
function inOtherProcess(code, from = index) {
  return promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    `import * as server from ${JSON.stringify(from)};\nconst { lock } = server;\n${code}`,
  ]);
}

async function deadPid() {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid;
}

describe('the store', () => {
  it('keeps what it has over a restart', async (t) => {
    const data = await makeFolder(t);
    const record = makeRecord();
    const first = await openStore({ data });
    const { recordedAt } = await first.record(record, person);
    await first.close();

    const second = await openStore({ data });
    assert.deepEqual(await second.record(record, person), { state: 'known', recordedAt });
    const [kept] = await second.list(0, 10);
    const { subject, ...rest } = kept;
    assert.deepEqual(rest, { person, record, recordedAt });
    assert.match(subject, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    await second.close();
  });

  it('keeps what it has when the process is killed, and opens again', async (t) => {
    const data = await makeData(t);
    const record = makeRecord();
    await assert.rejects(
      inOtherProcess(`
        const store = await server.openStore({ data: ${JSON.stringify(data)} });
        await store.record(${JSON.stringify(record)}, { id: 'p', name: 'Pat' });
        process.kill(process.pid, 'SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, 5000));
      `),
      { signal: 'SIGKILL' },
    );
    const store = await openStore({ data });
    assert.equal((await store.record(record, person)).state, 'known');
    await store.close();
  });

  it('knows a person anew who was erased, and writes nothing more under the old subject', async () => {
    const database = await openMigrated();
    const store = new Store(database);
    await store.record(makeRecord(), person);
    await database.query(
      'update policy_receiver.persons set person_id = null, name = null, erased_at = now()',
    );
    assert.equal((await store.record(makeRecord(), person)).state, 'stored');
    const [later, earlier] = await store.list(0, 10);
    assert.deepEqual(later.person, person);
    assert.equal(earlier.person, undefined);
    assert.notEqual(later.subject, earlier.subject);
    await store.close();
  });

  it('changes and deletes nothing', async () => {
    const database = await openMigrated();
    const store = new Store(database);
    await store.record(makeRecord(), person);
    for (const sql of [
      `update policy_receiver.acknowledgements set policy = 'x'`,
      'delete from policy_receiver.acknowledgements',
      'truncate policy_receiver.acknowledgements cascade',
      `insert into policy_receiver.acknowledgements (id, subject, policy, record)
       select id, subject, 'x', record from policy_receiver.acknowledgements
       on conflict (id) do update set policy = 'x'`,
    ]) {
      await assert.rejects(database.query(sql), /append-only/);
    }
    assert.deepEqual((await store.list(0, 10))[0].person, person);
    await store.close();
  });
});

describe('migrations', () => {
  it('are applied once, in order', async () => {
    const database = await openPglite();
    const first = await migrate(database);
    assert.equal(first[0], '001-acknowledgements.sql');
    assert.deepEqual(first, [...first].sort());
    assert.deepEqual(await migrate(database), []);
    await database.close();
  });

  it('are all or nothing', async (t) => {
    const folder = await makeFolder(t);
    const url = pathToFileURL(`${folder}/`);
    await cp(shipped, folder, { recursive: true });
    await writeFile(join(folder, '901-good.sql'), 'create table policy_receiver.good (a int);');
    const broken = 'create table policy_receiver.half (a int); select nonsense;';
    await writeFile(join(folder, '902-broken.sql'), broken);
    const database = await openMigrated();
    await assert.rejects(
      migrate(database, url),
      /Migration 902-broken\.sql failed: .*nonsense.*The database is as it was\./,
    );
    const { rows } = await database.query(
      `select to_regclass('policy_receiver.good') is not null as good,
              to_regclass('policy_receiver.half') is not null as half`,
    );
    assert.deepEqual(rows, [{ good: false, half: false }]);

    await writeFile(join(folder, '902-broken.sql'), 'create table policy_receiver.half (a int);');
    assert.deepEqual(await migrate(database, url), ['901-good.sql', '902-broken.sql']);
    await assert.rejects(migrate(database), /newer policy-server/);
    await writeFile(join(folder, '901-good.sql'), 'select 1;');
    await assert.rejects(migrate(database, url), /changed after it was applied/);
    await database.close();
  });
});

describe('the lock', () => {
  it('keeps a second process out, and says who is in', async (t) => {
    const data = await makeData(t);
    const store = await openStore({ data });
    await assert.rejects(
      inOtherProcess(`await server.openStore({ data: ${JSON.stringify(data)} })`),
      new RegExp(`in use by process ${process.pid}`),
    );
    await assert.rejects(openStore({ data }), LockedError);
    await store.record(makeRecord(), person);
    await store.close();
    await assert.rejects(readFile(join(data, 'receiver.lock')), { code: 'ENOENT' });
  });

  it('of a process that is gone is taken over', async (t) => {
    const file = join(await makeFolder(t), 'receiver.lock');
    await writeFile(file, JSON.stringify({ pid: await deadPid(), host: hostname(), born: null }));
    (await lock(file))();
  });

  it('of a process whose pid now is another’s is taken over', async (t) => {
    const file = join(await makeFolder(t), 'receiver.lock');
    const born = 'another-boot/1';
    await writeFile(file, JSON.stringify({ pid: process.pid, host: hostname(), born }));
    (await lock(file))();
    if (process.platform !== 'linux') return;
    await writeFile(file, JSON.stringify({ pid: process.ppid, host: hostname(), born }));
    (await lock(file))();
  });

  it('of another machine, or unreadable and fresh, is left alone', async (t) => {
    const file = join(await makeFolder(t), 'receiver.lock');
    await writeFile(file, JSON.stringify({ pid: 1, host: 'another-machine', born: null }));
    await assert.rejects(lock(file), /process 1 on another-machine.*remove/s);
    await writeFile(file, '{"pid":');
    await assert.rejects(lock(file), LockedError);
  });

  it('lets one of several in that start at once on a stale one', async (t) => {
    const file = join(await makeFolder(t), 'receiver.lock');
    await writeFile(file, JSON.stringify({ pid: await deadPid(), host: hostname(), born: null }));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        inOtherProcess(
          `
          await lock(${JSON.stringify(file)});
          await new Promise((resolve) => setTimeout(resolve, 6000));
        `,
          light,
        ),
      ),
    );
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  });
});
