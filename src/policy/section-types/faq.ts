/** Frequently asked questions. */
import type * as v from 'valibot';
import { hasItems } from '../coverage-tests.js';
import { object, list, maybe, section, part, text } from '../schema-fields.js';

export const faqEntry = object({
  ...part,
  question: text,
  answer: text,
  tags: maybe(list(text)),
});
export type FaqEntry = v.InferOutput<typeof faqEntry>;

export const schema = section('faq', { items: list(faqEntry) });

/** How its texts are read, by field. */
export const texts = { question: 'plain', answer: 'markdown', tags: 'plain' } as const;

/** Building blocks that it holds. */
export const coverage = { faq: hasItems('faq') };
