/** The reader came to the end of a quiz. Nobody else is told: what a host does with it is its own. */
export class PolicyQuizEvent extends Event {
  static readonly type = 'policy-quiz';
  constructor(
    /** Questions answered right. */
    readonly correct: number,
    /** Questions that have a right answer. */
    readonly total: number,
  ) {
    super(PolicyQuizEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'policy-quiz': PolicyQuizEvent;
  }
}
