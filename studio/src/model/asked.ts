/** What readers asked and did not find, of the policy that is open. */
import { api, type AskedQuestion } from '../api/client.js';
import type { DraftSession } from './session.js';

interface Known {
  questions: readonly AskedQuestion[];
  /** How often something was asked, to be told at all. */
  least: number;
}

const known = new WeakMap<DraftSession, Known | 'loading'>();

/** In a language, the most asked first. Empty until it is known; it is asked for once. */
export function askedIn(session: DraftSession, lang: string): readonly AskedQuestion[] {
  const found = known.get(session);
  if (found === undefined) {
    known.set(session, 'loading');
    void api.searches(session.policy).then(
      ({ searches, least }) => take(session, { questions: searches, least }),
      // Nothing hangs on it.
      () => undefined,
    );
  }
  if (found === undefined || found === 'loading') return [];
  return found.questions.filter((each) => each.lang === lang);
}

export function leastAsked(session: DraftSession): number {
  const found = known.get(session);
  return found === undefined || found === 'loading' ? 0 : found.least;
}

/** Not shown again: it was dealt with, or has no place in this policy. */
export async function dismissAsked(session: DraftSession, question: AskedQuestion): Promise<void> {
  const { lang, words } = question;
  const { searches, least } = await api.dismissSearch(session.policy, lang, words);
  take(session, { questions: searches, least });
}

function take(session: DraftSession, now: Known): void {
  known.set(session, now);
  session.dispatchEvent(new Event('change'));
}
