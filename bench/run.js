/** Measures all contenders in one run, interleaved. Started by `npm run bench`. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ENGINE, launchBrowser } from '../test/support/browser.js';
import { makePolicy, marksOf } from './policies.js';
import { chart } from './chart.js';
import { medians, table } from './report.js';
import { CONTENDERS, openSite } from './site.js';
import { check, firstPress, visit } from './visit.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    runs: { type: 'string' },
    only: { type: 'string' },
    conditions: { type: 'string' },
    out: { type: 'string' },
    growth: { type: 'string' },
  },
});
const list = (text) => text?.split(',');
/** How cost grows takes many sizes, and fewer runs and contenders. */
const GROWTH = { sizes: ['1', '3', '10', '30', '100', '300'], runs: 3 };
const few = ['static', 'ours-compiled', 'ours', 'hand-written'];
const sizes = (
  list(values.sizes) ??
  (values.growth ? GROWTH.sizes : values.quick ? ['1', '10'] : ['1', '10', '100'])
).map(Number);
const runs = Number(values.runs ?? (values.growth || values.quick ? GROWTH.runs : 9));
const contenders = list(values.only) ?? (values.growth ? few : CONTENDERS);
const conditions = list(values.conditions) ?? (values.growth ? ['plain'] : undefined);

const CONDITIONS = {
  plain: {},
  'processor 4 times slower': { slowdown: 4, steps: false },
  'slow network, processor 4 times slower': { slowdown: 4, slowNetwork: true, steps: false },
};
const conditionsFor = (size) =>
  Object.entries(CONDITIONS).filter(
    ([name]) =>
      // Others than Chromium cannot be slowed down.
      (ENGINE === 'chromium' || name === 'plain') &&
      (conditions?.includes(name.split(/[ ,]/)[0]) ?? true) &&
      // On a slow network the size of the file is all there is to see.
      (name === 'plain' || (size <= 10 && !name.startsWith('slow')) || size === 1),
  );

async function checkAll(browser, site, policies) {
  const [size] = sizes;
  const marks = marksOf(policies[size], 'nl');
  for (const name of contenders) {
    const found = await check(browser, `${site.address}/${name}/${size}.html`, marks);
    // Without a script there is no form to confirm by.
    const most = name === 'ours-static-still' ? 1 : 0;
    const wrong =
      found.missing.length > most || found.hit || (name.startsWith('ours') && found.unfound.length);
    const told = `${name}: ${found.missing.length} of ${marks.length} texts missing, hostile text ${found.hit ? 'RAN' : 'did nothing'}, ${found.unfound.length} of 3 not found by the page search`;
    process.stderr.write(`${told}\n`);
    if (wrong) process.exitCode = 1;
  }
}

async function measure(browser, site, size, [condition, options]) {
  const results = Object.fromEntries(contenders.map((name) => [name, []]));
  // The first of each warms the server and the disk, and does not count.
  for (let run = 0; run <= (size >= 100 ? Math.ceil(runs / 2) : runs); run++) {
    for (const name of contenders) {
      const url = `${site.address}/${name}/${size}.html`;
      // Without a script there is nothing that answers a key.
      const steps = !/^(static|inserted|ours-static-still)$/.test(name);
      const result = await visit(browser, { url, steps, ...options });
      if (name === 'ours-static' && !options.slowNetwork)
        result.press = await firstPress(browser, { url, ...options });
      if (run) results[name].push(result);
    }
    process.stderr.write(`size ${size}, ${condition}: ${run || 'warm-up'}\n`);
  }
  return results;
}

const policies = Object.fromEntries(sizes.map((size) => [size, makePolicy(size)]));
const site = await openSite(policies, contenders);
const grown = [];
const browser = await launchBrowser({ full: true });
try {
  await checkAll(browser, site, policies);
  const tables = [`${await browser.version()}, ${runs} runs`, ''];
  for (const size of sizes) {
    for (const condition of conditionsFor(size)) {
      const results = await measure(browser, site, size, condition);
      tables.push(table(`Size ${size}, ${condition[0]}`, results, site));
      grown.push({ size, medians: medians(results) });
      process.stdout.write(`${tables.at(-1)}\n`);
      if (values.out) await writeFile(values.out, tables.join('\n'));
      if (values.growth) await writeFile(values.growth, chart(grown));
    }
  }
} finally {
  await browser.close();
  await site.close();
}
