import type { ParseResult } from '../policy/findings.js';
import { isPending } from './pending-flag.js';
import type { OutboxSubscriber, OutboxItem } from './outbox.js';
import type { OwnRecord } from './fetch-own-records.js';
import type { AcknowledgementRecord, RecordInput } from './record.js';
import type { Confirmation, SendProblemCode } from './send.js';
import type { Entry } from './outbox-store.js';

type Tools = typeof import('./outbox.js');

/** A record that will not be sent again as it is. */
export interface Refusal {
  code: SendProblemCode | 'given-up';
  /** Absent where it was never kept. */
  entry?: Entry;
}

export type SubmissionState =
  | { status: 'idle' }
  | {
      status: 'sending';
      /** It waited before. */
      item?: OutboxItem;
    }
  | { status: 'waiting'; item: OutboxItem }
  | { status: 'recorded'; record: AcknowledgementRecord; confirmation: Confirmation }
  | { status: 'failed'; refusal: Refusal };

/** How a record leaves the page. */
export interface Transport {
  /** Tells the page what is about to be sent; it may cancel, or answer itself. */
  announce: (record: AcknowledgementRecord) => {
    canceled: boolean;
    response: Promise<unknown> | undefined;
  };
  endpoint: string | undefined;
  subject: string | undefined;
  headers: HeadersInit | undefined;
  send: ((record: AcknowledgementRecord) => Promise<unknown>) | undefined;
}

/** What a submission serves. */
export interface SubmissionHost {
  readonly transport: Transport;
  /** Draws anew. */
  changed(): void;
  recorded(record: AcknowledgementRecord, confirmation: Confirmation): void;
  failed(code: SendProblemCode | 'given-up'): void;
}

/** One reader's answer to one policy: what the endpoint knows of it, and what is on its way there. */
export class Submission implements OutboxSubscriber {
  state: SubmissionState = { status: 'idle' };
  /** The newest answer that the endpoint has of this reader. */
  own: OwnRecord | undefined;
  /** Nobody is signed in, as the endpoint said. */
  isSignedOut = false;
  policy = '';
  to = '';
  subject: string | undefined;
  reader: string | undefined;

  readonly #host: SubmissionHost;
  #tools: Tools | undefined;
  #following = false;
  #looked = true;
  #asked = false;
  /** Records whose end this element tells. */
  readonly #followed = new Set<string>();
  /** Records that the reader said are not theirs, or is done with. */
  readonly #ignored = new Set<string>();
  /** The record whose sending the reader waits for. */
  #awaited: string | undefined;

  constructor(host: SubmissionHost) {
    this.#host = host;
  }

  /** The reader is being served: an answer would be lost if this changed under it. */
  get busy(): boolean {
    return this.state.status === 'sending' || this.state.status === 'waiting';
  }

  /** False while it is not known what waits in this browser: nobody should answer twice for that. */
  get ready(): boolean {
    return this.#looked;
  }

  get transports(): readonly Entry['via'][] {
    const { endpoint, send } = this.#host.transport;
    return [
      'event',
      ...(send ? (['send'] as const) : []),
      ...(endpoint ? (['endpoint'] as const) : []),
    ];
  }

