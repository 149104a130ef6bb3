/**
 * What this page knows of one reader's answer to one policy: what the endpoint has, and what waits
 * in this browser. All elements that show it (the form, the head of the viewer, a notice) share one
 * store, so that the endpoint is asked once. It knows no element and shows nothing.
 *
 *     const store = acknowledgementStore({ policy: 'social-media', to: endpointKey(endpoint) });
 *     const leave = store.join({ transport: () => ({ endpoint, headers }), changed: draw });
 *     await store.ask();
 *     store.status(policy).status; // 'confirmed'
 */
import type { ParseResult } from '../policy/findings.js';
import type { Policy } from '../policy/schema.js';
import { fetchOwnRecords, type OwnRecord, type OwnRecordsAnswer } from './fetch-own-records.js';
import { HostError, type HostHeaders } from './host-headers.js';
import type { OutboxItem, OutboxSubscriber } from './outbox-entry.js';
import type { Entry } from './outbox-store.js';
import { isPending, onPendingChange } from './pending-flag.js';
import type { AcknowledgementRecord } from './record.js';
import type { Confirmation } from './send.js';
import { statusOf, type StatusDetail } from './status.js';
import { textStateOf, type TextState } from './published-text.js';

type OutboxModule = typeof import('./outbox.js');

/** How a record leaves the page. Who only shows has an endpoint and headers. */
export interface Transport {
  endpoint: string | undefined;
  headers?: HostHeaders | undefined;
  /** Sends the record in the place of the endpoint. */
  send?: ((record: AcknowledgementRecord) => unknown) | undefined;
  /** Tells the page what is about to be sent; it may cancel, or answer itself. */
  announce?: (record: AcknowledgementRecord) => {
    canceled: boolean;
    response: Promise<unknown> | undefined;
  };
}

export interface StoreMember {
  transport(): Transport;
  /** Something is known that was not. */
  changed(): void;
}

export interface StoreKey {
  policy: string;
  /** Address of the endpoint, by `endpointKey`; empty without one. */
  to: string;
  subject?: string | undefined;
}

/** Milliseconds before an endpoint that could not be asked is asked again. */
const ASK_AGAIN = [2000, 8000, 30_000, 120_000];
/** Who comes back to the page after so long may be somebody else. */
const STALE = 30_000;

export class AcknowledgementStore implements OutboxSubscriber {
  readonly policy: string;
  readonly to: string;
  readonly subject: string | undefined;
  /** The last answer of the endpoint. */
  answer: OwnRecordsAnswer | undefined;
  /** What waits in this browser, or has ended lately. */
  items: readonly OutboxItem[] = [];
  /** The outbox was looked into; false while it may hold something that is not known. */
  isLookedInto = true;
  /** The database of this browser could be read the last time. */
  isReadable = true;
  text: TextState | undefined;

  readonly #members = new Set<StoreMember>();
  #module: OutboxModule | undefined;
  #joined = false;
  #asking: Promise<void> | undefined;
  #asked = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checked: unknown;
  /** Recorded since the page was loaded: the endpoint need not be asked for it. */
  #recordedHere: OwnRecord | undefined;

  constructor({ policy, to, subject }: StoreKey) {
    this.policy = policy;
    this.to = to;
    this.subject = subject;
  }

