import { draftProblems } from '../drafts/schemas.js';

/** Texts that are asked for at once. */
export const mostTexts = 25;

const id = { type: 'string', maxLength: 80 } as const;
const field = { type: 'string', maxLength: 200 } as const;

export const translateBody = {
  type: 'object',
  additionalProperties: false,
  required: ['lang', 'texts'],
  properties: {
    lang: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', maxLength: 40 },
    texts: {
      type: 'array',
      minItems: 1,
      maxItems: mostTexts,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'field'],
        properties: {
          id: { ...id, description: 'Empty for the policy itself.' },
          field,
        },
      },
    },
  },
} as const;

export const outcomes = [
  ...['written', 'not-empty', 'gone', 'broken', 'too-long', 'key', 'quota', 'language'],
  ...['refused', 'busy', 'unavailable', 'unreadable'],
] as const;

export const translateAnswer = {
  200: {
    type: 'object',
    required: ['results', 'revision', 'digest'],
    properties: {
      results: {
        type: 'array',
        description: 'In the order in which they were asked for.',
        items: {
          type: 'object',
          required: ['id', 'field', 'outcome'],
          properties: {
            ...{ id, field },
            outcome: {
              type: 'string',
              enum: outcomes,
              description:
                '`written`, marked as a machine’s; or why not: there is a text already ' +
                '(`not-empty`), there is none to translate (`gone`), a mark or a link was lost on ' +
                'the way (`broken`), it is more than is sent (`too-long`); or what the service said.',
            },
          },
        },
      },
      revision: { type: 'integer' },
      digest: { type: 'string' },
    },
  },
  ...draftProblems,
} as const;
