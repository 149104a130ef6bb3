import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  erase,
  exportPerson,
  importPeople,
  openAsOwner,
  openDatabase,
  retain,
  Store,
} from '../dist/index.js';
import { makeData, makeRecord } from './helpers.js';
import { noPostgres, startPostgres } from './support/postgres.js';
import { fill } from './template.js';

const nora = { id: 'nora.peeters', name: 'Nora Peeters' };
const wout = { id: 'wout.claes', name: 'Wout Claes' };

/** Every value of every table, as text. */
async function everything(database) {
  const { rows: tables } = await database.query(
    `select table_name as name from information_schema.tables
     where table_schema = 'policy_receiver' and table_type = 'BASE TABLE'`,
  );
  const texts = [];
  for (const { name } of tables) {
    const { rows } = await database.query(`select t::text as text from policy_receiver.${name} t`);
    texts.push(...rows.map(({ text }) => `${name}: ${text}`));
  }
  return texts.join('\n');
}

/** An answer that was given long ago. */
async function addOld(database, person, age, record = makeRecord()) {
  await database.query(
    `insert into policy_receiver.persons (person_id, name) values ($1, $2) on conflict do nothing`,
    [person.id, person.name],
  );
  await database.query(
    `insert into policy_receiver.acknowledgements (id, subject, policy, record, recorded_at)
     select $1, subject, $2, $3::jsonb, clock_timestamp() - $4::interval
     from policy_receiver.persons where person_id = $5`,
    [record.id, record.policy, JSON.stringify(record), age, person.id],
  );
  return record.id;
}

function suite(place) {
  let database;
  let store;
  before(async () => {
    database = await openAsOwner(await place());
    store = new Store(database);
  });
  after(() => database?.close());

  const answers = async () =>
    (await database.query('select id from policy_receiver.acknowledgements')).rows.map(
      ({ id }) => id,
    );

  it('gives a person all that is kept about them, and nothing of others', async () => {
    await importPeople(database, [
      { ...nora, email: 'nora@elzenbrug.example', language: 'nl', audience: ['employees'] },
      { ...wout, email: 'wout@elzenbrug.example' },
    ]);
    const record = makeRecord({ act: 'decline', reason: 'Karim told me not to', subject: 'np' });
    const { recordedAt } = await store.record(record, nora);
    await store.record(makeRecord(), wout);
    await database.query(
      `insert into policy_receiver.reminders (subject, policy, major, reason, state)
       select subject, 'social-media', 3, 'outstanding', 'sent' from policy_receiver.persons`,
    );
    const all = await exportPerson(database, nora.id);
    assert.equal(all.person.name, nora.name);
    assert.equal(all.person.email, 'nora@elzenbrug.example');
    assert.equal(all.acknowledgements.length, 1);
    assert.deepEqual(all.acknowledgements[0].record, record);
    assert.deepEqual(all.acknowledgements[0].recordedAt, recordedAt);
    assert.equal(all.reminders.length, 1);
    assert.doesNotMatch(JSON.stringify(all), /wout/i);
    assert.equal(await exportPerson(database, 'nobody'), undefined);
  });

  it('tells what erasing would do, and does not do it', async () => {
    const before = await everything(database);
    const told = await erase(database, nora.id, { dryRun: true });
    assert.deepEqual(told, { ...told, acknowledgements: 1, remarks: 1, reminders: 1 });
    assert.equal(await everything(database), before);
  });

  it('erases a person, and keeps the answer', async () => {
    const before = await answers();
    const { subject } = (await store.list(0, 10)).find(({ person }) => person?.id === nora.id);
    const erasure = await erase(database, nora.id);
    assert.equal(erasure.subject, subject);
    assert.doesNotMatch(await everything(database), /nora|karim told|"np"/i);
    assert.deepEqual(await answers(), before);
    const kept = (await store.list(0, 10)).find((entry) => entry.subject === subject);
    assert.equal(kept.person, undefined);
    assert.equal(kept.record.act, 'decline');
    assert.equal(await erase(database, nora.id), undefined);
  });

  it('knows an erased person who answers again as somebody new', async () => {
    await store.record(makeRecord(), nora);
    const subjects = (await store.list(0, 10)).map(({ subject }) => subject);
    assert.equal(new Set(subjects).size, 3);
  });

  it('deletes what is past its time, with whom nobody else speaks of', async () => {
    const gone = { id: 'gone', name: 'Gone Long' };
    const old = await addOld(database, gone, '6 years');
    const oldOfWout = await addOld(database, wout, '5 years 1 day');
    const young = await addOld(database, wout, '4 years 11 months');
    const told = await retain(database, 'P5Y', { dryRun: true });
    assert.equal(told.acknowledgements, 2);
    assert.ok((await answers()).includes(old));
    const done = await retain(database, 'P5Y');
    assert.deepEqual(done, { ...done, acknowledgements: 2, persons: 1, reminders: 0 });
    const left = await answers();
    assert.ok(!left.includes(old) && !left.includes(oldOfWout) && left.includes(young));
    assert.doesNotMatch(await everything(database), /Gone Long/);
    assert.equal((await exportPerson(database, wout.id)).person.name, wout.name);
  });

  it('deletes nothing younger, whatever is asked', async () => {
    const before = await answers();
    const young = await addOld(database, wout, '20 days');
    await retain(database, 'P0D').catch((error) => assert.match(error.message, /append-only/));
    const attempts = [
      `delete from policy_receiver.acknowledgements where id = '${young}'`,
      `delete from policy_receiver.acknowledgements where recorded_at < now() - interval '1 year'`,
    ];
    for (const sql of attempts) await assert.rejects(database.query(sql), /append-only/);
    assert.deepEqual((await answers()).sort(), [...before, young].sort());
  });
}

