import { createReceiver, type Receiver, type ReceiverOptions } from './receiver.js';
import type { Place } from './database/open.js';
import { openStore } from './records/store.js';

export interface RunOptions extends Omit<ReceiverOptions, 'store'>, Place {
  host?: string;
  port?: number;
  /** Adds routes before listening starts. */
  prepare?: (receiver: Receiver) => void | Promise<void>;
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

/** The whole life of a receiver: opens the data, listens, and ends tidily on SIGINT or SIGTERM. */
export async function run(options: RunOptions): Promise<void> {
  const { data, databaseUrl, migrateUrl, connections, host, port, prepare, ready, ...rest } =
    options;
  const signal = firstSignal();
  try {
    const store = await openStore({
      databaseUrl,
      migrateUrl,
      ...(data !== undefined && { data }),
      ...(connections !== undefined && { connections }),
      onError: (error) => process.stderr.write(`PostgreSQL: ${error.message}\n`),
    });
    try {
      if (signal.isStopping()) return;
      const receiver = createReceiver({ ...rest, store });
      try {
        await prepare?.(receiver);
        ready?.(
          await receiver.listen({
            ...(host !== undefined && { host }),
            ...(port !== undefined && { port }),
          }),
        );
        await signal.stopped;
      } finally {
        await receiver.close();
      }
    } finally {
      await store.close();
    }
  } finally {
    signal.forget();
  }
}
