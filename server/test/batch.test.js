import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Batch } from '../dist/records/batch.js';

/** A batch whose flights land when told to. */
function make({ concernsAll = () => false, flights = 1, most = 64 } = {}) {
  const sent = [];
  const send = (items) =>
    new Promise((resolve, reject) => {
      const ids = items.map(({ id }) => id);
      sent.push({ ids, land: (added = ids) => resolve(new Set(added)), crash: reject });
    });
  return { batch: new Batch(send, concernsAll, flights, most), sent };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a batch', () => {
  it('sends at once what comes alone, and together what comes meanwhile', async () => {
    const { batch, sent } = make();
    const all = ['c', 'b', 'a'].map((id) => batch.add({ id }));
    assert.deepEqual(
      sent.map(({ ids }) => ids),
      [['c']],
    );
    sent[0].land();
    await turn();
    assert.deepEqual(sent[1].ids, ['a', 'b']);
    sent[1].land(['b']);
    assert.deepEqual(await Promise.all(all), [true, true, false]);
  });

  it('lets the second of two with the same id wait for the first', async () => {
    const { batch, sent } = make({ flights: 1 });
    const all = ['x', 'A', 'a', 'b'].map((id) => batch.add({ id }));
    sent[0].land();
    await turn();
    assert.deepEqual(sent[1].ids, ['A', 'b']);
    sent[1].land(['a', 'b']);
    await turn();
    assert.deepEqual(sent[2].ids, ['a']);
    sent[2].land([]);
    assert.deepEqual(await Promise.all(all), [true, true, false, true]);
  });

  it('tries each by itself where one of them is at fault', async () => {
    const { batch, sent } = make();
    const all = ['x', 'a', 'b'].map((id) => batch.add({ id }));
    sent[0].land();
    await turn();
    sent[1].crash(new Error('b is odd'));
    await turn();
    sent[2].land();
    await turn();
    sent[3].crash(new Error('b is odd'));
    const outcomes = await Promise.allSettled(all);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected'],
    );
  });

  it('fails as a whole where the fault is nobody’s, and goes on after that', async () => {
    const { batch, sent } = make({ concernsAll: () => true });
    const all = ['x', 'a', 'b'].map((id) => batch.add({ id }));
    sent[0].land();
    await turn();
    sent[1].crash(new Error('the server is away'));
    const outcomes = await Promise.allSettled(all);
    assert.equal(outcomes.filter(({ status }) => status === 'rejected').length, 2);
    const later = batch.add({ id: 'later' });
    assert.deepEqual(sent[2].ids, ['later']);
    sent[2].land();
    assert.equal(await later, true);
  });

  it('keeps to its size', async () => {
    const { batch, sent } = make({ most: 2 });
    for (const id of ['x', 'a', 'b', 'c']) void batch.add({ id });
    sent[0].land();
    await turn();
    assert.deepEqual(sent[1].ids, ['a', 'b']);
  });
});
