import { draftProblems } from '../drafts/schemas.js';
import { problems } from '../records/schemas.js';

const moment = { type: 'string', format: 'date-time' } as const;

const preview = {
  id: { type: 'integer' },
  madeBy: { type: 'string', description: 'A name; absent where the person was erased.' },
  own: { type: 'boolean' },
  madeAt: moment,
  endsAt: moment,
} as const;

export const previewBody = {
  type: 'object',
  additionalProperties: false,
  required: ['days'],
  properties: {
    days: { type: 'integer', minimum: 1, maximum: 90, description: 'How long it shows the draft.' },
  },
} as const;

export const madeAnswer = {
  201: {
    type: 'object',
    required: ['id', 'path', 'endsAt'],
    properties: {
      id: preview.id,
      path: { type: 'string', description: 'Of the link, on this server; told this once.' },
      endsAt: moment,
    },
  },
  ...draftProblems,
} as const;

export const previewsAnswer = {
  200: {
    type: 'object',
    required: ['previews'],
    properties: {
      previews: { type: 'array', items: { type: 'object', properties: preview } },
    },
  },
  ...draftProblems,
} as const;

export const shownAnswer = {
  200: {
    type: 'object',
    required: ['id', 'policy', 'endsAt'],
    properties: {
      id: preview.id,
      policy: {
        type: 'object',
        additionalProperties: true,
        description: 'As it is now, and with nothing to confirm.',
      },
      endsAt: moment,
    },
  },
  ...problems,
} as const;

export const previewParams = {
  type: 'object',
  properties: {
    policy: { type: 'string', pattern: '^[a-z0-9-]{1,80}$' },
    which: { type: 'string', pattern: '^[1-9][0-9]{0,14}$' },
  },
} as const;
