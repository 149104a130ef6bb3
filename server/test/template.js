/**
 * An embedded database with all migrations, made once for all tests on this machine: to make one
 * takes many times as long as to copy it.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { migrate, openPglite } from '../dist/index.js';

const migrations = fileURLToPath(new URL('../migrations/', import.meta.url));
const resolved = createRequire(import.meta.url).resolve('@electric-sql/pglite');

function checksum() {
  const hash = createHash('sha256').update(String(statSync(resolved).size));
  for (const name of readdirSync(migrations).sort()) {
    hash.update(name).update(readFileSync(join(migrations, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function make() {
  const place = join(tmpdir(), `policy-server-template-${checksum()}`);
  if (existsSync(place)) return place;
  const own = mkdtempSync(join(tmpdir(), 'policy-server-making-'));
  const database = await openPglite(join(own, 'postgres'));
  await migrate(database);
  await database.close();
  const pglite = await PGlite.create(join(own, 'postgres'));
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await writeFile(join(own, 'dump.tar'), Buffer.from(await dump.arrayBuffer()));
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
  await cp(join(await template(), 'postgres'), join(data, 'postgres'), { recursive: true });
}

/** A migrated database in memory. */
export async function openMigrated() {
  const dump = await readFile(join(await template(), 'dump.tar'));
  return openPglite(undefined, new Blob([dump]));
}
