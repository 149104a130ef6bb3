import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { conform } from '../dist/index.js';
import { endpoint, makeFolder, makePolicy, start } from './helpers.js';
import { freePort, noPostgres, startPostgres } from './support/postgres.js';

const cli = fileURLToPath(new URL('../bin/policy-server.js', import.meta.url));
const policy = makePolicy();

const faults = (verdicts, level) =>
  verdicts.filter((each) => each.fault && (!level || each.level === level));

describe('the contract', () => {
  it('is kept by the server on embedded PostgreSQL', async (t) => {
    const server = await start({ publish: [policy] });
    t.after(() => server.stop());
    assert.deepEqual(faults(await conform({ url: server.address + endpoint, policy })), []);
  });

  it('is kept by the server on a PostgreSQL server', { skip: noPostgres }, async (t) => {
    const postgres = await startPostgres();
    t.after(() => postgres.stop());
    const databaseUrl = await postgres.database();
    const server = await start({ publish: [policy], databaseUrl });
    t.after(() => server.stop());
    assert.deepEqual(faults(await conform({ url: server.address + endpoint, policy })), []);
  });

  it('is kept by the plain webhook of the documentation', async (t) => {
    const text = await readFile(new URL('../../docs/endpoint.md', import.meta.url), 'utf8');
    const code = /```js webhook\n([\s\S]*?)```/.exec(text)[1];
    assert.ok(code.split('\n').filter((line) => line.trim()).length <= 35);
    const folder = await makeFolder(t);
    await writeFile(join(folder, 'webhook.mjs'), code);
    const port = await freePort();
    const env = { ...process.env, PORT: String(port) };
    const child = spawn(process.execPath, ['webhook.mjs'], { cwd: folder, env, stdio: 'inherit' });
    t.after(() => child.kill('SIGKILL'));
    const url = `http://127.0.0.1:${port}/`;
    for (let tries = 0; tries < 200; tries += 1) {
      if (
        await fetch(url).then(
          () => true,
          () => false,
        )
      )
        break;
      await sleep(50);
    }
    const verdicts = await conform({ url });
    assert.deepEqual(faults(verdicts, 'must'), []);
    // Readers are told their own records, and nobody those of nobody.
    const record = { id: 'a-1', act: 'acknowledge', policy: 'social-media', version: '1.0' };
    const headers = { 'idempotency-key': record.id };
    const body = JSON.stringify(record);
    const asked = async (more) =>
      (await (await fetch(`${url}?policy=social-media`, { headers: more })).json()).records;
    const kept = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'remote-user': 'nora' },
      body,
    });
    const { recordedAt } = await kept.json();
    assert.deepEqual(await asked({ 'remote-user': 'nora' }), [{ ...record, recordedAt }]);
    assert.deepEqual(await asked({ 'remote-user': 'wout' }), []);
    assert.deepEqual(await asked({}), []);
    // It is plain, and the suite says what is missing.
    assert.ok(faults(verdicts, 'should').some(({ name }) => /receipt/.test(name)));
  });

  const moods = {
    'forgets what it had': [() => [201, { recordedAt: new Date().toISOString() }], /first moment/],
    fails: [() => [500, {}], /recorded: 2xx/],
    'takes anything': [() => [200, {}], /no JSON/],
    'knows no second time': [
      ({ known, id }) => (known.has(id) ? [409, {}] : (known.add(id), [201, {}])),
      /again/,
    ],
    'gives an odd receipt': [() => [200, { receipt: 'thanks' }], /compact JWS/],
    'sends one to sign in': [() => [302, {}], /recorded: 2xx/],
  };
  for (const [name, [mood, expected]] of Object.entries(moods)) {
    it(`is not kept by an endpoint that ${name}`, async (t) => {
      const known = new Set();
      let moment = 0;
      const server = createServer((request, response) => {
        request.resume();
        const [status, body] = mood({ known, id: request.headers['idempotency-key'] });
        if (body.recordedAt) body.recordedAt = new Date((moment += 1000)).toISOString();
        const head = { 'content-type': 'application/json', location: '/sign-in' };
        response.writeHead(status, head).end(JSON.stringify(body));
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.on('listening', resolve));
      t.after(() => server.close());
      const url = `http://127.0.0.1:${server.address().port}/`;
      const failed = faults(await conform({ url }), 'must');
      assert.ok(
        failed.some((each) => expected.test(each.name)),
        JSON.stringify(failed),
      );
    });
  }

  it('is checked by the command line, which tells it apart', async (t) => {
    const run = (...args) =>
      new Promise((resolve) => {
        execFile(process.execPath, [cli, 'conform', ...args], (error, out, err) =>
          resolve({ code: error?.code ?? 0, out, err }),
        );
      });
    const server = await start({ publish: [policy] });
    t.after(() => server.stop());
    const file = join(await makeFolder(t), 'policy.json');
    await writeFile(file, JSON.stringify(policy));
    const url = server.address + endpoint;
    const good = await run(url, '--policy', file, '--header', 'Cookie: demo-user=wout.claes');
    assert.equal(good.code, 0, good.out + good.err);
    assert.match(good.out, /It conforms; 0 could be better/);
    assert.equal((await server.store.list(0, 1))[0].person.id, 'wout.claes');
    const without = await run(url);
    assert.equal(without.code, 1);
    assert.match(without.out, /--policy/);
    for (const wrong of [[], ['ftp://x'], [url, '--header', 'x'], [url, '--policy', 'none']]) {
      assert.equal((await run(...wrong)).code, 2);
    }
  });
});
