import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadPolicy } from '../policy/load.js';
import type { Policy } from '../policy/schema.js';

export type EarlierState =
  | { status: 'none' }
  | { status: 'loading' }
  | { status: 'ready'; policy: Policy }
  | { status: 'failed' };

/** Loads the policy as it was in an earlier version, by the address its history gives. */
export class EarlierVersion implements ReactiveController {
  state: EarlierState = { status: 'none' };
  readonly #host: ReactiveControllerHost;
  #address: string | undefined;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.state.status === 'loading') this.#load();
  }

  hostDisconnected(): void {
    this.#abort?.abort();
  }

  /** Takes the address to load from; `undefined` where there is none. */
  follow(address: string | undefined): void {
    if (address === this.#address) return;
    this.#address = address;
    this.#abort?.abort();
    if (address) this.#load();
    else this.state = { status: 'none' };
  }

  #load(): void {
    this.state = { status: 'loading' };
    const abort = (this.#abort = new AbortController());
    loadPolicy(this.#address!, { signal: abort.signal }).then(
      ({ policy }) =>
        abort.signal.aborted ||
        this.#settle(policy ? { status: 'ready', policy } : { status: 'failed' }),
      () => abort.signal.aborted || this.#settle({ status: 'failed' }),
    );
  }

  #settle(state: EarlierState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
