/** A confirmation beside the policy that it is about: whether one follows from the other. */
import { createPublicKey, verify } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  countLanguages,
  coversOf,
  digestPolicy,
  digestShown,
  readPolicy,
  resolveText,
  shownTexts,
  type Policy,
} from 'policy-elements';
import type { Fault } from './faults.js';

type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** A record, or what the page and the server keep of one: `{ receipt, record, recordedAt }`. */
export interface Confirmation {
  record: JsonObject;
  /** A compact JWS. */
  receipt?: string;
  recordedAt?: unknown;
}

const isRecord = (value: unknown): value is JsonObject =>
  isObject(value) && ['policy', 'version', 'digest'].every((key) => typeof value[key] === 'string');

const payloadOf = (receipt: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(receipt.split('.')[1]!, 'base64url').toString('utf8'),
    );
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** @param value JSON, or the text of a file that is none: a bare receipt */
export function confirmationOf(value: unknown): Confirmation | undefined {
  const file = typeof value === 'string' ? { receipt: value.trim() } : value;
  if (!isObject(file)) return undefined;
  if (isRecord(file)) {
    const { receipt, recordedAt, ...record } = file;
    return typeof receipt === 'string' ? { record, receipt, recordedAt } : { record };
  }
  const { receipt, record, recordedAt } = file;
  if (typeof receipt === 'string' && COMPACT.test(receipt)) {
    const signed = payloadOf(receipt)?.['record'];
    const told = isRecord(record) ? record : signed;
    return isRecord(told) ? { record: told, receipt, recordedAt } : undefined;
  }
  return isRecord(record) ? { record } : undefined;
}

/** What does not follow from this text: nothing where all of it does. */
export function compareRecord({ record }: Confirmation, source: unknown): Fault[] {
  const { policy } = readPolicy(source);
  if (!policy) return [{ code: 'unreadable' }];
  const { id, version } = policy;
  const about = `${String(record['policy'])} ${String(record['version'])}`;
  if (about !== `${id} ${version}`)
    return [{ code: 'other-version', about, policy: `${id} ${version}` }];
  const digest = digestPolicy(source);
  if (record['digest'] !== digest) {
    return [{ code: 'digest', expected: String(record['digest']), digest }];
  }
  return record['shown'] === undefined || wasShown(record, policy) ? [] : [{ code: 'shown' }];
}

function wasShown(record: JsonObject, policy: Policy): boolean {
  const known = new Set(policy.audiences?.map(({ id }) => id));
  const named = Array.isArray(record['audience']) ? (record['audience'] as string[]) : [];
  const audience = [...new Set(named.filter((id) => known.has(id)))].sort();
  const covers = record['covers'] === 'core' ? 'core' : 'all';
  if (covers === 'core' && coversOf(policy) !== 'core') return false;
  if (named.length > 0 && audience.length === 0) return false;
  return policy.languages.some((lang) => {
    const texts = shownTexts(policy, { lang, audience, covers });
    const statement = resolveText(policy.acknowledgement?.statement, lang, policy.languages)?.text;
    return (
      digestShown(texts) === record['shown'] &&
      isDeepStrictEqual({ ...countLanguages(texts) }, record['languages']) &&
      (record['statement'] ?? '') === (statement ?? '')
    );
  });
}

/** @param keys the server's public keys (JWK Set) */
export function checkSignature(confirmation: Confirmation, keys: unknown): Fault[] {
  const { receipt, record, recordedAt } = confirmation;
  if (receipt === undefined) return [{ code: 'no-receipt' }];
  const signed = isSigned(receipt, keys) ? payloadOf(receipt) : undefined;
  if (!signed) return [{ code: 'signature' }];
  // The hints about who reads, and the words of a reason, are not signed.
  const { subject: _, reader: _reader, reason: _reason, ...told } = record;
  const body = isObject(signed['record']) ? signed['record'] : {};
  const altered = [...new Set([...Object.keys(body), ...Object.keys(told)])].filter(
    (key) => !isDeepStrictEqual(body[key], told[key]),
  );
  if (recordedAt !== undefined && recordedAt !== signed['recordedAt']) altered.push('recordedAt');
  return altered.map((field) => ({ code: 'altered', field }));
}

function isSigned(receipt: string, keys: unknown): boolean {
  const parts = receipt.split('.');
  const [head, body, signature] = parts.map((part) => Buffer.from(part, 'base64url'));
  // Base64url has spare bits: another spelling of the same bytes is not what was signed.
  const isSpelled = [head, body, signature].every(
    (bytes, at) => bytes?.toString('base64url') === parts[at],
  );
  if (!isSpelled || !isReceiptHead(head!)) return false;
  const input = Buffer.from(parts.slice(0, 2).join('.'));
  const set = isObject(keys) && Array.isArray(keys['keys']) ? (keys['keys'] as unknown[]) : [];
  return set.some((key) => isSignedBy(key, input, signature!));
}

function isReceiptHead(head: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(head.toString('utf8'));
    return isObject(value) && value['alg'] === 'EdDSA' && value['typ'] === 'policy-receipt';
  } catch {
    return false;
  }
}

/** Only Ed25519 keys: a receipt never says itself how it is to be checked. */
function isSignedBy(key: unknown, input: Buffer, signature: Buffer): boolean {
  if (!isObject(key) || key['kty'] !== 'OKP' || key['crv'] !== 'Ed25519') return false;
  try {
    return verify(null, input, createPublicKey({ key, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}
