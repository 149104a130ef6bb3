/** Whatever a document holds: each of its words is in one field of the draft, or in the report. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPolicy } from 'policy-elements';
import { importDocument } from '../dist/index.js';
import { outcome } from './support/outcome.js';
import { randomBlocks, randomOf, toDocx, toHtml, toMarkdown } from './support/random-document.js';
import { sourceText } from './support/random-document.js';
import { missing, rendered, wordsOf } from './support/words.js';

const SEEDS = Number(process.env.SEEDS ?? 60);

/** What a document of each kind says, as its readers see it. */
const KINDS = {
  docx: (blocks) => [toDocx(blocks), sourceText(blocks)],
  html: (blocks) => [toHtml(blocks), sourceText(blocks)],
  md: (blocks) => [toMarkdown(blocks), rendered(toMarkdown(blocks))],
};

for (const [type, make] of Object.entries(KINDS)) {
  test(`every word of ${SEEDS} random documents is in one place: ${type}`, () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const [document, text] = make(randomBlocks(randomOf(seed)));
      const draft = importDocument(document, { type, lang: 'nl' });
      const [source, found] = [wordsOf(text), outcome(draft)];
      assert.deepEqual(missing(source, found), [], `seed ${seed}: lost`);
      assert.deepEqual(missing(found, source), [], `seed ${seed}: twice`);
      const errors = checkPolicy(draft.policy).findings.filter(({ grade }) => grade === 'error');
      assert.deepEqual(errors, [], `seed ${seed}`);
    }
  });
}
