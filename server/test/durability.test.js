import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openDatabase, openPglite, Store } from '../dist/index.js';
import { makeFolder, makeRecord } from './helpers.js';
import { keepJournal, restore } from './support/power-cut.js';
import { fill } from './template.js';

/** The ids in a folder as a power cut left it. */
async function idsIn(image, path) {
  restore(image, path);
  const database = await openPglite(path);
  const { rows } = await database.query('select id, record from policy_receiver.acknowledgements');
  await database.close();
  return new Set(rows.map(({ id }) => id));
}

/** The same seed gives the same luck. */
function luckBy(seed) {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31 < 0.5;
}

describe('a power cut', () => {
  it('leaves every record that was confirmed', async (t) => {
    const data = await makeFolder(t);
    await fill(data);
    const journal = keepJournal(data);
    t.after(() => journal.stop());
    const database = await openDatabase({ data });
    t.after(() => database.close());
    const store = new Store(database);
    const confirmed = [];
    const cuts = [];
    const cut = (name, luck) =>
      cuts.push({ name, image: journal.image(luck).get('postgres'), ids: [...confirmed] });
    const confirm = async (person, changes) => {
      const record = makeRecord(changes);
      await store.record(record, { id: person, name: person });
      confirmed.push(record.id);
    };
    const statement = 'lang '.repeat(1500);
    const many = async (from, count) => {
      const people = Array.from({ length: count }, (_, index) => `p${from + index}`);
      await Promise.all(people.map((person) => confirm(person, { statement })));
    };

    const before = { ...journal.counts };
    for (let turn = 0; turn < 20; turn += 1)
      await confirm('one', { act: 'decline', reason: 'Nee' });
    const syncs = journal.counts.syncs - before.syncs;
    assert.ok(syncs >= 20, `20 answers one after the other, and ${syncs} syncs`);
    cut('after some');
    await many(0, 300);
    cut('after many at once');
    // While others are on their way: nobody waits for the end of a batch.
    const busy = many(300, 300);
    await confirm('between', {});
    cut('in the middle');
    cut('in the middle, with luck', luckBy(7));
    await busy;
    await database.exec('reset role; checkpoint');
    cut('after a checkpoint');
    await many(600, 200);
    cut('after more');
    cut('after more, with luck', luckBy(11));
    journal.stop();

    for (const { name, image, ids } of cuts) {
      const stored = await idsIn(image, join(data, name.replace(/\W+/g, '-')));
      const lost = ids.filter((id) => !stored.has(id));
      assert.deepEqual(lost, [], `${name}: ${lost.length} of ${ids.length} are lost`);
    }
  });

  it('that fails a sync is told, and nothing is called recorded after it', async (t) => {
    const data = await makeFolder(t);
    await fill(data);
    const database = await openDatabase({ data });
    const store = new Store(database);
    const person = { id: 'p', name: 'Pat' };
    await store.record(makeRecord(), person);
    const { fsync } = fs;
    t.after(() => {
      fs.fsync = fsync;
      syncBuiltinESMExports();
    });
    fs.fsync = (_file, done) => done(Object.assign(new Error('EIO: i/o error'), { code: 'EIO' }));
    const record = makeRecord();
    await assert.rejects(store.record(record, person), /The disk did not take/);
    fs.fsync = fsync;
    // It is in memory, and not on disk: the same question gets the same answer.
    await assert.rejects(store.record(record, person), /started anew/);
    await database.close().catch(() => {});
  });

  const mounted = () => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=70m', 'tmpfs', full], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const full = fs.mkdtempSync(join(tmpdir(), 'policy-full-'));
  const skip = mounted() ? false : 'only root may mount a small disk';
  after(() => {
    if (!skip) execFileSync('umount', ['-l', full]);
    fs.rmSync(full, { recursive: true, force: true });
  });

  it('of a disk that is full is told in words, and loses nothing before', { skip }, async () => {
    await fill(full);
    let database = await openDatabase({ data: full });
    let store = new Store(database);
    const person = { id: 'p', name: 'Pat' };
    const statement = 'lang '.repeat(20_000);
    const confirmed = [];
    let told;
    for (let turn = 0; turn < 1_000 && !told; turn += 1) {
      const record = makeRecord({ statement: `${statement}${Math.random()}` });
      if (turn === 3) {
        const { bavail, bsize } = fs.statfsSync(full);
        fs.writeFileSync(join(full, 'ballast'), Buffer.alloc(bavail * bsize - 256 * 1024));
      }
      await store.record(record, person).then(
        () => confirmed.push(record.id),
        (error) => (told = error),
      );
    }
    assert.ok(told instanceof Error && confirmed.length >= 3);
    assert.match(told.message, /space|disk/i);
    assert.doesNotMatch(told.message, /\[object/);
    await database.close().catch(() => {});

    fs.rmSync(join(full, 'ballast'));
    database = await openDatabase({ data: full });
    store = new Store(database);
    const kept = new Set((await store.list(0, 500)).map(({ record }) => record.id));
    assert.deepEqual(
      confirmed.filter((id) => !kept.has(id)),
      [],
    );
    assert.equal((await store.record(makeRecord(), person)).state, 'stored');
    await database.close();
  });

  it('while a folder is made leaves one that is made anew', async (t) => {
    const data = await makeFolder(t);
    fs.mkdirSync(join(data, 'postgres'));
    fs.writeFileSync(join(data, 'postgres', 'PG_VERSION'), '18\n');
    fs.writeFileSync(join(data, 'postgres.incomplete'), '');
    const database = await openPglite(join(data, 'postgres'));
    assert.deepEqual((await database.query('select 1 as one')).rows, [{ one: 1 }]);
    await database.close();
    assert.ok(!fs.existsSync(join(data, 'postgres.incomplete')));
  });
});
