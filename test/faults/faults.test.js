/** A short run of what `npm run test:faults` does at length. Needs a build. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runFaults } from './run.js';

it('loses no answer, stores each once, and claims none too early, whatever fails', async () => {
  const result = await runFaults({ count: 30, seed: Number(process.env.SEED ?? 1) });
  console.log(JSON.stringify(result));
  assert.deepEqual(result.broken, []);
  assert.ok(result.sentAgain > 0, 'nothing failed: this proves nothing');
});
