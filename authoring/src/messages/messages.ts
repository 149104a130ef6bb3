import type { SourceCode } from '../json-problems.js';

export const MESSAGE_LANGUAGES = ['nl', 'fr', 'en'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

type Values = Readonly<Record<string, string>>;

/** What is told to who writes a policy; a file for each language. */
export interface Messages {
  /** Why a text is no JSON, with the remedy. */
  source: Readonly<Record<SourceCode, (values: Values) => string>>;
  /** A file in another encoding than UTF-8 was read. */
  encoding: (name: string) => string;
  /** Fields by name, as an editor calls them. */
  fields: Readonly<Record<string, string>>;
  /** What one entry of a list is called, by the name of the list. */
  entries: Readonly<Record<string, string>>;
  section: (title: string) => string;
  quoted: (text: string) => string;
  /** More of the same, at these lines. */
  andMore: (count: number, lines: string) => string;
  line: (line: number, column: number) => string;
  summary: (errors: number, advice: number) => string;
  sound: string;
  grades: Readonly<Record<'error' | 'advice', string>>;
}