  /** Follows the policy and the address the element has now. */
  follow(policy: string): void {
    const { endpoint, subject } = this.#host.transport;
    const to = endpoint ? address(endpoint) : '';
    const same = policy === this.policy && to === this.to && subject === this.subject;
    if (same && this.#following) return;
    if (!same) {
      Object.assign(this, {
        policy,
        to,
        subject,
        own: undefined,
        reader: undefined,
        isSignedOut: false,
      });
      this.state = { status: 'idle' };
      this.#asked = false;
    }
    this.#following = true;
    // Only who has something in the outbox pays for it.
    if (!isPending()) return;
    this.#looked = false;
    void this.#join().catch(() => this.#look());
  }

  leave(): void {
    this.#following = false;
    this.#tools?.outbox().leave(this);
  }

  /** Asks the endpoint, once, what this reader answered before. */
  async ask(again = false): Promise<void> {
    const { endpoint, headers } = this.#host.transport;
    if (!endpoint || !this.policy || (this.#asked && !again)) return;
    this.#asked = true;
    const { policy, to } = this;
    const { fetchOwnRecords } = await this.#load();
    const told = await fetchOwnRecords(endpoint, policy, { headers });
    if (!told || policy !== this.policy || to !== this.to) return;
    this.isSignedOut = told.signedIn === false;
    this.reader = told.reader;
    this.own = told.records[0];
    this.#host.changed();
    // Now it is known whose records may be sent.
    if (isPending()) await this.#join();
  }

  /** Fetches what sending needs, while the reader still chooses. */
  prepare(): void {
    // Also the database is opened then, so that what is answered is kept the sooner.
    const tools = this.#load().then(({ outbox }) => outbox().look());
    void Promise.all([tools, import('./record.js')]).catch(() => undefined);
    // The server may have been away before: whose record it is, is best known before it is made.
    if (!this.reader) void this.ask(true).catch(() => undefined);
  }

  /** Makes the record of a deed, keeps it and sends it. Never throws. */
  async submit(read: ParseResult, input: RecordInput): Promise<void> {
    if (this.busy) return;
    const refused = this.#entry();
    this.#become({ status: 'sending' });
    try {
      if (refused) await this.#drop(refused);
      const { record, tools } = await this.#make(read, input);
      const { canceled, response } = this.#host.transport.announce(record);
      if (canceled && !response) return this.#become({ status: 'idle' });
      const { endpoint, send } = this.#host.transport;
      if (!response && !send && !endpoint) return this.#fail({ code: 'no-endpoint' });
      await this.#join();
      this.#followed.add(record.id);
      this.#awaited = record.id;
      const via = response ? 'event' : send ? 'send' : 'endpoint';
      const entry = {
        record,
        to: this.to,
        via,
        ...(this.reader && { reader: this.reader }),
      } as const;
      await tools.outbox().add(entry, response?.then(tools.hostAnswer));
    } catch {
      // Also where the files for it could not be fetched: nothing was announced or kept yet.
      this.#fail({ code: 'not-made' });
    }
  }

  /** The reader wants a waiting record sent now; by that it is theirs. */
  async retryNow(): Promise<void> {
    if (this.state.status !== 'waiting') return;
    const { id } = this.state.item.entry.record;
    this.#awaited = id;
    await this.#tools?.outbox().retryNow(id);
  }

  /** It is somebody else's: it waits for them, out of sight. */
  ignore(): void {
    if (this.state.status !== 'waiting') return;
    this.#ignored.add(this.state.item.entry.record.id);
    this.#become({ status: 'idle' });
  }

  /** The reader takes a waiting record back, or has read why it was refused. */
  async forget(): Promise<void> {
    const entry = this.#entry();
    // The outbox may tell of it once more before it has dropped it.
    if (entry) this.#ignored.add(entry.record.id);
    if (this.state.status !== 'idle') this.#become({ status: 'idle' });
    if (entry) await this.#drop(entry).catch(() => undefined);
  }

  /** As the outbox asks, when it is this record's turn. */
  async deliver({ record, via, reader }: Entry): Promise<Confirmation> {
    const tools = await this.#load();
    const { announce, send, endpoint, headers } = this.#host.transport;
    if (via === 'endpoint' && endpoint) {
      return tools.sendRecord(record, {
        endpoint,
        timeout: tools.pace.timeout,
        ...(headers && { headers }),
        ...(reader && { reader }),
      });
    }
    if (via === 'send' && send) return tools.hostAnswer(await send(record));
    // Whoever answered the event before is asked again.
    const { response } = announce(record);
    if (response) return tools.hostAnswer(await response);
    throw new tools.SendError('no-endpoint', true);
  }

  show(items: readonly OutboxItem[]): void {
    this.#look();
    const done = items.find(
      ({ entry }) => entry.state === 'recorded' && this.#followed.has(entry.record.id),
    );
    if (done) return this.#finish(done.entry);
    const newest = items
      .filter(({ entry }) => !this.#ignored.has(entry.record.id))
      .sort((a, b) => b.entry.made - a.entry.made);
    const waiting = newest.find(({ entry }) => entry.state === 'waiting');
    if (waiting) return this.#wait(waiting);
    const over = newest.find(({ entry }) => entry.state === 'refused' || entry.state === 'expired');
    if (over) return this.#refuse(over.entry);
    // What was waited for has ended elsewhere: the endpoint knows how.
    if (this.state.status === 'waiting') {
      this.#become({ status: 'idle' });
      void this.ask(true).catch(() => undefined);
    }
  }

  #look(): void {
    if (this.#looked) return;
    this.#looked = true;
    this.#host.changed();
  }

  #wait(item: OutboxItem): void {
    const { entry, inFlight } = item;
    this.#followed.add(entry.record.id);
    if (inFlight && this.#awaited === entry.record.id) {
      const before = 'item' in this.state && this.state.item;
      return this.#become({ status: 'sending', ...(before && { item }) });
    }
    const first = this.#awaited === entry.record.id && entry.attempts > 0;
    if (first) this.#awaited = undefined;
    if (this.#awaited && this.state.status === 'sending') return;
    this.#become({ status: 'waiting', item });
    if (first && entry.problem) this.#host.failed(entry.problem);
  }

  #refuse(entry: Entry): void {
    const known = this.state.status === 'failed' && this.state.refusal.entry?.record.id;
    if (known === entry.record.id) return;
    this.#awaited = undefined;
    this.#fail({
      code: entry.state === 'expired' ? 'given-up' : (entry.problem ?? 'rejected'),
      entry,
    });
  }

  #finish({ record, confirmation = {} }: Entry): void {
    this.#followed.delete(record.id);
    this.#awaited = undefined;
    this.#become({ status: 'recorded', record, confirmation });
    this.#host.recorded(record, confirmation);
  }

  #fail(refusal: Refusal): void {
    this.#become({ status: 'failed', refusal });
    this.#host.failed(refusal.code);
  }

  /** What is shown of the outbox. */
  #entry(): Entry | undefined {
    if (this.state.status === 'waiting') return this.state.item.entry;
    return this.state.status === 'failed' ? this.state.refusal.entry : undefined;
  }

  async #drop({ record: { id } }: Entry): Promise<void> {
    this.#followed.delete(id);
    await this.#tools?.outbox().drop(id);
  }

  async #make(read: ParseResult, input: RecordInput) {
    // Hashing is only paid for by who confirms.
    const [tools, { makeRecord }] = await Promise.all([this.#load(), import('./record.js')]);
    return { tools, record: makeRecord(read, input) };
  }

  async #join(): Promise<void> {
    const { outbox } = await this.#load();
    if (this.#following) outbox().join(this);
  }

  async #load(): Promise<Tools> {
    return (this.#tools ??= await import('./outbox.js'));
  }

  #become(state: SubmissionState): void {
    this.state = state;
    this.#host.changed();
  }
}

/** An address in full, without what differs from page to page. */
function address(endpoint: string): string {
  try {
    const { origin, pathname, search } = new URL(endpoint, document.baseURI);
    return origin + pathname + search;
  } catch {
    return endpoint;
  }
}
