import type { CheckQuestion } from './schema.js';

export type YesOrNo = 'yes' | 'no';
export type Answers = ReadonlyMap<string, YesOrNo>;

export interface Verdict {
  /** `open` where no answer was expected of any question: the reader decides. */
  outcome: 'fine' | 'not-yet' | 'open';
  /** Questions with another answer than was expected. */
  against: readonly CheckQuestion[];
}

/** How many of these questions have an answer. */
export const countAnswered = (questions: readonly CheckQuestion[], answers: Answers): number =>
  questions.filter(({ id }) => answers.has(id)).length;

/** What the answers come to, once every question has one. */
export function verdictOf(
  questions: readonly CheckQuestion[],
  answers: Answers,
): Verdict | undefined {
  if (!questions.length || countAnswered(questions, answers) < questions.length) return undefined;
  const weighed = questions.filter(({ expect }) => expect);
  const against = weighed.filter(({ id, expect }) => answers.get(id) !== expect);
  if (!weighed.length) return { outcome: 'open', against };
  return { outcome: against.length ? 'not-yet' : 'fine', against };
}
