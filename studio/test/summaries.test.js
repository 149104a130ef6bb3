import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from '../dist/modules/model/publishing.js';

test('what is said of a version is in the languages of the policy, not of the studio', () => {
  assert.deepEqual(summaryOf('minor', ['nl', 'fr-BE']), {
    nl: 'Kleine verbeteringen.',
    'fr-BE': 'Petites corrections.',
  });
  assert.equal(summaryOf('major', ['en']).en, 'The content has changed.');
});

test('a first language without words of ours has English ones, as it needs some', () => {
  assert.deepEqual(summaryOf('first', ['pl', 'nl']), {
    pl: 'First version.',
    nl: 'Eerste versie.',
  });
});
