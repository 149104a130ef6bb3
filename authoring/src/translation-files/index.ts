/** Files for whoever translates, out and back. The Word file is in `docx-file.js`, as it weighs more than all the rest. */
import { decodeText } from '../import/read-document.js';
import { readCsv } from './csv.js';
import { TranslationFileError, type TranslationFile } from './file.js';
import { readXliff } from './xliff.js';

export {
  applyTranslations,
  type AppliedFile,
  type AppliedTranslation,
  type EntryOutcome,
} from './apply.js';
export { toCsv } from './csv.js';
export { TranslationFileError, type FileEntry, type TranslationFile } from './file.js';
export { describeOutcome, describeTranslationError } from './messages.js';
export { translationUnits, type TranslationUnit } from './units.js';
export { toXliff } from './xliff.js';

/** Reads XLIFF or CSV, by what is in it. */
export function readTranslations(input: Uint8Array | string): TranslationFile {
  const text = typeof input === 'string' ? input : decodeText(input);
  if (/^\uFEFF?\s*<\?xml|^\uFEFF?\s*<xliff/.test(text)) return readXml(text);
  return readCsv(text);
}

function readXml(text: string): TranslationFile {
  if (!/<(?:\w+:)?xliff\b/.test(text)) throw new TranslationFileError('unknown-kind');
  try {
    return readXliff(text);
  } catch {
    throw new TranslationFileError('unreadable');
  }
}
