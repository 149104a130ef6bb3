import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPolicy, digestText, readPolicy } from 'policy-elements';
import { acceptTranslations, keepMeaning, translationStatus } from '../dist/index.js';
import { small } from './support.js';

const read = (draft) => {
  const { policy, findings } = readPolicy(structuredClone(draft));
  assert.deepEqual(findings, []);
  return policy;
};
const stateOf = (draft, name) =>
  translationStatus(read(draft)).texts.find(({ id, field }) => `${id}.${field}` === name)?.state;
const started = () => {
  const draft = small();
  draft.translations = acceptTranslations(read(draft)).translations;
  return draft;
};

test('a digest is the first sixteen hex digits of the SHA-256', () => {
  assert.equal(digestText('abc'), 'ba7816bf8f01cfea');
});

test('without a block all count as current, and the first write says so', () => {
  const draft = small();
  assert.equal(stateOf(draft, 'rule-name.body'), 'current');
  const { first, translations, accepted } = acceptTranslations(read(draft));
  assert.equal(first, true);
  assert.deepEqual(accepted, []);
  const { nl, fr } = draft.sections[0].items[0].body;
  assert.deepEqual(translations[digestText(nl)], {
    fr: { text: digestText(fr), state: 'current' },
  });
});

test('a changed source text makes its translation stale, and only that', () => {
  const draft = started();
  draft.sections[0].items[0].body.nl += ' Altijd.';
  assert.equal(stateOf(draft, 'rule-name.body'), 'stale');
  const { languages } = translationStatus(read(draft));
  assert.equal(languages.fr.stale, 1);
  const found = checkPolicy(draft).findings.filter(({ code }) => code === 'translation-stale');
  assert.deepEqual(
    found.map(({ pointer, params }) => [pointer, params.lang]),
    [['/sections/0/items/0/body/fr', 'fr']],
  );
});

test('a changed translation is stale until somebody accepts it', () => {
  const draft = started();
  draft.sections[0].items[0].body.fr = 'Autre chose.';
  assert.equal(stateOf(draft, 'rule-name.body'), 'stale');
  draft.translations = acceptTranslations(read(draft), { ids: ['rule-name.body'] }).translations;
  assert.equal(stateOf(draft, 'rule-name.body'), 'current');
});

test('moving steps, adding an option: nothing becomes stale', () => {
  const draft = small();
  const step = (nl, fr) => ({ nl, fr });
  draft.sections.push({
    id: 'reactions',
    type: 'reactions',
    title: step('Reacties', 'Réactions'),
    items: [
      {
        id: 'angry',
        kind: 'complaint',
        title: step('Boos', 'Fâché'),
        steps: [step('Eén', 'Un'), step('Twee', 'Deux')],
      },
    ],
  });
  draft.translations = acceptTranslations(read(draft)).translations;
  const { steps } = draft.sections[1].items[0];
  steps.reverse();
  steps.unshift(step('Nul', 'Zéro'));
  const states = translationStatus(read(draft)).texts.filter(({ field }) =>
    field.startsWith('steps'),
  );
  assert.deepEqual(
    states.map(({ source, state }) => [source, state]),
    [
      ['Nul', 'stale'],
      ['Twee', 'current'],
      ['Eén', 'current'],
    ],
  );
});

test('one text, translated in two ways in two places: both stay current', () => {
  const draft = small();
  const { items } = draft.sections[0];
  items.push({ ...items[0], id: 'second', title: { nl: items[0].title.nl, fr: 'Autrement' } });
  draft.translations = acceptTranslations(read(draft)).translations;
  assert.equal(translationStatus(read(draft)).languages.fr.stale, 0);
  assert.equal(draft.translations[digestText(items[0].title.nl)].fr.length, 2);
  items[1].title.fr = 'Encore autrement';
  assert.equal(stateOf(draft, 'rule-name.title'), 'current');
  assert.equal(stateOf(draft, 'second.title'), 'stale');
  draft.translations = acceptTranslations(read(draft), { ids: ['second'] }).translations;
  assert.equal(translationStatus(read(draft)).languages.fr.stale, 0);
  assert.equal(draft.translations[digestText(items[0].title.nl)].fr.length, 2);
});

test('the same meaning carries the translations along', () => {
  const draft = started();
  const { body } = draft.sections[0].items[0];
  const before = body.nl;
  body.nl = before.replace('spreekt', 'praat');
  const kept = keepMeaning(draft.translations, before, body.nl);
  assert.equal(stateOf({ ...draft, translations: kept }, 'rule-name.body'), 'current');
  // Without the earlier text at hand: what was a translation stays one, anything else does not become one.
  draft.sections[0].title.fr = 'Tout autre chose';
  const { translations, accepted } = acceptTranslations(read(draft), { sameMeaning: true });
  assert.deepEqual(
    accepted.map(({ id }) => id),
    ['rule-name'],
  );
  assert.equal(stateOf({ ...draft, translations }, 'rule-name.body'), 'current');
  assert.equal(stateOf({ ...draft, translations }, 'rules.title'), 'stale');
});

test('a machine’s translation says so until it is accepted', () => {
  const draft = started();
  const { translations } = acceptTranslations(read(draft), { ids: ['rules'], state: 'machine' });
  assert.equal(stateOf({ ...draft, translations }, 'rules.title'), 'machine');
  draft.translations = translations;
  draft.translations = acceptTranslations(read(draft), { ids: ['rules'] }).translations;
  assert.equal(stateOf(draft, 'rules.title'), 'current');
});

test('an earlier text that comes back has its translation back', () => {
  const draft = started();
  const { body } = draft.sections[0].items[0];
  const before = { ...body };
  body.nl = 'Iets anders.';
  body.fr = 'Autre chose.';
  draft.translations = acceptTranslations(read(draft), { ids: ['rule-name'] }).translations;
  Object.assign(body, before);
  assert.equal(stateOf(draft, 'rule-name.body'), 'current');
});

test('the old form is read, and becomes the new one', async () => {
  const { createHash } = await import('node:crypto');
  const sha = (text) => createHash('sha256').update(text).digest('hex');
  const draft = small();
  const { body, title } = draft.sections[0].items[0];
  draft.translations = {
    'rule-name.body': { fr: `sha-256:${sha(body.nl)}` },
    'rule-name.title': { fr: sha('Spreek voor anderen') },
  };
  assert.equal(stateOf(draft, 'rule-name.body'), 'current');
  assert.equal(stateOf(draft, 'rule-name.title'), 'stale');
  const { translations, first } = acceptTranslations(read(draft), { ids: ['rules'] });
  assert.equal(first, false);
  assert.ok(Object.keys(translations).every((key) => /^[0-9a-f]{16}$/.test(key)));
  assert.equal(translations[digestText(body.nl)].fr.text, digestText(body.fr));
  assert.equal(translations[digestText(title.nl)], undefined);
});

test('an id that is not there is told', () => {
  assert.deepEqual(acceptTranslations(read(small()), { ids: ['nobody'] }).unknown, ['nobody']);
});
