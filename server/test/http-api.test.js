import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { digest, endpoint, get, makeRecord, post, start } from './helpers.js';

let server;
before(async () => (server = await start()));
after(() => server.stop());

function assertProblem(answer, status, error) {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.type, /^application\/problem\+json/);
  assert.equal(answer.json.error, error);
  assert.equal(answer.json.status, status);
  for (const field of ['type', 'title', 'detail'])
    assert.equal(typeof answer.json[field], 'string');
}

describe('recording', () => {
  it('stores a record and tells when', async () => {
    const before = Date.now() - 1000;
    const answer = await post(server.address, makeRecord());
    assert.equal(answer.status, 201);
    assert.match(answer.type, /^application\/json/);
    assert.deepEqual(Object.keys(answer.json), ['recordedAt']);
    const recorded = new Date(answer.json.recordedAt);
    assert.equal(recorded.toISOString(), answer.json.recordedAt);
    assert.ok(recorded.getTime() > before && recorded.getTime() < Date.now() + 1000);
  });

  it('answers the same record again with the first moment', async () => {
    const record = makeRecord();
    const first = await post(server.address, record);
    const count = await server.store.count();
    const second = await post(server.address, record);
    assert.equal(second.status, 200);
    assert.deepEqual(second.json, first.json);
    assert.equal(await server.store.count(), count);
  });

  it('does not care in which order the fields come', async () => {
    const record = makeRecord({ languages: { nl: 1, fr: 2 } });
    await post(server.address, record);
    const turned = Object.fromEntries(Object.entries(record).reverse());
    turned.languages = { fr: 2, nl: 1 };
    assert.equal((await post(server.address, turned)).status, 200);
  });

  it('refuses other content under the same id', async () => {
    const record = makeRecord();
    await post(server.address, record);
    for (const change of [{ act: 'decline' }, { version: '3.2' }, { languages: { nl: 40 } }]) {
      assertProblem(await post(server.address, { ...record, ...change }), 409, 'id-conflict');
    }
  });

  it('refuses the same record from another person', async () => {
    const record = makeRecord();
    await post(server.address, record, { person: 'nora.peeters' });
    const other = await post(server.address, record, { person: 'wout.claes' });
    assertProblem(other, 409, 'id-conflict');
  });

  it('stores twenty that arrive at once only once', async () => {
    const record = makeRecord();
    const count = await server.store.count();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(server.address, record)),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(19).fill(200), 201]);
    assert.equal(new Set(answers.map(({ json }) => json.recordedAt)).size, 1);
    assert.equal(await server.store.count(), count + 1);
  });

  it('lets one of several different records under one id win', async () => {
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        post(server.address, makeRecord({ id, version: `1.${index}` })),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
  });

  for (const act of ['decline', 'request-exception']) {
    it(`takes a reason with ${act}`, async () => {
      const record = makeRecord({ act, reason: 'é'.repeat(2000) });
      assert.equal((await post(server.address, record)).status, 201);
      assert.equal((await post(server.address, makeRecord({ act }))).status, 201);
    });
  }

  it('keeps what is odd but sound exactly', async () => {
    const statement = `'; drop table policy_receiver.acknowledgements; -- $1 \\ " 😀 \u202e <b>`;
    const record = makeRecord({
      statement,
      subject: 'x',
      audience: [],
      policy: 'odd',
      at: '2024-02-29T23:59:59Z',
    });
    assert.equal((await post(server.address, record)).status, 201);
    const { json } = await get(server.address, `${endpoint}?policy=odd`);
    assert.equal(json.records[0].statement, statement);
    assert.equal(json.records[0].at, record.at);
  });
});

