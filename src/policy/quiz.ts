import type { QuizQuestion } from './schema.js';

/** The number of the option chosen, by the id of its question. */
export type Choices = ReadonlyMap<string, number>;

export interface Score {
  correct: number;
  /** Questions with a right answer; one without is only to think about. */
  total: number;
}

const hasRight = ({ options }: QuizQuestion): boolean => options.some(({ correct }) => correct);

/** Whether the option chosen is right; `undefined` where nothing is, or nothing was chosen. */
export function isRight(question: QuizQuestion, choices: Choices): boolean | undefined {
  const chosen = choices.get(question.id);
  if (chosen === undefined || !hasRight(question)) return undefined;
  return question.options[chosen]?.correct === true;
}

export function scoreOf(questions: readonly QuizQuestion[], choices: Choices): Score {
  const weighed = questions.filter(hasRight);
  const correct = weighed.filter((question) => isRight(question, choices)).length;
  return { correct, total: weighed.length };
}

/** Questions whose right answer was not chosen. */
export const missed = (questions: readonly QuizQuestion[], choices: Choices): QuizQuestion[] =>
  questions.filter((question) => hasRight(question) && !isRight(question, choices));

/**
 * The question after this one: the next, or at the end one that was passed over. `undefined` when
 * there is none left.
 */
export function questionAfter(
  questions: readonly QuizQuestion[],
  choices: Choices,
  current: string | undefined,
): QuizQuestion | undefined {
  const at = questions.findIndex(({ id }) => id === current);
  const open = ({ id, options }: QuizQuestion) => options.length > 0 && !choices.has(id);
  return questions[at + 1] ?? questions.slice(0, at).find(open);
}
