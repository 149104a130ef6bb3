/**
 * What makes two spellings of an id the same person: letters without case, in one form of Unicode,
 * and without what nobody sees (a zero-width space that came along from a chat, a soft hyphen).
 * Empty where nothing is left.
 */
export const personKey = (id: string): string =>
  id
    .normalize('NFC')
    .replace(/[\p{DI}\p{Cf}\p{Cc}\p{Cs}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC');

export const isSamePerson = (one: string, other: string): boolean =>
  personKey(one) === personKey(other);

/** A text as PostgreSQL keeps it: no NUL, no halves of characters, and on one line. */
export const plainText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
