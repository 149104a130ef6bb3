/** French sets a space before `: ; ? !` and within « », at which no line may break. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const BREAKS = / [:;?!»](?=\s|[.,)”»]|$)|« /u;

describe('French text', () => {
  it('breaks no line before a colon or a question mark', async () => {
    const locale = await read('locales/fr.xlf');
    const texts = [...locale.matchAll(/<target>([^]*?)<\/target>/g)].map(([, text]) =>
      text.replace(/<x [^>]*>/g, '…'),
    );
    assert.ok(texts.length > 300);
    assert.deepEqual(
      texts.filter((text) => BREAKS.test(text)),
      [],
    );
  });
});
