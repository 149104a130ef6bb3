/** How the policy is put into practice, step by step. */
import * as v from 'valibot';
import { hasItems } from '../coverage-tests.js';
import { object, list, maybe, section, part, text, date } from '../schema-fields.js';

export const rolloutStep = object({
  ...part,
  title: text,
  body: maybe(text),
  on: maybe(date),
  state: v.picklist(['planned', 'running', 'done'], 'choice'),
});
export type RolloutStep = v.InferOutput<typeof rolloutStep>;

export const schema = section('rollout', { items: list(rolloutStep) });

/** How its texts are read, by field. */
export const texts = { body: 'markdown' } as const;

/** Building blocks that it holds. */
export const coverage = { rollout: hasItems('rollout') };
