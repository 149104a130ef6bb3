import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { hasCore } from '../policy/core.js';
import type { Policy } from '../policy/schema.js';

export type Reading = 'core' | 'all';

interface ReadingHost extends ReactiveControllerHost {
  reading: Reading | undefined;
  /** What the page shows of the policy: then there are no two readings. */
  readonly sections: string | undefined;
  readonly shownPolicy: Policy | undefined;
}

const KEY = 'policy-elements:reading:';

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
    return this.#host.sections || !hasCore(policy) ? undefined : (this.#host.reading ?? 'core');
  }

  readonly choose = (reading: Reading): void => {
    const policy = this.#host.shownPolicy;
    if (!policy || reading === this.of(policy)) return;
    this.#host.reading = reading;
    try {
      sessionStorage.setItem(KEY + policy.id, reading);
    } catch {
      // Storage may be blocked: it holds until the page is left, then.
    }
  };

  hostUpdate(): void {
    const policy = this.#host.shownPolicy;
    if (isServer || !policy || policy.id === this.#recalled) return;
    this.#recalled = policy.id;
    if (!hasCore(policy)) return;
    const kept = recall(policy.id);
    if (kept) this.#host.reading = kept;
  }
}

function recall(policy: string): Reading | undefined {
  try {
    const kept = sessionStorage.getItem(KEY + policy);
    return kept === 'core' || kept === 'all' ? kept : undefined;
  } catch {
    return undefined;
  }
}
