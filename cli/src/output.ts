/** Results to standard output, messages to standard error, colour only where a person looks. */
const CODES = { red: 31, green: 32, yellow: 33, cyan: 36, bold: 1, dim: 2 } as const;
export type Colour = keyof typeof CODES;

export interface Output {
  /** The result. */
  write(text: string): void;
  /** A line about it. */
  tell(line: string): void;
  /** How far long work is: one line that is written over, on a terminal only. */
  progress(line: string): void;
  colour(text: string, colour: Colour, stream?: 'stdout' | 'stderr'): string;
}

const coloured = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean =>
  stream.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';

export function createOutput(
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  env: NodeJS.ProcessEnv,
): Output {
  const shows = { stdout: coloured(stdout, env), stderr: coloured(stderr, env) };
  let width = 0;
  const clear = (): void => {
    if (width) stderr.write(`\r${' '.repeat(width)}\r`);
    width = 0;
  };
  return {
    write: (text) => {
      clear();
      stdout.write(text);
    },
    tell: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!stderr.isTTY) return;
      clear();
      stderr.write(line);
      width = line.length;
    },
    colour: (text, colour, stream = 'stdout') =>
      shows[stream] ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text,
  };
}
