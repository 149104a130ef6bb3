import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { PublishError } from '../dist/index.js';
import { digest, makePolicy, makeRecord, post, readerRecord, start } from './helpers.js';

const policy = makePolicy();

describe('a text that was published', () => {
  let server;
  before(async () => (server = await start({ publish: [policy] })));
  after(() => server.stop());

  const refused = async (record, error, pointer) => {
    const answer = await post(server.address, record);
    assert.equal(answer.status, 409, answer.text);
    assert.equal(answer.json.error, error);
    assert.equal(answer.json.pointer, pointer);
    assert.match(answer.type, /problem\+json/);
  };

  for (const lang of ['nl', 'fr', 'nl-BE', 'de']) {
    for (const audience of [[], ['staff'], ['hired', 'staff']]) {
      it(`is confirmed in ${lang} by ${audience.join(' and ') || 'everybody'}`, async () => {
        const record = readerRecord(policy, { lang, audience });
        assert.equal((await post(server.address, record)).status, 201);
      });
    }
  }

  it('takes the published one with its keys in another order', async () => {
    const turned = Object.fromEntries(Object.entries(policy).reverse());
    assert.equal((await post(server.address, readerRecord(turned))).status, 201);
  });

  it('is not another text, by one character', async () => {
    const other = JSON.parse(JSON.stringify(policy).replace('Daarom.', 'Daarom!'));
    await refused(readerRecord(other), 'unknown-text', '/digest');
  });

  const untrue = {
    'what was shown': ['/shown', { shown: digest('b') }],
    'what another language shows': [
      '/shown',
      { shown: readerRecord(policy, { lang: 'fr' }).shown },
    ],
    'what another audience sees': ['/shown', { audience: ['hired'] }],
    'an audience that does not exist': ['/shown', { audience: ['nobody'] }],
    'the languages': ['/shown', { languages: { nl: 1 } }],
    'the sentence': ['/shown', { statement: 'Ik heb dit gelezen!' }],
    'the sentence of another language': ['/shown', { statement: 'J’ai lu ceci.' }],
    'the version': ['/version', { version: '1.7' }],
  };
  for (const [what, [pointer, change]] of Object.entries(untrue)) {
    it(`is refused where ${what} is not as published`, async () => {
      await refused({ ...readerRecord(policy), ...change }, 'unknown-text', pointer);
    });
  }

  it('is refused for a policy nobody published', async () => {
    await refused(makeRecord({ policy: 'other' }), 'unknown-text');
  });

  it('is never published again with another content', async () => {
    assert.equal((await server.publications.publish(policy)).state, 'known');
    const changed = makePolicy({ title: 'Anders' });
    await assert.rejects(
      server.publications.publish(changed),
      /published before, with another text/,
    );
  });

  it('has no errors, and is no draft', async () => {
    for (const [change, message] of [
      [{ status: 'draft' }, /small 1\.0 is a draft/],
      [{ version: '1' }, /\/version/],
      [{ sections: [{ id: 'x', type: 'faq', title: 'X', items: [{}] }] }, /errors/],
    ]) {
      await assert.rejects(server.publications.publish(makePolicy(change)), (error) => {
        assert.ok(error instanceof PublishError);
        assert.match(error.message, message);
        return true;
      });
    }
    await assert.rejects(server.publications.publish([]), PublishError);
  });

  it('offers only the acts it names', async () => {
    const own = makePolicy({
      id: 'acts',
      acknowledgement: { statement: 'Ja.', acts: ['acknowledge', 'decline'] },
    });
    await server.publications.publish(own);
    const record = readerRecord(own, { act: 'decline', reason: 'Nee.' });
    assert.equal((await post(server.address, record)).status, 201);
    await refused(readerRecord(own, { act: 'request-exception' }), 'unknown-text', '/act');
  });
});

describe('a newer version', () => {
  let server;
  before(async () => (server = await start({ publish: [policy] })));
  after(() => server.stop());

  it('of the same MAJOR leaves the older one to be confirmed', async () => {
    await server.publications.publish(makePolicy({ version: '1.1' }));
    assert.equal((await post(server.address, readerRecord(policy))).status, 201);
  });

  it('of a new MAJOR makes the older one stale, and what was recorded stays', async () => {
    const before = readerRecord(policy);
    const first = await post(server.address, before);
    assert.equal(first.status, 201);
    await server.publications.publish(makePolicy({ version: '2.0' }));
    const stale = await post(server.address, readerRecord(policy));
    assert.equal(stale.status, 409);
    assert.equal(stale.json.error, 'stale-version');
    // Its answer was lost, and it comes again: it was recorded, and is.
    const again = await post(server.address, before);
    assert.equal(again.status, 200);
    assert.deepEqual(again.json, first.json);
    // The same id with other content is none of that.
    const forged = { ...readerRecord(policy), id: before.id };
    assert.equal((await post(server.address, forged)).status, 409);
    assert.equal((await post(server.address, { ...before, id: randomUUID() })).status, 409);
    const fresh = readerRecord(makePolicy({ version: '2.0' }));
    assert.equal((await post(server.address, fresh)).status, 201);
  });

  it('that is withdrawn ends it', async () => {
    const last = makePolicy({ version: '2.1', status: 'withdrawn' });
    await server.publications.publish(last);
    for (const each of [last, makePolicy({ version: '2.0' })]) {
      const answer = await post(server.address, readerRecord(each));
      assert.equal(answer.json.error, 'stale-version');
    }
  });
});

it('a policy that was never published may be taken, where that is allowed', async (t) => {
  const server = await start();
  t.after(() => server.stop());
  assert.equal((await post(server.address, makeRecord())).status, 201);
});
