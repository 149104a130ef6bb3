import type { TriageQuestion } from './schema.js';

/** Where a reader is in the questions that lead to what to do. */
export interface Way {
  /** Ids of the questions passed, the one asked now last. */
  readonly asked: readonly string[];
  /** What the last answer led to, where that is no question: an id, known or not. */
  readonly outcome?: string;
}

/** The first question, or none. */
export const startWay = (questions: readonly TriageQuestion[]): Way => ({
  asked: questions.slice(0, 1).map(({ id }) => id),
});

/** An answer was given. Questions that go round in a circle lead back, not further and further. */
export function follow(way: Way, to: string, questions: readonly TriageQuestion[]): Way {
  if (!questions.some(({ id }) => id === to)) return { asked: way.asked, outcome: to };
  const before = way.asked.indexOf(to);
  return { asked: before < 0 ? [...way.asked, to] : way.asked.slice(0, before + 1) };
}

/** One step back: to the question that led here. */
export const stepBack = ({ asked, outcome }: Way): Way => ({
  asked: outcome === undefined && asked.length > 1 ? asked.slice(0, -1) : asked,
});

/** The question asked now, where it is still there. */
export const askedNow = (
  { asked }: Way,
  questions: readonly TriageQuestion[],
): TriageQuestion | undefined => questions.find(({ id }) => id === asked.at(-1)) ?? questions[0];
