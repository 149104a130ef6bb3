import type { Output } from './output.js';

export const MESSAGE_LANGUAGES = ['nl', 'fr', 'en'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** A sentence in every language of the messages. */
export type Words = Readonly<Record<MessageLanguage, string>>;

export interface Option {
  /** Without the dashes, e.g. `out`. */
  name: string;
  /** What stands behind it, e.g. `FILE`; absent for a switch. */
  value?: string;
  /** The only words that may stand behind it. */
  choices?: readonly string[];
  help: Words;
}

/** One of the commands of `policy`, e.g. `check` or `translations status`. */
export interface Command {
  summary: Words;
  /** What stands behind the command, e.g. `FILE` or `FILE ID…`. */
  usage: string;
  /** How many words it takes. */
  words: readonly [least: number, most: number];
  options: readonly Option[];
  /** More about it, below its options. */
  notes?: Words;
  /** @returns the exit code: 0 sound, 1 errors found, 2 wrong usage */
  run(call: Call): Promise<number>;
}

export interface Call {
  words: readonly string[];
  /** What stood behind an option; an empty string for a switch. */
  option: (name: string) => string | undefined;
  has: (name: string) => boolean;
  /** Language of the messages. */
  messages: MessageLanguage;
  json: boolean;
  output: Output;
  env: NodeJS.ProcessEnv;
  /** One of these sentences, in the language of the messages. */
  say: (words: Words, values?: Readonly<Record<string, string | number>>) => string;
}

/** It was called wrongly: exit code 2, with the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** It could not be done: exit code 1, or 2 where a file was named that is not there. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

/** `{name}` in a sentence becomes the value of that name. */
export const fill = (
  sentence: string,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
