import type { Policy } from './schema.js';
import { resolveText } from './text.js';
import { isProperName, textsOf } from './texts.js';

/** Whether a reader of `lang` meets a text in another language in this part of a policy. */
export const hasForeignTexts = (part: object, lang: string, { languages }: Policy): boolean =>
  [...textsOf(part)].some(
    (placed) =>
      !isProperName(placed) && (resolveText(placed.text, lang, languages)?.lang ?? lang) !== lang,
  );
