import { draftProblems } from '../drafts/schemas.js';
import { problems } from '../records/schemas.js';

const lang = {
  type: 'string',
  pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  maxLength: 40,
} as const;
const words = { type: 'string', minLength: 2, maxLength: 80 } as const;

export const searchBody = {
  type: 'object',
  additionalProperties: false,
  required: ['policy', 'lang', 'query'],
  properties: {
    policy: { type: 'string', pattern: '^[a-z0-9-]{1,80}$' },
    lang,
    query: { type: 'string', minLength: 1, maxLength: 500 },
  },
} as const;

export const searchAnswer = {
  204: { type: 'null', description: 'Counted, or left out: nobody is told which.' },
  ...problems,
} as const;

export const dismissalBody = {
  type: 'object',
  additionalProperties: false,
  required: ['lang', 'words'],
  properties: { lang, words },
} as const;

export const searchesAnswer = {
  200: {
    type: 'object',
    required: ['searches', 'least'],
    properties: {
      searches: {
        type: 'array',
        items: {
          type: 'object',
          required: ['lang', 'words', 'asked'],
          properties: { lang, words, asked: { type: 'integer' } },
        },
      },
      least: { type: 'integer', description: 'How often something was asked, to be told at all.' },
    },
  },
  ...draftProblems,
} as const;
