import pg from 'pg';
import type { Database, Queries } from './database.js';
import { RenewablePool, type PoolTimes } from './pool.js';

const { builtins } = pg.types;

// As the embedded one gives them: a day is midnight in UTC, an interval its text.
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.DATE, (text) => new Date(text)],
  [builtins.TIMESTAMP, (text) => new Date(text)],
  [builtins.TIMESTAMPTZ, (text) => new Date(text)],
  [builtins.INTERVAL, (text) => text],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format): ((text: string) => unknown) => {
    const other = pg.types.getTypeParser(oid, format) as (text: string) => unknown;
    return (format !== 'binary' && parsers.get(oid)) || other;
  },
};

// Prepared once on each connection; made-up statements beyond this many are not worth keeping.
const mostPrepared = 100;
const prepared = new Map<string, string>();

function nameOf(sql: string): string | undefined {
  const known = prepared.get(sql);
  if (known !== undefined || prepared.size >= mostPrepared) return known;
  const name = `policy_receiver_${prepared.size}`;
  prepared.set(sql, name);
  return name;
}

type Asked = Pick<RenewablePool | pg.PoolClient, 'query'>;

function queriesOf(client: Asked): Queries {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      const name = nameOf(sql);
      const query = { text: sql, values: [...params], ...(name !== undefined && { name }) };
      return (client as pg.PoolClient).query<Row & pg.QueryResultRow>(query);
    },
    exec: (sql) => (client as pg.PoolClient).query(sql),
  };
}

export interface PostgresOptions {
  url: string;
  /** Connections at most; default 10. */
  connections?: number;
  /** The role to work under, where the user of the address may take it. */
  role?: string;
  /** Told when a connection that nobody was using breaks; the next query makes a new one. */
  onError?: (error: Error) => void;
  /** How long a statement may take; not set: any time, as migrations need it. */
  times?: PoolTimes;
}

const reportTimes = { statement: 60_000, answer: 65_000 };

/** A PostgreSQL server or cluster, by its address. Connects at the first query. */
export function openPostgres(options: PostgresOptions): Database {
  const { url, connections = 10, role, onError = () => {}, times } = options;
  const more: pg.PoolConfig = {
    connectionString: url,
    max: connections,
    types,
    application_name: 'policy-server',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // A connection that is made anew now and then finds out where the server is today.
    maxLifetimeSeconds: 1_800,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(role !== undefined && { options: `-c role=${role}` }),
  };
  const pool = new RenewablePool(more, times, onError);
  // Reports have connections of their own, so that a long one leaves the others to who confirms.
  const slow = times
    ? new RenewablePool(
        { ...more, max: Math.max(1, Math.ceil(connections / 3)) },
        reportTimes,
        onError,
      )
    : pool;
  return {
    ...queriesOf(pool),
    reports: queriesOf(slow),
    transaction: (work) => inTransaction(pool, work),
    stream: (sql, params, size) => stream(slow, sql, params, size),
    close: async () => {
      await Promise.all([pool.end(), slow === pool ? undefined : slow.end()]);
    },
  };
}

function inTransaction<Result>(
  pool: RenewablePool,
  work: (queries: Queries) => Promise<Result>,
): Promise<Result> {
  return pool.lend(async (client) => {
    try {
      await client.query('begin');
      const result = await work(queriesOf(client));
      await client.query('commit');
      return result;
    } catch (error) {
      if (!isUnavailable(error)) {
        await client.query('rollback').catch(() => Object.assign(error as Error, { broken: true }));
      } else if (error instanceof Error) Object.assign(error, { broken: true });
      throw error;
    }
  });
}

/** By a cursor: neither the server nor this process ever holds more than `size` rows. */
async function* stream<Row>(
  pool: RenewablePool,
  sql: string,
  params: readonly unknown[],
  size: number,
): AsyncIterable<Row[]> {
  const client = await pool.take();
  let broken = true;
  try {
    await client.query('begin read only');
    await client.query({ text: `declare rows no scroll cursor for ${sql}`, values: [...params] });
    for (;;) {
      const { rows } = await client.query<Row & pg.QueryResultRow>(`fetch ${size} from rows`);
      if (rows.length === 0) break;
      yield rows;
    }
    await client.query('commit');
    broken = false;
  } finally {
    // Also where whoever asked went away: the rest is not wanted.
    client.release(broken);
  }
}

// Connection lost or refused, server stopping or starting, too many connections, read-only standby.
const passingStates = /^(08...|57P0[123]|53300|25006|40001|40P01|57014)$/;
const passingErrors = /^(ECONN|EPIPE|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)/;
const passingWords =
  /^(Connection terminated|Query read timeout|timeout exceeded|Client has encountered a connection error|Client was closed|Cannot use a pool)/i;

/** Whether the database is away for now, so that the same question may be answered later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return passingStates.test(code) || passingErrors.test(code);
  return passingWords.test(error.message);
}
