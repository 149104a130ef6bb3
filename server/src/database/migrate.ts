import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { joinPersons } from '../people/join-persons.js';
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

/** Whether the role of the service is there; who may not create roles has it made, or does without. */
export async function hasServiceRole(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ exists: boolean }>(
    'select exists (select from pg_roles where rolname = $1) as exists',
    [serviceRole],
  );
  return rows[0]!.exists;
}

/**
 * As `migrate`, and gives the service's role what is due to it, whether that is new or not.
 * @param user a user who is given the same, where there is no such role
 */
export async function migrateAsOwner(
  database: Database,
  folder: URL = shipped,
  user?: string,
): Promise<string[]> {
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
    if (existsSync(grants)) {
      const sql = await readFile(grants, 'utf8');
      await tx.exec(sql);
      if (user !== undefined) await tx.exec(grantsOnly(sql, user));
    }
    return done;
  });
}

/** The rights of the service, for a user by name: the part of the script after it made the role. */
function grantsOnly(sql: string, user: string): string {
  if (!/^[A-Za-z_][\w$-]{0,62}$/.test(user)) {
    throw new Error(`${JSON.stringify(user)} is no name of a user of PostgreSQL.`);
  }
  const rights = sql.slice(sql.lastIndexOf('do $$'));
  return rights.replaceAll(`'${serviceRole}'`, `'${user}'`).replaceAll(serviceRole, `"${user}"`);
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

/** What a migration leaves to the program. */
const afterwards: Record<string, (tx: Queries) => Promise<string[]>> = {
  '015-person-keys.sql': joinPersons,
};

/** Says which one failed, where, and that nothing has changed; the code is still the database's. */
function migrationError(name: string, cause: unknown): Error {
  const { message = String(cause), code, where, position } = cause as Record<string, string>;
  const at = where ?? (position && `at character ${position}`);
  return Object.assign(
    new Error(
      `Migration ${name} failed: ${message}${at ? ` (${at})` : ''}. The database is as it was.`,
      { cause },
    ),
    code !== undefined && { code },
  );
}

/** All or nothing: where one fails, the database is as it was. */
async function applyMissing(
  tx: Queries,
  applied: ReadonlyMap<string, string>,
  migrations: Migration[],
): Promise<string[]> {
  const missing = migrations.filter((migration) => !isApplied(applied, migration));
  for (const { name, sql, checksum } of missing) {
    try {
      await tx.exec(sql);
      for (const line of (await afterwards[name]?.(tx)) ?? []) process.stderr.write(`${line}\n`);
    } catch (cause) {
      throw migrationError(name, cause);
    }
    await tx.query('insert into policy_receiver.migrations (name, checksum) values ($1, $2)', [
      name,
      checksum,
    ]);
  }
  return missing.map(({ name }) => name);
}
