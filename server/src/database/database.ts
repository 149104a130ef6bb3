export interface Queries {
  /** One statement, with values apart from its text. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<{ rows: Row[] }>;
  /** A script of several statements, without values. */
  exec(sql: string): Promise<unknown>;
}

/**
 * All the server asks of PostgreSQL, so that an embedded one and a server look the same.
 * Values come out alike: timestamptz and date as Date, jsonb parsed, int8 as a number.
 */
export interface Database extends Queries {
  /** For what takes long and changes nothing: it must not hold up who confirms. */
  readonly reports: Queries;
  /** Rows of one statement, so many at a time, however many there are. */
  stream<Row>(sql: string, params: readonly unknown[], size: number): AsyncIterable<Row[]>;
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
