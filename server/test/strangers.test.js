import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { migrate, openPostgres, readPeople, Store } from '../dist/index.js';
import { endpoint, get, makeRecord, post, start } from './helpers.js';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from './helpers.js';
import { noPostgres, startPostgres } from './support/postgres.js';
import { openEmpty } from './template.js';

const identify = ({ headers }) => {
  const id = headers['x-test-user'];
  return id === undefined ? undefined : { id: decodeURIComponent(id), name: 'N\0o\u0000ra' };
};
const as = (id) => ({ 'x-test-user': encodeURIComponent(id) });

describe('behind one proxy', () => {
  let server;
  before(async () => {
    server = await start({ identify, perMinute: 5, mayReview: () => true, requestTimeout: 700 });
  });
  after(() => server?.stop());

  it('strangers hold up each other, and nobody who is known', async () => {
    const strangers = [];
    for (let turn = 0; turn < 12; turn += 1) {
      strangers.push((await post(server.address, makeRecord())).status);
    }
    assert.deepEqual([...new Set(strangers)], [401, 429]);
    const known = await post(server.address, makeRecord(), { headers: as('nora') });
    assert.equal(known.status, 201);
  });

  it('pages and exports count as well', async () => {
    for (const path of ['/acknowledgements', '/acknowledgements/export.csv']) {
      const headers = as(`reader of ${path}`);
      const answers = [];
      for (let turn = 0; turn < 7; turn += 1) {
        answers.push((await get(server.address, path, headers)).status);
      }
      assert.deepEqual(answers, [200, 200, 200, 200, 200, 429, 429]);
    }
  });

  it('a body that does not come is not waited for', async () => {
    const { port } = new URL(server.address);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST ${endpoint} HTTP/1.1\r\nHost: x\r\nx-test-user: slow\r\n` +
        'Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{',
    );
    const drip = setInterval(() => socket.write(' '), 100);
    const began = Date.now();
    const said = await new Promise((resolve) => {
      let text = '';
      socket.on('data', (chunk) => (text += chunk));
      socket.on('close', () => resolve(text)).on('error', () => resolve(text));
    });
    clearInterval(drip);
    assert.ok(Date.now() - began < 8_000, `${Date.now() - began} ms`);
    assert.match(said, /^HTTP\/1\.1 408/);
  });
});

describe('what a proxy leaves out', () => {
  let server;
  before(async () => (server = await start({ identify, mayReview: () => true })));
  after(() => server?.stop());
  const send = (headers, path = endpoint, record = makeRecord()) =>
    fetch(server.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...as('nora'), ...headers },
      body: JSON.stringify(record),
    });

  it('does not refuse a page that the browser knows to be of this site', async () => {
    const origin = 'https://intranet.example';
    const own = await send({ origin, 'sec-fetch-site': 'same-origin' });
    assert.equal(own.status, 201);
    for (const site of ['cross-site', 'same-site', undefined]) {
      const other = await send({ origin, ...(site && { 'sec-fetch-site': site }) });
      assert.equal(other.status, 403, String(site));
    }
  });

  it('is made up for by the record, and a slash too many means nothing', async () => {
    assert.equal((await send({})).status, 201);
    assert.equal((await send({}, `${endpoint}/`)).status, 201);
    assert.equal((await send({ 'idempotency-key': 'another' })).status, 400);
  });

  it('NUL is no fault of the server', async () => {
    assert.equal((await get(server.address, endpoint, as('nora'))).status, 200);
    const paths = ['search', 'language', 'audience', 'text', 'state', 'page', 'lang'].map(
      (name) => `/acknowledgements?${name}=a%00b`,
    );
    for (const path of [...paths, '/policies/a%00b/1.0/a.json', '/policies/a%00.json']) {
      const { status } = await get(server.address, path, as('nora'));
      assert.ok(status < 500, `${path}: ${status}`);
    }
    const odd = await post(server.address, makeRecord({ statement: 'a\0b' }), { headers: as('a') });
    assert.equal(odd.status, 400);
    assert.equal((await post(server.address, makeRecord(), { headers: as('a\0b') })).status, 201);
  });
});

describe('one person', () => {
  let server;
  before(async () => (server = await start({ identify, mayReview: () => true })));
  after(() => server?.stop());

  it('is the same in other case, and with what nobody sees', async () => {
    const spellings = [
      'A.B@org.example',
      'a.b@org.example',
      'a.b\u200b@org.example',
      ' a.b@ORG.example\u00ad',
    ];
    const readers = new Set();
    for (const id of spellings) {
      assert.equal((await post(server.address, makeRecord(), { headers: as(id) })).status, 201);
      readers.add((await get(server.address, endpoint, as(id))).json.reader);
    }
    assert.equal(readers.size, 1);
    const { rows } = await server.database.query(
      'select person_id, written_id from policy_receiver.persons',
    );
    assert.deepEqual(rows, [{ person_id: 'a.b@org.example', written_id: 'A.B@org.example' }]);
    const own = await get(server.address, endpoint, as('a.b@org.example'));
    assert.equal(own.json.records.length, 4);
    const decomposed = ['Andre\u0301', 'André'.normalize('NFC')];
    for (const id of decomposed) await post(server.address, makeRecord(), { headers: as(id) });
    const after = await server.database.query(
      'select count(*)::int as n from policy_receiver.persons',
    );
    assert.equal(after.rows[0].n, 2);
  });

  it('stands once in a list, as spreadsheets of here write it', () => {
    const bytes = (text) => new TextEncoder().encode(text);
    const list = readPeople(
      bytes('sep=;\r\nPersoneelsnummer;Naam;E-mailadres\r\nA1;Nora;n@x.be\r\n'),
    );
    assert.deepEqual(list.faults, []);
    assert.deepEqual(list.people, [{ id: 'A1', name: 'Nora', email: 'n@x.be' }]);
    const french = readPeople(
      bytes('Identifiant,Nom,"Adresse e-mail"\nA1,Nora,n@x.be\na1,Nora,\n'),
    );
    assert.equal(french.people[0].email, 'n@x.be');
    assert.match(french.faults[0].message, /stands on line 2 as well/);
    const tabs = readPeople(bytes('"sep=\t"\nid\tname\nA1\tNora\nA2\t\n'));
    assert.equal(tabs.faults[0].line, 4);
  });
});

const places = [
  { name: 'the embedded database', open: openEmpty },
  {
    name: 'a PostgreSQL server',
    skip: noPostgres,
    async open(t) {
      const server = await startPostgres();
      t.after(() => server.stop());
      return openPostgres({ url: await server.database() });
    },
  },
];
for (const { name, skip, open } of places) {
  it(`people kept under two spellings are joined, in ${name}`, { skip }, async (t) => {
    const shipped = new URL('../migrations/', import.meta.url);
    const before = join(await makeFolder(t), 'before');
    await mkdir(before);
    await cp(shipped, before, { recursive: true });
    for (const file of ['015-person-keys.sql', '016-readiness.sql', 'grants.sql']) {
      await rm(join(before, file));
    }
    const database = await open(t);
    await migrate(database, pathToFileURL(`${before}/`));
    const insert = (id, listed) =>
      database.query(
        `insert into policy_receiver.persons (person_id, name, listed_at)
         values ($1, $1, case when $2 then now() end) returning subject`,
        [id, listed],
      );
    const [listed] = (await insert('Nora@X.example', true)).rows;
    const [signed] = (await insert('nora@x.example', false)).rows;
    await insert('Wout', false);
    const record = makeRecord();
    await database.query(
      `insert into policy_receiver.acknowledgements (id, subject, policy, record)
       values ($1, $2, $3, $4::jsonb)`,
      [record.id, signed.subject, record.policy, JSON.stringify(record)],
    );
    await database.query(
      `insert into policy_receiver.reminders (subject, policy, major, reason, state)
       values ($1, 'social-media', 3, 'outstanding', 'sent')`,
      [signed.subject],
    );
    await migrate(database);
    const { rows } = await database.query(
      `select subject, person_id, written_id from policy_receiver.persons
       where erased_at is null order by person_id`,
    );
    assert.deepEqual(rows[0], {
      ...{ subject: listed.subject, person_id: 'nora@x.example', written_id: 'Nora@X.example' },
    });
    assert.equal(rows.length, 2);
    const store = new Store(database);
    const own = await store.ofPerson('NORA@x.example');
    assert.deepEqual(
      own.map((each) => each.record.id),
      [record.id],
    );
    const joined = await database.query(
      'select subject, into_subject from policy_receiver.joined_subjects',
    );
    assert.deepEqual(joined.rows, [{ subject: signed.subject, into_subject: listed.subject }]);
    await assert.rejects(
      database.query('update policy_receiver.acknowledgements set policy = policy'),
      /append-only/,
    );
    assert.equal(
      (await store.record(makeRecord(), { id: 'nora@X.example', name: 'N' })).state,
      'stored',
    );
    await store.close();
  });
}
