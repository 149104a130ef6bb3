export { importInto, type Alignment, type Pair } from './align.js';
export { type Block, type Left, type LeftReason, type Run, type SourceDocument } from './blocks.js';
export type { GuessReason } from './classify.js';
export {
  draftFrom,
  importDocument,
  retype,
  type Guess,
  type ImportDraft,
  type ImportOptions,
  type ImportReport,
} from './draft.js';
export { IMPORTABLE } from './convert.js';
export { languageOf, type DocumentLanguage } from './language.js';
export { ImportError, LIMITS, type ImportProblem } from './import-error.js';
export {
  describeGuess,
  describeImportError,
  describeLeft,
  describeNote,
  type MessageLanguage,
} from './messages.js';
export { typeName } from './types.js';
export { readDocument, type DocumentType } from './read-document.js';
