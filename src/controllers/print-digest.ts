import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { SourceState } from './policy-source.js';
import { whenIdle } from './when-idle.js';

interface PrintedHost extends ReactiveControllerHost {
  /** Draws at once: paper does not wait for the next turn. */
  drawNow(): void;
}

/** The digest stands on paper only: what makes it is fetched when nothing else is to be done. */
export class PrintDigest implements ReactiveController {
  value: string | undefined;

  readonly #host: PrintedHost;
  readonly #state: () => SourceState;
  #source: unknown;
  #make: ((source: unknown) => string) | undefined;

  constructor(host: PrintedHost, state: () => SourceState) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onBeforePrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onBeforePrint);
  }

  hostUpdate(): void {
    const state = this.#state();
    if (isServer || state.status !== 'ready' || state.read.source === this.#source) return;
    this.#source = state.read.source;
    this.value = state.read.compiled?.digest;
    if (this.value) return;
    whenIdle(async () => {
      const { digestPolicy } = await import('../acknowledgement/record.js');
      this.#make = digestPolicy;
    });
  }

  readonly #onBeforePrint = (): void => {
    if (this.value || !this.#make || this.#source === undefined) return;
    try {
      this.value = this.#make(this.#source);
      this.#host.requestUpdate();
      this.#host.drawNow();
    } catch {
      // A text that has no canonical form has no digest.
    }
  };
}
