/**
 * A real PostgreSQL server for tests and measurements, in a folder and on a port of its own; or
 * the one at TEST_DATABASE_URL, in which each caller gets a database of its own.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

function findPrograms() {
  const versions = '/usr/lib/postgresql';
  const folders = [
    ...(process.env.PG_BIN ? [process.env.PG_BIN] : []),
    ...(existsSync(versions)
      ? readdirSync(versions)
          .sort((one, other) => Number(other) - Number(one))
          .map((version) => join(versions, version, 'bin'))
      : []),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

const programs = findPrograms();

/** The path of one of PostgreSQL's programs; nothing where they are not here. */
export const programOf = (name) =>
  programs && existsSync(join(programs, name)) ? join(programs, name) : undefined;

/** Why no server can be had here; nothing where one can. Pass it to `skip`, so that it is seen. */
export const noPostgres =
  process.env.TEST_DATABASE_URL || programs
    ? false
    : 'NO POSTGRESQL HERE: install it, or set TEST_DATABASE_URL, to run these tests';
if (noPostgres) process.stderr.write(`\n*** ${noPostgres}\n\n`);

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The ids of the user to run as: PostgreSQL refuses root. */
function owner() {
  if (!isRoot) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * @returns {Promise<{
 *   url: string,
 *   database: (name?: string, copyOf?: string) => Promise<string>,
 *   sql: (text: string, url?: string) => Promise<object[]>,
 *   kill: (() => Promise<void>) | undefined,
 *   restart: (() => Promise<void>) | undefined,
 *   leave: () => void,
 *   stop: () => Promise<void>,
 * }>} `database` makes an empty one, or a copy, and resolves to its address; `kill` ends the server and all
 * its processes at once, as a power cut does; `leave` lets the end of this process stop it.
 */
export async function startPostgres(settings = {}) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const server = facade(given);
    const leave = () => void process.once('beforeExit', () => server.stop());
    return { ...server, kill: undefined, restart: undefined, leave };
  }

  const user = owner();
  const folder = mkdtempSync(join(tmpdir(), 'policy-postgres-'));
  if (isRoot) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder };
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    options,
  );
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, port, ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let child;
  let ended;

  const start = async () => {
    child = spawn(join(programs, 'postgres'), ['-D', data, ...flags], {
      ...options,
      stdio: ['ignore', 'ignore', process.env.PG_LOG ? 'inherit' : 'ignore'],
    });
    ended = new Promise((resolve) => child.on('close', resolve));
    await answers(url);
  };
  const end = (signal) => {
    child.kill(signal);
    return ended;
  };
  const onExit = () => {
    child?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', onExit);
  await start();
  return {
    ...facade(url),
    async kill() {
      const processes = childrenOf(child.pid);
      const gone = end('SIGKILL');
      // Each backend would finish what it is at: a power cut lets nobody finish.
      for (const pid of processes) ignoreGone(() => process.kill(pid, 'SIGKILL'));
      await gone;
    },
    restart: start,
    leave: () => child.unref(),
    async stop() {
      process.off('exit', onExit);
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function childrenOf(parent) {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, ppid]) => ppid === parent).map(([pid]) => pid);
}

function ignoreGone(work) {
  try {
    work();
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function answers(url) {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (tries >= 300) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function facade(url) {
  const made = [];
  const sql = async (text, where = url) => {
    const client = new pg.Client({ connectionString: where });
    await client.connect();
    try {
      const result = await client.query(text);
      return result.rows ?? [];
    } finally {
      await client.end();
    }
  };
  return {
    url,
    sql,
    async database(name = `test_${randomBytes(6).toString('hex')}`, copyOf = 'template1') {
      await sql(`create database ${name} template ${copyOf}`);
      made.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      for (const name of made) await sql(`drop database if exists ${name} with (force)`);
    },
  };
}
