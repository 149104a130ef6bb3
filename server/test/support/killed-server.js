/** `policy-server` as a process of its own, which can be killed and comes back on the same port. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './postgres.js';

const cli = fileURLToPath(new URL('../../bin/policy-server.js', import.meta.url));

/** @returns it, once it answers; `kill` lets it finish nothing, as a power cut does. */
export async function makeServer(env, more = []) {
  const port = await freePort();
  const args = [cli, '--port', String(port), '--per-minute', '0', ...more];
  const address = `http://127.0.0.1:${port}`;
  let child;
  const start = async () => {
    for (;;) {
      child = spawn(process.execPath, args, { env, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', () => resolve(false)));
      if (await Promise.race([ended, answers(address)])) return;
      await sleep(200);
    }
  };
  const kill = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.on('close', resolve);
      child.kill('SIGKILL');
    });
  await start();
  return { address, start, kill };
}

async function answers(address) {
  for (let tries = 0; tries < 600; tries += 1) {
    const well = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (well) return true;
    await sleep(50);
  }
  return false;
}
