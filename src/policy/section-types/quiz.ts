/** Questions to test oneself with. */
import * as v from 'valibot';
import { object, list, maybe, section, part, id, text } from '../schema-fields.js';

export const quizQuestion = object({
  ...part,
  question: text,
  options: list(object({ label: text, correct: maybe(v.boolean()) })),
  explanation: text,
  about: maybe(id),
});
export type QuizQuestion = v.InferOutput<typeof quizQuestion>;

export const schema = section('quiz', { items: list(quizQuestion) });

/** How its texts are read, by field. */
export const texts = { question: 'plain', label: 'plain', explanation: 'markdown' } as const;

/** What its ids name, by field. */
export const references = {
  about: ['section', 'item', 'training', 'contact', 'document'],
} as const;
