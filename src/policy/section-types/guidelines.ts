/** Dos and don’ts. */
import * as v from 'valibot';
import { hasItems, count } from '../coverage-tests.js';
import { object, list, maybe, section, part, text } from '../schema-fields.js';

export const guideline = object({
  ...part,
  kind: v.string(),
  title: text,
  body: text,
  why: maybe(text),
  example: maybe(text),
  tags: maybe(list(text)),
});
export type Guideline = v.InferOutput<typeof guideline>;

export const schema = section('guidelines', { items: list(guideline) });

/** How its texts are read, by field. */
export const texts = {
  body: 'markdown',
  why: 'markdown',
  example: 'markdown',
  tags: 'plain',
} as const;

/** Building blocks that it holds. */
export const coverage = {
  guidelines: hasItems<Guideline>('guidelines', (all) => count(all, 'do') >= count(all, 'dont')),
};
