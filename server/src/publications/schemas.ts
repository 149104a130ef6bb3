import { policyId } from '../records/record.js';
import { problem } from '../records/schemas.js';

const version = { type: 'string', pattern: '^\\d{1,6}\\.\\d{1,6}$' } as const;
const digest = {
  type: 'string',
  pattern: '^sha-256:[0-9a-f]{64}$',
  description: 'Of the canonical (RFC 8785) policy JSON.',
} as const;
const moment = { type: 'string', format: 'date-time' } as const;
const state = {
  type: 'string',
  enum: ['accepted', 'current', 'earlier', 'withdrawn'],
  description:
    '`accepted`: answers to it are taken, beside those to what is in force. `current`: in force. ' +
    '`earlier`: another one took its place. `withdrawn`: nobody is asked any more.',
} as const;

const current = {
  description: 'What is in force; null where nothing is yet.',
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      required: ['version', 'digest', 'withdrawn', 'since'],
      properties: { version, digest, withdrawn: { type: 'boolean' }, since: moment },
    },
  ],
} as const;

const publication = {
  type: 'object',
  required: ['policy', 'version', 'digest', 'state', 'current', 'change', 'confirmAgain'],
  properties: {
    policy: policyId,
    version,
    digest,
    state,
    current,
    change: {
      type: 'string',
      enum: ['first', 'major', 'minor', 'none'],
      description: 'Beside what is in force. Only a new MAJOR asks everybody again.',
    },
    confirmAgain: {
      type: 'integer',
      description: 'How many have confirmed what is in force, and would have to again.',
    },
  },
} as const;

const security = [{ publish: [] }];
const one = {
  type: 'object',
  required: ['id'],
  properties: { id: policyId },
} as const;

const problems = {
  400: problem('Not understood: `invalid-policy`, `version-mismatch`, `invalid-json`.'),
  401: problem('`not-signed-in`: the token is missing, or is another one.'),
  403: problem('`not-allowed`: POLICY_PUBLISH_TOKEN is not set.'),
  404: problem('`not-found`: nothing of it was published here.'),
  409: problem(
    '`version-taken` (another text has this version), `older-version`, `not-publishable`, ' +
      '`not-approved` (POLICY_FOUR_EYES is on, and nobody approved this text in the studio).',
  ),
  413: problem('`too-large`'),
  415: problem('`unsupported-media-type`'),
  503: problem('`unavailable`, with Retry-After: the same request again.'),
} as const;

export const putVersion = {
  summary: 'Accept a version of a policy',
  description:
    'From now on answers to this text are taken, and those to the text in force as well. The same ' +
    'text again is no fault; another one under the same version is refused. With `?dry-run=true` ' +
    'nothing is stored: it only tells what would be.',
  security,
  params: {
    type: 'object',
    required: ['id', 'version'],
    properties: { id: policyId, version },
  },
  querystring: {
    type: 'object',
    properties: { 'dry-run': { type: 'string', enum: ['true', 'false'] } },
  },
  body: { type: 'object', additionalProperties: true, description: 'The policy JSON.' },
  response: { 200: publication, 201: publication, ...problems },
};

export const putImage = {
  summary: 'Keep an image that a policy brings along',
  description:
    'The body is the image: PNG, JPEG, GIF, WebP, or SVG without scripts, of two megabytes at most. ' +
    'Its name is the first 32 hex digits of the SHA-256 of its bytes, and what it is. Texts show ' +
    'it as `{id}/images/{name}`; it is public once such a text is in force.',
  security,
  consumes: ['image/*', 'application/octet-stream'],
  params: {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: policyId,
      name: { type: 'string', pattern: '^[0-9a-f]{32}\\.(png|jpg|gif|webp|svg)$' },
    },
  },
  response: {
    200: {
      type: 'object',
      required: ['name', 'src'],
      properties: { name: { type: 'string' }, src: { type: 'string' } },
    },
    ...problems,
  },
};

export const putCurrent = {
  summary: 'Put a version in force',
  description:
    'It is served at `/policies/{id}.json` from now on, and the MAJOR before it is retired. Again ' +
    'is no fault.',
  security,
  params: one,
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['version'],
    properties: { version, digest },
  },
  response: { 200: publication, ...problems },
};

export const deleteCurrent = {
  summary: 'Withdraw a policy',
  description: 'Nobody is asked to confirm it any more, until a version is put in force again.',
  security,
  params: one,
  response: { 200: publication, ...problems },
};

export const getPolicy = {
  summary: 'Every version of a policy, and what is in force',
  security,
  params: one,
  response: {
    200: {
      type: 'object',
      required: ['policy', 'current', 'versions'],
      properties: {
        policy: policyId,
        current,
        versions: {
          type: 'array',
          description: 'The newest first.',
          items: {
            type: 'object',
            required: ['version', 'digest', 'state', 'acceptedAt'],
            properties: { version, digest, state, acceptedAt: moment },
          },
        },
      },
    },
    ...problems,
  },
};
