/** Words in a text, as a person would count them. */
export const wordsIn = (text = ''): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
