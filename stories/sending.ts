/** Endpoints as a host may have them, by the property `send`. */
import { SendError, type AcknowledgementRecord } from '../src/index.js';

type Send = (record: AcknowledgementRecord) => Promise<unknown>;

/** Confirms, with a signed receipt. */
export const recorded: Send = () =>
  Promise.resolve({
    receipt: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
    recordedAt: '2026-11-18T09:30:00.000+01:00',
  });

export const neverAnswers: Send = () => new Promise(() => {});

export const unreachable: Send = () => Promise.reject(new SendError('unreachable', true));

export const stale: Send = () => Promise.reject(new SendError('stale-version', false));

const sent = new Set<string>();

/** Fails the first time a record comes, and confirms it the second. */
export const failsOnce: Send = (record) => {
  if (sent.delete(record.id)) return recorded(record);
  sent.add(record.id);
  return unreachable(record);
};
