import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PolicyAudienceEvent } from '../events.js';
import type { Policy } from '../policy/schema.js';

interface AudienceHost extends ReactiveControllerHost, EventTarget {
  audience: string | undefined;
  readonly shownPolicy: Policy | undefined;
}

const KEY = 'policy-elements:audience:';

/** Who a reader says they are: it holds for the visit, where the page does not say otherwise. */
export class AudienceChoice implements ReactiveController {
  readonly #host: AudienceHost;
  readonly #isOffered: () => boolean;
  #recalled: string | undefined;

  constructor(host: AudienceHost, isOffered: () => boolean) {
    this.#host = host;
    this.#isOffered = isOffered;
    host.addController(this);
  }

  hostUpdate(): void {
    const policy = this.#host.shownPolicy;
    if (!policy || policy.id === this.#recalled || !this.#isOffered()) return;
    this.#recalled = policy.id;
    // To ask what is kept takes a while, and most policies are for everybody.
    if (this.#host.audience !== undefined || !policy.audiences?.length) return;
    const audience = recall(policy);
    if (audience.length) this.#host.audience = audience.join(' ');
  }

  readonly choose = (audience: readonly string[]): void => {
    this.#host.audience = audience.join(' ');
    if (this.#host.shownPolicy) remember(this.#host.shownPolicy.id, audience);
    this.#host.dispatchEvent(new PolicyAudienceEvent(audience));
  };
}

/** Those that the policy still knows. Storage may be blocked: then it is not kept. */
function recall({ id, audiences = [] }: Policy): readonly string[] {
  try {
    const kept = (sessionStorage.getItem(KEY + id) ?? '').split(' ');
    return kept.filter((each) => audiences.some((audience) => audience.id === each));
  } catch {
    return [];
  }
}

function remember(policy: string, audience: readonly string[]): void {
  try {
    if (audience.length) sessionStorage.setItem(KEY + policy, audience.join(' '));
    else sessionStorage.removeItem(KEY + policy);
  } catch {
    // It holds until the page is left, then.
  }
}
