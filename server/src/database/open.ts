import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dataFolder } from '../configuration/data-folder.js';
import type { Configuration } from '../configuration/settings.js';
import type { Database } from './database.js';
import { lock } from './lock.js';
import { migrate, serviceRole } from './migrate.js';
import { openPostgres } from './postgres.js';

/** Where the records are: a server by its address, else a folder with an embedded one. */
export interface Place {
  /** The folder, for what has no server. */
  data?: string;
  /** `postgres://…`, of the user the service works as. */
  databaseUrl?: string | undefined;
  /** `postgres://…` of the user who owns the tables, where that is another one. */
  migrateUrl?: string | undefined;
  /** Connections to the server, at most. */
  connections?: number;
  onError?: (error: Error) => void;
}

/** The part of the configuration that says where the records are. */
export function placeOf(configuration: Configuration): Place {
  const { data, databaseUrl, migrateUrl, connections } = configuration;
  return { data, databaseUrl, migrateUrl, connections };
}

// Recording takes milliseconds: what takes longer waits for something that is not there.
const times = { statement: 5_000, answer: 6_000 };

/**
 * The migrated database, for the service: in a role that can add records and read them, and
 * neither change nor delete. The embedded one takes some seconds to open.
 */
export async function openDatabase(place: Place): Promise<Database> {
  if (place.databaseUrl === undefined) {
    const database = await openFolder(place.data ?? dataFolder());
    return settle(database, async () => {
      await migrate(database);
      await database.exec(`set role ${serviceRole}`);
    });
  }
  await migrateServer(place.migrateUrl ?? place.databaseUrl);
  const { databaseUrl: url, connections = 10, onError } = place;
  const more = { connections, times, ...(onError && { onError }) };
  return (await mayServe(url))
    ? openPostgres({ url, ...more, role: serviceRole })
    : openPostgres({ url, ...more });
}

/** The migrated database for its owner: what only the organisation itself may do, by command. */
export async function openAsOwner(place: Place): Promise<Database> {
  const url = place.migrateUrl ?? place.databaseUrl;
  const database =
    url === undefined
      ? await openFolder(place.data ?? dataFolder())
      : openPostgres({ url, connections: 2 });
  return settle(database, () => migrate(database));
}

async function settle(database: Database, work: () => Promise<unknown>): Promise<Database> {
  try {
    await work();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function migrateServer(url: string): Promise<void> {
  const owner = openPostgres({ url, connections: 1 });
  try {
    await migrate(owner);
  } finally {
    await owner.close();
  }
}

/** The role is not there, or the user was not given it. */
const noRole = new Set(['22023', '42501', '42704', '28000']);

async function mayServe(url: string): Promise<boolean> {
  const database = openPostgres({ url, connections: 1, role: serviceRole });
  try {
    await database.query('select 1 from policy_receiver.persons limit 1');
    return true;
  } catch (error) {
    if (noRole.has(String((error as { code?: unknown }).code))) return false;
    throw error;
  } finally {
    await database.close();
  }
}

async function openFolder(data: string): Promise<Database> {
  const folder = resolve(data);
  // It holds names: nobody else on the machine needs to look in.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = await lock(join(folder, 'receiver.lock'));
  try {
    // Some megabytes, which a server with a database of its own does without.
    const { openPglite } = await import('./pglite.js');
    const database = await openPglite(join(folder, 'postgres'));
    const close = async (): Promise<void> => {
      try {
        await database.close();
      } finally {
        release();
      }
    };
    return { ...database, close };
  } catch (error) {
    release();
    throw error;
  }
}
