import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {
  AcknowledgementStore,
  StoreMember,
  Transport,
} from '../acknowledgement/acknowledgement-store.js';
import { endpointKey } from '../acknowledgement/endpoint-key.js';
import type { OwnRecord } from '../acknowledgement/fetch-own-records.js';
import { isFlagSet, isPending } from '../acknowledgement/pending-flag.js';
import type { StatusDetail } from '../acknowledgement/status.js';
import type { TextState } from '../acknowledgement/published-text.js';
import type { AcknowledgementRecord, RecordInput } from '../acknowledgement/record.js';
import type { Confirmation } from '../acknowledgement/send.js';
import {
  entryOf,
  failing,
  following,
  IDLE,
  ignoring,
  nextState,
  sending,
  type Refusal,
  type SubmissionSnapshot,
  type SubmissionState,
} from '../acknowledgement/submission-state.js';
import type { ParseResult } from '../policy/findings.js';
import type { Policy } from '../policy/schema.js';

/** Milliseconds before a file that could not be had is asked for again. */
const LOOK_AGAIN = 5000;

type StoreModule = typeof import('../acknowledgement/acknowledgement-store.js');
type FormTransport = Transport & Required<Pick<Transport, 'announce'>>;

/** What a submission serves. */
export interface SubmissionHost extends ReactiveControllerHost {
  readonly shownPolicy: Policy | undefined;
  readonly isConnected: boolean;
  readonly subject: string | undefined;
}

export interface SubmissionOptions {
  transport(): FormTransport;
  recorded(record: AcknowledgementRecord, confirmation: Confirmation): void;
  failed(code: Refusal['code'], cause?: unknown): void;
}

/**
 * One form's part in the answer of a reader: makes the record, hands it to the outbox, and follows
 * what becomes of it. The states are those of `submission-state.ts`.
 */
export class Submission implements ReactiveController {
  readonly #host: SubmissionHost;
  readonly #options: SubmissionOptions;
  readonly #member: StoreMember;
  #snapshot: SubmissionSnapshot = IDLE;
  #store: AcknowledgementStore | undefined;
  #leave: (() => void) | undefined;
  #key: string | undefined;
  #module: Promise<StoreModule> | undefined;
  #reader: string | undefined;
  #waiting: (() => void)[] = [];
  /** The file that looks into this browser could not be had. */
  #isAway = false;

  constructor(host: SubmissionHost, options: SubmissionOptions) {
    this.#host = host;
    this.#options = options;
    this.#member = { transport: () => options.transport(), changed: () => this.#onChange() };
    host.addController(this);
  }

  get state(): SubmissionState {
    return this.#snapshot.state;
  }

  /** The newest answer of this reader that was recorded. */
  get own(): OwnRecord | undefined {
    return this.#store?.own;
  }

  /** Nobody is signed in, as the endpoint said. */
  get isSignedOut(): boolean {
    return this.#store?.isSignedOut ?? false;
  }

  /** Whether the text shown is one that the endpoint takes; nothing while it is not known. */
  get text(): TextState | undefined {
    return this.#store?.text;
  }

  get isWaiting(): boolean {
    return this.state.status === 'waiting';
  }

  /** The reader is being served: an answer would be lost if this changed under it. */
  get isBusy(): boolean {
    return this.state.status === 'sending' || this.isWaiting;
  }

  /** False while it is not known what waits in this browser: nobody should answer twice for that. */
  get isReady(): boolean {
    return this.#store ? this.#store.isLookedInto : !this.#module || !isPending();
  }

  /** Something waits in this browser, or may, and cannot be read at this moment. */
  get isUnreadable(): boolean {
    const isUnread = this.#store ? !this.#store.isReadable : this.#isAway;
    return isUnread && this.state.status === 'idle' && isFlagSet();
  }

