import type { FastifyRequest, FastifyServerOptions } from 'fastify';

type Logger = NonNullable<FastifyServerOptions['logger']>;

interface Described {
  type: string;
  message: string;
  stack: string;
  [more: string]: unknown;
}

/**
 * What of an error may be written down. PostgreSQL puts values into its messages ("Failing row
 * contains …"), so of its errors the code stands in the log, and where it happened.
 */
function describeError(error: Error): Described {
  const { code, severity, constraint, table, routine } = error as Error & Record<string, unknown>;
  const fromDatabase = typeof severity === 'string';
  const { cause } = error;
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: fromDatabase ? '(left out: it may hold values)' : error.message,
    ...(fromDatabase && { constraint, table, routine }),
    stack: framesOf(error),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}

/** A stack begins with the message: only its places are kept. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*[\d)]$/.test(line))
    .join('\n');

/** No address, no query, no headers: only which route it was. */
const describeRequest = ({ method, routeOptions }: FastifyRequest): Record<string, unknown> => ({
  method,
  route: routeOptions?.url,
});

/** A logger that writes lines of JSON, without a word about who sent what. */
export function discreet(logger: Logger | undefined): Logger {
  if (logger === undefined || logger === false) return false;
  return {
    ...(logger === true ? {} : logger),
    serializers: { err: describeError, error: describeError, req: describeRequest },
  };
}
