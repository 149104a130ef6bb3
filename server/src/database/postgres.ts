import pg from 'pg';
import type { Database, Queries } from './database.js';

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

function queriesOf(client: pg.Pool | pg.PoolClient): Queries {
  return {
    query: <Row>(sql: string, params: readonly unknown[] = []) => {
      const name = nameOf(sql);
      return client.query<Row & pg.QueryResultRow>({
        text: sql,
        values: [...params],
        ...(name !== undefined && { name }),
      });
    },
    exec: (sql) => client.query(sql),
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
}

/** A PostgreSQL server or cluster, by its address. Connects at the first query. */
export function openPostgres(options: PostgresOptions): Database {
  const { url, connections = 10, role, onError } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    application_name: 'policy-server',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    keepAlive: true,
    ...(role !== undefined && { options: `-c role=${role}` }),
  });
  // Without a listener, a server that restarts would end this process.
  pool.on('error', (error) => onError?.(error));
  return {
    ...queriesOf(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (queries: Queries) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  // While it is lent out, a broken connection is told here as well as by the query.
  const ignore = (): void => {};
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(queriesOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

// Connection lost or refused, server stopping or starting, too many connections, read-only standby.
const passingStates = /^(08...|57P0[123]|53300|25006|40001|40P01|57014)$/;
const passingErrors = /^(ECONN|EPIPE|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)/;
const passingWords =
  /^(Connection terminated|timeout exceeded|Client has encountered a connection error|Client was closed|Cannot use a pool)/i;

/** Whether the database is away for now, so that the same question may be answered later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return passingStates.test(code) || passingErrors.test(code);
  return passingWords.test(error.message);
}
