import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { Database, Queries } from './database.js';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

const shipped = new URL('../../migrations/', import.meta.url);

// Any number will do, as long as no other program on a shared server uses it.
const migrationLock = 7_305_914_202;

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name));
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Owns nothing: may add records and read them, and neither change nor delete. */
export const serviceRole = 'policy_receiver_service';

/** Brings the database to the newest shape; what was applied once is never applied again. */
export async function migrate(database: Database, folder: URL = shipped): Promise<string[]> {
  const migrations = await readMigrations(folder);
  // Who only may read the list need not be its owner, as long as there is nothing to do.
  if (await hasAll(database, migrations)) return [];
  return migrateAsOwner(database, folder);
}

let ours: Promise<Migration[]> | undefined;

/**
 * Whether there is nothing to migrate.
 * @throws Error where the database is of a newer program, or does not answer
 */
export async function isCurrent(database: Database): Promise<boolean> {
  return hasAll(database, await (ours ??= readMigrations(shipped)));
}

/** As `migrate`, and gives the service's role what is due to it, whether that is new or not. */
export async function migrateAsOwner(database: Database, folder: URL = shipped): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return database.transaction(async (tx) => {
    // Several servers may start on one server at once: one migrates, the others wait.
    await tx.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await tx.exec(`
      create schema if not exists policy_receiver;
      create table if not exists policy_receiver.migrations (
        name text primary key,
        checksum text not null,
        applied_at timestamptz(3) not null default clock_timestamp()
      );
    `);
    const applied = await readApplied(tx);
    refuseUnknown(applied, migrations);
    const done = await applyMissing(tx, applied, migrations);
    const grants = new URL('grants.sql', folder);
    if (existsSync(grants)) await tx.exec(await readFile(grants, 'utf8'));
    return done;
  });
}

async function hasAll(database: Database, migrations: Migration[]): Promise<boolean> {
  const { rows } = await database.query<{ exists: boolean }>(
    `select to_regclass('policy_receiver.migrations') is not null as exists`,
  );
  if (!rows[0]?.exists) return false;
  const applied = await readApplied(database);
  refuseUnknown(applied, migrations);
  return migrations.every((migration) => isApplied(applied, migration));
}

async function readApplied(queries: Queries): Promise<Map<string, string>> {
  const { rows } = await queries.query<{ name: string; checksum: string }>(
    'select name, checksum from policy_receiver.migrations order by name',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/** An older program must not write into the shape a newer one made. */
function refuseUnknown(applied: ReadonlyMap<string, string>, migrations: Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `The data was written by a newer policy-server (${unknown.join(', ')}). Install that one.`,
    );
  }
}

function isApplied(applied: ReadonlyMap<string, string>, { name, checksum }: Migration): boolean {
  const before = applied.get(name);
  if (before === undefined || before === checksum) return before !== undefined;
  throw new Error(`Migration ${name} was changed after it was applied. Add a new one instead.`);
}

/** All or nothing: where one fails, the database is as it was. */
async function applyMissing(
  tx: Queries,
  applied: ReadonlyMap<string, string>,
  migrations: Migration[],
): Promise<string[]> {
  const missing = migrations.filter((migration) => !isApplied(applied, migration));
  for (const { name, sql, checksum } of missing) {
    await tx.exec(sql);
    await tx.query('insert into policy_receiver.migrations (name, checksum) values ($1, $2)', [
      name,
      checksum,
    ]);
  }
  return missing.map(({ name }) => name);
}
