import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.js';

/** PostgreSQL inside this process; without a folder it lives in memory only. */
export async function openPglite(folder?: string): Promise<Database> {
  const pglite = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  return {
    query: (sql, params = []) => pglite.query(sql, [...params]),
    exec: (sql) => pglite.exec(sql),
    transaction: (work) =>
      pglite.transaction((tx) =>
        work({
          query: (sql, params = []) => tx.query(sql, [...params]),
          exec: (sql) => tx.exec(sql),
        }),
      ),
    close: () => pglite.close(),
  };
}