  hostConnected(): void {
    if (this.#store && !this.#leave) this.#leave = this.#store.join(this.#member);
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  /** Follows the policy and the address the element has now. */
  hostUpdate(): void {
    const { shownPolicy: policy, subject, isConnected } = this.#host;
    if (!policy?.acknowledgement || !isConnected) return;
    const to = endpointKey(this.#options.transport().endpoint);
    const key = JSON.stringify([policy.id, to, subject ?? '']);
    if (key === this.#key) return;
    this.#key = key;
    this.#leave?.();
    this.#store = this.#leave = undefined;
    this.#snapshot = IDLE;
    this.#reader = undefined;
    // Only who has something in the outbox pays for it before the reader is near.
    this.#look();
  }

  #look(): void {
    if (!isPending() || this.#store || !this.#host.isConnected) return;
    void this.#open().catch((error: unknown) => {
      // The file for it could not be had: that is not the same as nothing to look at.
      console.warn('policy-elements: what waits in this browser cannot be looked at yet.', error);
      this.#isAway = true;
      this.#host.requestUpdate();
      setTimeout(() => this.#look(), LOOK_AGAIN);
    });
  }

  /** Asks the endpoint, once, what this reader answered before. */
  async ask(read: ParseResult): Promise<void> {
    if (!this.#options.transport().endpoint) return;
    const store = await this.#open();
    await store?.ask();
    await store?.check(read);
  }

  /** Fetches what sending needs, while the reader still chooses. */
  prepare(): void {
    // Also the database is opened then, so that what is answered is kept the sooner.
    const tools = this.#open().then(async (store) => (await store?.load())?.outbox().look());
    void Promise.all([tools, import('../acknowledgement/record.js')]).catch(() => undefined);
    // The server may have been away before: whose record it is, is best known before it is made.
    const store = this.#store;
    if (store && !store.reader) void store.ask(true);
  }

  /** How the reader stands, by what is known. */
  get status(): StatusDetail | undefined {
    const { shownPolicy: policy } = this.#host;
    return policy && this.#store?.status(policy);
  }

  /** Which part of the texts is in another language; none where that cannot be said. */
  async foreignShare(policy: Policy, input: RecordInput): Promise<number> {
    try {
      const { foreignShare } = await import('../acknowledgement/record.js');
      return foreignShare(policy, input);
    } catch {
      // The file could not be had: making the record says so.
      return 0;
    }
  }

  /** Resolves when nothing is being sent. */
  whenSent(): Promise<void> {
    if (this.state.status !== 'sending') return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Makes the record of an answer, keeps it and sends it. Never throws. */
  async submit(read: ParseResult, input: RecordInput): Promise<void> {
    if (this.isBusy) return;
    const refused = entryOf(this.state);
    this.#become(sending(this.#snapshot));
    try {
      const { makeRecord } = await import('../acknowledgement/record.js');
      const store = await this.#open();
      if (!store) return this.#become({ ...this.#snapshot, state: { status: 'idle' } });
      const module = await store.open();
      if (refused) await module.outbox().drop(refused.record.id);
      const record = makeRecord(read, input);
      const { announce, endpoint, send } = this.#options.transport();
      const { canceled, response } = announce(record);
      if (canceled && !response)
        return this.#become({ ...this.#snapshot, state: { status: 'idle' } });
      if (!response && !send && !endpoint) return this.#fail({ code: 'no-endpoint' });
      this.#snapshot = following(this.#snapshot, record.id);
      const via = response ? 'event' : send ? 'send' : 'endpoint';
      const { to, reader } = store;
      const draft = { record, to, via, ...(reader && { reader }) } as const;
      await module.outbox().add(draft, response?.then(module.hostAnswer));
    } catch (cause) {
      // Also where the files for it could not be fetched: nothing was announced or kept yet.
      this.#fail({ code: 'not-made', cause });
    }
  }

  /** The reader wants a waiting record sent now; by that it is theirs. */
  async retryNow(): Promise<void> {
    const { state } = this;
    if (state.status !== 'waiting') return;
    const { id } = state.item.entry.record;
    this.#snapshot = { ...this.#snapshot, awaited: id };
    await (await this.#store?.load())?.outbox().retryNow(id);
  }

  /** It is somebody else's: it waits for them, out of sight. */
  ignore(): void {
    if (this.state.status === 'waiting') this.#become(ignoring(this.#snapshot));
  }

  /** The reader takes a waiting record back, or has read why it was refused. */
  async forget(): Promise<void> {
    const entry = entryOf(this.state);
    if (this.state.status !== 'idle') this.#become(ignoring(this.#snapshot));
    if (entry) await (await this.#store?.load())?.outbox().drop(entry.record.id);
  }

  async #open(): Promise<AcknowledgementStore | undefined> {
    const key = this.#key;
    this.#module ??= import('../acknowledgement/acknowledgement-store.js');
    const { acknowledgementStore } = await this.#module.catch((error: unknown) => {
      this.#module = undefined;
      throw error;
    });
    if (this.#store || key === undefined || key !== this.#key) return this.#store;
    const [policy = '', to = '', subject] = JSON.parse(key) as string[];
    this.#store = acknowledgementStore({ policy, to, ...(subject && { subject }) });
    if (this.#host.isConnected) this.#leave = this.#store.join(this.#member);
    this.#onChange();
    return this.#store;
  }

  #onChange(): void {
    const store = this.#store;
    if (!store) return;
    const { reader } = store;
    // What one reader was shown is not for the next.
    if (this.#reader && reader && reader !== this.#reader) this.#snapshot = IDLE;
    this.#reader = reader ?? this.#reader;
    const wasWaiting = this.isWaiting;
    if (store.isReadable || store.items.length)
      this.#become(nextState(this.#snapshot, store.items));
    else this.#host.requestUpdate();
    // What was waited for has ended elsewhere: the endpoint knows how.
    if (wasWaiting && this.#snapshot.state.status === 'idle') void store.ask(true);
  }

  /** Tells what has happened by the change from one state to the next. */
  #become(after: SubmissionSnapshot): void {
    const before = this.#snapshot;
    this.#snapshot = after;
    this.#host.requestUpdate();
    const { state } = after;
    if (state.status !== 'sending') this.#waiting.splice(0).forEach((resolve) => resolve());
    if (state === before.state) return;
    if (state.status === 'recorded') this.#options.recorded(state.record, state.confirmation);
    if (state.status === 'waiting' && before.awaited && !after.awaited) {
      const { entry, cause } = state.item;
      if (entry.problem) this.#options.failed(entry.problem, cause);
    }
    if (state.status === 'failed') this.#options.failed(state.refusal.code, state.refusal.cause);
  }

  #fail(refusal: Refusal): void {
    this.#become(failing(this.#snapshot, refusal));
  }
}
