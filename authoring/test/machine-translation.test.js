import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { textsOf } from 'policy-elements';
import { forService } from '../dist/machine-translation/index.js';

const sample = JSON.parse(
  await readFile(new URL('../../stories/policies/sample.json', import.meta.url), 'utf8'),
);

/** As a service that has other words, and another order of them. */
const swapped = (text) => text.replace(/[\p{L}]+(?![^<]*>)(?!\w*;)/gu, (word) => `${word}x`);
const there = (text, kind = 'markdown', by = (each) => each) => {
  const { segments, restore } = forService(text, kind);
  return restore(segments.map(by));
};

describe('a text for a translation service', () => {
  it('comes back as it was, every text of the sample', () => {
    let checked = 0;
    for (const { text, kind } of textsOf(sample)) {
      for (const each of typeof text === 'string' ? [text] : Object.values(text)) {
        // A paragraph over several lines comes back as one line.
        assert.equal(there(each, kind)?.replace(/\s+/g, ' '), each.trim().replace(/\s+/g, ' '));
        const other = there(each, kind, swapped);
        assert.equal(other?.split('](').length, each.split('](').length, each);
        checked += 1;
      }
    }
    assert.ok(checked > 1000, String(checked));
  });

  const texts = {
    'bold, a link and a reference': 'Zie **[de regels](#rules)** en [](#faq), of *mail*.',
    'a list within a list': '1. Eerst\n   - dit\n   - dat\n2. Dan `code`\n- [ ] open\n- [x] klaar',
    'a table': '| Wie | Wat |\n| --- | :-: |\n| jij | **ja** |\n| ik | `nee` |',
    'code of several lines': 'Zo:\n\n```\nniet vertalen\n- ook dit niet\n```\n\nen verder.',
    'a heading, a quotation and a line': '## Titel\n\n> Gezegd.\n> Nog iets.\n\n---\n\nSlot.',
    'the end of a line': 'Straat 1  \nGent\\\nBelgië',
    'addresses and accounts': 'Mail hr@example.org, zie https://example.org/a_b en @stad_gent.',
    'an image': 'Zie ![Het *team*](https://example.org/team.png "ons") hier.',
    'letters that look like tags': 'Schrijf <b>niet</b> & 3 < 5 of &lt;x&gt; \\*zo\\*.',
    'a place to fill in': 'Vraag het aan [[naam van de dienst]].',
    'a link with a target elsewhere': 'Zie [dit][een].\n\n[een]: https://example.org/x',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`keeps ${name}`, () => {
      assert.equal(there(text), text);
      const other = there(text, 'markdown', swapped);
      assert.ok(other, `lost: ${forService(text, 'markdown').segments.map(swapped).join(' ¶ ')}`);
      assert.notEqual(other, text);
    });
  }

  it('never sends code, addresses, references or places to fill in', () => {
    const sent = Object.values(texts).flatMap((text) => forService(text, 'markdown').segments);
    for (const secret of ['niet vertalen', 'hr@', 'example.org', '#rules', '[[', 'stad_gent']) {
      assert.ok(!sent.some((each) => each.includes(secret)), secret);
    }
  });

  it('joins lines of one paragraph, so that sentences are whole', () => {
    assert.deepEqual(forService('Een zin die\nverder gaat.\n\nNog een.', 'markdown').segments, [
      'Een zin die verder gaat.',
      'Nog een.',
    ]);
  });

  it('takes marks in another order, and spaces that moved', () => {
    const { restore } = forService('Zie **vet** en [link](#a).', 'markdown');
    assert.equal(
      restore(['<g id="2">Link</g> of <g id="1"> gras </g>.']),
      '[Link](#a) of  **gras** .'.replace('  ', ' '),
    );
  });

  const broken = {
    'a mark is lost': ['Voir gras et <g id="2">lien</g>.'],
    'a mark comes twice': ['<g id="1">a</g> <g id="1">b</g> <g id="2">c</g>'],
    'a mark is crossed': ['<g id="1">a <g id="2">b</g>'],
    'a mark is unknown': ['<g id="1">a</g> <g id="2">b</g> <x id="9"></x>'],
    'nothing comes back': [''],
    'too little comes back': [],
    'it becomes a list': ['- <g id="1">a</g> <g id="2">b</g>'],
    'it becomes a heading': ['# <g id="1">a</g> <g id="2">b</g>'],
    'bold is bold no longer': ['mot<g id="1">«a»</g>mot <g id="2">b</g>'],
    'a link is added': ['<g id="1">a</g> <g id="2">b</g> [c](javascript:alert(1))'],
  };
  for (const [name, back] of Object.entries(broken)) {
    it(`is nothing where ${name}`, () => {
      assert.equal(forService('Zie **vet** en [link](#a).', 'markdown').restore(back), undefined);
    });
  }

  it('of one line keeps what would be a mark elsewhere', () => {
    assert.equal(
      there('Wat *is* dit? 5 * 3 < 20 & meer', 'plain'),
      'Wat *is* dit? 5 * 3 < 20 & meer',
    );
  });

  it('that a service has given back unescaped already is the same', () => {
    const { segments, restore } = forService('A & B < C', 'plain');
    assert.deepEqual(segments, ['A &amp; B &lt; C']);
    assert.equal(restore(['A & B < C']), 'A & B < C');
  });

  it('ends, however it is made', () => {
    for (const odd of [
      '[[',
      '**'.repeat(5_000),
      '> '.repeat(5_000),
      '|'.repeat(5_000),
      '`'.repeat(999),
    ]) {
      const { segments, restore } = forService(`${odd}\nwoord\n-|-\n${odd}`, 'markdown');
      restore(segments);
      restore(segments.map(() => `<g id="1">${odd}`));
    }
  });
});
