import { readFile } from 'node:fs/promises';
import { UsageError } from '../configuration.js';
import { conform, ConformError, type Verdict } from '../contract-test/contract-test.js';
import type { Command } from './command.js';

function readHeaders(given: unknown): Record<string, string> {
  const lines = Array.isArray(given) ? given.map(String) : [];
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) return [name.toLowerCase(), value];
      throw new UsageError(`--header ${JSON.stringify(line)} is not like "Name: value".`);
    }),
  );
}

async function readPolicyFile(file: unknown): Promise<unknown> {
  if (typeof file !== 'string') return undefined;
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function tell(verdicts: readonly Verdict[]): string {
  const lines = verdicts.map(({ level, name, fault }) => {
    const mark = fault === undefined ? 'ok  ' : level === 'must' ? 'FAIL' : 'note';
    return `${mark}  ${level.padEnd(6)}  ${name}${fault === undefined ? '' : `: ${fault}`}\n`;
  });
  const failed = verdicts.filter(({ level, fault }) => level === 'must' && fault !== undefined);
  const noted = verdicts.filter(({ level, fault }) => level === 'should' && fault !== undefined);
  const word = failed.length === 0 ? 'It conforms' : `It does not conform (${failed.length})`;
  return `${lines.join('')}\n${word}; ${noted.length} could be better.\n`;
}

export const command: Command = {
  summary: 'tries an endpoint of your own; it writes test records there',
  words: '<address>',
  settings: [],
  flags: {
    header: {
      type: 'string',
      multiple: true,
      value: '"Name: value"',
      help: 'sent along, to be somebody; may be repeated',
    },
    policy: { type: 'string', value: 'file', help: 'a policy that the endpoint knows' },
    json: { type: 'boolean', help: 'answers in JSON' },
  },
  async run({ words: [url, ...more], flags }) {
    if (url === undefined || more.length > 0 || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
      throw new UsageError(
        'Name the address of the endpoint, like https://intranet.example/confirm.',
      );
    }
    const headers = readHeaders(flags['header']);
    const policy = await readPolicyFile(flags['policy']);
    try {
      const verdicts = await conform({ url, headers, ...(policy !== undefined && { policy }) });
      process.stdout.write(
        flags['json'] === true ? `${JSON.stringify(verdicts, null, 2)}\n` : tell(verdicts),
      );
      return verdicts.some(({ level, fault }) => level === 'must' && fault !== undefined) ? 1 : 0;
    } catch (error) {
      if (error instanceof ConformError) throw new UsageError(error.message);
      throw error;
    }
  },
};
