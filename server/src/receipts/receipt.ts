import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AcknowledgementRecord } from '../records/record.js';

export const receiptType = 'policy-receipt';

/** What a receipt says, signed. */
export interface ReceiptPayload {
  /** Who issued it. */
  iss: string;
  /** The person, by a random id that only the server can relate to a name. */
  sub: string;
  /** ISO date and time, by the server's clock. */
  recordedAt: string;
  record: Omit<AcknowledgementRecord, 'reason' | 'subject'>;
  /** `sha-256:<hex>` of the canonical `[id, reason]`, where a reason was given. */
  reasonDigest?: string;
}

/** `sha-256:<hex>` of the canonical `[id, reason]`: it stays true when the reason is erased. */
export function digestReason(id: string, reason: string): string {
  const text = canonicalize([id, reason]) ?? '';
  return `sha-256:${createHash('sha256').update(text).digest('hex')}`;
}
