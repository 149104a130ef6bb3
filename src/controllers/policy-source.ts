import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PolicyLoadEvent, PolicyProblemEvent } from '../events.js';
import type { ReadResult } from '../policy/findings.js';
import { loadSentences } from '../localization/sentences.js';
import { forgetPolicy, loadPolicy, LoadError, type LoadedPolicy } from '../policy/load.js';
import { readUnknown } from '../policy/read.js';

/** Where an element's policy comes from. */
export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  src: string | undefined;
  policy: unknown;
  /** Stands in another of our elements, which speaks for it. */
  readonly nested: boolean;
}

export type SourceState =
  | { status: 'empty' }
  | { status: 'loading' }
  | { status: 'ready'; read: ReadResult & Partial<LoadedPolicy> }
  | { status: 'failed'; error: LoadError | undefined; read?: ReadResult };

/** Follows `src` and `policy` of an element, and tells the page what came of them. */
export class PolicySource implements ReactiveController {
  state: SourceState = { status: 'empty' };

  readonly #host: SourceHost;
  #src: string | undefined;
  #policy: unknown;
  #abort?: AbortController;
  #untold = false;

  constructor(host: SourceHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.state.status === 'loading') this.#load();
  }

  hostDisconnected(): void {
    this.#abort?.abort();
  }

  hostUpdate(): void {
    const { policy, src } = this.#host;
    if (policy === this.#policy && src === this.#src) return;
    this.#policy = policy;
    this.#src = src;
    this.#abort?.abort();
    if (policy !== undefined && policy !== null) this.#take(policy);
    else if (src) this.#load();
    else this.state = { status: 'empty' };
  }

  hostUpdated(): void {
    if (!this.#untold || this.#host.nested) return;
    this.#untold = false;
    this.#tell();
  }

  /** Asks the server again; what is shown stays until it has answered. */
  retry(): void {
    if (this.#src) forgetPolicy(this.#url());
    this.#load();
  }

  #take(policy: unknown): void {
    const read = readUnknown(policy);
    this.#settle(
      read.policy ? { status: 'ready', read } : { status: 'failed', error: undefined, read },
    );
  }

  #load(): void {
    if (this.state.status !== 'ready') this.state = { status: 'loading' };
    this.#host.requestUpdate();
    if (!this.#host.isConnected) return;
    const abort = (this.#abort = new AbortController());
    loadPolicy(this.#url(), { signal: abort.signal }).then(
      (read) => abort.signal.aborted || this.#settle({ status: 'ready', read }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const known =
          error instanceof LoadError
            ? error
            : new LoadError('unreachable', this.#src ?? '', undefined, { cause: error });
        this.#settle({ status: 'failed', error: known });
      },
    );
  }

  #settle(state: SourceState): void {
    this.state = state;
    this.#untold = true;
    this.#host.requestUpdate();
    if ('read' in state && state.read?.findings.length) {
      void loadSentences().then(() => this.#host.requestUpdate());
    }
  }

  #tell(): void {
    if (this.state.status === 'ready') {
      const { policy, findings } = this.state.read;
      if (policy) this.#host.dispatchEvent(new PolicyLoadEvent(policy, findings));
      if (findings.length) this.#host.dispatchEvent(new PolicyProblemEvent('findings', findings));
    } else if (this.state.status === 'failed') {
      const { error, read } = this.state;
      this.#host.dispatchEvent(
        new PolicyProblemEvent(error?.code ?? 'not-a-policy', read?.findings, error),
      );
    }
  }

  #url(): string {
    return resolveAddress(this.#src ?? '', this.#host.ownerDocument.baseURI);
  }
}

const resolveAddress = (src: string, base: string): string => {
  try {
    return new URL(src, base).href;
  } catch {
    return src;
  }
};
