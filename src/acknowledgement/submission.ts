import type { ReadResult } from '../policy/findings.js';
import type { AcknowledgementRecord, Deed } from './record.js';
import { confirmation, SendError, sendRecord, type Confirmation } from './send.js';

export type SubmissionState =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'recorded'; record: AcknowledgementRecord; confirmation: Confirmation }
  | { status: 'failed'; error: SendError };

/** How a record leaves the page. */
export interface Transport {
  /** Tells the page what is about to be sent; it may cancel, or answer itself. */
  announce: (record: AcknowledgementRecord) => {
    canceled: boolean;
    response: Promise<unknown> | undefined;
  };
  endpoint?: string;
  headers?: HeadersInit;
  send?: (record: AcknowledgementRecord) => Promise<unknown>;
}

/** One acknowledgement on its way: the same record until it is confirmed or taken back. */
export class Submission {
  state: SubmissionState = { status: 'idle' };
  #record: AcknowledgementRecord | undefined;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The reader changes the answer: what failed before is no longer what is sent. */
  reconsider(): void {
    if (this.state.status !== 'failed') return;
    this.#record = undefined;
    this.#become({ status: 'idle' });
  }

  /** Sends the deed, or again the record of it that failed. Never throws. */
  async submit(read: ReadResult, deed: Deed, transport: Transport): Promise<void> {
    if (this.state.status === 'sending') return;
    this.#become({ status: 'sending' });
    try {
      const record = (this.#record ??= await make(read, deed));
      const answer = await deliver(record, transport);
      this.#become(
        answer ? { status: 'recorded', record, confirmation: answer } : { status: 'idle' },
      );
      if (!answer) this.#record = undefined;
    } catch (error) {
      const known =
        error instanceof SendError ? error : new SendError('unreachable', true, { cause: error });
      this.#become({ status: 'failed', error: known });
    }
  }

  #become(state: SubmissionState): void {
    this.state = state;
    this.#changed();
  }
}

/** Hashing is only paid for by who confirms. */
async function make(read: ReadResult, deed: Deed): Promise<AcknowledgementRecord> {
  try {
    const { makeRecord } = await import('./record.js');
    return makeRecord(read, deed);
  } catch (cause) {
    throw new SendError('not-made', false, { cause });
  }
}

/** Resolves to the endpoint's word, or to nothing when the page canceled. */
async function deliver(
  record: AcknowledgementRecord,
  { announce, send, endpoint, headers }: Transport,
): Promise<Confirmation | undefined> {
  const { canceled, response } = announce(record);
  if (response) return confirmation(await response);
  if (canceled) return undefined;
  if (send) return confirmation(await send(record));
  if (!endpoint) throw new SendError('no-endpoint', false);
  return sendRecord(record, { endpoint, ...(headers && { headers }) });
}
