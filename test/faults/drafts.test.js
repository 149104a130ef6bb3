/** A short run of what `npm run test:faults:drafts` does at length. Needs a build. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runDraftFaults } from './drafts/run.js';

it('loses no word that was said to be safe, and publishes nothing half, whatever fails', async () => {
  const result = await runDraftFaults({ count: 6, atOnce: 6, seed: Number(process.env.SEED ?? 1) });
  console.log(JSON.stringify(result));
  assert.deepEqual(result.broken, []);
  assert.ok(result.happened['reset-after'] > 0, 'nothing failed: this proves nothing');
});
