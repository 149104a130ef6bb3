import { SCHEDULE_STATES, STOP_REASONS } from '@policy-elements/authoring';
import { releaseBody } from '../drafts/schemas.js';

const text = { type: 'string' } as const;
const moment = { type: 'string', format: 'date-time' } as const;

const { date: _date, ...release } = releaseBody.properties;

export const scheduleBody = {
  type: 'object',
  additionalProperties: false,
  required: ['digest', 'version', 'summary', 'at', 'timeZone'],
  properties: {
    ...release,
    at: { ...moment, description: 'When it is published; its date is that day in the time zone.' },
    timeZone: { ...text, maxLength: 60, description: 'Like Europe/Brussels.' },
    effective: {
      ...release.effective,
      description:
        'From when it holds. Without it: as the author wrote for this version; else, where it says ' +
        'something new, from that day.',
    },
  },
} as const;

export const scheduleAnswer = {
  type: 'object',
  required: ['schedule'],
  properties: {
    schedule: {
      type: ['object', 'null'],
      required: ['id', 'digest', 'version', 'state', 'publishAt', 'timeZone'],
      properties: {
        id: { type: 'integer' },
        digest: { ...text, description: 'Of the text that will be published.' },
        version: text,
        state: { type: 'string', enum: SCHEDULE_STATES },
        publishAt: moment,
        timeZone: text,
        person: { ...text, description: 'A name; absent where the person was erased.' },
        reason: {
          ...text,
          enum: STOP_REASONS,
          description: 'Why it is not published, where it is `stopped`.',
        },
        endedAt: moment,
      },
    },
  },
} as const;
