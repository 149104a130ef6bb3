import { acts, policyId } from './record.js';

const moment = { type: 'string', format: 'date-time' } as const;
const receipt = {
  type: 'string',
  description: 'Compact JWS (EdDSA) over the record as it is kept; keys at /.well-known/jwks.json.',
} as const;

export const confirmationSchema = {
  type: 'object',
  description: 'Recorded: it is on disk, and stays.',
  required: ['recordedAt'],
  properties: { recordedAt: moment, receipt },
} as const;

export const problemSchema = {
  type: 'object',
  description: 'RFC 9457; `error` is for programs, `detail` for people.',
  required: ['type', 'title', 'status', 'detail', 'error'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    error: { type: 'string' },
    pointer: { type: 'string', description: 'JSON Pointer of the field at fault.' },
  },
} as const;

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** Answers that are errors, by status. */
export const problems = {
  400: problem('Not understood: `invalid-record`, `invalid-json`, `id-mismatch`, `bad-request`.'),
  401: problem('`not-signed-in`'),
  403: problem('`cross-origin`, `not-allowed`, `demo-only`'),
  409: problem('`stale-version`, `unknown-text`, `other-reader`, `id-conflict`'),
  413: problem('`too-large`'),
  415: problem('`unsupported-media-type`'),
  429: problem('`too-many`, with Retry-After'),
  503: problem('`unavailable`, with Retry-After: send it again with the same id.'),
} as const;

export const ownRecordsSchema = {
  type: 'object',
  description: "The reader's own records, newest first.",
  required: ['reader', 'records'],
  properties: {
    reader: {
      type: 'string',
      description: 'Who is signed in: goes into `reader` of a later record.',
    },
    published: {
      type: 'object',
      description:
        'The texts of the policy that may be confirmed now: a page compares its own before anybody fills in the form. Absent where any may.',
      required: ['digests'],
      properties: {
        version: { type: 'string', description: 'MAJOR.MINOR of the one in force.' },
        digests: { type: 'array', items: { type: 'string' } },
      },
    },
    records: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'act', 'policy', 'version', 'recordedAt'],
        properties: {
          id: { type: 'string' },
          act: { type: 'string', enum: acts },
          reason: { type: 'string' },
          policy: policyId,
          version: { type: 'string' },
          digest: { type: 'string' },
          shown: { type: 'string' },
          languages: { type: 'object', additionalProperties: { type: 'integer' } },
          statement: { type: 'string' },
          audience: { type: 'array', items: { type: 'string' } },
          covers: { type: 'string', enum: ['all', 'core'] },
          at: { type: 'string' },
          recordedAt: moment,
          receipt,
        },
      },
    },
  },
} as const;

export const idempotencyKey = {
  type: 'object',
  properties: {
    'idempotency-key': { type: 'string', description: 'The id of the record.' },
    'acknowledgement-reader': {
      type: 'string',
      description: 'As `reader` in the record, for pages of before.',
    },
  },
} as const;
