/**
 * Embedded databases, with all migrations and with none, made once for all tests on this machine: to
 * make one takes many times as long as to copy it.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { migrate, openPglite } from '../dist/index.js';

/**
 * A test has little data and one connection. Buffers as on a real server, and the databases that
 * others are copied from, are half of what it takes to open one.
 */
const SMALL = `
  max_connections = 5
  shared_buffers = 4MB
  wal_buffers = 64kB
  autovacuum_worker_slots = 1
`;
const LEAVE_OUT = `
  update pg_database set datistemplate = false where datname <> current_database();
  drop database template0;
  drop database template1;
`;

const migrations = fileURLToPath(new URL('../migrations/', import.meta.url));
const resolved = createRequire(import.meta.url).resolve('@electric-sql/pglite');

function checksum() {
  const hash = createHash('sha256').update(`2 ${statSync(resolved).size} ${SMALL}${LEAVE_OUT}`);
  for (const name of readdirSync(migrations).sort()) {
    hash.update(name).update(readFileSync(join(migrations, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function dump(pglite, file) {
  const tar = await pglite.dumpDataDir('none');
  await pglite.close();
  await writeFile(file, Buffer.from(await tar.arrayBuffer()));
}

async function make() {
  const place = join(tmpdir(), `policy-server-template-${checksum()}`);
  if (existsSync(place)) return place;
  const own = mkdtempSync(join(tmpdir(), 'policy-server-making-'));
  await dump(await PGlite.create(), join(own, 'empty.tar'));
  const database = await openPglite(join(own, 'postgres'));
  await migrate(database);
  for (const sql of LEAVE_OUT.split(';')) await database.exec(sql);
  await database.close();
  await appendFile(join(own, 'postgres/postgresql.conf'), SMALL);
  await dump(await PGlite.create(join(own, 'postgres')), join(own, 'migrated.tar'));
  try {
    renameSync(own, place);
  } catch {
    // Another test was faster.
    rmSync(own, { recursive: true, force: true });
  }
  return place;
}

let made;
const template = () => (made ??= make());

/** Puts a migrated database into the data folder of a server that has none yet. */
export async function fill(data) {
  cpSync(join(await template(), 'postgres'), join(data, 'postgres'), { recursive: true });
}

/** A migrated database in memory. */
export const openMigrated = () => openCopy('migrated.tar');

/** A database in memory that no migration has seen yet. */
export const openEmpty = () => openCopy('empty.tar');

async function openCopy(name) {
  return openPglite(undefined, new Blob([await readFile(join(await template(), name))]));
}
