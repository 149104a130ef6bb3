import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, digestText, digestValue } from '../dist/index.js';
import { translationUnits } from '../dist/translation-files/index.js';

const draft = {
  ...{ format: 1, id: 'small', version: '1.0', languages: ['nl', 'fr'] },
  title: { nl: 'Beleid', fr: 'Charte' },
  summary: { nl: 'Wat we nu vragen.' },
  sections: [
    { id: 'why', type: 'text', title: { nl: 'Waarom', fr: 'Pourquoi' }, body: { nl: 'Om.' } },
  ],
};
const written = (made) => {
  const edit = { id: '', field: 'summary', lang: 'fr', value: 'Ce que nous demandons.', made };
  const { draft: next, conflicts } = applyEdits(draft, [
    { ...edit, baseDigest: digestValue(undefined) },
  ]);
  assert.deepEqual(conflicts, []);
  return translationUnits(next, 'fr').find(({ field }) => field === 'summary').state;
};

describe('a translation that was made elsewhere', () => {
  it('is current where it was made of the text as it is', () => {
    assert.equal(written({ from: digestText('Wat we nu vragen.'), state: 'current' }), 'current');
  });
  it('is behind where it was made of an older text', () => {
    assert.equal(written({ from: digestText('Wat we vroegen.'), state: 'current' }), 'stale');
  });
  it('is a machine’s until somebody looks at it', () => {
    assert.equal(written({ from: digestText('Wat we nu vragen.'), state: 'machine' }), 'machine');
  });
});
