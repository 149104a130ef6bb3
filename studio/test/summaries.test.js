import assert from 'node:assert/strict';
import { test } from 'node:test';
import { obstaclesIn, summaryOf } from '../dist/modules/model/publishing.js';

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

test('what a template left is named before publishing: the first, where it stands, and how many', () => {
  const draft = (nl) => ({
    ...{ format: 1, id: 'small', version: '1.0', status: 'draft', languages: ['nl'] },
    ...{ title: { nl: 'Beleid' }, summary: { nl: 'Kort.' } },
    sections: [
      { id: 'why', type: 'text', title: { nl: 'Waarom' }, body: { nl: 'Daarom.' } },
      {
        ...{ id: 'rules', type: 'rules', title: { nl: 'Regels' } },
        items: [{ id: 'ask', title: { nl: 'Vraag' }, body: { nl } }],
      },
    ],
  });
  const { left } = obstaclesIn(draft('Bij \\[AGENCY or PROGRAM NAME\\], of [insert name here].'));
  assert.deepEqual(left, {
    ...{ count: 2, first: '[AGENCY or PROGRAM NAME]' },
    place: { view: 'write', policy: 'small', part: 'rules', item: 'ask' },
  });
  assert.equal(obstaclesIn(draft('Vraag het [hier](https://x.be).')).left, undefined);
});
