import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPostgres } from '../dist/index.js';
import { get, launch, makeFolder, makeRecord, post, start } from './helpers.js';
import { noPostgres, startPostgres } from './support/postgres.js';
import { startSilentProxy } from './support/silent-proxy.js';

const skip = noPostgres || Boolean(process.env.TEST_DATABASE_URL);

describe('connections that die without a word', { skip }, () => {
  let postgres;
  before(async () => (postgres = await startPostgres()));
  after(() => postgres?.stop());

  async function through(t) {
    const url = new URL(await postgres.database());
    const proxy = await startSilentProxy(Number(url.port));
    t.after(() => proxy.stop());
    url.port = String(proxy.port);
    return { proxy, databaseUrl: url.href };
  }

  it('are found out, and all made before are replaced', async (t) => {
    const { proxy, databaseUrl } = await through(t);
    const server = await start({ databaseUrl });
    t.after(() => server.stop());
    const warm = await Promise.all(
      Array.from({ length: 20 }, () => post(server.address, makeRecord())),
    );
    assert.ok(warm.every(({ status }) => status === 201));
    proxy.silence();
    const began = Date.now();
    const ready = await get(server.address, '/readyz');
    assert.equal(ready.status, 503);
    assert.ok(Date.now() - began < 4_000, `${Date.now() - began} ms until /readyz said so`);
    // Whatever waits is told to come again, none of it for longer than one silence lasts.
    const waiting = await Promise.all(
      Array.from({ length: 20 }, () => post(server.address, makeRecord())),
    );
    const took = Date.now() - began;
    assert.ok(took < 15_000, `${took} ms`);
    assert.ok(waiting.every(({ status }) => status === 503 || status === 201));
    assert.equal((await post(server.address, makeRecord())).status, 201);
    assert.equal((await get(server.address, '/readyz')).status, 200);
  });

  it('do not keep the server from ending', async (t) => {
    const { proxy, databaseUrl } = await through(t);
    const run = launch(t, ['--port', '0', '--data', await makeFolder(t)], {
      DATABASE_URL: databaseUrl,
      POLICY_TEXTS: 'optional',
    });
    const address = await run.address;
    assert.equal((await post(address, makeRecord())).status, 201);
    proxy.silence({ newOnes: true });
    const lost = Array.from({ length: 5 }, () => post(address, makeRecord()).catch(() => {}));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = Date.now();
    run.child.kill('SIGTERM');
    await run.exit;
    const took = Date.now() - began;
    assert.ok(took < 5_000, `${took} ms`);
    await Promise.all(lost);
  });
});

describe('/readyz', { skip }, () => {
  it('is not ready where nothing can be written', async (t) => {
    const postgres = await startPostgres();
    t.after(() => postgres.stop());
    const databaseUrl = await postgres.database();
    const server = await start({ databaseUrl });
    t.after(() => server.stop());
    assert.equal((await get(server.address, '/readyz')).status, 200);
    const owner = openPostgres({ url: databaseUrl });
    await owner.exec(
      'revoke insert, update on policy_receiver.readiness from policy_receiver_service',
    );
    await owner.close();
    const answer = await get(server.address, '/readyz');
    assert.equal(answer.status, 503);
    assert.match(answer.json.detail, /takes nothing/);
  });
});
