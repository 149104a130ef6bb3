/** Programs that run while the hosts are tried, and are ended by their own process id. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from '../package/consumer.js';

export { run };

/** Starts a program; what it said is in the error when it is not ready in time. */
export async function start(command, args, { ready, ...options }) {
  // In a group of its own: PHP's server has children, which would outlive it.
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...options,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => (said = (said + data).slice(-20_000)));
  }
  child.on('error', (error) => (said += String(error)));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const end = (signal) => process.kill(-child.pid, signal);
    end('SIGTERM');
    const late = new AbortController();
    const wait10 = wait(10_000, undefined, late).then(() => end('SIGKILL'));
    await Promise.race([once(child, 'exit'), wait10.catch(() => {})]);
    late.abort();
  };
  for (let left = 300; left > 0; left--) {
    if (await ready()) return { stop, said: () => said };
    if (child.exitCode !== null) break;
    await wait(200);
  }
  await stop();
  throw new Error(`${command} did not start:\n${said}`);
}

/** PHP's own server, with a few processes, as pages ask the site itself. */
export function php({ folder, port, env = {} }) {
  const address = `http://127.0.0.1:${port}`;
  return start('php', [...PHP, '-S', `127.0.0.1:${port}`, '-t', folder], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '3', ...env },
    ready: () => answers(address),
  });
}

export const PHP = ['-d', 'display_errors=stderr', '-d', 'memory_limit=256M'];

const answers = (address) =>
  fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(20_000) }).then(
    () => true,
    () => false,
  );
