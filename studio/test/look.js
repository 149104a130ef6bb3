/** What every screen is held to: axe is silent, and it fits a phone. `SCREENSHOTS=DIR` keeps pictures. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = process.env.SCREENSHOTS;

/** What axe has against a page. Elements have tests of their own. */
export async function violationsIn(page, context = { exclude: [['policy-viewer']] }) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (parts) => globalThis.axe.run(parts, { resultTypes: ['violations'] }),
    context,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
}

/** By how many pixels a page is wider than its window. */
export const overflowOf = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Whether it fits the narrowest phone. */
export async function fits(page) {
  await page.setViewport({ width: 320, height: 800 });
  const wide = await overflowOf(page);
  await page.setViewport({ width: 1280, height: 900 });
  return wide <= 0;
}

export async function looks(page, name) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    assert.deepEqual(await violationsIn(page), [], `${name}, ${scheme}`);
    for (const width of [360, 1280]) {
      await page.setViewport({ width, height: 900 });
      const wide = await overflowOf(page);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide at ${width}`);
      if (folder) await page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`) });
    }
  }
  await page.emulateMediaFeatures([]);
}
