import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parseMarkdown, textsOf } from 'policy-elements';
import { fromTree } from '../dist/modules/editor/from-tree.js';
import { fromHtml } from '../dist/modules/editor/paste.js';
import { schema } from '../dist/modules/editor/schema.js';
import { toMarkdown } from '../dist/modules/editor/to-markdown.js';

/** What readers see: the end of a line in the source is a space to them. */
const meaning = (markdown) => JSON.stringify(fromTree(parseMarkdown(markdown)).toJSON());

async function samples() {
  const found = [];
  for (const name of ['sample', 'sample-3.0', 'partial', 'poor', 'small']) {
    const file = new URL(`../../stories/policies/${name}.json`, import.meta.url);
    for (const { text, kind } of textsOf(JSON.parse(await readFile(file, 'utf8')))) {
      if (kind === 'markdown')
        found.push(...(typeof text === 'string' ? [text] : Object.values(text)));
    }
  }
  return found;
}

describe('what is pasted', () => {
  it('may have elements with names that every object has', () => {
    const { content } = fromHtml('<p><constructor>Een</constructor> <b>vet</b> woord</p>');
    assert.equal(toMarkdown(schema.topNodeType.create(null, content)).trim(), 'Een **vet** woord');
  });
});

describe('a text through the editor', () => {
  it('means the same for every text of the samples', async () => {
    const all = await samples();
    assert.ok(all.length > 400, String(all.length));
    for (const text of all) {
      assert.equal(meaning(toMarkdown(fromTree(parseMarkdown(text)))), meaning(text), text);
    }
  });

  const texts = [
    '[](#some-id) en [een link](#some-id "titel")',
    '**vet *en schuin* samen** en ***alles***',
    '*a***b**',
    'a*b*c en a**b**c',
    '~~weg~~ `code` ``met ` erin``',
    '- een\n- twee\n  - binnen\n  - nog\n- drie',
    '1. een\n\n   met alinea\n\n2. twee',
    '- a\n\n* b',
    '3. vanaf drie\n4. vier',
    '- [ ] te doen\n- [x] gedaan',
    '> citaat\n>\n> - met lijst',
    '| a | b |\n|---|:-:|\n| 1 \\| 2 | **x** |',
    '```\ncode * hier\n```',
    '# Kop\n\ntekst\n\n---\n\n###### klein',
    'regel\\\nvolgende',
    '<https://voorbeeld.be/a_b> en <mail@voorbeeld.be>',
    '![alt [x]](<https://voorbeeld.be/a b.png>)',
    'letterlijk: \\*geen nadruk\\*, 1\\. geen lijst, \\# geen kop, \\<b>, a\\_b, \\[x\\](y)',
    '\\- geen punt',
    '1986\\. Een goed jaar.',
    '&amp;lt; en &copy; en a & b',
    '[[vul in]] blijft staan, [ook dit] en [dit]: zo',
    'snake_case_woord en _schuin_',
    'a \\\\ b',
    '[a \\[b\\]](https://x.be/%28y%29)',
  ];
  for (const text of texts) {
    it(`means the same: ${JSON.stringify(text)}`, () => {
      const again = toMarkdown(fromTree(parseMarkdown(text)));
      assert.equal(meaning(again), meaning(text), again);
      assert.equal(toMarkdown(fromTree(parseMarkdown(again))), again, 'and stays as it is');
    });
  }

  it('means the same for every attack, and stays a text', async (t) => {
    if (!process.env.CORPUS) return t.skip('CORPUS is not set');
    const lines = await readFile(`${process.env.CORPUS}/xss/markdown.txt`, 'utf8');
    for (const text of lines.split('\n').filter(Boolean)) {
      assert.equal(meaning(toMarkdown(fromTree(parseMarkdown(text)))), meaning(text), text);
    }
  });
});
