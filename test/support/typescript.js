/**
 * Runs tests written in TypeScript in Node: `node --import ./test/support/typescript.js --test
 * test/unit/*.test.ts`. Types are left to `npm run types`.
 */
import { register } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

Object.assign(globalThis, { after, afterEach, before, beforeEach, describe, it });
register('../../scripts/typescript-hooks.js', import.meta.url);
