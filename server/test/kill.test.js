import assert from 'node:assert/strict';
import { it } from 'node:test';
import { killRun } from './support/kill-run.js';
import { noPostgres } from './support/postgres.js';

const skip = noPostgres || (process.env.TEST_DATABASE_URL && 'a server of others is not killed');

it('loses no confirmed record when server and PostgreSQL are killed', { skip }, async () => {
  const { confirmed, ...rest } = await killRun({ seed: 7, kills: 5, readers: 8 });
  assert.ok(confirmed > 20, `${confirmed} confirmed`);
  const { lost, different, unconfirmed, twice, retries } = rest;
  assert.deepEqual({ lost, different, unconfirmed, twice }, zero);
  assert.ok(retries > 0, 'no kill was noticed');
});

const zero = { lost: 0, different: 0, unconfirmed: 0, twice: 0 };
