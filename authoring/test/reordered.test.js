/** Complaint 6: putting things in another order mixes up no translation, and deletes none. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, digestValue } from '../dist/index.js';

const STEPS = [
  { nl: 'Eén', fr: 'Un', en: 'One' },
  { nl: 'Twee', fr: 'Deux', en: 'Two' },
  { nl: 'Drie', fr: 'Trois', en: 'Three' },
];
const draftWith = (steps) => ({
  ...{ format: 1, id: 'small', languages: ['nl', 'fr', 'en'] },
  sections: [
    { id: 'reactions', type: 'reactions', items: [{ id: 'angry', kind: 'complaint', steps }] },
    { id: 'other', type: 'text', title: { nl: 'Ander', fr: 'Autre' }, body: { nl: 'Iets.' } },
  ],
});
const stepsOf = (draft) => draft.sections.find(({ id }) => id === 'reactions').items[0].steps;
/** As a translator’s page sends it, which shows “Twee” as the second step. */
const translated = (value) => ({
  ...{ id: 'angry', field: 'steps.1', lang: 'fr', value },
  ...{ baseDigest: digestValue('Deux'), sourceDigest: digestValue('Twee') },
});

describe('things in another order', () => {
  it('take a translation that comes later to its own source text', () => {
    const moved = draftWith([STEPS[1], STEPS[2], STEPS[0]]);
    const { draft, conflicts } = applyEdits(moved, [translated('Ensuite')]);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(stepsOf(draft), [{ ...STEPS[1], fr: 'Ensuite' }, STEPS[2], STEPS[0]]);
  });

  it('give it to no other text where its own is gone or says something else', () => {
    for (const steps of [
      [STEPS[0], STEPS[2]],
      [STEPS[0], { ...STEPS[1], nl: 'Tweede' }, STEPS[2]],
    ]) {
      const { draft, conflicts } = applyEdits(draftWith(steps), [translated('Ensuite')]);
      assert.equal(conflicts.length, 1);
      assert.deepEqual(stepsOf(draft), steps);
    }
  });

  it('keep all their languages when they are moved', () => {
    const before = draftWith(STEPS);
    const { draft, conflicts } = applyEdits(before, [
      { kind: 'move', id: 'other', list: 'sections', after: null },
    ]);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(draft.sections, [before.sections[1], before.sections[0]]);
  });
});
