import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  buildingBlocks,
  checkPolicy,
  coverageOf,
  createSearchIndex,
  textsOf,
} from 'policy-elements';
import { createStarter, SECTORS, STARTER_LANGUAGES } from '../dist/index.js';
import { rendered, wordsOf } from './support/words.js';

const today = new Date().toISOString().slice(0, 10);
// What only whoever fills it in can settle.
const EXPECTED = new Set(['to-fill-in', 'profile-unverified']);
/** What is asked in other words than the text uses, and what answers it in every sector. */
const ASKED = [
  ['nl', 'ik heb een andere job, wat met onze pagina', 'faq-leaving'],
  ['nl', 'kunnen ze mij buitensmijten', 'consequences'],
  ['fr', 'un reporter me téléphone', 'mandate-press'],
  ['fr', 'est-ce qu’on espionne mon profil', 'monitoring'],
  ['en', 'somebody asks for our opening hours', 'reaction-question'],
  ['en', 'i am scared, who can i talk to', 'confidant'],
];

describe('starters', () => {
  for (const sector of SECTORS) {
    for (const languages of [['nl', 'fr', 'en'], ['fr', 'nl'], ['en']]) {
      it(`${sector} in ${languages.join(', ')} has nothing wrong, and little to better`, () => {
        const policy = createStarter({ sector, languages, today });
        const { findings } = checkPolicy(policy);
        assert.deepEqual(
          findings.filter(({ grade }) => grade === 'error'),
          [],
        );
        const other = findings.filter(({ code }) => !EXPECTED.has(code));
        assert.deepEqual(other, []);
      });
    }
    it(`${sector} has every building block, and its core fits one sheet`, () => {
      const policy = createStarter({ sector, languages: [...STARTER_LANGUAGES], today });
      assert.deepEqual(
        coverageOf(policy).filter(({ state }) => state === 'lacks'),
        [],
      );
      assert.equal(coverageOf(policy).length, buildingBlocks.length);
      for (const lang of STARTER_LANGUAGES) {
        const core = policy.sections.filter(({ core }) => core);
        const words = core
          .flatMap((section) => [...textsOf(section)])
          .map(({ text }) => rendered(text[lang]));
        const count = wordsOf(words.join(' ')).length;
        assert.ok(count > 300 && count < 1000, `${lang}: ${count} words`);
      }
    });
    it(`${sector} asks in its first language for what is written once`, () => {
      const placesIn = (languages) => {
        const { contacts, sections } = createStarter({ sector, languages, today });
        const items = sections.flatMap((section) => section.items ?? []);
        const once = [
          ...contacts.flatMap(({ email, phone }) => [email, phone]),
          ...items.map(({ url }) => url),
        ];
        return [...new Set(once.flatMap((each) => each?.match(/\[\[[^\]]+\]\]/g) ?? []))].sort();
      };
      assert.deepEqual(placesIn(['nl', 'fr', 'en']), ['[[domein]]', '[[pagina]]', '[[telefoon]]']);
      assert.deepEqual(placesIn(['fr', 'nl']), ['[[domaine]]', '[[page]]', '[[téléphone]]']);
      assert.deepEqual(placesIn(['en']), ['[[domain]]', '[[page]]', '[[phone]]']);
    });
    it(`${sector} has what people call it beside each rule, mandate and question`, async () => {
      const policy = createStarter({ sector, languages: [...STARTER_LANGUAGES], today });
      const asked = policy.sections.filter(({ type }) => /^(rules|mandates|faq)$/.test(type));
      for (const { id, keywords } of asked.flatMap(({ items }) => items)) {
        assert.deepEqual(Object.keys(keywords), STARTER_LANGUAGES, id);
        for (const words of Object.values(keywords)) assert.ok(words.length > 1, id);
      }
      const [only] = createStarter({ sector, languages: ['fr'], today }).sections;
      assert.deepEqual(Object.keys(only.keywords), ['fr']);
      for (const [lang, question, id] of ASKED) {
        const [first] = (await createSearchIndex(policy, lang)).search(question);
        assert.equal(first.id, id, question);
      }
    });
    it(`${sector} says the same in each language`, () => {
      const policy = createStarter({ sector, languages: [...STARTER_LANGUAGES], today });
      for (const { text, pointer } of textsOf(policy)) {
        const counts = STARTER_LANGUAGES.map(
          (lang) => (text[lang].match(/\[\[|^- /gm) ?? []).length,
        );
        assert.equal(new Set(counts).size, 1, pointer);
        assert.doesNotMatch(Object.values(text).join(' '), /\{\w+\}/, pointer);
      }
      const french = [...textsOf(policy)].map(({ text }) => text.fr).join('\n');
      assert.doesNotMatch(french, /(?<!\p{L})(tu|toi|ta|tes)(?!\p{L})/iu);
      const dutch = [...textsOf(policy)].map(({ text }) => text.nl).join('\n');
      assert.doesNotMatch(dutch, /(?<!\p{L})(u|uw)(?!\p{L})/iu);
    });
  }
});
