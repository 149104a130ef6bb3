import type { AcknowledgementRecord as ReadersRecord } from 'policy-elements';

export type Act = ReadersRecord['act'];
/** An act that only one side knows does not compile. */
const known: Record<Act, true> = { acknowledge: true, decline: true, 'request-exception': true };
export const acts = Object.keys(known) as Act[];

/** What the reader's page sends; see docs/endpoint.md. Other pages may say `all` as well. */
export interface AcknowledgementRecord extends Omit<ReadersRecord, 'audience' | 'covers'> {
  audience: string[];
  /** What the statement is about; absent is `all`. */
  covers?: 'all' | 'core';
}

/** As it arrives: it may say whose it is, by the `reader` this server told. That is not kept. */
export interface SentRecord extends AcknowledgementRecord {
  reader?: string;
}

// PostgreSQL keeps neither NUL nor half a surrogate pair.
const storable = '^[^\\u0000\\uD800-\\uDFFF]*$';
const digest = { type: 'string', pattern: '^sha-256:[0-9a-f]{64}$' } as const;

export const policyId = {
  type: 'string',
  minLength: 1,
  maxLength: 100,
  pattern: '^[a-z0-9-]+$',
} as const;

/**
 * Strict on purpose: a field that is not understood is refused rather than dropped, because
 * "recorded" must mean that all of it was.
 */
export const recordSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'act',
    'policy',
    'version',
    'digest',
    'shown',
    'languages',
    'statement',
    'audience',
    'at',
  ],
  properties: {
    id: {
      type: 'string',
      pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
    },
    act: { type: 'string', enum: acts },
    reason: { type: 'string', maxLength: 2000, pattern: storable },
    policy: policyId,
    version: { type: 'string', pattern: '^\\d{1,6}\\.\\d{1,6}$' },
    digest,
    shown: digest,
    languages: {
      type: 'object',
      minProperties: 1,
      maxProperties: 50,
      propertyNames: { pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$' },
      additionalProperties: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    },
    statement: { type: 'string', minLength: 1, maxLength: 10_000, pattern: storable },
    audience: {
      type: 'array',
      maxItems: 100,
      items: { type: 'string', minLength: 1, maxLength: 100, pattern: storable },
    },
    covers: { type: 'string', enum: ['all', 'core'] },
    subject: { type: 'string', maxLength: 500, pattern: storable },
    reader: { type: 'string', minLength: 1, maxLength: 500, pattern: storable },
    at: {
      type: 'string',
      format: 'date-time',
      pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$',
    },
  },
  // Who simply agrees owes nobody a reason.
  if: { type: 'object', properties: { act: { const: 'acknowledge' } } },
  then: { type: 'object', properties: { reason: false } },
} as const;
