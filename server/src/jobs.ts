import type { FastifyBaseLogger } from 'fastify';

/** How long something that is due may wait. */
const every = 20_000;

/** What a server does by itself, now and then; one round at a time. */
export class Jobs {
  readonly #work: { work: () => Promise<void>; pause: number; notBefore: number }[] = [];
  readonly #log: Pick<FastifyBaseLogger, 'warn'>;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;

  constructor(log: Pick<FastifyBaseLogger, 'warn'>) {
    this.#log = log;
  }

  /** @param pause milliseconds in which it is left alone after it failed */
  add(work: () => Promise<void>, pause = 0): void {
    this.#work.push({ work, pause, notBefore: 0 });
  }

  start(): void {
    this.#timer = setInterval(() => void this.run(), every);
    this.#timer.unref();
    void this.run();
  }

  /** What is under way is finished first. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  /** A round, after the one that may be under way. */
  async run(): Promise<void> {
    await this.#running;
    if (this.#isStopped) return;
    await (this.#running ??= this.#round());
  }

  async #round(): Promise<void> {
    try {
      for (const each of this.#work) {
        if (this.#isStopped) return;
        if (Date.now() < each.notBefore) continue;
        await each.work().catch((err: unknown) => {
          each.notBefore = Date.now() + each.pause;
          this.#log.warn({ err }, 'Something due could not be done, and is tried again');
        });
      }
    } finally {
      this.#running = undefined;
    }
  }
}
