import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { openDatabase, type Place } from './database/open.js';
import { Signer } from './receipts/signer.js';
import { createPolicyServer, type PolicyServer, type PolicyServerOptions } from './app.js';
import { Store } from './records/store.js';
import { Drafts } from './drafts/drafts.js';
import { Texts } from './publications/publications.js';

export interface RunOptions
  extends Omit<PolicyServerOptions, 'store' | 'texts' | 'signer' | 'drafts'>, Place {
  /** Refuse policies of which nothing was published here; default as soon as people sign in. */
  textsRequired?: boolean;
  /** Folder of the private keys; default `keys` in the data folder. */
  keys?: string | undefined;
  /** A private key as JWK text, instead of that folder. */
  signingKey?: string | undefined;
  /** Who issues the receipts; default `policy-server`. */
  issuer?: string;
  host?: string;
  port?: number;
  /** Adds routes and publishes texts before listening starts. */
  prepare?: (server: PolicyServer & { texts: Texts }) => void | Promise<void>;
  /** Told once, when everything answers. */
  ready?: (address: string) => void;
}

function firstSignal(): { stopped: Promise<void>; isStopping: () => boolean; forget: () => void } {
  let stopping = false;
  let resolveStopped = (): void => {};
  const stopped = new Promise<void>((resolve) => (resolveStopped = resolve));
  const onSignal = (): void => {
    // Whoever asks twice does not want to wait for a tidy end.
    if (stopping) process.exit(130);
    stopping = true;
    resolveStopped();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  const forget = (): void => {
    for (const signal of signals) process.off(signal, onSignal);
  };
  return { stopped, isStopping: () => stopping, forget };
}

/** The whole life of a server: opens the data, listens, and ends tidily on SIGINT or SIGTERM. */
export async function run(options: RunOptions): Promise<void> {
  const signal = firstSignal();
  let log: FastifyBaseLogger | undefined;
  try {
    const database = await openDatabase({
      ...options,
      onError: (err) => log?.warn({ err }, 'PostgreSQL ended a connection'),
    });
    try {
      if (signal.isStopping()) return;
      const folder = options.keys ?? join(options.data ?? 'receiver-data', 'keys');
      const { signingKey: key, issuer = 'policy-receiver' } = options;
      const signer = await Signer.open(database, { key, folder, issuer });
      const texts = new Texts(database, options.textsRequired ?? options.identify !== undefined);
      const store = new Store(database, signer);
      try {
        const drafts = new Drafts(database);
        const server = createPolicyServer({ ...options, store, texts, signer, drafts });
        log = server.app.log;
        await serve(server, { ...options, texts }, signal.stopped);
      } finally {
        signer.close();
      }
    } finally {
      await database.close();
    }
  } finally {
    signal.forget();
  }
}

async function serve(
  server: PolicyServer,
  options: RunOptions & { texts: Texts },
  stopped: Promise<void>,
): Promise<void> {
  const { host, port, prepare, ready, texts } = options;
  try {
    await prepare?.({ ...server, texts });
    const where = { ...(host !== undefined && { host }), ...(port !== undefined && { port }) };
    ready?.(await server.listen(where));
    await stopped;
  } finally {
    await server.close();
  }
}
