/**
 * Kills a server, or PostgreSQL with all its processes, at random moments while readers confirm,
 * and starts it again. In the end it counts what was confirmed and what is there.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makePolicy, readerRecord } from '../helpers.js';
import { makeServer } from './killed-server.js';
import { startPostgres } from './postgres.js';

const policy = makePolicy();

/** Mulberry32: the same seed gives the same run, as far as moments can be the same. */
function randomBy(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A reader's page: the same record, until the endpoint has confirmed it. */
async function confirm(servers, record, random) {
  const body = JSON.stringify(record);
  const headers = { 'content-type': 'application/json', 'idempotency-key': record.id };
  for (let tries = 1; ; tries += 1) {
    const { address } = servers[Math.floor(random() * servers.length)];
    try {
      const signal = AbortSignal.timeout(10_000);
      const url = `${address}/api/acknowledgements`;
      const response = await fetch(url, { method: 'POST', headers, body, signal });
      if (response.ok) return { ...(await response.json()), tries };
      if (response.status < 500)
        throw Object.assign(new Error(await response.text()), { final: 1 });
    } catch (error) {
      if (error.final) throw error;
    }
    await sleep(20 + random() * 100);
  }
}

/** @returns what was confirmed, how often was killed, and what is wrong (nothing, if all is well). */
export async function killRun({
  seed = 1,
  kills = 6,
  readers = 16,
  log = () => {},
  settings,
} = {}) {
  const random = randomBy(seed);
  const folder = mkdtempSync(join(tmpdir(), 'policy-kill-'));
  const file = join(folder, 'policy.json');
  writeFileSync(file, JSON.stringify(policy));
  const postgres = await startPostgres(settings);
  const databaseUrl = await postgres.database();
  const env = { ...process.env, DATABASE_URL: databaseUrl, POLICY_DATA: folder };
  const more = ['--publish', file];
  const servers = [await makeServer(env, more), await makeServer(env, more)];
  const confirmed = new Map();
  let retries = 0;
  let stopping = false;

  const reader = async () => {
    const template = readerRecord(policy);
    while (!stopping) {
      const record = { ...template, id: randomUUID() };
      const { recordedAt, receipt, tries } = await confirm(servers, record, random);
      confirmed.set(record.id, { recordedAt, receipt });
      retries += tries - 1;
    }
  };
  const killer = async () => {
    for (let kill = 1; kill <= kills; kill += 1) {
      await sleep(300 + random() * 1500);
      const which = Math.floor(random() * 3);
      if (which === 2) {
        log(`${kill}: PostgreSQL`);
        await postgres.kill();
        await sleep(random() * 500);
        await postgres.restart();
      } else {
        log(`${kill}: server ${which + 1}`);
        await servers[which].kill();
        await sleep(random() * 500);
        await servers[which].start();
      }
    }
    await sleep(500);
    stopping = true;
  };
  try {
    await Promise.all([killer(), ...Array.from({ length: readers }, reader)]);
    const rows = await postgres.sql(
      'select id, recorded_at, receipt from policy_receiver.acknowledgements',
      databaseUrl,
    );
    return { ...compare(confirmed, rows), retries };
  } finally {
    stopping = true;
    await Promise.all(servers.map((server) => server.kill()));
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(confirmed, rows) {
  const stored = new Map(rows.map((row) => [row.id, row]));
  const lost = [...confirmed.keys()].filter((id) => !stored.has(id));
  const different = [...confirmed].filter(([id, told]) => {
    const row = stored.get(id);
    return (
      row && (row.recorded_at.toISOString() !== told.recordedAt || row.receipt !== told.receipt)
    );
  });
  return {
    confirmed: confirmed.size,
    stored: rows.length,
    lost: lost.length,
    different: different.length,
    // Every reader goes on until told, so in the end nothing is stored that was never confirmed.
    unconfirmed: rows.filter(({ id }) => !confirmed.has(id)).length,
    twice: rows.length - stored.size,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [seed = 1, kills = 40] = process.argv.slice(2).map(Number);
  const result = await killRun({ seed, kills, readers: 32, log: console.log });
  console.log({ seed, kills, ...result });
  const { lost, different, unconfirmed, twice } = result;
  process.exitCode = lost || different || unconfirmed || twice ? 1 : 0;
}
