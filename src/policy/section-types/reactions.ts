/** What to do with a reaction, and questions that lead to it. */
import * as v from 'valibot';
import { hasItems } from '../coverage-tests.js';
import { object, list, maybe, section, part, id, text, duration } from '../schema-fields.js';

export const reaction = object({
  ...part,
  kind: v.string(),
  title: text,
  steps: list(text),
  reply: maybe(text),
  contact: maybe(id),
  within: maybe(duration),
});
export type Reaction = v.InferOutput<typeof reaction>;

export const triageQuestion = object({
  id,
  question: text,
  answers: list(object({ label: text, to: id })),
});
export type TriageQuestion = v.InferOutput<typeof triageQuestion>;

const KINDS = ['complaint', 'compliment', 'question'];

export const schema = section('reactions', {
  items: list(reaction),
  triage: maybe(list(triageQuestion)),
});

/** How its texts are read, by field. */
export const texts = {
  steps: 'markdown',
  reply: 'markdown',
  question: 'plain',
  label: 'plain',
} as const;

/** What its ids name, by field. */
export const references = { contact: ['contact'], to: ['question', 'item', 'section'] } as const;

/** Building blocks that it holds. */
export const coverage = {
  reactions: hasItems<Reaction>('reactions', (all) =>
    KINDS.every((kind) => all.some((item) => item.kind === kind)),
  ),
};
