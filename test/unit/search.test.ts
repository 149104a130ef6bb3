import { expect } from 'chai';
import { itemsOf } from '../../src/policy/ids.js';
import { readUnknown } from '../../src/policy/parse.js';
import { SearchIndex } from '../../src/policy/search.js';
import sample from '../../stories/policies/sample.json';
import { minimal } from '../support/drafts.js';

const sampleIn = (lang: string) => new SearchIndex(readUnknown(sample).policy!, lang);

function withBodies(...bodies: [title: string, body: string][]) {
  const draft = minimal();
  draft.sections = bodies.map(([title, body], at) => ({ id: `s${at}`, type: 'text', title, body }));
  draft.contacts = draft.trainings = draft.documents = draft.audiences = [];
  return new SearchIndex(readUnknown(draft).policy!, 'nl');
}
const ids = (index: SearchIndex, query: string) => index.search(query).map(({ id }) => id);

describe('search', () => {
  const TEXTS = withBodies(
    ['Klachten', 'Iemand is boos.'],
    ['Wat nu', 'Bij een klacht bel je de woordvoerder.'],
    ['Crème brûlée', 'À l’école, c’est l’été.'],
    ['Beleid', 'Ons beleid voor sociale media.'],
    ['Socialemediabeleid', 'Alles bij elkaar.'],
  );
  const CASES: [query: string, ids: string[]][] = [
    ['KLACHT', ['s0', 's1']],
    ['klachten', ['s0']],
    ['creme brulee', ['s2']],
    ['l’école', ['s2']],
    ["l'ete", ['s2']],
    ['boos woordvoerder', []],
    ['klacht woordvoerder', ['s1']],
    ['sociale media beleid', ['s3', 's4']],
    ['mediabeleid', ['s4']],
    ['beleids', ['s3', 's4']],
    ['woordvoerders', ['s1']],
    ['klachtbeleid', []],
    ['klahct', ['s0', 's1']],
    ['woordvoerdr', ['s1']],
    ['wordvoe', ['s1']],
    ['brulle', ['s2']],
    ['klm', []],
    ['blacht', []],
    ['', []],
    ['  ,;  ', []],
    ['l', []],
    ['xyzzy', []],
    ['.*', []],
  ];
  for (const [query, expected] of CASES) {
    it(`for ${JSON.stringify(query)} finds ${expected.join(' ') || 'nothing'}`, () =>
      expect(ids(TEXTS, query)).to.deep.equal(expected));
  }

  it('finds the parts of a compound that stands nowhere', () => {
    const texts = withBodies(
      ['Sociale media', 'Wat we met beleid bedoelen.'],
      ['Anders', 'Niets.'],
    );
    expect(ids(texts, 'mediabeleid')).to.deep.equal(['s0']);
    expect(ids(texts, 'socialemediabeleid')).to.deep.equal(['s0']);
  });

  it('shows where the words stand', () => {
    for (const { passage, marks } of sampleIn('fr').search('réseaux')) {
      for (const [start, end] of marks) {
        expect(
          passage.slice(start, end).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
        ).to.equal('reseaux');
      }
    }
  });

  const NEEDS: [lang: string, query: string, first: string][] = [
    ['nl', 'klacht', 'reactions'],
    ['nl', 'klacht facebook', 'platforms'],
    ['fr', 'plainte', 'reactions'],
    ['en', 'complaint', 'reactions'],
    ['en', 'complaimt', 'reactions'],
  ];
  const typeOf = new Map(
    readUnknown(sample).policy!.sections.flatMap((section) =>
      itemsOf(section).map(({ id }) => [id, section.type]),
    ),
  );
  for (const [lang, query, first] of NEEDS) {
    it(`answers “${query}” from the ${first} of the sample`, () =>
      expect(typeOf.get(sampleIn(lang).search(query)[0]!.id)).to.equal(first));
  }

  it('survives any query', () => {
    const index = sampleIn('nl');
    for (const query of [
      '\\',
      '[',
      '(',
      '*'.repeat(500),
      '\ud800',
      'a'.repeat(20_000),
      '__proto__',
      'constructor',
    ]) {
      expect(() => index.search(query)).not.to.throw();
    }
  });
});
