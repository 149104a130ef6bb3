import { diffWordsWithSpace } from 'diff';

/** A piece of a text: in both versions, or only in the newer or the older one. */
export interface Piece {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

/** What was written otherwise, word by word. */
export const diffTexts = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
