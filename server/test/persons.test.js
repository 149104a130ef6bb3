import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { migrate, Store } from '../dist/index.js';
import { makeFolder, makeRecord } from './helpers.js';
import { openEmpty, openMigrated } from './template.js';

const shipped = new URL('../migrations/', import.meta.url);
const nora = { id: 'nora.peeters', name: 'Nora Peeters' };
const wout = { id: 'wout.claes', name: 'Wout Claes' };

async function open() {
  const database = await openMigrated();
  return { database, store: new Store(database) };
}

/** Everything in the append-only table, as text. */
async function evidence(database) {
  const { rows } = await database.query(
    'select a::text as text from policy_receiver.acknowledgements a order by seq',
  );
  return rows.map(({ text }) => text).join('\n');
}

describe('a person', () => {
  it('stands apart from the evidence, which names nobody', async () => {
    const { database, store } = await open();
    const record = makeRecord({
      act: 'decline',
      reason: 'Because Nora said so',
      subject: 'nora@example',
    });
    await store.record(record, nora);
    const [kept] = await store.list(0, 10);
    assert.deepEqual(kept.person, nora);
    assert.deepEqual(kept.record, record);
    assert.doesNotMatch(await evidence(database), /nora/i);
    await store.close();
  });

  it('has one subject, however many records and however simultaneously they come', async () => {
    const { store } = await open();
    await Promise.all(Array.from({ length: 8 }, () => store.record(makeRecord(), nora)));
    await store.record(makeRecord(), wout);
    const kept = await store.list(0, 20);
    assert.equal(kept.length, 9);
    assert.equal(new Set(kept.map(({ subject }) => subject)).size, 2);
    await store.close();
  });

  it('is known by the newest name', async () => {
    const { store } = await open();
    await store.record(makeRecord(), nora);
    await store.record(makeRecord(), { ...nora, name: 'Nora Peeters-Claes' });
    const names = (await store.list(0, 10)).map(({ person }) => person.name);
    assert.deepEqual(names, ['Nora Peeters-Claes', 'Nora Peeters-Claes']);
    await store.close();
  });

  it('who sends again what they sent before is told so, reason included', async () => {
    const { store } = await open();
    const record = makeRecord({ act: 'decline', reason: 'No', subject: 'x' });
    const { recordedAt } = await store.record(record, nora);
    assert.deepEqual(await store.record(record, nora), { state: 'known', recordedAt });
    assert.equal((await store.record({ ...record, reason: 'Yes' }, nora)).state, 'conflict');
    assert.equal((await store.record(record, wout)).state, 'conflict');
    await store.close();
  });

  it('gave a reason that can be deleted and never changed', async () => {
    const { database, store } = await open();
    await store.record(makeRecord({ act: 'decline', reason: 'No' }), nora);
    const change = `update policy_receiver.remarks set reason = 'Yes'`;
    await assert.rejects(database.query(change), /never changed/);
    await database.query('delete from policy_receiver.remarks');
    assert.equal((await store.list(0, 1))[0].record.reason, undefined);
    await store.close();
  });
});

describe('records from before persons stood apart', () => {
  it('keep everything but move who, why and what the page said out of the evidence', async (t) => {
    const folder = await makeFolder(t);
    await cp(shipped, folder, { recursive: true });
    for (const name of await readdir(folder)) {
      if (name >= '002') await rm(join(folder, name));
    }
    const database = await openEmpty();
    await migrate(database, pathToFileURL(`${folder}/`));
    const old = [
      [makeRecord({ subject: 'nora@example' }), { ...nora, name: 'Nora' }],
      [makeRecord({ act: 'decline', reason: 'Nora knows' }), wout],
      [makeRecord({ policy: 'other' }), nora],
    ];
    for (const [record, person] of old) {
      await database.query(
        `insert into policy_receiver.acknowledgements (id, person_id, person_name, policy, record)
         values ($1, $2, $3, $4, $5::jsonb)`,
        [record.id, person.id, person.name, record.policy, JSON.stringify(record)],
      );
    }
    const times = `select id, seq, recorded_at from policy_receiver.acknowledgements order by seq`;
    const before = await database.query(times);

    await migrate(database);
    assert.deepEqual((await database.query(times)).rows, before.rows);
    const store = new Store(database);
    const kept = (await store.list(0, 10)).reverse();
    assert.deepEqual(
      kept.map(({ record, person }) => [record, person]),
      [
        [old[0][0], nora],
        [old[1][0], wout],
        [old[2][0], nora],
      ],
    );
    assert.doesNotMatch(await evidence(database), /nora/i);
    await assert.rejects(
      database.query(`update policy_receiver.acknowledgements set policy = 'x'`),
      /append-only/,
    );
    const next = makeRecord({ id: randomUUID() });
    assert.equal((await store.record(next, nora)).state, 'stored');
    await store.close();
  });
});
