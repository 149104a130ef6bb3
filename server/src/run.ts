import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from './database/database.js';
import { dataFolder } from './configuration/data-folder.js';
import { openDatabase, type Place } from './database/open.js';
import { Drafts } from './drafts/drafts.js';
import { Signer } from './receipts/signer.js';
import { createPolicyServer, type PolicyServer, type PolicyServerOptions } from './app.js';
import { Store } from './records/store.js';
import { Publications } from './publications/publications.js';

type ServerOptions = Omit<PolicyServerOptions, 'store' | 'publications' | 'signer' | 'drafts'>;

export interface RunOptions extends ServerOptions, Place {
  /** Refuse policies of which nothing was published here; default as soon as people sign in. */
  textsRequired?: boolean;
  /** Folder of the private keys; default `keys` in the data folder. */
  keys?: string | undefined;
  /** A private key as JWK text, instead of that folder. */
  signingKey?: string | undefined;
  /** Who issues the receipts; default `policy-server`. */
  issuer?: string;
  host?: string;
  /** This one or none; without it, 4180 or the next free one. */
  port?: number | undefined;
  /** Adds routes and publishes texts before listening starts. */
  prepare?: (server: PolicyServer & { publications: Publications }) => void | Promise<void>;
  /** Told once, when everything answers. */
  ready?: (address: string) => void;
}

/** Whoever waits for it to end kills it after ten seconds at the earliest. */
const mostToEnd = 4_500;
const others = [
  ...(['uncaughtException', 'unhandledRejection', 'beforeExit'] as const),
  ...([
    'SIGQUIT',
    'SIGILL',
    'SIGTRAP',
    'SIGABRT',
    'SIGBUS',
    'SIGFPE',
    'SIGSEGV',
    'SIGUSR2',
  ] as const),
];

/** The whole life of a server: opens the data, listens, and ends tidily on SIGINT or SIGTERM. */
export async function run(options: RunOptions): Promise<void> {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  let isStopping = false;
  let isOpen = false;
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const grace = closeWithGrace(
    {
      delay: mostToEnd,
      logger: undefined,
      skip: others,
      // Whoever asks twice does not want to wait for a tidy end.
      onSecondSignal: () => process.exit(130),
      onTimeout: () => {
        // Nothing can have been under way before it answered.
        if (!isOpen) process.exit(0);
        process.stderr.write('It did not end in time, and was ended.\n');
      },
    },
    async () => {
      isStopping = true;
      stop();
      await finished;
    },
  );
  try {
    await live(options, stopped, () => ((isOpen = true), isStopping));
  } finally {
    finish();
    grace.uninstall();
  }
}

async function live(
  options: RunOptions,
  stopped: Promise<void>,
  isStopping: () => boolean,
): Promise<void> {
  let log: FastifyBaseLogger | undefined;
  const database = await openDatabase({
    ...options,
    onError: (err) => log?.warn({ err }, 'A connection to PostgreSQL ended'),
  });
  try {
    if (isStopping()) return;
    const signer = await openSigner(database, options);
    try {
      const publications = new Publications(
        database,
        options.textsRequired ?? options.identify !== undefined,
      );
      const store = new Store(database, signer);
      const drafts = new Drafts(database);
      const server = createPolicyServer({ ...options, store, publications, signer, drafts });
      log = server.app.log;
      await serve(server, { ...options, publications }, stopped);
    } finally {
      signer.close();
    }
  } finally {
    await database.close();
  }
}

function openSigner(database: Database, options: RunOptions): Promise<Signer> {
  const { signingKey: key, issuer = 'policy-receiver' } = options;
  const folder = options.keys ?? join(options.data ?? dataFolder(), 'keys');
  return Signer.open(database, { key, folder, issuer });
}

async function serve(
  server: PolicyServer,
  options: RunOptions & { publications: Publications },
  stopped: Promise<void>,
): Promise<void> {
  const { host, port, prepare, ready, publications } = options;
  try {
    await prepare?.({ ...server, publications });
    const where = port === undefined ? { port: 4180, orNext: true } : { port };
    ready?.(await server.listen({ ...where, ...(host !== undefined && { host }) }));
    await stopped;
  } finally {
    await server.close();
  }
}
