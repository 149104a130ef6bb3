import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../dist/run.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const command = join(root, 'cli/bin/policy.js');
export const sample = join(root, 'stories/policies/sample.json');

const power = new URL('support/stop-at.js', import.meta.url).href;

/**
 * Runs the command as somebody would; resolves to its exit code and what it wrote. With `stopAt` the
 * power is cut at that step, if it comes to it.
 */
export function policy(args, { env = {}, input, cwd = root, stopAt } = {}) {
  const cut = stopAt === undefined ? [] : ['--import', power];
  const child = spawn(process.execPath, [...cut, command, ...args], {
    cwd,
    env: {
      ...{ ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '' },
      ...(stopAt !== undefined && { POLICY_STOP_AT: String(stopAt) }),
      ...env,
    },
  });
  child.stdin.end(input ?? '');
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (data) => (output[name] += data));
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })));
}

/**
 * As `policy`, within this process: to start one takes longer than what it does. For what a test
 * prepares, and for what does not depend on how it was started.
 */
export async function policyHere(args, { env = {} } = {}) {
  const output = { stdout: '', stderr: '' };
  const into = (name) => ({ write: (text) => (output[name] += text) });
  const around = { env, stdout: into('stdout'), stderr: into('stderr') };
  return { code: await runCommand(args, around), ...output };
}

/** The program of the server; `address` as soon as it answers. */
export function launchServer(args, env) {
  const program = join(root, 'server/bin/policy-server.js');
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const address = new Promise((resolve, reject) => {
    let written = '';
    const read = (data) => {
      written += data;
      const found = /answers on (http:\S+)/.exec(written)?.[1];
      if (found) resolve(found);
    };
    for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', read);
    child.on('close', () => reject(new Error(`the server ended early: ${written}`)));
  });
  const stop = () => (child.kill('SIGKILL'), ended);
  return { address, stop };
}

/** A folder that is gone after the tests of a file. */
export function temporary(after) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-cli-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export { small } from '../../authoring/test/support.js';
