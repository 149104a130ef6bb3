import { parseArgs } from 'node:util';
import { isLoopback } from './identity.js';
import { LockedError } from './lock.js';
import { run } from './run.js';

const usage = `policy-receiver - receives, keeps and shows acknowledgements

  --port <number>   first port to try (4180); the next free one is used
  --host <address>  where to listen (127.0.0.1); this version is for this machine only
  --data <folder>   where the records are kept (./receiver-data)
  --help            this text
`;

class UsageError extends Error {}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port must be a number from 0 to 65535, not "${text}".`);
}

function readHost(text: string): string {
  if (isLoopback(text)) return text;
  throw new UsageError(
    `--host "${text}" would let other machines in, and this version cannot tell who anybody is. ` +
      'Use 127.0.0.1.',
  );
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4180' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string', default: 'receiver-data' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.data.trim() === '') throw new UsageError('--data needs a folder.');
    return {
      help: values.help,
      port: readPort(values.port),
      host: readHost(values.host),
      data: values.data,
    };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof TypeError)) throw error;
    process.stderr.write(`policy-receiver: ${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { help, ...options } = readOptions(process.argv.slice(2));
if (help) {
  process.stdout.write(usage);
} else {
  try {
    await run({
      ...options,
      logger: { level: 'warn' },
      prepare: ({ app }) => {
        app.get('/', (_request, reply) => reply.redirect('/acknowledgements'));
      },
      ready: (address) => {
        process.stdout.write(
          `policy-receiver answers on ${address}\n` +
            `  endpoint  ${address}/api/acknowledgements\n` +
            `  overview  ${address}/acknowledgements\n` +
            '  Ctrl+C stops it.\n',
        );
      },
    });
  } catch (error) {
    const known = error instanceof LockedError || (error as NodeJS.ErrnoException).code;
    const text = error instanceof Error ? (known ? error.message : error.stack) : String(error);
    process.stderr.write(`policy-receiver: ${text}\n`);
    process.exitCode = 1;
  }
}
