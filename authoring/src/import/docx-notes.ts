/** Footnotes stand, in brackets, at the end of the paragraph that names them. */
import { allBold, plain, type LeftReason, type Run } from './blocks.js';

export const ASIDES: Readonly<Record<string, LeftReason>> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'footnote',
  'w:commentReference': 'comment',
};

/** A heading, also one by its looks, would no longer be one. */
export const holdsNotes = (runs: readonly Run[]): boolean => plain(runs) !== '' && !allBold(runs);

export const withNotes = (runs: readonly Run[], notes: readonly string[]): Run[] => [
  ...runs,
  ...notes.map((text) => ({ text: ` (${text.replace(/\s+/g, ' ').trim()})` })),
];
