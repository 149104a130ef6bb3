import { problemSchema, problems } from '../records/schemas.js';
import { limits } from './limits.js';

const id = { type: 'string', pattern: '^[a-z0-9-]{1,80}$' } as const;
const digest = { type: 'string', maxLength: 100 } as const;
const field = { type: 'string', maxLength: 200 } as const;
const place = { type: ['string', 'null'], maxLength: 80 } as const;

const edit = {
  type: 'object',
  description:
    'A change by id and field, never by position; `baseDigest` is of what it replaces, so that it ' +
    'overwrites nothing that its author did not see.',
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'field', 'baseDigest', 'value'],
      properties: {
        kind: { type: 'string', enum: ['set'] },
        id: { type: 'string', maxLength: 80, description: 'Empty for the policy itself.' },
        field,
        lang: { type: 'string', maxLength: 40 },
        baseDigest: digest,
        sourceDigest: digest,
        sameMeaning: { type: 'boolean' },
        accept: { type: 'boolean' },
        made: {
          type: 'object',
          description: 'Of which text a translation was made elsewhere, by its digest, and how.',
          additionalProperties: false,
          required: ['from', 'state'],
          properties: {
            from: { type: 'string', pattern: '^[0-9a-f]{16}$' },
            state: { type: 'string', enum: ['current', 'machine'] },
          },
        },
        value: {},
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'list', 'after', 'value'],
      properties: {
        kind: { type: 'string', enum: ['insert'] },
        list: field,
        after: place,
        value: { type: 'object', required: ['id'], properties: { id } },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'id', 'list', 'after'],
      properties: { kind: { type: 'string', enum: ['move'] }, id, list: field, after: place },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'id', 'baseDigest'],
      properties: { kind: { type: 'string', enum: ['remove'] }, id, baseDigest: digest },
    },
  ],
} as const;

export const editsBody = {
  type: 'object',
  additionalProperties: false,
  required: ['edits'],
  properties: {
    edits: { type: 'array', minItems: 1, maxItems: limits.edits, items: edit },
  },
} as const;

const conflictProblem = {
  description: '`edit-conflict`, with both texts; `draft-moved`; `draft-exists`',
  content: {
    'application/problem+json': {
      schema: {
        ...problemSchema,
        properties: {
          ...problemSchema.properties,
          conflicts: { type: 'array', items: { type: 'object', additionalProperties: true } },
        },
      },
    },
  },
} as const;

export const draftProblems = { ...problems, 409: conflictProblem } as const;

const text = { type: 'string' } as const;
const open = { type: 'object', additionalProperties: true } as const;

export const draftAnswer = {
  type: 'object',
  required: ['policy', 'revision', 'digest'],
  properties: {
    policy: open,
    revision: { type: 'integer' },
    digest: text,
    base: {
      type: 'object',
      properties: { version: text, digest: text },
    },
    published: {
      type: 'array',
      items: { type: 'object', properties: { version: text, digest: text, status: text } },
    },
    newer: text,
    leftOut: {
      type: 'array',
      items: text,
      description: 'Languages that this candidate leaves out; they come back into the draft.',
    },
    scheduled: {
      ...{ type: 'string', format: 'date-time' },
      description: 'When the draft as it is will be published by itself.',
    },
    approval: {
      type: 'string',
      enum: ['none', 'requested', 'approved', 'rejected'],
      description: 'Of the draft as it is.',
    },
    updatedAt: text,
    updatedBy: text,
  },
} as const;

export const savedAnswer = {
  type: 'object',
  required: ['revision', 'digest', 'before'],
  properties: {
    revision: { type: 'integer' },
    digest: text,
    before: { type: 'integer', description: 'The revision the changes were made to.' },
    policy: { ...open, description: 'Where somebody else changed something since `since`.' },
  },
} as const;

export const imageAnswer = {
  201: {
    type: 'object',
    required: ['name', 'src'],
    properties: { name: text, src: { ...text, description: 'As a text of the policy names it.' } },
  },
  ...draftProblems,
} as const;

export const policyParams = { type: 'object', properties: { policy: id } } as const;

const languages = {
  type: 'array',
  maxItems: 50,
  items: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
} as const;

export const releaseBody = {
  type: 'object',
  additionalProperties: false,
  required: ['digest', 'version', 'date', 'summary'],
  properties: {
    digest: { ...digest, description: 'Of the draft that was looked at.' },
    version: { type: 'string', pattern: '^(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})$' },
    date: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
    effective: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
    without: {
      ...languages,
      description: 'Languages of which this version has nothing; they come back into the draft.',
    },
    fallback: {
      ...languages,
      description:
        'Languages that are behind, and published all the same. A new MAJOR asks for one or the other.',
    },
    summary: {
      anyOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }],
    },
  },
} as const;

export const audiencesAnswer = {
  type: 'object',
  required: ['listed', 'inNone', 'audiences'],
  properties: {
    listed: { type: 'integer', description: 'People on the list who have not left.' },
    inNone: {
      type: 'integer',
      description: 'Of these, people in no group: they are asked about every policy.',
    },
    audiences: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'people'],
        properties: {
          id: { type: 'string', description: 'As the list of people names the group.' },
          people: { type: 'integer' },
          title: {
            description: 'As a published policy names it: a text, or one for each language.',
            anyOf: [
              { type: 'string' },
              { type: 'object', additionalProperties: { type: 'string' } },
            ],
          },
        },
      },
    },
  },
} as const;
