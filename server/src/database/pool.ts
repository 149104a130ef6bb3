import type { Socket } from 'node:net';
import pg from 'pg';

export interface PoolTimes {
  /** Milliseconds after which the server gives a statement up. */
  statement: number;
  /** Milliseconds after which this side gives it up: then the connection is dead. */
  answer: number;
}

/** The server would have given the statement up before: whoever is silent now is not there. */
const isSilence = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Query read timeout';

const socketOf = (client: pg.ClientBase): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

/**
 * Connections that may die without a word, as after a failover or behind a firewall that forgets.
 * When one of them does not answer, none of those made before is trusted: they are cut off, so that
 * everything that waits on them fails at once and is tried again on new ones.
 */
export class RenewablePool {
  readonly #options: pg.PoolConfig;
  readonly #onError: (error: Error) => void;
  #pool: pg.Pool;
  #clients = new Set<pg.PoolClient>();

  constructor(
    options: pg.PoolConfig,
    times: PoolTimes | undefined,
    onError: (error: Error) => void,
  ) {
    this.#options = {
      ...options,
      ...(times && { statement_timeout: times.statement, query_timeout: times.answer }),
    };
    this.#onError = onError;
    this.#pool = this.#make();
  }

  #make(): pg.Pool {
    const pool = new pg.Pool(this.#options);
    const clients = this.#clients;
    // Without a listener, a server that restarts would end this process.
    pool.on('error', (error) => this.#onError(error));
    pool.on('connect', (client) => clients.add(client));
    pool.on('remove', (client) => clients.delete(client));
    return pool;
  }

  async query<Row extends pg.QueryResultRow>(
    query: pg.QueryConfig | string,
  ): Promise<pg.QueryResult<Row>> {
    const pool = this.#pool;
    try {
      return await pool.query<Row>(query);
    } catch (error) {
      this.#judge(pool, error);
      throw error;
    }
  }

  /** A connection for who releases it. */
  async take(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    client.on('error', () => {});
    return client;
  }

  /** Lends a connection for a while; one that broke is not lent again. */
  async lend<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const pool = this.#pool;
    const client = await pool.connect();
    // While it is lent out, a broken connection is told here as well as by the query.
    const ignore = (): void => {};
    client.on('error', ignore);
    let failed: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      failed = error as Error;
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(isSilence(failed) || (failed as { broken?: true } | undefined)?.broken);
      if (failed) this.#judge(pool, failed);
    }
  }

  #judge(pool: pg.Pool, error: unknown): void {
    if (!isSilence(error) || pool !== this.#pool) return;
    const silent = this.#clients;
    this.#clients = new Set();
    this.#pool = this.#make();
    this.#onError(new Error('The database did not answer: all connections are made anew.'));
    for (const client of silent) socketOf(client).destroy();
    void pool.end().catch(() => {});
  }

  /** Waits for what is under way, but not for who does not answer. */
  async end(patience = 1_000): Promise<void> {
    const cut = setTimeout(() => {
      for (const client of this.#clients) socketOf(client).destroy();
    }, patience);
    try {
      await Promise.race([
        this.#pool.end(),
        new Promise((resolve) => setTimeout(resolve, patience + 500).unref()),
      ]);
    } finally {
      clearTimeout(cut);
    }
  }
}
