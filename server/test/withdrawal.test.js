import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { get, makePolicy, post, readerRecord } from './helpers.js';
import { office } from './office.js';

describe('a policy that is withdrawn', () => {
  let o;
  before(async () => (o = await office({ fourEyes: false })));
  after(() => o?.stop());
  const withdraw = (who, version, reason = 'De wet is veranderd.') =>
    o.as(who, 'POST', '/withdrawal', { version, reason });

  it('is withdrawn by who publishes, with a reason, and of what was looked at', async () => {
    for (const who of ['writer', 'approver', 'nobody']) {
      assert.equal((await withdraw(who, '1.0')).status, 403, who);
    }
    assert.equal((await withdraw('stranger', '1.0')).status, 401);
    assert.equal((await withdraw('publisher', '1.0', ' \0 ')).status, 400);
    assert.equal((await withdraw('publisher', '0.9')).json.error, 'stale-version');
    assert.equal(await o.current(), '1.0');
  });

  it('says so to readers, takes no confirmation, and keeps who did it and why', async () => {
    await o.write('Bezig.');
    await o.plan('1.1', { at: '2030-04-01T07:00:00Z' });
    const done = await withdraw('publisher', '1.0');
    assert.equal(done.status, 200, done.json.detail);
    const served = await get(o.address, '/policies/small.json');
    assert.deepEqual([served.status, served.json.status], [200, 'withdrawn']);
    assert.deepEqual(
      [served.json.version, served.json.history[0].date, served.json.history[0].summary],
      ['1.1', '2030-03-01', { nl: 'Ingetrokken.', fr: 'Retirée.' }],
    );
    assert.equal(served.json.sections[0].body.nl, 'Daarom.');
    assert.equal((await get(o.address, '/policies/small.fr.compiled.json')).status, 200);
    assert.ok(!JSON.stringify(served.json).includes('wet is veranderd'));
    const answer = await post(o.address, readerRecord(makePolicy()), {
      headers: { 'x-who': 'nobody' },
    });
    assert.equal(answer.json.error, 'stale-version');
    const { log } = (await o.as('writer', 'GET', '/versions/1.1/approvals')).json;
    assert.deepEqual(
      log.map(({ act, person, remark }) => [act, person, remark]),
      [['withdrawn', 'Piet', 'De wet is veranderd.']],
    );
    const { revisions } = (await o.as('writer', 'GET', '/revisions')).json;
    assert.ok(revisions.some(({ kind, version }) => kind === 'published' && version === '1.1'));
    // What was being written is there, and comes out only when somebody wants it to.
    assert.equal((await o.draft()).policy.sections[0].body.nl, 'Bezig.');
    assert.equal((await o.schedule()).reason, 'withdrawn');
    await o.at('2030-04-02T07:00:00Z');
    assert.equal(await o.current(), '1.1');
    assert.equal((await withdraw('publisher', '1.1')).json.error, 'withdrawn');
  });

  it('is back with the next version', async () => {
    const now = await o.release('1.2', { date: '2030-04-02' });
    assert.equal((await o.as('publisher', 'POST', '/publish', now)).status, 200);
    const { json } = await get(o.address, '/policies/small.json');
    assert.deepEqual([json.version, json.status], ['1.2', 'published']);
    const record = readerRecord(await o.publications.source('small', '1.2'));
    assert.equal((await post(o.address, record, { headers: { 'x-who': 'nobody' } })).status, 201);
    // An unchanged draft comes back as well.
    assert.equal((await withdraw('publisher', '1.2')).status, 200);
    const again = await o.release('1.4', { date: '2030-04-03' });
    assert.equal((await o.as('publisher', 'POST', '/publish', again)).status, 200);
    assert.equal((await o.publications.source('small', '1.4')).status, 'published');
  });

  it('is written down where a kill came in between', async () => {
    const source = await o.publications.source('small', '1.4');
    await o.publications.publish({ ...source, version: '1.5', status: 'withdrawn' });
    const done = await withdraw('publisher', '1.4');
    assert.equal(done.status, 200, done.json.detail);
    const { log } = (await o.as('writer', 'GET', '/versions/1.5/approvals')).json;
    assert.equal(log.at(-1).act, 'withdrawn');
  });
});
