import { releaseBody } from '../drafts/schemas.js';

const text = { type: 'string' } as const;

const entry = {
  type: 'object',
  required: ['act', 'version', 'digest', 'revision', 'at', 'fourEyes'],
  properties: {
    act: {
      type: 'string',
      enum: [
        ...['requested', 'approved', 'rejected', 'published'],
        ...['scheduled', 'unscheduled', 'withdrawn'],
      ],
    },
    version: text,
    digest: { ...text, description: 'Of the text it was done about.' },
    revision: { type: 'integer' },
    person: { ...text, description: 'A name; absent where the person was erased.' },
    at: { type: 'string', format: 'date-time' },
    remark: text,
    fourEyes: { type: 'boolean', description: 'Whether somebody else had to approve.' },
  },
} as const;

const log = { type: 'array', items: entry, description: 'The oldest first.' } as const;

export const requestBody = releaseBody;

export const decisionBody = {
  type: 'object',
  additionalProperties: false,
  required: ['digest', 'decision'],
  properties: {
    digest: { type: 'string', maxLength: 100, description: 'Of the text that was looked at.' },
    decision: { type: 'string', enum: ['approved', 'rejected'] },
    remark: { type: 'string', maxLength: 2000, description: 'Required with `rejected`.' },
  },
} as const;

export const approvalsAnswer = {
  type: 'object',
  required: ['state', 'fourEyes', 'own', 'log'],
  properties: {
    state: {
      type: 'string',
      enum: ['none', 'requested', 'approved', 'rejected'],
      description: 'Of the draft as it is now; any change makes it `none`.',
    },
    fourEyes: { type: 'boolean', description: 'Whether nobody approves what they wrote.' },
    own: { type: 'boolean', description: 'Whether you wrote something that is not published yet.' },
    told: {
      type: 'object',
      required: ['mailed', 'others'],
      description: 'While approval is asked for: who hears of it by mail, and who does not.',
      properties: {
        mailed: { type: 'array', items: text },
        others: { type: 'array', items: text, description: 'Names; of groups with an @ before.' },
      },
    },
    log,
  },
} as const;

export const recordAnswer = {
  type: 'object',
  required: ['policy', 'version', 'digest', 'acceptedAt', 'log'],
  properties: {
    ...{ policy: text, version: text, digest: text },
    acceptedAt: { type: 'string', format: 'date-time' },
    log,
  },
} as const;
