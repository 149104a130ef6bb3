/** Guides in Dutch and French say what the English ones say, with the labels that readers have before them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { unitsOf } from '../../scripts/localize/plurals.js';
import {
  checkGuides,
  differences,
  languageOf,
  partsBehind,
  partsOf,
  translatedGuides,
} from '../../scripts/docs-site/translated.js';
import { root } from './consumer.js';

const read = (path) => readFile(join(root, path), 'utf8');
const guides = await translatedGuides();
const ENGLISH =
  '# Title\n\nSee [that](that.md) and [a part](that.md#its-part).\n\n## Part\n\n- one\n\n```sh\npolicy check\n```\n';
const told = (text) =>
  differences(
    'docs/nl/this.md',
    new Map([
      ['docs/this.md', ENGLISH],
      ['docs/nl/this.md', text],
      ['docs/that.md', '# That\n\n## Its part\n'],
      ['docs/nl/that.md', '# Dat\n\n## Een stuk\n'],
    ]),
  );

describe('guides in other languages', () => {
  it('are as the English ones, and nothing is behind: npm run docs:translated', async () => {
    assert.deepEqual(await checkGuides(), []);
  });

  it('are the same in every language', () => {
    const names = (language) =>
      guides.filter((file) => languageOf(file) === language).map((file) => file.slice(8));
    assert.ok(names('nl').length >= 6);
    assert.deepEqual(names('nl'), names('fr'));
  });

  it('are told what they lack, and which parts changed', () => {
    const good =
      '# Titel\n\nZie [dat](that.md) en [een stuk](that.md#een-stuk).\n\n## Deel\n\n- een\n\n```sh\npolicy check\n```\n';
    assert.deepEqual(told(good), []);
    assert.deepEqual(told(good.replace('## Deel', '### Deel')), [
      'lacks heading of level 2',
      'has more: heading of level 3',
    ]);
    assert.deepEqual(told(good.replace('policy check', 'policy')), [
      'lacks block of sh: policy check',
      'has more: block of sh: policy',
    ]);
    // There is one in Dutch.
    assert.deepEqual(told(good.replace('(that.md)', '(../that.md)')), [
      'lacks link: docs/nl/that.md',
      'has more: link: docs/that.md',
    ]);
    assert.deepEqual(told(good.replace('#een-stuk', '#its-part')), [
      'lacks link: docs/nl/that.md#een-stuk',
      'has more: link: docs/nl/that.md#its-part',
    ]);
    const swapped = good.replace(/(- een\n\n)([^]*)/, '$2\n$1');
    assert.deepEqual(told(swapped), ['in another order: list of 1']);
    const known = Object.fromEntries(partsOf(ENGLISH));
    assert.deepEqual(partsBehind(ENGLISH, known), []);
    assert.deepEqual(partsBehind(ENGLISH.replace('- one', '- two'), known), ['Part']);
    assert.deepEqual(partsBehind(`${ENGLISH}\n## New\n\nText.\n`, known), ['New']);
  });

  it('call what is on the screen what it is called there', async () => {
    const wrong = [];
    let seen = 0;
    for (const file of guides) {
      const locale = await read(`locales/${languageOf(file)}.xlf`);
      const labels = unitsOf(locale).filter(({ id }) => /^(studio|server)-/.test(id));
      const english = await read(`docs/${file.slice(8)}`);
      const text = (await read(file)).replaceAll('\n', ' ');
      const named = [...english.matchAll(/\*\*([^*]+)\*\*|^\| ([A-Z][^|`]*?) +\|/gm)];
      for (const [, bold, cell] of named) {
        const targets = labels
          .filter(({ source }) => source === (bold ?? cell))
          .map(({ target }) => target);
        if (!targets.length) continue;
        seen += 1;
        const isThere = targets.some((target) =>
          text.includes(bold ? `**${target}**` : `| ${target} `),
        );
        if (!isThere) wrong.push(`${file}: ${bold ?? cell} is ${targets.join(' or ')}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(seen > 50, String(seen));
  });
});
