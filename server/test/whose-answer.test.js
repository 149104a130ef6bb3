import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { countLanguages, digestShown, readPolicy, shownTexts } from 'policy-elements';
import { endpoint, get, makePolicy, makeRecord, post, readerRecord, start } from './helpers.js';

const core = makePolicy({
  id: 'core',
  acknowledgement: { statement: { nl: 'Gelezen.', fr: 'Lu.' }, covers: 'core' },
});
core.sections[1].core = true;

let server;
before(async () => (server = await start({ publish: [makePolicy(), core] })));
after(() => server?.stop());

const readerOf = async (person) =>
  (await get(server.address, endpoint, { cookie: `demo-user=${person}` })).json.reader;
const fresh = (changes) => ({ ...readerRecord(makePolicy()), ...changes });

describe('whose answer it is', () => {
  it('is said in the record where a proxy takes headers away', async () => {
    const [nora, wout] = [await readerOf('nora.peeters'), await readerOf('wout.claes')];
    const refused = await post(server.address, fresh({ reader: nora }), { person: 'wout.claes' });
    assert.equal(refused.status, 409);
    assert.equal(refused.json.error, 'other-reader');
    const record = fresh({ reader: wout });
    assert.equal((await post(server.address, record, { person: 'wout.claes' })).status, 201);
    // Again, and by a page that only knows the header: the same record.
    assert.equal((await post(server.address, record, { person: 'wout.claes' })).status, 200);
    const { reader, ...bare } = record;
    const headers = { 'acknowledgement-reader': reader };
    const again = await post(server.address, bare, { person: 'wout.claes', headers });
    assert.equal(again.status, 200);
  });

  it('is refused where record and header do not agree', async () => {
    const [nora, wout] = [await readerOf('nora.peeters'), await readerOf('wout.claes')];
    const headers = { 'acknowledgement-reader': nora };
    const answer = await post(server.address, fresh({ reader: wout }), {
      ...{ person: 'wout.claes', headers },
    });
    assert.equal(answer.status, 409);
  });

  it('is compared, and not kept', async () => {
    const record = fresh({ reader: await readerOf('nora.peeters') });
    assert.equal((await post(server.address, record, { person: 'nora.peeters' })).status, 201);
    const [stored] = await server.store.list(0, 1);
    const { reader, ...kept } = record;
    assert.deepEqual(stored.record, kept);
    assert.ok(reader);
    const own = await get(server.address, endpoint, { cookie: 'demo-user=nora.peeters' });
    assert.ok(own.json.records.every((each) => each.reader === undefined));
  });

  it('cannot be worked out by somebody who knows the id', async () => {
    const nora = await readerOf('nora.peeters');
    assert.match(nora, /^[\w-]{22}$/);
    for (const text of ['nora.peeters', 'reader:nora.peeters']) {
      for (const kind of ['sha256', 'sha1', 'md5', 'sha512']) {
        const digest = createHash(kind).update(text).digest('base64url');
        assert.notEqual(nora, digest.slice(0, 22), `${kind} of ${text}`);
      }
    }
    // What pages were told before still counts: answers may wait in a browser for weeks.
    const before = createHash('sha256').update('reader:nora.peeters').digest('base64url');
    const record = fresh({ reader: before.slice(0, 22) });
    assert.equal((await post(server.address, record, { person: 'wout.claes' })).status, 409);
    assert.equal((await post(server.address, record, { person: 'nora.peeters' })).status, 201);
  });
});

describe('what an answer covers', () => {
  it('is taken with what was shown, and told again', async () => {
    const { policy } = readPolicy(core);
    const texts = shownTexts(policy, { lang: 'nl', covers: 'core' });
    const sent = {
      ...{ ...readerRecord(core), covers: 'core', shown: digestShown(texts) },
      languages: countLanguages(texts),
    };
    const answer = await post(server.address, sent, { person: 'karim.benali' });
    assert.equal(answer.status, 201, answer.text);
    const path = `${endpoint}?policy=core`;
    const own = await get(server.address, path, { cookie: 'demo-user=karim.benali' });
    assert.equal(own.json.records[0].covers, 'core');
  });

  it('is not believed where the text asks for all of it, or where it was not shown', async () => {
    const whole = await post(server.address, fresh({ covers: 'core' }));
    assert.equal(whole.json.pointer, '/covers', whole.text);
    const { shown } = readerRecord(makePolicy());
    const other = { ...readerRecord(core), covers: 'core', shown };
    assert.equal((await post(server.address, other)).json.pointer, '/shown');
    const odd = await post(server.address, makeRecord({ covers: 'some' }));
    assert.equal(odd.json.error, 'invalid-record');
  });
});
