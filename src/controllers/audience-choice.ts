import { PolicyAudienceEvent } from '../events.js';
import type { Policy } from '../policy/schema.js';
import { recall, remember } from './visit-storage.js';

interface AudienceHost extends HTMLElement {
  audience: string | undefined;
  readonly shownPolicy: Policy | undefined;
}

const KIND = 'audience';

/** Who a reader says they are: it holds for the visit, where the page does not say otherwise. */
export class AudienceChoice {
  readonly #host: AudienceHost;
  #recalled: string | undefined;

  constructor(host: AudienceHost) {
    this.#host = host;
  }

  readonly choose = (audience: readonly string[]): void => {
    const { shownPolicy } = this.#host;
    this.#host.audience = audience.join(' ');
    if (shownPolicy) remember(KIND, shownPolicy.id, audience.join(' '));
    this.#host.dispatchEvent(new PolicyAudienceEvent(audience));
  };

  /** Takes up what the reader said earlier, once it is known of which policy. */
  recall(): void {
    const policy = this.#host.shownPolicy;
    if (!policy || policy.id === this.#recalled) return;
    this.#recalled = policy.id;
    // To ask what is kept takes a while, and most policies are for everybody.
    if (this.#host.audience !== undefined || !policy.audiences?.length) return;
    const known = new Set(policy.audiences.map(({ id }) => id));
    const audience = recall(KIND, policy.id)
      .split(' ')
      .filter((id) => known.has(id));
    if (audience.length) this.#host.audience = audience.join(' ');
  }
}
