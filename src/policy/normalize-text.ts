/** Text as it is compared when somebody looks for it: without case and diacritics. */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');

/** The words of a query, folded; a text matches where it holds all of them. */
export const queryWords = (query: string): string[] =>
  normalizeText(query).match(/[\p{L}\p{N}]+/gu) ?? [];
