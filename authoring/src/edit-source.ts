/** Changes a policy in its text: what nobody edited keeps its bytes. */
import { applyEdits, modify, type FormattingOptions } from 'jsonc-parser';
import type { PolicySource } from './source.js';

export interface SourceEdit {
  /** Names and positions from the document on, e.g. `['sections', 0, 'title', 'nl']`. */
  path: readonly (string | number)[];
  /** `undefined` takes it away. */
  value: unknown;
}

/** As the file is written: its indentation and its line ends. */
function formatOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The text of the file with these changes, with its byte order mark where it had one. */
export function editSource(
  { text, hasByteOrderMark }: Pick<PolicySource, 'text' | 'hasByteOrderMark'>,
  edits: readonly SourceEdit[],
): string {
  const formattingOptions = formatOf(text);
  const edited = edits.reduce(
    (now, { path, value }) => applyEdits(now, modify(now, [...path], value, { formattingOptions })),
    text,
  );
  return hasByteOrderMark ? `\ufeff${edited}` : edited;
}
