/** How much a page from a server brings: its bytes on the way, and its elements. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { renderLight, renderPage } from '../../dist/static.js';

const sample = JSON.parse(
  await readFile(new URL('../../stories/policies/sample.json', import.meta.url), 'utf8'),
);
const page = { script: '/policy-elements.js', src: '/policy.json' };

const bytes = (html) => brotliCompressSync(html).length;
const elements = (html) => html.match(/<[a-z][a-z0-9-]*[\s>]/g).length;

// What stands here is what it takes now: less is better, and then lowers the limit.
describe('a page from a server, with the sample', () => {
  for (const lang of ['nl', 'fr', 'en']) {
    it(`brings no more than it did, beside the plain HTML of the same, in ${lang}`, async () => {
      const { html } = await renderPage(sample, { lang, ...page });
      const plain = (await renderLight(sample, { lang })).html;
      const times = bytes(html) / bytes(plain);
      assert.ok(times < 3.3, `${times.toFixed(2)} times the bytes of plain HTML, by brotli`);
      assert.ok(bytes(html) < 40_500, `${bytes(html)} bytes by brotli`);
      assert.ok(elements(html) < 3_400, `${elements(html)} elements`);
      assert.ok(elements(plain) < 1_450, `${elements(plain)} elements in plain HTML`);
    });
  }
});
