import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.js';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

const shipped = new URL('../migrations/', import.meta.url);

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

/** Brings the database to the newest shape; what was applied once is never applied again. */
export async function migrate(database: Database, folder: URL = shipped): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await database.exec(`
    create schema if not exists policy_receiver;
    create table if not exists policy_receiver.migrations (
      name text primary key,
      checksum text not null,
      applied_at timestamptz(3) not null default clock_timestamp()
    );
  `);
  await refuseUnknown(database, migrations);
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await apply(database, migration)) applied.push(migration.name);
  }
  return applied;
}

/** An older program must not write into the shape a newer one made. */
async function refuseUnknown(database: Database, migrations: Migration[]): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const { rows } = await database.query<{ name: string }>(
    'select name from policy_receiver.migrations order by name',
  );
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new Error(
      `The data was written by a newer policy-receiver (${unknown.join(', ')}). Install that one.`,
    );
  }
}

function apply(database: Database, { name, sql, checksum }: Migration): Promise<boolean> {
  return database.transaction(async (tx) => {
    // Several receivers may start on one server at once: one migrates, the others wait.
    await tx.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    const { rows } = await tx.query<{ checksum: string }>(
      'select checksum from policy_receiver.migrations where name = $1',
      [name],
    );
    if (rows[0] !== undefined) {
      if (rows[0].checksum === checksum) return false;
      throw new Error(`Migration ${name} was changed after it was applied. Add a new one instead.`);
    }
    await tx.exec(sql);
    await tx.query('insert into policy_receiver.migrations (name, checksum) values ($1, $2)', [
      name,
      checksum,
    ]);
    return true;
  });
}
