import { explainSettings, readConfiguration, UsageError } from '../configuration.js';
import { OperatorError } from '../operator-error.js';
import type { Command } from './command.js';

const commands: Record<string, () => Promise<{ command: Command }>> = {
  start: () => import('./start.js'),
  publish: () => import('./publish.js'),
  verify: () => import('./verify.js'),
  keys: () => import('./keys.js'),
  conform: () => import('./contract-test.js'),
  migrate: () => import('./migrate.js'),
  people: () => import('./people.js'),
  remind: () => import('./remind.js'),
  draft: () => import('./draft.js'),
  export: () => import('./export.js'),
  erase: () => import('./erase.js'),
  retain: () => import('./retain.js'),
};

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { command } = await load();
      return `  ${[name, command.words].filter(Boolean).join(' ').padEnd(34)}  ${command.summary}`;
    }),
  );
  return `\nEvery command explains itself: policy-server <command> --help. All of them:\n\n${lines.join('\n')}\n`;
}

function explain(name: string, { summary, words, settings, flags = {} }: Command): string {
  const own = Object.entries(flags).map(
    ([flag, { value, help }]) =>
      `  ${`--${flag}${value ? ` <${value}>` : ''}`.padEnd(24)}  ${help}`,
  );
  const called = ['policy-server', name, words].filter(Boolean).join(' ');
  const options = [...own, explainSettings(settings), `  ${'--help'.padEnd(24)}  this text`];
  return `${called} - ${summary}\n\n${options.filter(Boolean).join('\n')}\n`;
}

function find(args: string[]): { name: string; rest: string[] } {
  const [first, ...rest] = args;
  // Without a command it starts.
  if (first === undefined || first.startsWith('-')) return { name: 'start', rest: args };
  if (Object.hasOwn(commands, first)) return { name: first, rest };
  throw new UsageError(`There is no command "${first}".`);
}

async function main(args: string[]): Promise<number> {
  let usage = '';
  try {
    const { name, rest } = find(args);
    const { command } = await commands[name]!();
    usage = explain(name, command);
    if (rest.includes('--help')) {
      const more = name === 'start' ? await overview() : '';
      process.stdout.write(`${usage}${more}`);
      return 0;
    }
    const called = readConfiguration(rest, process.env, command.settings, command.flags);
    if (command.words === undefined && called.words.length > 0) {
      throw new UsageError(`"${called.words[0]}" is a word too many.`);
    }
    return await command.run(called);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`policy-server: ${error.message}\n\n${usage || (await overview())}`);
      return 2;
    }
    process.stderr.write(`policy-server: ${describe(error)}\n`);
    return 1;
  }
}

/** What somebody can act on has words of its own; all else is told with its trace. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? String(error);
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(describe).join('; ');
  }
  const known = error instanceof OperatorError || (error as NodeJS.ErrnoException).code;
  return known ? error.message : (error.stack ?? error.message);
}

process.exitCode = await main(process.argv.slice(2));
