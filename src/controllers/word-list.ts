/** What an attribute takes. */
export interface WordList {
  attribute: string;
  value: string | null | undefined;
  /** The words it takes; one word, or several separated by spaces. */
  known: readonly string[];
}
