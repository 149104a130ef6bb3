/** A word in an attribute that means nothing there. */
export interface UnknownWord {
  attribute: string;
  word: string;
  known: readonly string[];
}
