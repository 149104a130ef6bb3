import { draftAnswer, draftProblems } from '../drafts/schemas.js';
import { fileFormat } from './file.js';

const open = { type: 'object', additionalProperties: true } as const;

const file = {
  type: 'object',
  required: ['format', 'policy'],
  properties: {
    format: { type: 'string', description: `\`${fileFormat}\`` },
    policy: { ...open, description: 'With the states of its translations.' },
    images: { ...open, description: 'Base64 by name, which is the hash of what it holds.' },
  },
} as const;

export const fileAnswer = { 200: file, ...draftProblems } as const;

export const takeBody = {
  type: 'object',
  additionalProperties: false,
  required: ['file'],
  properties: {
    file: { ...open, description: 'As it was saved on the other server.' },
    expected: {
      type: 'string',
      maxLength: 100,
      description: 'Digest of what is here, as it was looked at; absent where there was nothing.',
    },
  },
} as const;

export const lookAnswer = {
  200: {
    type: 'object',
    required: ['policy', 'images', 'missing'],
    properties: {
      policy: { ...open, description: 'As it would stand here.' },
      images: { type: 'integer' },
      missing: { type: 'array', items: { type: 'string' }, description: 'Images in neither.' },
      present: {
        type: 'object',
        description: 'What is here now; absent where there is nothing.',
        required: ['policy', 'digest'],
        properties: { policy: open, digest: { type: 'string' } },
      },
    },
  },
  ...draftProblems,
} as const;

export const takenAnswer = { 201: draftAnswer, ...draftProblems } as const;
