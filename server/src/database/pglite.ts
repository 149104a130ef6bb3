import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database, Queries } from './database.js';
import { SyncedFolder } from './synced-folder.js';

// A server would see to it by itself: the log grows until somebody does.
const mostLogged = 64 * 1024 * 1024;

/**
 * PostgreSQL inside this process; without a folder it lives in memory only.
 * @param dump a tar of a data folder, to begin with instead of an empty one
 */
export async function openPglite(folder?: string, dump?: Blob): Promise<Database> {
  const from = dump && { loadDataDir: dump };
  if (folder === undefined) return toDatabase(await PGlite.create({ ...from }));
  const path = resolve(folder);
  const isNew = await prepare(path);
  const files = new SyncedFolder(path, { filling: isNew });
  try {
    const pglite = await PGlite.create({ fs: files, ...(isNew && from) });
    if (isNew) await keep(path, files);
    return toDatabase(pglite, files);
  } catch (error) {
    throw readable(error, path);
  }
}

/** What Emscripten throws is no Error, and says a number. */
function readable(error: unknown, path: string): unknown {
  if (error instanceof Error && error.name !== 'ErrnoError') return error;
  const { errno } = (error ?? {}) as { errno?: number };
  const why = errno === 51 ? 'no space is left on the disk' : `error ${errno ?? String(error)}`;
  return Object.assign(new Error(`${path} cannot be used: ${why}.`), { code: 'DATA_FOLDER' });
}

/** A folder that was filled for the first time counts once all of it is on disk. */
async function keep(path: string, files: SyncedFolder): Promise<void> {
  await files.filled();
  await rm(markOf(path));
  for (let each = dirname(path); ; each = dirname(each)) {
    await syncFolder(each);
    if (each === dirname(each)) return;
  }
}

/** Stands beside a folder that is being filled for the first time. */
const markOf = (path: string): string => `${path}.incomplete`;

/** A folder that a power cut left half filled has nothing that was ever confirmed: it is made anew. */
async function prepare(path: string): Promise<boolean> {
  const mark = markOf(path);
  if (existsSync(mark)) await rm(path, { recursive: true, force: true });
  if (existsSync(path)) return false;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(mark, 'w', 0o600);
  await file.sync();
  await file.close();
  await syncFolder(dirname(path));
  return true;
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    // Not every system lets a folder be synced, or one above ours be opened.
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!/^(EISDIR|EPERM|EACCES|EINVAL)$/.test(code)) throw error;
  }
}

function toDatabase(pglite: PGlite, files?: SyncedFolder): Database {
  const queriesOf = (on: Pick<PGlite, 'query' | 'exec'>): Queries => ({
    query: (sql, params = []) => sound(files, () => on.query(sql, [...params])),
    exec: (sql) => sound(files, () => on.exec(sql)),
  });
  let checking = false;
  const checkpoint = async (): Promise<void> => {
    const { rows } = await pglite.query<{ role: string }>(
      `select quote_ident(current_setting('role')) as role`,
    );
    // The service's role may not. There is one connection only: nothing comes in between.
    await pglite.exec(`reset role; checkpoint; set role ${rows[0]!.role}`);
  };
  const tidy = <Result>(result: Result): Result => {
    if (!checking && (files?.logged ?? 0) > mostLogged) {
      checking = true;
      void checkpoint()
        .catch(() => {})
        .finally(() => (checking = false));
    }
    return result;
  };
  const queries = queriesOf(pglite);
  return {
    reports: queries,
    stream: <Row>(sql: string, params: readonly unknown[], size: number) =>
      inParts<Row>(queries, sql, params, size),
    query: async <Row>(sql: string, params?: readonly unknown[]) =>
      tidy(await queries.query<Row>(sql, params)),
    exec: async (sql) => tidy(await queries.exec(sql)),
    transaction: async (work) =>
      tidy(
        await sound(files, () =>
          pglite.transaction((tx) => work(queriesOf(tx as unknown as PGlite))),
        ),
      ),
    close: () => pglite.close(),
  };
}

/** There is one connection, and no other may wait for the reader of a long list: part after part. */
async function* inParts<Row>(
  queries: Queries,
  sql: string,
  params: readonly unknown[],
  size: number,
): AsyncIterable<Row[]> {
  for (let from = 0; ; from += size) {
    const { rows } = await queries.query<Row>(`${sql} offset ${from} limit ${size}`, params);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
  }
}

/** What the disk has failed to take once is not told as done, neither then nor when asked again. */
async function sound<Result>(
  files: SyncedFolder | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  files?.requireSound();
  const result = await work();
  files?.requireSound();
  return result;
}
