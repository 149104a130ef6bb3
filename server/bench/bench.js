/**
 * `npm run bench -w server`: two servers on one PostgreSQL, loaded over loopback, beside the
 * bare INSERT of the same rows in the same run. Prints a table.
 * SECONDS (of a turn) and CONNECTIONS may be set.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import pg from 'pg';
import { makePolicy, readerRecord } from '../test/helpers.js';
import { noPostgres, startPostgres } from '../test/support/postgres.js';

if (noPostgres) process.exit(1);

const seconds = Number(process.env.SECONDS ?? 5);
const turns = 5;
const connections = Number(process.env.CONNECTIONS ?? 64);
const poolSize = 8;
const cli = fileURLToPath(new URL('../bin/policy-server.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'policy-bench-'));
const policy = makePolicy();
const file = join(folder, 'policy.json');
writeFileSync(file, JSON.stringify(policy));

const server = await startPostgres();
const databaseUrl = await server.database();

function startServer() {
  const args = [cli, '--port', '0', '--per-minute', '0', '--publish', file];
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    POLICY_DATA: folder,
    POLICY_CONNECTIONS: String(poolSize),
    NODE_ENV: 'production',
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let out = '';
    child.on('close', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const address = /answers on (http:\S+)/.exec(out)?.[1];
      if (address) resolve({ child, address });
    });
  });
}

const template = readerRecord(policy);
const makeBody = () => {
  const id = randomUUID();
  return { id, body: JSON.stringify({ ...template, id }) };
};

/** Both at once, each with half of the connections. */
async function load(servers, duration) {
  const results = await Promise.all(
    servers.map(({ address }) =>
      autocannon({
        url: `${address}/api/acknowledgements`,
        connections: connections / servers.length,
        duration,
        requests: [
          {
            method: 'POST',
            setupRequest: (request) => {
              const { id, body } = makeBody();
              const headers = { 'content-type': 'application/json', 'idempotency-key': id };
              return { ...request, headers, body };
            },
          },
        ],
      }),
    ),
  );
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  return {
    rate: sum((result) => result['2xx'] / result.duration),
    failed: sum((result) => result.non2xx + result.errors),
    p50: Math.max(...results.map(({ latency }) => latency.p50)),
    p99: Math.max(...results.map(({ latency }) => latency.p99)),
  };
}

/** The same rows by the same number of database connections, and nothing around it. */
async function bareInsert(duration) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize * 2 });
  const [{ subject }] = (await pool.query('select subject from policy_receiver.persons')).rows;
  const [{ receipt }] = (
    await pool.query('select receipt from policy_receiver.acknowledgements limit 1')
  ).rows;
  const end = Date.now() + duration * 1000;
  const times = [];
  const worker = async () => {
    const client = await pool.connect();
    while (Date.now() < end) {
      const { id, body } = makeBody();
      const start = performance.now();
      await client.query({
        name: 'bare',
        text: `insert into policy_receiver.acknowledgements
                 (id, subject, policy, record, recorded_at, receipt)
               values ($1, $2, $3, $4::jsonb, $5, $6)`,
        values: [id, subject, template.policy, body, new Date(), receipt],
      });
      times.push(performance.now() - start);
    }
    client.release();
  };
  await Promise.all(Array.from({ length: poolSize * 2 }, worker));
  await pool.end();
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor(times.length * part)];
  return { rate: times.length / duration, p50: at(0.5), p99: at(0.99) };
}

async function memoryOf({ child }) {
  const { readFileSync } = await import('node:fs');
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

const servers = [];
try {
  servers.push(await startServer(), await startServer());
  await load(servers, 3);
  const rounds = [];
  // In turns, so that what the machine does meanwhile falls on both.
  for (let round = 0; round < turns; round += 1) {
    rounds.push([await bareInsert(seconds), await load(servers, seconds)]);
  }
  const median = (index, key) =>
    rounds.map((round) => round[index][key]).sort((one, other) => one - other)[turns >> 1];
  const memory = await Promise.all(servers.map(memoryOf));
  const failed = rounds.reduce((total, round) => total + round[1].failed, 0);
  const [bare, ours] = [median(0, 'rate'), median(1, 'rate')];
  const row = (...cells) => `| ${cells.join(' | ')} |`;
  const version = (await server.sql('show server_version'))[0].server_version.split(' ')[0];
  console.log(
    [
      `PostgreSQL ${version}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}, ` +
        `${Math.round(totalmem() / 2 ** 30)} GB; ${connections} clients, 2 × ${poolSize} database connections`,
      '',
      row('', 'records/s', 'p50 ms', 'p99 ms', 'peak memory MB'),
      row('---', '--:', '--:', '--:', '--:'),
      row(
        'bare INSERT',
        bare.toFixed(0),
        median(0, 'p50').toFixed(1),
        median(0, 'p99').toFixed(1),
        '',
      ),
      row(
        'two servers',
        ours.toFixed(0),
        median(1, 'p50').toFixed(1),
        median(1, 'p99').toFixed(1),
        memory.map((each) => each.toFixed(0)).join(' + '),
      ),
      '',
      `${((ours / bare) * 100).toFixed(0)} % of the bare rate; ${failed} failed`,
    ].join('\n'),
  );
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  for (const { child } of servers) {
    child.removeAllListeners('close');
    child.kill('SIGTERM');
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