  /** Shows it to a member from now on; returns what ends that. */
  join(member: StoreMember): () => void {
    this.#members.add(member);
    if (this.#members.size === 1) this.#start();
    return () => {
      this.#members.delete(member);
      if (!this.#members.size) this.#stop();
    };
  }

  get isAlone(): boolean {
    return !this.#members.size;
  }

  get reader(): string | undefined {
    return this.answer?.state === 'told' ? this.answer.reader : undefined;
  }

  /** The newest answer of this reader that was recorded. */
  get own(): OwnRecord | undefined {
    const told = this.answer?.state === 'told' ? this.answer.records?.[0] : undefined;
    return newest(told, this.#recordedHere);
  }

  get isSignedOut(): boolean {
    return this.answer?.state === 'signed-out';
  }

  get transports(): readonly Entry['via'][] {
    const all = this.#transports();
    return [
      ...(all.some(({ announce }) => announce) ? (['event'] as const) : []),
      ...(all.some(({ send }) => send) ? (['send'] as const) : []),
      ...(all.some(({ endpoint }) => endpoint) ? (['endpoint'] as const) : []),
    ];
  }

  status(policy: Policy, now?: Date): StatusDetail {
    const { answer, own, text } = this;
    const pending = this.items.find(
      ({ entry, certain, here }) => entry.state === 'waiting' && (certain || here),
    )?.entry.record;
    const told = answer?.state === 'told' && answer.records !== undefined;
    const endpoint = told ? 'told' : this.isSignedOut ? 'signed-out' : 'unknown';
    return statusOf(
      policy,
      {
        endpoint,
        own,
        pending: pending && { version: pending.version, at: pending.at },
        unpublished: text !== undefined && text.state !== 'published',
      },
      now,
    );
  }

  /** Asks the endpoint what it has of this reader: once, or `again`. Never rejects. */
  ask(again = false): Promise<void> {
    if (this.#asking) return this.#asking;
    if (!this.#endpoint() || (this.answer && !again)) return Promise.resolve();
    return (this.#asking = this.#ask().finally(() => (this.#asking = undefined)));
  }

  /** Compares the text with those the endpoint takes, once it has told which. */
  async check(read: ParseResult): Promise<void> {
    const published = this.answer?.state === 'told' ? this.answer.published : undefined;
    if (!published || !read.policy || this.#checked === read.source) return;
    this.#checked = read.source;
    const digest = await digestOf(read);
    const { version } = read.policy;
    this.text = digest === undefined ? undefined : textStateOf({ digest, version }, published);
    this.#tell();
  }

  /** What keeps and sends records. */
  async load(): Promise<OutboxModule> {
    return (this.#module ??= await import('./outbox.js'));
  }

  /** Looks into the outbox, and sends what is in it, while this has members. */
  async open(): Promise<OutboxModule> {
    const module = await this.load();
    if (this.#members.size) {
      this.#joined = true;
      module.outbox().join(this);
    }
    return module;
  }

  async whoIsSignedIn(): Promise<OwnRecordsAnswer | undefined> {
    const from = this.#endpoint();
    if (!from) return undefined;
    if (this.answer?.state === 'silent') return this.answer;
    const { headers } = from;
    const { timeout } = (await this.load()).pace;
    const answer = await fetchOwnRecords(from.endpoint!, this.policy, { headers, timeout });
    // Whose answer is shown does not change under the eyes of who reads it.
    if (!this.reader && answer.state !== 'failed') this.#take(answer);
    return answer;
  }

  async deliver({ record, via, reader }: Entry): Promise<Confirmation> {
    const { sendRecord, hostAnswer, SendError, pace } = await this.load();
    const all = this.#transports();
    const endpoint = all.find((each) => each.endpoint);
    if (via === 'endpoint' && endpoint) {
      return sendRecord(record, {
        endpoint: endpoint.endpoint!,
        timeout: pace.timeout,
        headers: endpoint.headers,
        ...(reader && { reader }),
      });
    }
    const send = all.find((each) => each.send)?.send;
    if (via === 'send' && send) return hostAnswer(await send(record));
    // Whoever answered the event before is asked again.
    for (const { announce } of all) {
      const response = announce?.(record).response;
      if (response) return hostAnswer(await response);
    }
    throw new SendError('no-endpoint', true);
  }

  show(items: readonly OutboxItem[], complete: boolean): void {
    this.items = items;
    this.isReadable = complete;
    this.isLookedInto = true;
    for (const { entry, certain, here } of items) {
      if (entry.state === 'recorded' && (certain || here))
        this.#recordedHere = newest(this.#recordedHere, ownOf(entry));
    }
    this.#tell();
  }

  #start(): void {
    addEventListener('online', this.#onOnline);
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#stopWatching = onPendingChange(() => this.#lookWhenPending());
    if (this.#joined) void this.open();
    else this.#lookWhenPending();
  }

  #stopWatching: () => void = () => undefined;

  #stop(): void {
    removeEventListener('online', this.#onOnline);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#stopWatching();
    clearTimeout(this.#timer);
    this.#module?.outbox().leave(this);
  }

  /** Only who has something in the outbox pays for it. */
  #lookWhenPending(): void {
    if (this.#joined || !isPending()) return;
    this.isLookedInto = false;
    void this.open().catch((error: unknown) => {
      // Its file could not be had: that is not the same as an empty outbox.
      console.warn('policy-elements: what waits in this browser cannot be looked at yet.', error);
      this.isLookedInto = true;
      this.isReadable = false;
      this.#tell();
      this.#later(() => this.#lookWhenPending());
    });
  }

  readonly #onOnline = (): void => {
    this.#failures = 0;
    if (this.answer?.state === 'failed') void this.ask(true);
    this.#lookWhenPending();
  };

  /** Who comes back may have signed in, in another tab, or be somebody else. */
  readonly #onVisible = (): void => {
    const isStale = this.#asked > 0 && Date.now() - this.#asked > STALE;
    const isBusy = this.items.some(({ entry }) => entry.state === 'waiting');
    if (document.hidden || isBusy || this.answer?.state === 'silent') return;
    if (this.isSignedOut || isStale) void this.ask(true);
  };

  async #ask(): Promise<void> {
    const { endpoint, headers } = this.#endpoint()!;
    this.#asked = Date.now();
    const answer = await fetchOwnRecords(endpoint!, this.policy, { headers });
    if (answer.state !== 'failed') {
      this.#failures = 0;
      this.#take(answer);
    } else {
      if (answer.cause instanceof HostError) console.error(answer.cause);
      // What was told before stays: it was true, and may still be.
      this.answer ??= answer;
      this.#later(() => void this.ask(true));
    }
    this.#tell();
    // Now it is known whose records may be sent.
    if (isPending() || this.#joined) await this.open().catch(() => undefined);
  }

  #take(answer: OwnRecordsAnswer): void {
    const { reader } = this;
    this.answer = answer;
    this.#checked = undefined;
    // Somebody else is there now, or nobody.
    if (this.isSignedOut || (reader && reader !== this.reader)) this.#recordedHere = undefined;
  }

  #later(again: () => void): void {
    const pause = ASK_AGAIN[this.#failures++];
    clearTimeout(this.#timer);
    if (pause !== undefined && this.#members.size) this.#timer = setTimeout(again, pause);
  }

  #endpoint(): Transport | undefined {
    return this.#transports().find(({ endpoint }) => endpoint);
  }

  #transports(): Transport[] {
    return [...this.#members].map((member) => member.transport());
  }

  #tell(): void {
    for (const member of this.#members) member.changed();
  }
}

function newest(one: OwnRecord | undefined, other: OwnRecord | undefined): OwnRecord | undefined {
  if (!one || !other) return one ?? other;
  const later =
    Date.parse(other.recordedAt) - Date.parse(one.recordedAt) ||
    // Recorded in the same moment: the one that was given last.
    Date.parse(other.at) - Date.parse(one.at);
  return later >= 0 ? other : one;
}

function ownOf({ record, confirmation = {}, ended = Date.now() }: Entry): OwnRecord {
  const { receipt, recordedAt = new Date(ended).toISOString() } = confirmation;
  return { ...record, recordedAt, ...(receipt && { receipt }) };
}

async function digestOf({ compiled, source }: ParseResult): Promise<string | undefined> {
  if (compiled) return compiled.digest;
  try {
    const { digestPolicy } = await import('./record.js');
    return digestPolicy(source);
  } catch {
    // The file for it could not be had, or a text has no canonical form: confirming says so.
    return undefined;
  }
}

const stores = new Map<string, AcknowledgementStore>();

/** The store of this page for a reader's answer. */
export function acknowledgementStore(key: StoreKey): AcknowledgementStore {
  const name = JSON.stringify([key.policy, key.to, key.subject ?? '']);
  for (const [other, store] of stores) if (store.isAlone && other !== name) stores.delete(other);
  const known = stores.get(name);
  // One that nobody has shown for a while would tell what another reader did.
  const store = known && !known.isAlone ? known : new AcknowledgementStore(key);
  stores.set(name, store);
  return store;
}
