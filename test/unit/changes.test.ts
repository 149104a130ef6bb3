import { expect } from 'chai';
import { comparePolicies, isSeen } from '../../src/policy/changes.js';
import { readUnknown } from '../../src/policy/parse.js';
import sample from '../../stories/policies/sample.json';
import { minimal, type Draft } from '../support/drafts.js';

function compare(
  change: (draft: Draft) => unknown,
  lang = 'nl',
  start: (draft: Draft) => unknown = () => undefined,
) {
  const [before, after] = [minimal(), minimal()];
  start(before);
  start(after);
  change(after);
  return comparePolicies(readUnknown(before).policy!, readUnknown(after).policy!, lang).changes;
}
const brief = (changes: ReturnType<typeof compare>) =>
  changes.map(({ id, change, material }) => `${change} ${id}${material ? '' : ' (editorial)'}`);

const rule = (id: string) => ({
  id,
  title: { nl: `Titel ${id}` },
  body: { nl: `Tekst van ${id}` },
  why: { nl: 'Reden' },
});
const rules =
  (...ids: string[]) =>
  (draft: Draft) =>
    (draft.sections[1].items = ids.map(rule));

describe('comparePolicies', () => {
  it('finds nothing between a policy and itself', () => {
    const policy = readUnknown(sample).policy!;
    expect(
      comparePolicies(policy, readUnknown(structuredClone(sample)).policy!, 'fr').changes,
    ).to.deep.equal([]);
  });

  const CASES: [string, (draft: Draft) => unknown, string[]][] = [
    ['an item added', (d) => d.sections[1].items.push(rule('new')), ['added new']],
    [
      'a section removed',
      (d) => d.sections.splice(2, 1),
      ['removed mandates', 'removed mandate-1'],
    ],
    [
      'a body that says something else',
      (d) => (d.sections[1].items[0].body.nl = 'Iets heel anders.'),
      ['changed rule-1'],
    ],
    ['a title', (d) => (d.sections[0].title.nl = 'Doel'), ['changed why']],
    ['punctuation', (d) => (d.sections[0].body.nl = 'Daarom!'), ['changed why (editorial)']],
    [
      'case and accents',
      (d) => (d.sections[1].items[0].title.nl = 'Een'),
      ['changed rule-1 (editorial)'],
    ],
    ['emphasis', (d) => (d.sections[0].body.nl = '**Daarom.**'), []],
    ['another language only', (d) => (d.sections[0].body.fr = 'Autre chose.'), []],
    ['a permission', (d) => (d.sections[2].items[0].allowed = 'no'), ['changed mandate-1']],
    [
      'a training that is asked for',
      (d) => (d.sections[1].items[0].requires = ['basics']),
      ['changed rule-1'],
    ],
    ['a telephone number', (d) => (d.contacts[0].phone = '+32'), ['changed mira (editorial)']],
    ['a number', (d) => (d.sections[0].body.nl = 'Daarom. 3'), ['changed why']],
  ];
  for (const [name, change, expected] of CASES) {
    it(`tells ${name}`, () => expect(brief(compare(change))).to.deep.equal(expected));
  }

  it('holds a misspelt word for editorial, and another word not', () => {
    const start = (d: Draft) => (d.sections[0].body.nl = 'Vraag het aan de woordvoeder.');
    const to = (text: string) => brief(compare((d) => (d.sections[0].body.nl = text), 'nl', start));
    expect(to('Vraag het aan de woordvoerder.')).to.deep.equal(['changed why (editorial)']);
    expect(to('Vraag het aan de directeur.')).to.deep.equal(['changed why']);
    expect(to('Vraag het nooit aan de woordvoeder.')).to.deep.equal(['changed why']);
  });

  it('tells the one that moved, and not those it passed', () => {
    expect(brief(compare(rules('c', 'a', 'b'), 'nl', rules('a', 'b', 'c')))).to.deep.equal([
      'moved c (editorial)',
    ]);
    expect(brief(compare(rules('b', 'c'), 'nl', rules('a', 'b', 'c')))).to.deep.equal([
      'removed a',
    ]);
    expect(brief(compare(rules('a', 'x', 'b'), 'nl', rules('a', 'b')))).to.deep.equal(['added x']);
  });

  it('shows readers no words for the search, and what moved with new ones as moved', () => {
    const words = (draft: Draft) => {
      for (const rule of draft.sections[1].items) rule.keywords = { nl: ['gsm'] };
    };
    const changes = compare((d) => (rules('c', 'a', 'b')(d), words(d)), 'nl', rules('a', 'b', 'c'));
    expect(brief(changes).sort()).to.deep.equal([
      'changed a (editorial)',
      'changed b (editorial)',
      'moved c (editorial)',
    ]);
    expect(brief(changes.filter(isSeen))).to.deep.equal(['moved c (editorial)']);
    expect(compare((d) => (d.contacts[0].phone = '+32')).filter(isSeen)).to.have.length(1);
    expect(compare((d) => (d.reviewBy = '2099-01-01')).filter(isSeen)).to.deep.equal([]);
  });

  it('tells an item that went to another section', () => {
    const two = (d: Draft) =>
      d.sections.push({ id: 'more', type: 'rules', title: 'Meer', items: [rule('z')] });
    const change = (d: Draft) =>
      d.sections.find(({ id }: Draft) => id === 'more').items.push(d.sections[1].items.pop());
    expect(brief(compare(change, 'nl', (d) => (rules('a', 'b')(d), two(d))))).to.deep.equal([
      'moved b (editorial)',
    ]);
  });

  it('gives the texts before and after, and the title a removed item had', () => {
    const [changed] = compare((d) => (d.sections[0].body.nl = 'Hierom.'));
    expect(changed!.texts).to.deep.equal([{ field: 'body', before: 'Daarom.', after: 'Hierom.' }]);
    const removed = compare((d) => d.sections[1].items.pop()).find(
      ({ change }) => change === 'removed',
    );
    expect(removed).to.include({ title: 'Eén', within: 'Afspraken' });
  });
});
