/**
 * How a policy of 2,000 items keeps up with the sample: loads both in a browser, does what a reader
 * does, and prints ratios. Run `npm run build` first.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../test/support/browser.js';
import { largePolicy, samplePolicy } from './measure/policies.js';
import { servePolicies } from './measure/server.js';
import { runOnce } from './measure/run.js';
import { report } from './measure/report.js';

const USAGE =
  'Usage: node scripts/measure.js [--runs <number>] [--slowdown <number>] [--dist <folder>] [--traces <folder>]';
const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

function options() {
  try {
    const { values } = parseArgs({
      options: {
        runs: { type: 'string', default: '5' },
        slowdown: { type: 'string', default: '1' },
        dist: { type: 'string', default: DIST },
        traces: { type: 'string' },
      },
    });
    const [runs, slowdown] = [Number(values.runs), Number(values.slowdown)];
    if (Number.isInteger(runs) && runs > 0 && slowdown >= 1) {
      return { ...values, runs, slowdown };
    }
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
  }
  process.stderr.write(`${USAGE}\n`);
  return process.exit(2);
}

const { runs, slowdown, dist, traces } = options();
const policies = { small: samplePolicy(), large: largePolicy() };
const server = await servePolicies(policies, dist);
const browser = await launchBrowser({ full: true });
const results = { small: [], large: [] };
try {
  // The first of each warms the server and the disk, and does not count.
  for (let run = 0; run <= runs; run++) {
    for (const size of ['small', 'large']) {
      const result = await runOnce(browser, {
        url: `${server.address}/${size}.html`,
        policy: policies[size],
        slowdown,
        trace: traces && run === runs ? `${traces}/${size}.json` : undefined,
      });
      if (run) results[size].push(result);
      process.stderr.write(`${run ? `run ${run}` : 'warm-up'}, ${size}\n`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(report(results, { runs, slowdown, browser: results.small[0].browser }));
