/** Letters of a question that is counted; what is longer is cut at a word. */
const longest = 80;

/** Words that hold something of a person: an address, an account, a number, a link. */
const PERSONAL = /[@\d\\/#_<>{}[\]|=+*%$€£]|\bwww\b/u;

/**
 * A question as it is counted: lower case, only letters. Nothing where it may hold something of
 * somebody; who is asked for by an address or a number is nobody's business.
 */
export function countedWords(query: string): string | undefined {
  const text = query
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
    .toLowerCase();
  if (PERSONAL.test(text) || /\p{N}/u.test(text)) return undefined;
  const words = text.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? [];
  let counted = '';
  for (const word of words) {
    if (counted.length + word.length + 1 > longest) break;
    counted += counted ? ` ${word}` : word;
  }
  return counted.length >= 2 ? counted : undefined;
}