describe('what is refused as a record', () => {
  const wrong = {
    'no id': { id: undefined },
    'an id that is no uuid': { id: 'abc' },
    'an unknown act': { act: 'agree' },
    'a missing act': { act: undefined },
    'a reason with acknowledge': { reason: 'because' },
    'a reason that is too long': { act: 'decline', reason: 'x'.repeat(2001) },
    'a reason that is no text': { act: 'decline', reason: ['x'] },
    'a policy id with capitals': { policy: 'Social' },
    'a policy id with SQL': { policy: "x'; drop table a; --" },
    'an empty policy id': { policy: '' },
    'a version of three parts': { version: '3.1.0' },
    'a version that is a number': { version: 3.1 },
    'a digest of another kind': { digest: `sha-1:${'a'.repeat(40)}` },
    'a digest in capitals': { digest: digest('A') },
    'no digest of what was shown': { shown: undefined },
    'languages as a list': { languages: ['nl'] },
    'no language at all': { languages: {} },
    'a count that is text': { languages: { nl: '41' } },
    'a negative count': { languages: { nl: -1 } },
    'a broken count': { languages: { nl: 1.5 } },
    'a language that is none': { languages: { 'not a language': 1 } },
    'a language called constructor': { languages: { constructor: 1 } },
    'an empty statement': { statement: '' },
    'a statement with NUL': { statement: 'a\u0000b' },
    'half a surrogate pair': { statement: 'a\ud800b' },
    'an audience that is text': { audience: 'everyone' },
    'an audience with a number': { audience: [1] },
    'no audience': { audience: undefined },
    'a subject that is no text': { subject: { id: 1 } },
    'a moment without offset': { at: '2026-03-01T09:30:00.000' },
    'a day that does not exist': { at: '2026-02-30T09:30:00Z' },
    'a date without time': { at: '2026-03-01' },
    'an unknown field': { extra: true },
  };
  for (const [name, change] of Object.entries(wrong)) {
    it(name, async () => {
      const record = makeRecord(change);
      const answer = await post(server.address, record, { headers: { 'idempotency-key': 'x' } });
      assertProblem(answer, 400, 'invalid-record');
    });
  }

  it('names the field that is wrong', async () => {
    const answer = await post(server.address, makeRecord({ version: 'x' }));
    assert.equal(answer.json.pointer, '/version');
    assert.match((await post(server.address, makeRecord({ extra: 1 }))).json.detail, /"extra"/);
  });

  for (const body of ['[]', 'null', '"x"', '1']) {
    it(`${body} as the whole body`, async () => {
      assertProblem(await post(server.address, makeRecord(), { body }), 400, 'invalid-record');
    });
  }
});

describe('what is refused before it is a record', () => {
  it('another Idempotency-Key than the id, or none', async () => {
    const record = makeRecord();
    for (const key of [randomUUID(), '', `"${record.id}"`]) {
      const answer = await post(server.address, record, { headers: { 'idempotency-key': key } });
      assertProblem(answer, 400, 'id-mismatch');
    }
  });

  for (const body of ['{', '', '{"a":1}}', "{'a':1}"]) {
    it(`JSON that is none: ${body || 'nothing'}`, async () => {
      assertProblem(await post(server.address, makeRecord(), { body }), 400, 'invalid-json');
    });
  }

  it('keys that would reach the prototype', async () => {
    const inner = JSON.stringify(makeRecord()).slice(1);
    for (const key of ['"__proto__":{"act":"decline"}', '"constructor":{"prototype":{"x":1}}']) {
      const answer = await post(server.address, makeRecord(), { body: `{${key},${inner}` });
      assert.equal(answer.status, 400);
      assert.match(answer.type, /problem\+json/);
    }
    assert.equal({}.x, undefined);
    assert.equal({}.act, undefined);
  });

  it('another content type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await post(server.address, makeRecord(), {
        headers: { 'content-type': type },
      });
      assertProblem(answer, 415, 'unsupported-media-type');
    }
  });

  it('a body over 64 kB, told or not told beforehand', async () => {
    const body = JSON.stringify(makeRecord({ statement: 'x'.repeat(65_536) }));
    assertProblem(await post(server.address, makeRecord(), { body }), 413, 'too-large');
    const status = await new Promise((resolve, reject) => {
      const chunked = request(
        server.address + endpoint,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (response) => resolve(response.statusCode),
      );
      chunked.on('error', reject);
      for (let i = 0; i < 20; i += 1) chunked.write('x'.repeat(4096));
      chunked.end();
    });
    assert.equal(status, 413);
  });

  it('unknown addresses and methods', async () => {
    assertProblem(await get(server.address, '/nothing'), 404, 'not-found');
    assertProblem(await get(server.address, `${endpoint}/x`), 404, 'not-found');
    assertProblem(await get(server.address, '/%zz'), 400, 'bad-request');
    const deleted = await fetch(server.address + endpoint, { method: 'DELETE' });
    assert.equal(deleted.status, 405);
    assert.match(deleted.headers.get('allow'), /POST/);
    assert.equal((await deleted.json()).error, 'method-not-allowed');
  });

  it('stores none of these', async () => {
    const count = await server.store.count();
    const record = makeRecord();
    await post(server.address, record, { headers: { 'idempotency-key': 'x' } });
    await post(server.address, { ...record, extra: 1 });
    assert.equal(await server.store.count(), count);
    assert.equal((await post(server.address, record)).status, 201);
  });
});

