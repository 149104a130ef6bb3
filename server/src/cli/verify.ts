import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { UsageError } from '../configuration.js';
import { openDatabase, placeOf, type Place } from '../database/open.js';
import { publicKeysOf } from '../receipts/signer.js';
import { verifyReceipt, type Verification } from '../receipts/verify.js';
import type { Command } from './command.js';

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`);
  }
}

/** From a file or an address, else those of this server's own database. */
async function keysOf(from: unknown, place: Place): Promise<JSONWebKeySet> {
  if (typeof from !== 'string') {
    const database = await openDatabase(place);
    try {
      return await publicKeysOf(database);
    } finally {
      await database.close();
    }
  }
  const found = /^https?:/.test(from) ? await download(from) : await readJson(from);
  if (Array.isArray((found as { keys?: unknown } | null)?.keys)) return found as JSONWebKeySet;
  throw new UsageError(`${from} is no JWK Set.`);
}

async function download(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    return await response.json();
  } catch (error) {
    throw new UsageError(`The keys at ${url} cannot be had: ${(error as Error).message}`);
  }
}

function tell({ payload, alterations }: Verification): string {
  if (alterations.length > 0) {
    return `ALTERED\n${alterations.map(({ part, message }) => `  ${part}: ${message}\n`).join('')}`;
  }
  const { record, recordedAt, sub, iss } = payload!;
  const { policy, version, act, languages } = record;
  return (
    `VALID\n  ${act} of ${policy} ${version}, in ${Object.keys(languages).join(' and ')}\n` +
    `  recorded ${recordedAt} by ${iss}, of person ${sub}\n`
  );
}

export const command: Command = {
  summary: 'says whether a receipt holds, or which part of it was altered',
  words: '<receipt.json> <policy.json>',
  settings: ['data', 'databaseUrl', 'migrateUrl'],
  flags: {
    keys: {
      type: 'string',
      value: 'jwks',
      help: 'file or address of the public keys; not given: those in the database',
    },
    json: { type: 'boolean', help: 'answers in JSON' },
  },
  async run({ configuration, words: [receipt, policy, ...more], flags }) {
    if (receipt === undefined || policy === undefined || more.length > 0) {
      throw new UsageError('Name the file of the receipt, and that of the policy.');
    }
    const keys = await keysOf(flags['keys'], placeOf(configuration));
    const result = await verifyReceipt(await readText(receipt), await readJson(policy), keys);
    const valid = result.alterations.length === 0;
    process.stdout.write(
      flags['json'] === true ? `${JSON.stringify({ valid, ...result }, null, 2)}\n` : tell(result),
    );
    return valid ? 0 : 1;
  },
};
