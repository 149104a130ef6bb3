/** Questions to ask oneself before posting. */
import * as v from 'valibot';
import { hasItems } from '../coverage-tests.js';
import { object, list, maybe, section, part, text } from '../schema-fields.js';

export const checkQuestion = object({
  ...part,
  question: text,
  help: maybe(text),
  expect: maybe(v.picklist(['yes', 'no'], 'choice')),
});
export type CheckQuestion = v.InferOutput<typeof checkQuestion>;

export const schema = section('check', { items: list(checkQuestion) });

/** How its texts are read, by field. */
export const texts = { question: 'plain', help: 'markdown' } as const;

/** Building blocks that it holds. */
export const coverage = { check: hasItems('check') };
