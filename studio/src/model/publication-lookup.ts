/** What the server knows of the publication of a draft: others decide about it meanwhile. */
import type { Draft, Schedule } from '@policy-elements/authoring';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { api, type Approvals } from '../api/client.js';
import type { DraftSession } from './session.js';

/** Milliseconds after which it is looked up again. */
const PAUSE = 10_000;

type Host = ReactiveControllerHost & { readonly session: DraftSession };

const decisionsAbout = (policy: string): Promise<[Approvals, Schedule | undefined]> =>
  Promise.all([api.approvals(policy), api.schedule(policy)]);

export class PublicationLookup implements ReactiveController {
  /** The newest version that was published; nothing where there is none. */
  published: Draft | undefined | 'loading' | 'failed' = 'loading';
  /** Of the revision that it was asked for. */
  approvals: (Approvals & { revision: number }) | undefined;
  /** What waits for its time, or was not published. */
  schedule: Schedule | undefined;

  readonly #host: Host;
  readonly #loaded: (approvals: Approvals | undefined) => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param loaded all of it was looked up */
  constructor(host: Host, loaded: (approvals: Approvals | undefined) => void) {
    this.#host = host;
    this.#loaded = loaded;
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
    this.#timer = setInterval(() => void this.look(), PAUSE);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  hostUpdate(): void {
    if (this.approvals && this.approvals.revision !== this.#host.session.revision) void this.look();
  }

  /** All of it, the text that was published too. */
  async load(): Promise<void> {
    const { policy, revision, me, opened } = this.#host.session;
    const newest = opened.published?.[0]?.version ?? opened.base?.version;
    try {
      const [published, [approvals, schedule] = []] = await Promise.all([
        newest === undefined ? undefined : api.version(policy, newest),
        me.file ? undefined : decisionsAbout(policy),
      ]);
      this.schedule = schedule;
      this.published = published;
      this.approvals = approvals && { ...approvals, revision };
      this.#loaded(approvals);
    } catch {
      // Not the same as nothing: the version to propose, and what changed, hang on it.
      this.published = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** What others may have decided. */
  async look(): Promise<void> {
    const { session } = this.#host;
    const { policy, revision } = session;
    if (document.visibilityState === 'hidden' || session.me.file) return;
    try {
      const [approvals, schedule] = await decisionsAbout(policy);
      if (revision !== session.revision) return;
      const isOut = this.schedule?.state === 'waiting' && !schedule;
      const before = this.approvals?.state;
      this.approvals = { ...approvals, revision };
      this.schedule = schedule;
      this.#host.requestUpdate();
      // A version came out, or was called off or withdrawn elsewhere.
      if (isOut || (before && before !== approvals.state))
        await session.refresh().then(() => this.load());
    } catch {
      // The next time will tell.
    }
  }

  /** Somebody decided here. */
  decided(approvals: Approvals | undefined): void {
    if (!approvals) return void this.look();
    this.approvals = { ...approvals, revision: this.#host.session.revision };
    this.#host.requestUpdate();
  }
}
