/** What is said about texts, as the server tells it. */
import type { TextPlace } from '@policy-elements/authoring';

export interface Said {
  id: number;
  /** Nothing where the person was erased. */
  author?: string;
  at: string;
  words: string;
}
export interface Thread extends Said {
  on: TextPlace;
  /** Of the text that was meant. */
  digest: string;
  /** The words that were meant. */
  about: string;
  mayResolve?: boolean;
  resolved?: { by?: string; at: string };
  answers: Said[];
}
