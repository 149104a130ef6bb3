/** Why a document was refused. Sentences for it: `messages.ts`. */
export type ImportProblem =
  | 'empty'
  | 'too-large'
  | 'too-long'
  | 'inflates'
  | 'damaged'
  | 'encrypted'
  | 'macros'
  | 'old-word'
  | 'pdf'
  | 'opendocument'
  | 'pages'
  | 'rtf'
  | 'spreadsheet'
  | 'other-file'
  | 'too-deep'
  | 'too-slow'
  | 'no-text';

export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    readonly code: ImportProblem,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/** What a document may cost. */
export const LIMITS = {
  file: 40 * 1024 * 1024,
  /** One part of a Word file, inflated. */
  part: 48 * 1024 * 1024,
  entries: 5000,
  paragraphs: 50_000,
  characters: 6_000_000,
  depth: 200,
};
