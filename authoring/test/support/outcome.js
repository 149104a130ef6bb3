import { textsOf, wordsOf } from './words.js';

const PLACEHOLDER = /\[\[.*?\]\]/g;
const INVENTED =
  /^(Introduction|Inleiding|About this document|Over dit document|À propos de ce document)$/;
const NO_WORDS = /^(unsafe-link|link-in-title|link-to-place|image|embedded|markup|settings)$/;

/** Words in fields and in the report, without those that the import itself writes. */
export function outcome(draft) {
  const fields = textsOf(draft.policy)
    .filter((text) => !INVENTED.test(text))
    .map((text) => text.replace(PLACEHOLDER, ''));
  const left = draft.report.left
    .filter(({ reason }) => !NO_WORDS.test(reason))
    .map(({ text }) => text);
  return wordsOf([...fields, ...left].join('\n'));
}
