import type { Policy } from './schema.js';
import { resolveText } from './text.js';
import { textsOf } from './texts.js';

/** Words in a text, as a person would count them. */
export const wordsIn = (text = ''): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

/** Words of a part of a policy, for a reader of `lang`. */
export const countWords = (part: object, lang: string, { languages }: Policy): number =>
  [...textsOf(part)].reduce(
    (sum, { text }) => sum + wordsIn(resolveText(text, lang, languages)?.text),
    0,
  );
