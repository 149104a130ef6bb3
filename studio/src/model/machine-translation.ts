/** Empty texts filled in by the translation service that the server knows, some at a time. */
import { api, type MachineOutcome } from '../api/client.js';
import type { DraftSession } from './session.js';
import { pairsOf, type Pair } from './translations.js';

export type TextName = Pick<Pair, 'id' | 'field'>;

/** How many texts had which outcome. */
export type Outcomes = ReadonlyMap<MachineOutcome, number>;

/** Texts of one request. */
const AT_ONCE = 10;
/** What is true of the next text as well. */
const HOPELESS: ReadonlySet<MachineOutcome> = new Set([
  ...(['key', 'quota', 'language', 'busy', 'unavailable', 'unreadable'] as const),
]);

export const emptyTexts = (session: DraftSession, lang: string): readonly TextName[] =>
  pairsOf(session.draft, lang).filter(({ state }) => state === 'missing');

export interface Fill {
  lang: string;
  texts: readonly TextName[];
  signal: AbortSignal;
  progress: (done: number, outcomes: Outcomes) => void;
}

/** Resolves when all is done, stopped, or in vain. */
export async function fillIn(session: DraftSession, fill: Fill): Promise<Outcomes> {
  const outcomes = new Map<MachineOutcome, number>();
  const { lang, texts, signal, progress } = fill;
  for (let at = 0; at < texts.length && !signal.aborted; at += AT_ONCE) {
    const some = texts.slice(at, at + AT_ONCE).map(({ id, field }) => ({ id, field }));
    const results = await api.translateByMachine(session.policy, lang, some);
    for (const { outcome } of results) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    await session.refresh();
    progress(Math.min(at + AT_ONCE, texts.length), outcomes);
    if ([...outcomes.keys()].some((outcome) => HOPELESS.has(outcome))) break;
  }
  return outcomes;
}
