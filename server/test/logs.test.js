import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openAsOwner } from '../dist/index.js';
import { endpoint, get, launch, makeData, makeFolder, makeRecord } from './helpers.js';
import { noPostgres, startPostgres } from './support/postgres.js';

const person = { id: 'marcella.marker', name: 'Marcella Marker' };
// An address of this machine that nothing else uses.
const address = '127.9.8.7';
const agent = 'MarkerBrowser/9.9';
const elsewhere = '203.0.113.77';

const identity = {
  POLICY_IDENTITY: 'proxy',
  PROXY_ADDRESSES: address,
  PROXY_NAME_HEADER: 'X-Remote-Name',
  POLICY_TEXTS: 'optional',
  POLICY_LOG: 'info',
};

/** As the proxy hands it on. */
function send(base, { path = endpoint, body, headers = {} }) {
  const all = {
    'user-agent': agent,
    'x-remote-user': person.id,
    'x-remote-name': person.name,
    'x-forwarded-for': elsewhere,
    'content-type': 'application/json',
    ...(body && { 'idempotency-key': body.id }),
    ...headers,
  };
  const options = { method: body ? 'POST' : 'GET', headers: all, localAddress: address };
  return new Promise((resolve, reject) => {
    const sent = request(base + path, options, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

/** Every value of every table, as text. */
async function everything(data) {
  const database = await openAsOwner({ data });
  try {
    const { rows: tables } = await database.query(
      `select table_name as name from information_schema.tables
       where table_schema = 'policy_receiver' and table_type = 'BASE TABLE'`,
    );
    const texts = [];
    for (const { name } of tables) {
      const { rows } = await database.query(
        `select t::text as text from policy_receiver.${name} t`,
      );
      texts.push(...rows.map(({ text }) => `${name}: ${text}`));
    }
    return texts.join('\n');
  } finally {
    await database.close();
  }
}

/** Makes PostgreSQL fail, in words that repeat what was sent. */
async function breakFor(data, policy) {
  const database = await openAsOwner({ data });
  await database.exec(`
    create function policy_receiver.fail() returns trigger language plpgsql as $$
    begin
      raise exception 'no % for %', new.record, (select name from policy_receiver.persons limit 1);
    end $$;
    create trigger fail before insert on policy_receiver.acknowledgements
      for each row when (new.policy = '${policy}') execute function policy_receiver.fail();
  `);
  await database.close();
}

describe('sign-in, a record, a refusal and an error', () => {
  it('leave no person in the log, and no address or browser anywhere', async (t) => {
    const data = await makeData(t);
    await breakFor(data, 'broken');
    const run = launch(t, ['--port', '0', '--data', data], identity);
    const base = await run.address;
    const email = 'marcella@marker.example';
    const remark = { act: 'decline', reason: `Ask ${email}`, subject: email };
    assert.equal(await send(base, { body: makeRecord(remark) }), 201);
    assert.equal(await send(base, {}), 200);
    assert.equal(await send(base, { body: makeRecord({ act: person.name }) }), 400);
    assert.equal(await send(base, { headers: { 'x-remote-user': '' } }), 401);
    assert.equal(await send(base, { path: `/${person.id}?${email}` }), 404);
    assert.equal(await send(base, { path: `/%zz${person.id}` }), 400);
    const broken = makeRecord({ policy: 'broken', statement: email });
    assert.equal(await send(base, { body: broken }), 500);
    run.child.kill('SIGTERM');
    assert.equal(await run.exit, 0);

    const lines = run.out.split('\n').filter((line) => line.startsWith('{'));
    const failed = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
    assert.equal(failed.length, 1, 'the error is in the log');
    assert.equal(failed[0].err.code, 'P0001');
    assert.ok(failed[0].err.stack.length > 0);
    for (const secret of [/marcella/i, /marker/i, address, elsewhere, broken.id]) {
      assert.doesNotMatch(run.out + run.err, new RegExp(secret));
    }

    const stored = await everything(data);
    assert.match(stored, /Marcella Marker/);
    for (const secret of [address, elsewhere, agent]) assert.ok(!stored.includes(secret), secret);
  });
});

it(
  'a lost connection is a line of the log as well',
  { skip: noPostgres, timeout: 60_000 },
  async (t) => {
    const postgres = await startPostgres();
    t.after(() => postgres.stop());
    const DATABASE_URL = await postgres.database();
    const run = launch(t, ['--port', '0', '--data', await makeFolder(t)], { DATABASE_URL });
    const base = await run.address;
    assert.equal((await get(base, '/readyz')).status, 200);
    await postgres.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
      DATABASE_URL,
    );
    // A question on its way when the connection ends would be told of it in its stead.
    while (!run.out.includes('A connection to PostgreSQL ended')) {
      await delay(20, undefined, { signal: t.signal });
    }
    assert.equal((await get(base, '/readyz')).status, 200);
    run.child.kill('SIGTERM');
    assert.equal(await run.exit, 0);
    assert.equal(run.err, '');
    const lines = run.out.split('\n').filter((line) => line.startsWith('{'));
    assert.ok(lines.some((line) => JSON.parse(line).msg === 'A connection to PostgreSQL ended'));
  },
);
