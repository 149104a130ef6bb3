import {
  compactVerify,
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
} from 'jose';
import { digestPolicy, readPolicy } from 'policy-elements';
import canonicalize from 'canonicalize';
import { Published } from '../publications/shown.js';
import { digestReason, receiptType, type ReceiptPayload } from './receipt.js';

/** A part that is not as it was when it was signed. */
export interface Alteration {
  /** `receipt`, `signature`, `record.<field>`, `recordedAt`, `policy`, `shown`, `keys`. */
  part: string;
  message: string;
}

export interface Verification {
  payload: ReceiptPayload | undefined;
  /** None: the receipt holds. */
  alterations: Alteration[];
}

/** What the page lets a reader keep; the bare JWS will do as well. */
interface ReceiptFile {
  receipt?: unknown;
  record?: unknown;
  recordedAt?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function readFile(text: string): ReceiptFile | undefined {
  const bare = text.trim();
  if (compact.test(bare)) return { receipt: bare };
  try {
    const value: unknown = JSON.parse(bare);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a receipt was signed with one of these keys, says what the record beside it says, and is
 * about this policy as it was shown. Never throws for what is in the files.
 */
export async function verifyReceipt(
  text: string,
  policySource: unknown,
  keys: JSONWebKeySet,
): Promise<Verification> {
  const file = readFile(text);
  if (!file || typeof file.receipt !== 'string' || !compact.test(file.receipt)) {
    const message = 'This is neither a receipt (a compact JWS) nor a file with one.';
    return { payload: undefined, alterations: [{ part: 'receipt', message }] };
  }
  const signed = await checkSignature(file.receipt, keys);
  if (!signed.payload) return { payload: undefined, alterations: [signed.alteration] };
  const { payload } = signed;
  return {
    payload,
    alterations: [...compareFile(file, payload), ...comparePolicy(payload, policySource)],
  };
}

type Signature =
  | { payload: ReceiptPayload; alteration?: undefined }
  | { payload?: undefined; alteration: Alteration };

async function checkSignature(receipt: string, keys: JSONWebKeySet): Promise<Signature> {
  const fail = (part: string, message: string): Signature => ({ alteration: { part, message } });
  try {
    const { payload, protectedHeader } = await compactVerify(receipt, createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
    });
    const value: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (protectedHeader.typ !== receiptType || !isObject(value) || !isObject(value['record'])) {
      return fail('receipt', 'It is signed, and is no receipt of a policy.');
    }
    // Base64url has spare bits: another spelling of the same bytes is not what was signed.
    const parts = receipt.split('.');
    if (parts.some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part)) {
      return fail('signature', 'The receipt is spelled otherwise than it was signed.');
    }
    return { payload: value as unknown as ReceiptPayload };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return fail('keys', unknownKey(receipt));
    return fail('signature', 'The signature does not fit: the receipt was altered.');
  }
}

function unknownKey(receipt: string): string {
  try {
    const { kid } = decodeProtectedHeader(receipt);
    return `No key ${JSON.stringify(kid)} is among these: another server signed it, or it was altered.`;
  } catch {
    return 'The receipt names no key.';
  }
}

const same = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other);

function compareFile({ record, recordedAt }: ReceiptFile, payload: ReceiptPayload): Alteration[] {
  const found: Alteration[] = [];
  const differs = (part: string): void => {
    found.push({ part, message: `${part} is not as it was signed.` });
  };
  if (recordedAt !== undefined && recordedAt !== payload.recordedAt) differs('recordedAt');
  if (record === undefined) return found;
  if (!isObject(record)) return [...found, { part: 'record', message: 'The record is none.' }];
  // The hints about who reads are not kept, and therefore not signed.
  const { subject: _, reader: _reader, reason, ...rest } = record;
  const signed: Record<string, unknown> = { ...payload.record };
  for (const field of new Set([...Object.keys(rest), ...Object.keys(signed)])) {
    if (!same(rest[field], signed[field])) differs(`record.${field}`);
  }
  const digest =
    typeof reason === 'string' ? digestReason(String(payload.record.id), reason) : undefined;
  if ((reason !== undefined && digest === undefined) || digest !== payload.reasonDigest) {
    differs('record.reason');
  }
  return found;
}

function comparePolicy({ record }: ReceiptPayload, source: unknown): Alteration[] {
  const read = readPolicy(source);
  if (!read.policy) return [{ part: 'policy', message: 'The policy cannot be read.' }];
  const { id, version } = read.policy;
  if (id !== record.policy || version !== record.version) {
    const message = `The receipt is about ${record.policy} ${record.version}, not ${id} ${version}.`;
    return [{ part: 'policy', message }];
  }
  if (digestOf(read.source) !== record.digest) {
    const message = `The text of ${id} ${version} is not the one that was confirmed.`;
    return [{ part: 'policy', message }];
  }
  const untrue = new Published(read.policy).untrue(record);
  if (untrue === undefined) return [];
  const message = 'What was shown, or the sentence agreed to, does not follow from this policy.';
  return [{ part: 'shown', message }];
}

function digestOf(source: unknown): string | undefined {
  try {
    return digestPolicy(source);
  } catch {
    // Half a surrogate pair has no canonical form.
    return undefined;
  }
}
