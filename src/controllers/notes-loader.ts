export type DeveloperNotes = typeof import('./developer-notes.js');

/** Hands over what tells developers what they should mend; where it cannot be had, they are not told. */
export const developerNotes = (tell: (notes: DeveloperNotes) => unknown): void =>
  void import('./developer-notes.js').then(tell, () => {});
