import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

/** Resolves once it holds; in shadow roots, a browser tells of no change. */
export async function until(what, holds, seconds = 7.5) {
  for (let left = seconds * 20; left > 0; left--) {
    if (await holds()) return;
    await wait(50);
  }
  assert.fail(`never: ${what}`);
}
