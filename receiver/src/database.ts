import { PGlite } from '@electric-sql/pglite';

export interface Queries {
  /** One statement, with values apart from its text. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<{ rows: Row[] }>;
  /** A script of several statements, without values. */
  exec(sql: string): Promise<unknown>;
}

/**
 * All the receiver asks of PostgreSQL, so that an embedded one and a server look the same.
 * Values go in and come out as both drivers give them: text, numbers, Date, parsed jsonb.
 */
export interface Database extends Queries {
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

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
