/** What is agreed, each with its reason. */
import type * as v from 'valibot';
import { hasItems } from '../coverage-tests.js';
import { object, list, maybe, section, part, ids, text } from '../schema-fields.js';

export const rule = object({
  ...part,
  title: text,
  body: text,
  why: maybe(text),
  consequence: maybe(text),
  requires: ids,
});
export type Rule = v.InferOutput<typeof rule>;

export const schema = section('rules', { items: list(rule) });

/** How its texts are read, by field. */
export const texts = { body: 'markdown', why: 'markdown', consequence: 'markdown' } as const;

/** What its ids name, by field. */
export const references = { requires: ['training'] } as const;

/** Building blocks that it holds. */
export const coverage = { rules: hasItems<Rule>('rules', (all) => all.every(({ why }) => why)) };
