import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  endpoint,
  get,
  launch as launchWith,
  makeData,
  makeFolder,
  makeRecord,
  post,
} from './helpers.js';

const launch = (t, ...args) => launchWith(t, args);

describe('policy-server', () => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    it(`answers, and ends tidily on ${signal}`, async (t) => {
      // Once into an empty folder, as the first start is.
      const data = await (signal === 'SIGTERM' ? makeData(t) : makeFolder(t));
      const run = launch(t, '--port', '0', '--data', data);
      const address = await run.address;
      assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
      assert.equal((await post(address, makeRecord())).status, 201);
      const home = await get(address, '/');
      assert.equal(home.headers.get('location'), '/acknowledgements');
      run.child.kill(signal);
      assert.equal(await run.exit, 0);
      assert.equal(run.err, '');
      await assert.rejects(access(join(data, 'receiver.lock')));
    });
  }

  it('ends tidily when stopped while it still opens', async (t) => {
    const data = await makeFolder(t);
    const run = launch(t, '--port', '0', '--data', data);
    // The lock is there as soon as the opening begins.
    while (
      await access(join(data, 'receiver.lock')).then(
        () => false,
        () => true,
      )
    ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    run.child.kill('SIGTERM');
    assert.equal(await run.exit, 0);
    assert.equal(run.out, '');
    await assert.rejects(access(join(data, 'receiver.lock')));
  });

  it('answers what is under way before it ends on SIGTERM', async (t) => {
    const data = await makeData(t);
    const run = launch(t, '--port', '0', '--data', data);
    const { host, port, hostname } = new URL(await run.address);
    const record = makeRecord();
    const body = JSON.stringify(record);
    const socket = connect(Number(port), hostname);
    t.after(() => socket.destroy());
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk));
    const ended = new Promise((resolve) => socket.on('close', resolve));
    socket.write(
      `POST ${endpoint} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n` +
        `Idempotency-Key: ${record.id}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 40)}`,
    );
    await sleep(200);
    run.child.kill('SIGTERM');
    await sleep(300);
    await assert.rejects(fetch(await run.address), 'nobody new is let in');
    socket.write(body.slice(40));
    await ended;
    assert.match(answer, /^HTTP\/1\.1 201 /);
    assert.equal(await run.exit, 0);
    // It is on disk, and not only said to be.
    const again = launch(t, '--port', '0', '--data', data);
    assert.equal((await post(await again.address, record)).status, 200);
    again.child.kill('SIGTERM');
    assert.equal(await again.exit, 0);
  });

  it('says that its port is taken, and does not take another', async (t) => {
    const taken = createServer();
    await new Promise((resolve) => taken.listen(0, '127.0.0.1', resolve));
    t.after(() => taken.close());
    const data = await makeData(t);
    const run = launch(t, '--port', String(taken.address().port), '--data', data);
    assert.equal(await run.exit, 1);
    assert.match(run.err, /^policy-server: Port \d+ on 127\.0\.0\.1 is taken\./);
  });

  it('says so when the folder is in use', async (t) => {
    const data = await makeData(t);
    const first = launch(t, '--port', '0', '--data', data);
    await first.address;
    const second = launch(t, '--port', '0', '--data', data);
    assert.equal(await second.exit, 1);
    assert.match(second.err, new RegExp(`in use by process ${first.child.pid}`));
    assert.equal((await get(await first.address, '/healthz')).status, 200);
    first.child.kill('SIGINT');
    assert.equal(await first.exit, 0);
  });

  const wrong = {
    'an unknown option': [['--colour', 'red'], /colour/],
    'a word too many': [['start', 'now'], /"now"/],
    'an unknown command': [['stat'], /"stat"/],
    'a port that is no number': [['--port', 'http'], /--port/],
    'a port that is too high': [['--port', '65536'], /--port/],
    'a port without a number': [['--port'], /port/],
    'an empty folder': [['--data', ''], /--data/],
    'a host that others can reach': [['--host', '0.0.0.0'], /--host "0\.0\.0\.0"/],
  };
  for (const [name, [args, message]] of Object.entries(wrong)) {
    it(`refuses ${name}`, async (t) => {
      const run = launch(t, ...args);
      assert.equal(await run.exit, 2);
      assert.match(run.err, message);
      assert.match(run.err, /--data <folder>|policy-server <command>/);
    });
  }

  it('explains itself', async (t) => {
    const run = launch(t, '--help');
    assert.equal(await run.exit, 0);
    assert.match(run.out, /--port/);
  });
});
