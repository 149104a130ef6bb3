/** The program `policy`: finds the command, reads its options, and turns what went wrong into words. */
import { cac } from 'cac';
import { WriteError } from './files.js';
import { explain, overview } from './help.js';
import { COMMON } from './options.js';
import { createOutput, type Output } from './output.js';
import {
  CommandError,
  fill,
  MESSAGE_LANGUAGES,
  UsageError,
  type Call,
  type MessageLanguage,
  type Command,
  type Words,
} from './command.js';
import { COMMANDS } from './commands.js';

const TEXTS = {
  noVerb: {
    nl: '“{name}” is geen opdracht.',
    fr: '« {name} » n’est pas une commande.',
    en: '“{name}” is not a command.',
  },
  noOption: {
    nl: 'De optie --{name} bestaat niet bij deze opdracht.',
    fr: 'L’option --{name} n’existe pas pour cette commande.',
    en: 'This command has no option --{name}.',
  },
  noValue: {
    nl: 'Achter --{name} hoort iets te staan: {value}.',
    fr: 'Il manque quelque chose après --{name} : {value}.',
    en: 'Something is missing after --{name}: {value}.',
  },
  choice: {
    nl: '--{name} kan alleen {value} zijn.',
    fr: '--{name} ne peut être que {value}.',
    en: '--{name} can only be {value}.',
  },
  tooFew: {
    nl: 'Er ontbreekt iets: {usage}.',
    fr: 'Il manque quelque chose : {usage}.',
    en: 'Something is missing: {usage}.',
  },
  tooMany: {
    nl: '“{word}” is te veel.',
    fr: '« {word} » est de trop.',
    en: '“{word}” is one word too many.',
  },
} satisfies Record<string, Words>;

// The parser would take a dash alone for an option without a name.
const STANDARD_INPUT = '\u0000-';

const isLanguage = (value: unknown): value is MessageLanguage =>
  MESSAGE_LANGUAGES.some((lang) => lang === value);

/** The language asked for, even where the rest is wrong; else the system's, else English. */
export function messageLanguage(args: readonly string[], env: NodeJS.ProcessEnv): MessageLanguage {
  const at = args.findIndex((arg) => /^--messages(=|$)/.test(arg));
  const asked = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return [asked, system.slice(0, 2)].find(isLanguage) ?? 'en';
}

/** The command with the most words of its name in front. */
function findVerb(args: readonly string[]): { name: string; rest: string[] } | undefined {
  for (const count of [2, 1]) {
    const name = args.slice(0, count).join(' ');
    if (Object.hasOwn(COMMANDS, name)) return { name, rest: args.slice(count) };
  }
  return undefined;
}

export async function runCommand(args: string[], proc: NodeJS.Process): Promise<number> {
  const { env } = proc;
  const output = createOutput(proc, env);
  const messages = messageLanguage(args, env);
  const [first] = args;
  if (first === undefined || first === 'help' || /^(--help|-h)$/.test(first)) {
    output.write(await overview(messages));
    return first === undefined ? 2 : 0;
  }
  if (/^(--version|-v)$/.test(first)) {
    const { VERSION } = await import('policy-elements');
    output.write(`${VERSION}\n`);
    return 0;
  }
  const found = findVerb(args);
  if (!found) {
    const problem = fill(TEXTS.noVerb[messages], { name: first });
    output.tell(`${problem}\n\n${await overview(messages)}`);
    return 2;
  }
  const { command } = await COMMANDS[found.name]!();
  if (found.rest.some((arg) => arg === '--help' || arg === '-h')) {
    output.write(explain(found.name, command, messages));
    return 0;
  }
  return attempt(found, command, { messages, output, env });
}

async function attempt(
  { name, rest }: { name: string; rest: string[] },
  command: Command,
  around: { messages: MessageLanguage; output: Output; env: NodeJS.ProcessEnv },
): Promise<number> {
  const { output, messages } = around;
  const problem = (message: string) => output.colour(message, 'red', 'stderr');
  try {
    return await command.run(readCall(rest, command, around));
  } catch (error) {
    if (error instanceof UsageError) {
      output.tell(`${problem(error.message)}\n\n${explain(name, command, messages)}`);
      return 2;
    }
    if (error instanceof CommandError) {
      output.tell(problem(error.message));
      return error.exitCode;
    }
    if (error instanceof WriteError) {
      const say: Call['say'] = (words, values) => fill(words[messages], values);
      output.tell(problem(error.describe({ say })));
      return 1;
    }
    throw error;
  }
}

/** @throws UsageError */
function readCall(
  args: readonly string[],
  command: Command,
  { messages, output, env }: { messages: MessageLanguage; output: Output; env: NodeJS.ProcessEnv },
): Call {
  const say: Call['say'] = (words, values) => fill(words[messages], values);
  const options = [...command.options, ...COMMON];
  const parser = cac('policy');
  for (const { name, value } of options)
    parser.option(value ? `--${name} <value>` : `--${name}`, '');
  const parsed = parser.parse(
    ['node', 'policy', ...args.map((arg) => (arg === '-' ? STANDARD_INPUT : arg))],
    { run: false },
  );
  const given = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed.options)) {
    if (key === '--') continue;
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const option = options.find((each) => each.name === name);
    if (!option) throw new UsageError(say(TEXTS.noOption, { name }));
    given.set(name, valueOf(option, value, args, say));
  }
  const words = [...parsed.args, ...((parsed.options['--'] as string[] | undefined) ?? [])].map(
    (word) => (word === STANDARD_INPUT ? '-' : word),
  );
  const [least, most] = command.words;
  if (words.length < least) throw new UsageError(say(TEXTS.tooFew, { usage: command.usage }));
  if (words.length > most) throw new UsageError(say(TEXTS.tooMany, { word: words[most]! }));
  return {
    words,
    option: (name) => given.get(name),
    has: (name) => given.has(name),
    messages,
    json: given.has('json'),
    output,
    env,
    say,
  };
}

/** As it was written: the parser would make a number of `3.10`. */
function valueOf(
  { name, value: kind, choices }: Command['options'][number],
  value: unknown,
  args: readonly string[],
  say: Call['say'],
): string {
  if (kind === undefined) return '';
  const at = args.findLastIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  const written = args[at]?.includes('=') ? args[at].slice(name.length + 3) : args[at + 1];
  const missing = written === undefined || (typeof value === 'boolean' && written.startsWith('--'));
  if (missing || written === '') throw new UsageError(say(TEXTS.noValue, { name, value: kind }));
  if (choices && !choices.includes(written)) {
    throw new UsageError(say(TEXTS.choice, { name, value: choices.join(', ') }));
  }
  return written;
}
