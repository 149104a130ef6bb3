import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type {
  AcknowledgementStore,
  StoreMember,
} from '../acknowledgement/acknowledgement-store.js';
import { endpointKey } from '../acknowledgement/endpoint-key.js';
import type { HostHeaders } from '../acknowledgement/host-headers.js';
import { isPending } from '../acknowledgement/pending-flag.js';
import type { StatusDetail } from '../acknowledgement/status.js';
import { UNKNOWN_STATUS } from '../acknowledgement/unknown-status.js';
import { PolicyStatusEvent } from '../events.js';
import type { Policy } from '../policy/schema.js';
import { whenIdle } from './when-idle.js';

export interface StatusHost extends ReactiveControllerHost, HTMLElement {
  readonly shownPolicy: Policy | undefined;
  /** Stands in another of our elements, which speaks for it. */
  readonly isNested: boolean;
  endpoint: string | undefined;
  subject: string | undefined;
  headers: HostHeaders | undefined;
}

/**
 * How the reader stands towards the element's policy, from the moment it is known. Loads what it
 * needs when the browser has nothing else to do, and only where there is an endpoint to ask or
 * something waits in this browser. It redraws its element, tells the page (`policy-status`), and
 * sets a state for styles: `:state(confirmed)`.
 *
 *     readonly #status = new AcknowledgementStatus(this);
 *     …
 *     this.#status.value.status === 'confirmed'
 */
export class AcknowledgementStatus implements ReactiveController {
  /** `unknown` until it is known. */
  value: StatusDetail = UNKNOWN_STATUS;
  /** All that can be learnt of it has been: an `unknown` that stays. */
  isKnown = false;

  readonly #host: StatusHost;
  readonly #asks: boolean;
  readonly #member: StoreMember;
  #store: AcknowledgementStore | undefined;
  #leave: (() => void) | undefined;
  #key: string | undefined;
  #told: string | undefined;
  #internals: ElementInternals | undefined;
  /** The element is about to draw: it need not be asked to. */
  #isUpdating = false;
  #isToTell = false;

  /** @param asks whether to ask the endpoint; else somebody else does, when it is time. */
  constructor(host: StatusHost, { asks = true } = {}) {
    this.#host = host;
    this.#asks = asks;
    this.#member = {
      transport: () => ({ endpoint: host.endpoint, headers: host.headers }),
      changed: () => this.#update(),
    };
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('policy-acknowledge', this.#onAcknowledge);
    if (this.#store && !this.#leave) this.#leave = this.#store.join(this.#member);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('policy-acknowledge', this.#onAcknowledge);
    this.#leave?.();
    this.#leave = undefined;
  }

  hostUpdate(): void {
    this.#isUpdating = true;
    this.#settle();
  }

  hostUpdated(): void {
    this.#isUpdating = false;
    if (this.#isToTell) this.#tell();
  }

  #settle(): void {
    const { shownPolicy: policy, endpoint, subject } = this.#host;
    if (isServer || !policy) return;
    const key = [policy.id, policy.version, endpointKey(endpoint), subject ?? ''].join('\n');
    if (key === this.#key) return;
    this.#key = key;
    this.#leave?.();
    this.#store = this.#leave = undefined;
    if (!policy.acknowledgement || policy.status !== 'published')
      return this.#become({ status: 'not-asked' });
    this.#become(UNKNOWN_STATUS, true);
    // A page's first look into its storage may wait for the disk: not before the first picture.
    whenIdle(async () => {
      if (endpoint || isPending()) await this.#follow(key);
    });
  }

  async #follow(key: string): Promise<void> {
    const { acknowledgementStore } = await import('../acknowledgement/acknowledgement-store.js');
    const { shownPolicy: policy, endpoint, subject } = this.#host;
    if (!policy || key !== this.#key || this.#store || !this.#host.isConnected) return;
    const store = acknowledgementStore({ policy: policy.id, to: endpointKey(endpoint), subject });
    this.#store = store;
    this.#leave = store.join(this.#member);
    this.#update();
    if (this.#asks) await store.ask();
    this.#update(this.#asks);
  }

  /** The reader answers: what becomes of it is known in the store, also where there is no endpoint. */
  readonly #onAcknowledge = (): void => {
    if (!this.#store && this.#key) void this.#follow(this.#key).catch(() => undefined);
  };

  #update(isSettled = false): void {
    const { shownPolicy: policy } = this.#host;
    const store = this.#store;
    if (!policy || !store) return;
    const value = store.status(policy);
    this.#become(value, value.status === 'unknown' && !isSettled && !store.answer);
  }

  /** `isEarly`: nothing was learnt yet, so that there is nothing to tell. */
  #become(value: StatusDetail, isEarly = false): void {
    const before = JSON.stringify(this.value);
    const isChanged = this.isKnown === isEarly;
    this.value = value;
    this.isKnown = !isEarly;
    const now = JSON.stringify(value);
    if ((before !== now || isChanged) && !this.#isUpdating) this.#host.requestUpdate();
    if (isEarly || this.#told === now) return;
    this.#told = now;
    if (this.#isUpdating) this.#isToTell = true;
    else this.#tell();
  }

  #tell(): void {
    this.#isToTell = false;
    this.#setState(this.value.status);
    if (!this.#host.isNested) this.#host.dispatchEvent(new PolicyStatusEvent(this.value));
  }

  #setState(status: string): void {
    try {
      this.#internals ??= this.#host.attachInternals();
      this.#internals.states.clear();
      this.#internals.states.add(status);
    } catch {
      // Browsers before 2024 have no states, or want dashes before their names: the event says it.
    }
  }
}
