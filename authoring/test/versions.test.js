import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPolicy } from 'policy-elements';
import { acceptTranslations, nextVersion } from '../dist/index.js';
import { small } from './support.js';

const read = (draft) => readPolicy(structuredClone(draft)).policy;
const propose = (change, draft = small()) => {
  const before = read(draft);
  change(draft);
  const { version, kind } = nextVersion(before, read(draft));
  return `${kind} ${version}`;
};
const rule = (draft) => draft.sections[0].items[0];

const CASES = [
  ['nothing', () => undefined, 'none 1.0'],
  [
    'a typo',
    (draft) => (rule(draft).body.nl = rule(draft).body.nl.replace('woordvoerder', 'woordvorder')),
    'minor 1.1',
  ],
  ['a date', (draft) => (draft.reviewBy = '2027-01-01'), 'minor 1.1'],
  ['words for the search', (draft) => (rule(draft).keywords = { nl: ['pers'] }), 'minor 1.1'],
  ['a deadline', (draft) => (draft.acknowledgement.due = '2026-06-30'), 'minor 1.1'],
  [
    'another text',
    (draft) => (rule(draft).body.nl = 'Iedereen spreekt in onze naam.'),
    'major 2.0',
  ],
  [
    'another text in a translation',
    (draft) => (rule(draft).body.fr = 'Chacun parle en notre nom.'),
    'major 2.0',
  ],
  [
    'a new rule',
    (draft) => draft.sections[0].items.push({ ...rule(draft), id: 'more' }),
    'major 2.0',
  ],
  ['a rule that goes', (draft) => (draft.sections[0].items = []), 'major 2.0'],
  [
    'another statement',
    (draft) => (draft.acknowledgement.statement.nl = 'Ik ga akkoord.'),
    'major 2.0',
  ],
];
for (const [what, change, expected] of CASES) {
  test(`${what}: ${expected}`, () => assert.equal(propose(change), expected));
}

test('a translation that was missing: minor', () => {
  const draft = small();
  delete rule(draft).body.fr;
  assert.equal(
    propose((each) => (rule(each).body.fr = 'Seul le porte-parole.'), draft),
    'minor 1.1',
  );
});

test('another text that was declared to mean the same: minor', () => {
  const draft = small();
  draft.translations = acceptTranslations(read(draft)).translations;
  const expected = propose((each) => {
    rule(each).body.nl = 'In onze naam spreekt enkel wie woordvoerder is.';
    each.translations = acceptTranslations(read(each), { sameMeaning: true }).translations;
  }, draft);
  assert.equal(expected, 'minor 1.1');
});