describe('privacy, on the embedded database', () => {
  let data;
  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'policy-server-'));
    await fill(data);
  });
  suite(async () => ({ data }));
  after(() => rm(data, { recursive: true, force: true, maxRetries: 3 }));
});

describe('privacy, on a PostgreSQL server', { skip: noPostgres }, () => {
  let server;
  before(async () => (server = await startPostgres()));
  after(() => server?.stop());
  suite(async () => ({ databaseUrl: await server.database() }));

  it('is not the service’s to do', async () => {
    const databaseUrl = await server.database();
    const service = await openDatabase({ databaseUrl });
    const store = new Store(service);
    await store.record(makeRecord({ act: 'decline', reason: 'No' }), nora);
    await assert.rejects(erase(service, nora.id), { code: '42501' });
    await assert.rejects(retain(service, 'P5Y'), { code: '42501' });
    await assert.rejects(importPeople(service, [wout]), { code: '42501' });
    await service.close();
  });
});

describe('policy-server export, erase and retain', () => {
  const cli = fileURLToPath(new URL('../bin/policy-server.js', import.meta.url));
  it('tells first, and leaves no name in the files', async (t) => {
    const data = await makeData(t);
    const call = (...args) => promisify(execFile)(process.execPath, [cli, ...args, '--data', data]);
    const person = { id: 'zz.unmistakable', name: 'Zz Unmistakable' };
    const database = await openAsOwner({ data });
    await new Store(database).record(
      makeRecord({ id: randomUUID(), act: 'decline', reason: 'Unmistakable reason' }),
      person,
    );
    await database.close();

    const exported = JSON.parse((await call('export', person.id)).stdout);
    assert.equal(exported.acknowledgements[0].record.reason, 'Unmistakable reason');
    assert.match((await call('erase', person.id)).stdout, /Would erase.*\n.*--yes/);
    assert.match((await call('erase', person.id, '--yes')).stdout, /Erased.* 1 answers stay/);
    await assert.rejects(call('erase', person.id, '--yes'), { code: 1 });
    await assert.rejects(call('export', person.id), { code: 1 });
    await assert.rejects(call('retain'), { code: 2 });
    await assert.rejects(call('retain', '--retention', 'P5D'), { code: 2 });
    assert.match((await call('retain', '--retention', 'P5Y')).stdout, /Deleted .* 0 answers/);

    const base = join(data, 'postgres', 'base');
    for (const name of await readdir(base, { recursive: true })) {
      const bytes = await readFile(join(base, name)).catch(() => Buffer.alloc(0));
      assert.ok(!bytes.includes('nmistakable'), name);
    }
  });
});
