import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { hasCore } from '../policy/core.js';
import type { Policy } from '../policy/schema.js';
import { recall, remember } from './visit-storage.js';

export type Reading = 'core' | 'all';

interface ReadingHost extends ReactiveControllerHost {
  reading: Reading | undefined;
  /** What the page shows of the policy: then there are no two readings. */
  readonly sections: string | undefined;
  readonly shownPolicy: Policy | undefined;
}

const KIND = 'reading';

/** The short reading or everything: what somebody chooses stays for the visit. */
export class ReadingChoice implements ReactiveController {
  readonly #host: ReadingHost;
  #recalled: string | undefined;

  constructor(host: ReadingHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Which of the two is shown; nothing where there is but one. */
  of(policy: Policy): Reading | undefined {
    if (this.#host.sections || !hasCore(policy)) return undefined;
    return this.#host.reading === 'all' ? 'all' : 'core';
  }

  readonly choose = (reading: Reading): void => {
    const policy = this.#host.shownPolicy;
    if (!policy || reading === this.of(policy)) return;
    this.#host.reading = reading;
    remember(KIND, policy.id, reading);
  };

  hostUpdate(): void {
    const policy = this.#host.shownPolicy;
    if (isServer || !policy || policy.id === this.#recalled) return;
    this.#recalled = policy.id;
    if (!hasCore(policy)) return;
    const kept = recall(KIND, policy.id);
    if (kept === 'core' || kept === 'all') this.#host.reading = kept;
  }
}