describe("a reader's own records", () => {
  it('answers these of the policy, newest first, and nobody else’s', async () => {
    const person = 'lucie.delvaux';
    const first = makeRecord({ policy: 'mine', version: '1.0' });
    const second = makeRecord({ policy: 'mine', version: '2.0', subject: 'somebody-else' });
    await post(server.address, first, { person });
    const { json } = await post(server.address, second, { person });
    await post(server.address, makeRecord({ policy: 'mine' }), { person: 'wout.claes' });
    await post(server.address, makeRecord({ policy: 'other' }), { person });

    const path = `${endpoint}?policy=mine`;
    const own = await get(server.address, path, { cookie: `a=b; demo-user=${person}` });
    assert.equal(own.status, 200);
    assert.equal(own.headers.get('cache-control'), 'no-store');
    const { subject, ...sent } = second;
    assert.equal(subject, 'somebody-else');
    assert.deepEqual(own.json.records[0], { ...sent, recordedAt: json.recordedAt });
    assert.deepEqual(
      own.json.records.map((entry) => entry.id),
      [second.id, first.id],
    );
  });

  it('tells a reader who they are, opaquely, and takes no record of somebody else', async () => {
    const path = `${endpoint}?policy=social-media`;
    const of = async (person) =>
      (await get(server.address, path, { cookie: `demo-user=${person}` })).json.reader;
    const [nora, karim] = [await of('nora.peeters'), await of('karim.benali')];
    assert.match(nora, /^[\w-]{22}$/);
    assert.equal(await of('nora.peeters'), nora);
    assert.notEqual(karim, nora);
    const send = (record, reader) =>
      post(server.address, record, {
        person: 'karim.benali',
        headers: { 'acknowledgement-reader': reader },
      });
    const count = await server.store.count();
    assertProblem(await send(makeRecord(), nora), 409, 'other-reader');
    assert.equal(await server.store.count(), count);
    assert.equal((await send(makeRecord(), karim)).status, 201);
  });

  it('answers an empty list for an unknown policy, and 400 for what is no id', async () => {
    const none = await get(server.address, `${endpoint}?policy=unknown`);
    assert.deepEqual(none.json.records, []);
    for (const query of ["policy='or'1'='1", 'policy=a&policy=b', 'policy=', 'policy[x]=1%00']) {
      const answer = await get(server.address, `${endpoint}?${query}`);
      if (query.startsWith('policy[')) assert.equal(answer.status, 200);
      else assertProblem(answer, 400, 'bad-request');
    }
  });
});

it('says that it is well', async () => {
  const answer = await get(server.address, '/healthz');
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.json, { status: 'ok' });
});
