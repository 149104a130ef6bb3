/** What every screen is held to: axe is silent, and it fits a phone. `SCREENSHOTS=DIR` keeps pictures. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = process.env.SCREENSHOTS;

export async function looks(page, name) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run({ exclude: [['policy-viewer']] }, { resultTypes: ['violations'] }),
    );
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
    assert.deepEqual(told, [], `${name}, ${scheme}`);
    for (const width of [360, 1280]) {
      await page.setViewport({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide at ${width}`);
      if (folder) await page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`) });
    }
  }
  await page.emulateMediaFeatures([]);
}
