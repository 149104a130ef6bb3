import { draftProblems } from '../drafts/schemas.js';

const text = { type: 'string' } as const;
const moment = { type: 'string', format: 'date-time' } as const;
const words = { type: 'string', minLength: 1, maxLength: 2000 } as const;

const place = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'field'],
  properties: {
    id: { type: 'string', maxLength: 80, description: 'Empty for the policy itself.' },
    field: { type: 'string', maxLength: 200, description: 'Without positions.' },
    lang: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', maxLength: 40 },
  },
} as const;

export const commentBody = {
  type: 'object',
  additionalProperties: false,
  required: ['on', 'digest', 'words'],
  properties: {
    on: place,
    digest: { type: 'string', maxLength: 16, description: 'Of the text that was looked at.' },
    words,
  },
} as const;

export const answerBody = {
  type: 'object',
  additionalProperties: false,
  required: ['words'],
  properties: { words },
} as const;

export const resolutionBody = {
  type: 'object',
  additionalProperties: false,
  required: ['resolved'],
  properties: { resolved: { type: 'boolean' } },
} as const;

const said = {
  id: { type: 'integer' },
  author: { ...text, description: 'A name; absent where the person was erased.' },
  own: { type: 'boolean' },
  at: moment,
  words: text,
} as const;

const thread = {
  type: 'object',
  required: ['id', 'on', 'digest', 'about', 'standing', 'own', 'at', 'words', 'answers'],
  properties: {
    ...said,
    on: place,
    digest: { ...text, description: 'Of the text that was meant.' },
    about: { ...text, description: 'The words that were meant.' },
    standing: {
      type: 'string',
      enum: ['current', 'outdated', 'gone'],
      description: 'Whether the text is still what was meant, was changed, or was removed.',
    },
    mayResolve: { type: 'boolean' },
    resolved: { type: 'object', required: ['at'], properties: { by: text, at: moment } },
    answers: { type: 'array', items: { type: 'object', properties: said } },
  },
} as const;

export const commentsAnswer = {
  200: {
    type: 'object',
    required: ['comments'],
    properties: { comments: { type: 'array', items: thread, description: 'The oldest first.' } },
  },
  ...draftProblems,
} as const;

export const threadParams = {
  type: 'object',
  properties: {
    policy: { type: 'string', pattern: '^[a-z0-9-]{1,80}$' },
    which: { type: 'string', pattern: '^[1-9][0-9]{0,14}$' },
  },
} as const;
