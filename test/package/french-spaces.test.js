/** French sets a space before `: ; ? !` and within « », at which no line may break. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
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

  it('does so in the guides too', async () => {
    const guides = await readdir(new URL('../../docs/fr', import.meta.url));
    assert.ok(guides.length > 4);
    for (const name of guides) {
      const text = (await read(`docs/fr/${name}`)).replace(/^```[^]*?^```|`[^`]*`/gm, '…');
      assert.deepEqual(text.match(/.*(?: [:;?!»](?=\s|[.,)”»]|$)|« ).*/gmu) ?? [], [], name);
    }
  });

  it('does so in what is written among the sources too', async () => {
    const starters = await readdir(new URL('../../authoring/src/starters', import.meta.url));
    const files = [
      'authoring/src/messages/fr.ts',
      'src/localization/findings/fr.ts',
      ...starters.map((name) => `authoring/src/starters/${name}`),
    ];
    for (const path of files) {
      // Behind a letter it is a text, and no choice between two values.
      const lines =
        (await read(path)).match(/.*(?:\p{L} [:;!»](?=[\s'`])|\p{L} \?(?=['`]|\s\p{L})|« ).*/gu) ??
        [];
      assert.deepEqual(lines, [], path);
    }
  });
});
