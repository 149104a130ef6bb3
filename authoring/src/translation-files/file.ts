/** A file of translations, whatever its kind, once it is read. */

/** How a translator left a text. A file that has no states leaves it open. */
export type EntryState = 'missing' | 'review' | 'machine' | 'done';

export interface FileEntry {
  id: string;
  field: string;
  /** Digest of the source that the file was made from. */
  key: string;
  source: string;
  target: string;
  state?: EntryState;
}

export interface TranslationFile {
  kind: 'xliff' | 'csv' | 'docx';
  from?: string;
  to: string;
  /** Id of the policy it was made from. */
  policy?: string;
  entries: FileEntry[];
}

export type TranslationProblem =
  'unreadable' | 'no-language' | 'other-policy' | 'same-language' | 'no-columns' | 'unknown-kind';

/** Why a file of translations was refused. */
export class TranslationFileError extends Error {
  override readonly name = 'TranslationFileError';
  constructor(
    readonly code: TranslationProblem,
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}
